/** Zip archives in the form for large files: they are called what they are, and not damaged. */
import { describe, expect, it } from 'vitest';
import { openContainer } from '../../../shared/core/intake/containers/open-container.ts';
import { aZip } from '../../../shared/testing/archives.ts';

const FACTS = { contentType: null, contentEncoding: null, name: 'x' };
const END_BYTES = 22;
const named = expect.objectContaining({
  code: 'document.unsupported-format',
  message: expect.stringContaining('ZIP64'),
});
const files = [{ name: 'a.txt', content: 'The tide' }];
const zip = Buffer.from(aZip(files));
const at = zip.length - END_BYTES;

describe('a zip archive in the form for large files', () => {
  it('whose directory stands elsewhere is named as such', () => {
    const large = Buffer.from(zip);
    large.writeUInt32LE(0xffff_ffff, at + 16);
    expect(() => openContainer(large, FACTS)).toThrow(named);
  });

  it('with more files than the plain form counts is named as such', () => {
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50);
    const large = Buffer.concat([zip.subarray(0, at), locator, zip.subarray(at)]);
    expect(openContainer(large, FACTS)?.members).toHaveLength(1);
    large.writeUInt16LE(0xffff, at + 20 + 10);
    expect(() => openContainer(large, FACTS)).toThrow(named);
  });

  it('names a single file whose length stands elsewhere', () => {
    const large = Buffer.from(zip);
    const directory = zip.readUInt32LE(at + 16);
    large.writeUInt32LE(0xffff_ffff, directory + 20);
    large.writeUInt32LE(0xffff_ffff, directory + 24);
    expect(openContainer(large, FACTS)?.members[0]?.open).toThrow(named);
  });
});
