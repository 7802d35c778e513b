/** One article carried through every format comes out as the same article. */
import { describe, expect, it } from 'vitest';
import { hintsFor, NO_HINTS } from '../../../shared/core/document.ts';
import { contentHash } from '../../../shared/core/fingerprint.ts';
import { openDocument } from '../../../shared/core/intake/open.ts';
import type { ArticleRecord } from '../../../shared/core/record.ts';
import { cleanBytes } from '../../../shared/pipeline/clean.ts';
import { createReader } from '../../../shared/workers/reader.ts';
import { PDF } from './a-pdf.ts';
import { LETTERS } from './letters.ts';
import { FORMATS, HEADLINE, PAGE, PARAGRAPHS } from './one-article.ts';

const reader = createReader();
const read = (text: string | Uint8Array, path = 'inbox/a.bin'): Promise<ArticleRecord> =>
  cleanBytes(Buffer.from(text), { path, modifiedAt: '2025-03-05T00:00:00Z' }, reader);

describe('one article in every format', () => {
  it.each<readonly [string, string | Uint8Array]>([
    ['HTML', PAGE],
    ...FORMATS,
    ...LETTERS,
    ['a PDF', PDF],
  ])('%s: the same headline, body and content hash', async (_, text) => {
    const record = await read(text);
    expect(record.headline).toBe(HEADLINE);
    expect(record.body.map((part) => part.text)).toEqual(PARAGRAPHS);
    expect(record.fingerprint.contentHash).toBe(contentHash(PARAGRAPHS));
  });

  it.each(FORMATS)('%s: its author and day, each with its evidence', async (_, text) => {
    const record = await read(text);
    expect(record.authors).toEqual([{ name: 'Anna Lee', kind: 'person' }]);
    expect(record.published.local?.slice(0, 10)).toBe('2025-03-03');
    expect(record.evidence['headline']?.where).toBeTruthy();
    expect(record.evidence['published']?.where).toMatch(/^(?:NITF|NewsML-G2|ninjs|json-ld|[A-Za-z4-]+) /);
    expect(record.status).toBe('usable');
  });

  it.each(FORMATS)('%s: found in the bytes, whatever the name and type say', (_, text) => {
    const facts = { contentType: 'image/jpeg', contentEncoding: null, name: 'photo.jpg' };
    expect(openDocument(Buffer.from(text), facts).format).toBe('stated');
  });

  it('what stands beside the bytes comes before what the document says of itself', () => {
    const text = FORMATS.find(([name]) => name === 'Zyte')?.[1] ?? '';
    const document = openDocument(Buffer.from(text), { contentType: null, contentEncoding: null, name: 'a' });
    expect(hintsFor(document, NO_HINTS)).toMatchObject({
      url: 'https://halden-courier.example/news/ferry-returns',
      capturedAt: '2025-03-04T08:00:00.000Z',
    });
    expect(hintsFor(document, { ...NO_HINTS, url: 'https://b.example/x' }).url).toBe('https://b.example/x');
  });

  it('the raw date is kept as the agency wrote it', async () => {
    const text = FORMATS.find(([name]) => name === 'NITF')?.[1] ?? '';
    expect((await read(text)).published).toMatchObject({ raw: '20250303T120000+0000', utc: '2025-03-03T12:00:00Z' });
  });

  it('a pair of versions of one item is one article by the id that the agency gives', async () => {
    const text = FORMATS.find(([name]) => name === 'NITF')?.[1] ?? '';
    const [first, second] = [await read(text, 'a'), await read(text.replaceAll('at noon', 'at one'), 'b')];
    expect(first.identity).toEqual({ kind: 'guid', value: 'hc-4711 in Halden Courier' });
    expect(second.id).toBe(first.id);
    expect(second.fingerprint.contentHash).not.toBe(first.fingerprint.contentHash);
  });
});
