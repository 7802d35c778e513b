/** A zip in, the same in the form for large files (ZIP64) out. */

/** Where its directory stands, and how many files it lists, is said in a second end record, and the first place in fields behind the name. */
export function inLargeForm(zip: Buffer, files = zip.readUInt16LE(zip.length - 12)): Buffer {
  const [end, from] = [zip.length - 22, zip.readUInt32LE(zip.length - 6)];
  const directory = Buffer.from(zip.subarray(from, end));
  const name = directory.readUInt16LE(28);
  const extra = Buffer.from('0100180000000000000000000000000000000000000000000000000000000000', 'hex').subarray(0, 28);
  extra.writeBigUInt64LE(BigInt(directory.readUInt32LE(24)), 4);
  extra.writeBigUInt64LE(BigInt(directory.readUInt32LE(20)), 12);
  extra.writeBigUInt64LE(BigInt(directory.readUInt32LE(42)), 20);
  for (const place of [20, 24, 42]) directory.writeUInt32LE(0xffff_ffff, place);
  directory.writeUInt16LE(extra.length, 30);
  const listed = Buffer.concat([directory.subarray(0, 46 + name), extra, directory.subarray(46 + name)]);
  const large = Buffer.alloc(56);
  large.writeUInt32LE(0x06064b50, 0);
  large.writeBigUInt64LE(BigInt(files), 32);
  large.writeBigUInt64LE(BigInt(from), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(from + listed.length), 8);
  const last = Buffer.from(zip.subarray(end));
  last.writeUInt16LE(0xffff, 10);
  last.writeUInt32LE(0xffff_ffff, 16);
  return Buffer.concat([zip.subarray(0, from), listed, large, locator, last]);
}
