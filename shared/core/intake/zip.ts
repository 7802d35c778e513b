/** Bytes in, what marks in them say out. Nothing is unpacked. */

/** A locked Office document is an old-style container around one stream of this name, in UTF-16. */
export function isLockedOffice(bytes: Uint8Array): boolean {
  const isContainer = latin(bytes.subarray(0, 4)) === '\xd0\xcf\x11\xe0';
  return isContainer && latin(bytes).includes([...'EncryptedPackage'].join('\0'));
}

export function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
