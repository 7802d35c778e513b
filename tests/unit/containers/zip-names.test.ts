/** A zip is what its directory says, whatever stands in its files and in its comment. */
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openContainer } from '../../../shared/core/intake/containers/open-container.ts';
import { aPackedWarc, aWarc, aZip } from '../../../shared/testing/archives.ts';
import { FACTS, files, page, pages } from './dropped.ts';

const CROSSWORD = page('The crossword/xl/ppt/ page, in word/ and [Content_Types].xml');
const namesIn = (bytes: Uint8Array) => openContainer(bytes, FACTS)?.members.map(({ name }) => name);

describe('a zip archive', () => {
  it.each([
    ['whose folder ends like one of an office document', 'keyword/a.txt', page('The tide is early')],
    ['whose text speaks of such folders', 'a.txt', CROSSWORD],
    ['that has such a folder and no list of parts', 'word/a.txt', page('The tide is early')],
    ['that has such a list and no folder', '[Content_Types].xml', CROSSWORD],
  ])('%s is an archive of articles', (_, name, content) => {
    const bytes = aZip([{ name, content }, ...files], { method: 0 });
    expect(namesIn(bytes)).toEqual([name, 'one.txt', 'two.txt']);
  });

  it.each([
    ['', ''],
    [', and bytes behind it', ' Signed: I. Holm'],
  ])('may have the mark of its end in its comment%s', (_, behind) => {
    const bytes = Buffer.from(aZip(files, { comment: 'As told on PK\x05\x06 and on the quay, by all who came.' }));
    expect(namesIn(Buffer.concat([bytes, Buffer.from(behind)]))).toEqual(['one.txt', 'two.txt']);
  });
});

describe('a zip archive that was cut off', () => {
  it('is read by the headers of its files, although one of them is a zip with an end of its own', () => {
    const inner = { name: 'inner.zip', content: aZip(files) };
    const bytes = aZip([...files, inner, { name: 'three.txt', content: page('The quay is shut') }], { method: 0 });
    expect(namesIn(bytes.subarray(0, -320))).toEqual(['one.txt', 'two.txt', 'inner.zip', expect.stringMatching(/^@/)]);
  });
});

describe('a packed file of JSON Lines with other bytes behind it', () => {
  it('keeps its records, and one member names what is not read', () => {
    const lines = ['a', 'b'].map((title) => `${JSON.stringify({ title, text: 'The tide came in.' })}\n`).join('');
    const members = openContainer(Buffer.concat([zlib.gzipSync(lines), Buffer.from('Signed')]), FACTS)?.members ?? [];
    expect(members).toHaveLength(3);
    expect(members[2]?.why).toMatchObject({ code: 'document.damaged', message: expect.stringContaining('6 bytes') });
  });
});

describe('a page that the crawler left off in', () => {
  const cut = pages.map((one, at) => (at === 0 ? { ...one, truncated: 'length' } : one));
  it.each([
    ['plain', aWarc(cut)],
    ['packed at once', zlib.gzipSync(aWarc(cut))],
    ['packed by record, and then together', zlib.gzipSync(aPackedWarc(cut))],
  ])('is the beginning of one: %s', (_, bytes) => {
    const members = openContainer(bytes, FACTS)?.members ?? [];
    expect(members.map(({ open }) => open().isCut ?? false)).toEqual([true, false]);
  });
});
