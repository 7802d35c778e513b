/** Metadata beside a file: what they may say, in whatever order file and metadata come, and what becomes of those that cannot be used. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../shared/core/item.ts';
import { objectIdOf, objectKey } from '../../shared/core/keys.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import type { Table, Update } from '../../shared/pipeline/ports.ts';
import { findArticle, findObject, listArticles } from '../../shared/pipeline/query.ts';
import { listVersions } from '../../shared/pipeline/query-versions.ts';
import { aTar } from '../../shared/testing/archives.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const FILE = 'incoming/a.txt';
const BESIDE = `${FILE}.meta.json`;
const PAGE = 'Harbour opens\nThe harbour opens on Monday.';
const URL = 'https://harbour.example/opens';
const TOLD = JSON.stringify({ url: URL, capturedAt: '2025-05-05T05:05:05+02:00', publisher: 'The Harbour', note: 'x' });

function aStore() {
  const store = memoryStore(lineReader);
  const put = (key: string, content: string | Uint8Array, metadata: Readonly<Record<string, string>> = {}) =>
    store.deliver(store.bucket.put(key, content, { metadata }));
  const stateOf = (key: string) => findObject(key, store.query);
  const recordOf = async (key: string) => {
    const found = await stateOf(key);
    return found?.state === 'stored' ? found.record : null;
  };
  const listed = async () => (await listArticles({ limit: 10, cursor: null }, store.query)).items.map(({ id }) => id);
  return { store, put, stateOf, recordOf, listed };
}

/** The rows of files: what all else is derived from. */
function rows(items: readonly Item[]): string {
  return JSON.stringify(items.filter(({ pk }) => pk.startsWith('obj#')));
}

describe('metadata beside a file', () => {
  it.each([
    ['before', [BESIDE, FILE]],
    ['after', [FILE, BESIDE]],
  ])('fill what the bytes cannot say, when they come %s it', async (_, order) => {
    const { put, recordOf } = aStore();
    for (const key of order) await put(key, key === FILE ? PAGE : TOLD);
    expect(await recordOf(FILE)).toMatchObject({
      ...{ url: URL, capturedAt: '2025-05-05T03:05:05.000Z', identity: { kind: 'url', value: URL } },
      ...{ sortDate: { utc: '2025-05-05T03:05:05.000Z', basis: 'captured' }, version: 1 },
    });
  });

  it('yield to what came with the upload itself, field by field', async () => {
    const { put, recordOf } = aStore();
    await put(FILE, PAGE, { url: 'https://own.example/1' });
    await put(BESIDE, TOLD);
    expect(await recordOf(FILE)).toMatchObject({
      url: 'https://own.example/1',
      capturedAt: '2025-05-05T03:05:05.000Z',
    });
  });

  it('cost a file that has none no request more', async () => {
    const { store } = aStore();
    const asked: string[] = [];
    const table = currentTable(counting(store.table, asked));
    const change = store.bucket.put(FILE, PAGE);
    await ingest(change, 1, { ...store.bucket, reader: lineReader, table });
    expect(asked).toEqual(['get tomb', 'get tomb', 'update obj']);
  });

  it('give an article its name, and the old one leads to it: one record, none doubled', async () => {
    const { store, put, recordOf, listed } = aStore();
    await put(FILE, PAGE);
    const before = (await recordOf(FILE))?.id ?? '';
    await put(BESIDE, JSON.stringify({ id: 'desk-7' }));
    const after = (await recordOf(FILE))?.id ?? '';
    expect(after).not.toBe(before);
    expect(await findArticle(before, store.query)).toMatchObject({
      id: after,
      identity: { kind: 'id', value: 'desk-7' },
    });
    expect(await listed()).toEqual([after]);
    expect(await listVersions(before, currentTable(store.table))).toEqual(
      await listVersions(after, currentTable(store.table)),
    );
  });

  it('leave versions as they were', async () => {
    const { put, recordOf } = aStore();
    await put(FILE, PAGE);
    await put(FILE, `${PAGE} At nine.`);
    await put(BESIDE, TOLD);
    expect((await recordOf(FILE))?.version).toBe(2);
  });

  it('may be replaced and removed, and the record follows', async () => {
    const { store, put, recordOf } = aStore();
    await put(FILE, PAGE);
    const alone = await recordOf(FILE);
    await put(BESIDE, JSON.stringify({ id: 'desk-7' }));
    await put(BESIDE, JSON.stringify({ id: 'desk-8' }));
    expect((await recordOf(FILE))?.identity.value).toBe('desk-8');
    await store.deliver(store.bucket.remove(BESIDE));
    expect(await recordOf(FILE)).toEqual(alone);
    expect(await findArticle(alone?.id ?? '', store.query)).toEqual(alone);
  });

  it('are kept for a file that is not there yet, and say so', async () => {
    const { put, stateOf } = aStore();
    await put(BESIDE, TOLD);
    const gives = ['url', 'capturedAt', 'publisher'];
    expect(await stateOf(BESIDE)).toMatchObject({ state: 'sidecar', file: FILE, fileState: 'missing', gives });
    expect(await stateOf(FILE)).toBeNull();
    await put(FILE, PAGE);
    expect(await stateOf(BESIDE)).toMatchObject({ fileState: 'stored' });
  });

  it('of a container are no metadata of what it holds', async () => {
    const { put, stateOf, recordOf } = aStore();
    await put('incoming/a.tar', aTar([{ name: 'b.txt', content: PAGE }]));
    await put('incoming/a.tar.meta.json', TOLD);
    expect(await stateOf('incoming/a.tar.meta.json')).toMatchObject({ state: 'sidecar', fileState: 'container' });
    expect((await recordOf('incoming/a.tar#b.txt'))?.url).toBeNull();
  });

  it('end the same whatever a slow worker still writes', async () => {
    const { store, put, recordOf } = aStore();
    await put(FILE, PAGE);
    const slow: Update[] = [];
    const first = store.bucket.put(BESIDE, JSON.stringify({ id: 'desk-7' }));
    await ingest(first, 1, {
      ...store.bucket,
      reader: lineReader,
      table: currentTable(withholding(store.table, slow)),
    });
    await put(BESIDE, JSON.stringify({ id: 'desk-8' }));
    const before = rows(store.table.items());
    expect(slow).toHaveLength(1);
    for (const update of slow) await store.table.update(update);
    expect(rows(store.table.items())).toBe(before);
    expect((await recordOf(FILE))?.identity.value).toBe('desk-8');
  });

  it('stay while a reading without them comes late', async () => {
    const { store, put, recordOf } = aStore();
    const change = store.bucket.put(FILE, PAGE);
    await store.deliver(change);
    await put(BESIDE, TOLD);
    const before = rows(store.table.items());
    await store.deliver(change);
    expect(rows(store.table.items())).toBe(before);
    expect((await recordOf(FILE))?.url).toBe(URL);
  });
});

describe('a file that is called like metadata', () => {
  it.each([
    ['is no JSON', 'url: https://a.example', 'is no JSON object'],
    ['is broken', '{"url": "https://a.example/1"', 'is no JSON object'],
    ['is a list', '["https://a.example/1"]', 'is no JSON object'],
    ['says nothing of use', '{"colour": "red", "url": ""}', 'says none of these: id, guid, url'],
    ['names no address', '{"url": "nowhere"}', 'url is not a web address'],
    [
      'gives a time without its offset',
      '{"capturedAt": "2025-05-05T05:05:05"}',
      'capturedAt is not an instant with its offset',
    ],
    ['gives a number', '{"id": 7}', 'id is not a short text'],
    ['is too long', JSON.stringify({ id: 'a', filling: 'x'.repeat(65_536) }), 'more than 64 KiB'],
  ])('and %s is refused in plain words', async (_, content, why) => {
    const { put, stateOf, recordOf } = aStore();
    await put(FILE, PAGE);
    await put(BESIDE, content);
    expect(await stateOf(BESIDE)).toMatchObject({ state: 'rejected', rejection: { code: 'metadata.invalid' } });
    expect(JSON.stringify(await stateOf(BESIDE))).toContain(why);
    expect((await recordOf(FILE))?.identity.kind).toBe('key');
  });

  it.each([
    ['a page', '<p>Harbour opens\nThe harbour opens on Monday.'],
    [
      'an article as a tool writes it',
      JSON.stringify({ title: 'Harbour opens', text: 'It opens on Monday.', url: URL }, null, 1),
    ],
  ])('and is %s is an article of its own', async (_, content) => {
    const { put, stateOf } = aStore();
    await put(BESIDE, content);
    expect(await stateOf(BESIDE)).toMatchObject({ state: 'stored' });
  });
});

function counting(table: Table, asked: string[]): Table {
  const note = (verb: string, pk: string) => void asked.push(`${verb} ${pk.split('#')[0]}`);
  return {
    async get(key) {
      note('get', key.pk);
      return table.get(key);
    },
    async query(query) {
      note('query', query.pk);
      return table.query(query);
    },
    async put(item, guard) {
      note('put', item.pk);
      return table.put(item, guard);
    },
    async update(update) {
      note('update', update.key.pk);
      return table.update(update);
    },
  };
}

/** What is said in the row of the file comes much later. */
function withholding(table: Table, slow: Update[]): Table {
  const { pk } = objectKey(objectIdOf({ key: FILE, member: null }));
  return {
    ...table,
    async update(update) {
      if (update.key.pk !== pk) return table.update(update);
      slow.push(update);
      return { applied: false, found: null };
    },
  };
}
