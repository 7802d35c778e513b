/** The first bytes of a zip in; what it is called and whether it is locked out. Nothing is unpacked. */

const LOCAL_HEADER = 30;

/** Inner names by which office documents and books show themselves; looked for at the front and in the directory at the end. */
const INSIDES: readonly (readonly [string, string])[] = [
  ['application/epub+zip', 'an EPUB book'],
  ['application/vnd.oasis.opendocument', 'an OpenDocument file'],
  ['word/', 'a Microsoft Word document'],
  ['xl/', 'a Microsoft Excel workbook'],
  ['ppt/', 'a Microsoft PowerPoint presentation'],
];

export interface Zip {
  readonly name: string;
  readonly encrypted: boolean;
}

export function zipKind(bytes: Uint8Array): Zip | null {
  const signature = latin(bytes.subarray(0, 4));
  if (!['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].includes(signature)) return null;
  const [flags = 0] = bytes.subarray(6, LOCAL_HEADER);
  const inside = latin(bytes.subarray(0, 4_096)) + latin(bytes.subarray(-65_536));
  const name = INSIDES.find(([mark]) => inside.includes(mark))?.[1] ?? 'a zip archive';
  return { name, encrypted: signature === 'PK\x03\x04' && (flags & 1) === 1 };
}

/** A locked Office document is an old-style container around one stream of this name, in UTF-16. */
export function isLockedOffice(bytes: Uint8Array): boolean {
  const isContainer = latin(bytes.subarray(0, 4)) === '\xd0\xcf\x11\xe0';
  return isContainer && latin(bytes).includes([...'EncryptedPackage'].join('\0'));
}

export function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
