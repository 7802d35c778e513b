/** Zip archives in the form for large files (ZIP64) that are not large: some tools write every archive so. They are read like any other. */
import { describe, expect, it } from 'vitest';
import { openContainer } from '../../../shared/core/intake/containers/open-container.ts';
import { LIMITS } from '../../../shared/core/limits.ts';
import { aZip } from '../../../shared/testing/archives.ts';
import { inLargeForm } from './in-large-form.ts';

const FACTS = { contentType: null, contentEncoding: null, name: 'x' };
const END_BYTES = 22;
const files = [
  { name: 'a.txt', content: 'The tide' },
  { name: 'b.txt', content: 'The bell' },
];
const zip = Buffer.from(aZip(files));
const damaged = expect.objectContaining({ code: 'document.damaged' });
const textsIn = (bytes: Uint8Array) => openContainer(bytes, FACTS)?.members.map(({ open }) => open().text);

describe('a zip archive in the form for large files', () => {
  it('is read, wherever its directory and the figures of its files stand', () => {
    expect(textsIn(inLargeForm(zip))).toEqual(['The tide', 'The bell']);
  });

  it('may not hold more files than any container', () => {
    const more = inLargeForm(zip, LIMITS.containerMembers + 1);
    expect(() => openContainer(more, FACTS)).toThrow(expect.objectContaining({ code: 'container.too-many-members' }));
  });

  it('is read by its plain figures where these are stated', () => {
    const at = zip.length - END_BYTES;
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50);
    expect(textsIn(Buffer.concat([zip.subarray(0, at), locator, zip.subarray(at)]))).toHaveLength(2);
  });

  it('that says where its end record stands, and is wrong, is damaged', () => {
    const large = inLargeForm(zip);
    large.writeBigUInt64LE(7n, large.length - END_BYTES - 12);
    expect(() => openContainer(large, FACTS)).toThrow(damaged);
  });

  it('names a single file whose length stands nowhere', () => {
    const large = Buffer.from(zip);
    const directory = zip.readUInt32LE(zip.length - END_BYTES + 16);
    large.writeUInt32LE(0xffff_ffff, directory + 20);
    const [first, second] = openContainer(large, FACTS)?.members ?? [];
    expect(first?.open).toThrow(expect.objectContaining({ code: 'document.truncated' }));
    expect(second?.open().text).toBe('The bell');
  });
});
