/** One's own JSON and tables, read as the mapping says that came with them: alone, by the line, in a list, and in the store. */
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../shared/core/fingerprint.ts';
import { checkMapping } from '../../../shared/core/intake/formats/mapping.ts';
import { findObject, listArticles } from '../../../shared/pipeline/query.ts';
import { aZip } from '../../../shared/testing/archives.ts';
import { memoryStore } from '../../../shared/testing/memory-store.ts';
import { createReader } from '../../../shared/workers/reader.ts';
import { HEADLINE, PARAGRAPHS } from './one-article.ts';

const reader = createReader();
const MAPPING = {
  ...{ headline: 'name', text: ['content.paragraphs', 'content'], author: 'who', published: 'when' },
  ...{ url: 'at', guid: 'number', publisher: 'desk.title' },
};
const own = {
  ...{ name: HEADLINE, content: { paragraphs: PARAGRAPHS }, who: [{ name: 'Anna Lee' }], when: '2025-03-03T12:00:00Z' },
  ...{ number: 4711, desk: { title: 'Halden Courier' } },
};
const other = {
  ...own,
  name: 'Lanterns',
  number: 4712,
  content: '<p>The lantern keepers counted forty boats on Tuesday.</p><p>Two more than before.</p>',
};
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const table = [
  ['name', 'content', 'who', 'when', 'number', 'desk.title'].join(';'),
  [HEADLINE, PARAGRAPHS.join('\n\n'), 'Anna Lee', '2025-03-03T12:00:00Z', '4711', 'Halden Courier'].map(cell).join(';'),
].join('\r\n');

async function dropped(content: string | Uint8Array, mapping: unknown) {
  const store = memoryStore(reader);
  const metadata = mapping === null ? {} : { mapping: typeof mapping === 'string' ? mapping : JSON.stringify(mapping) };
  await store.deliver(store.bucket.put('incoming/x.bin', content, { metadata }));
  const { items } = await listArticles({ limit: 10, cursor: null }, store.query);
  return { store, items, state: await findObject('incoming/x.bin', store.query) };
}

describe('a file with a mapping', () => {
  it.each<readonly [string, string | Uint8Array]>([
    ['JSON', JSON.stringify(own, null, 2)],
    ['JSON Lines', `${JSON.stringify(own)}\n${JSON.stringify(other)}\n`],
    ['a JSON list', JSON.stringify([own, other])],
    ['a table (CSV)', table],
    ['JSON in a zip', aZip([{ name: 'a.json', content: JSON.stringify(own) }])],
  ])('%s: the same headline, body and content hash, each field with its evidence', async (_, content) => {
    const { items } = await dropped(content, MAPPING);
    const article = items.find(({ headline }) => headline === HEADLINE);
    expect(article?.body.map(({ text }) => text)).toEqual(PARAGRAPHS);
    expect(article?.fingerprint.contentHash).toBe(contentHash(PARAGRAPHS));
    expect(article).toMatchObject({
      ...{ authors: [{ name: 'Anna Lee', kind: 'person' }], publisher: { name: 'Halden Courier' } },
      ...{ published: { utc: '2025-03-03T12:00:00Z' }, identity: { kind: 'guid', value: '4711 in Halden Courier' } },
    });
    expect(article?.evidence['published']?.where).toBe('mapping when');
  });

  it('may have its text in HTML, and comes before what tools mean by the same names', async () => {
    const { items } = await dropped(JSON.stringify({ ...other, title: 'A tool’s', text: 'A tool’s text.' }), MAPPING);
    expect(items[0]?.body.map(({ text }) => text)).toEqual([
      'The lantern keepers counted forty boats on Tuesday.',
      'Two more than before.',
    ]);
  });

  it('is read as ever where its text does not stand where the mapping says', async () => {
    const { items } = await dropped(JSON.stringify({ title: HEADLINE, text: PARAGRAPHS.join('\n\n') }), MAPPING);
    expect(items[0]?.headline).toBe(HEADLINE);
  });

  it('without the mapping is refused, and read once it is put again with one', async () => {
    const { store, state } = await dropped(JSON.stringify(own), null);
    expect(state).toMatchObject({ state: 'rejected', rejection: { code: 'document.unsupported-format' } });
    await store.deliver(
      store.bucket.put('incoming/x.bin', JSON.stringify(own), { metadata: { mapping: JSON.stringify(MAPPING) } }),
    );
    expect(await findObject('incoming/x.bin', store.query)).toMatchObject({
      state: 'stored',
      record: { headline: HEADLINE },
    });
  });

  it.each([
    JSON.stringify(own),
    `${JSON.stringify(own)}\n${JSON.stringify(other)}\n`,
  ])('that is wrong is refused as a whole, in words', async (content) => {
    const { state } = await dropped(content, { ...MAPPING, titel: 'x' });
    const words = '"titel" is no part of an article; the parts are headline, text';
    const rejection = { code: 'metadata.invalid', message: expect.stringContaining(words) };
    expect(state).toMatchObject({ state: 'rejected', rejection });
  });

  it('may name its fields in any script, as headers carry it', async () => {
    const coded = `=?UTF-8?B?${Buffer.from(JSON.stringify({ headline: '見出し', text: '本文' })).toString('base64')}?=`;
    const { items } = await dropped(JSON.stringify({ 見出し: HEADLINE, 本文: PARAGRAPHS.join('\n\n') }), coded);
    expect(items[0]?.headline).toBe(HEADLINE);
  });
});

describe('a mapping', () => {
  it.each<readonly [unknown, RegExp]>([
    [{ text: 'a' }, /^headline: the name of a field/],
    [{ headline: 'a', text: 7 }, /^text: the name of a field/],
    [{ headline: 'a', txt: 'b' }, /^"txt" is no part of an article/],
    [{ headline: 'a', text: [] }, /^text: the name of a field/],
    [
      { headline: 'a', text: 'b', autor: 'c' },
      /^"autor" is no part of an article; the parts are headline, text, author/,
    ],
    [[], /^it is one JSON object with the parts/],
    [null, /^it is one JSON object with the parts/],
  ])('that is %j is wrong in words', (value, words) => {
    expect(checkMapping(value)).toMatch(words);
  });
});
