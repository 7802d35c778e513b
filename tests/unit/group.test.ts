/** Articles and stories, derived from rows: heads, versions, copies, disputed dates, lists. */
import { describe, expect, it } from 'vitest';
import { findArticle, findObject, listArticles, listRejected } from '../../shared/pipeline/query.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const URL_A = { metadata: { url: 'https://a.example/1' } };
const WIRE = 'The minister will travel on Wednesday.\nThe ministry said so on Monday.';

function page(headline: string, body: string, published: string | null = null): string {
  return [headline, ...(published === null ? [] : [`published: ${published}`]), body].join('\n');
}

async function articleAt(store: ReturnType<typeof memoryStore>, key: string) {
  const state = await findObject(key, store.query);
  if (state?.state !== 'stored') throw new Error(`${key} is not stored`);
  return state.record;
}

describe('an article', () => {
  it('is one, however many objects carry it; the newest capture is its face', async () => {
    const store = memoryStore(lineReader);
    const at = (capturedAt: string) => ({ metadata: { ...URL_A.metadata, 'captured-at': capturedAt } });
    await store.deliver(store.bucket.put('late.txt', page('Second', 'New text.'), at('2026-02-02T00:00:00Z')));
    await store.deliver(store.bucket.put('early.txt', page('First', 'Old text.'), at('2026-01-01T00:00:00Z')));
    const { items } = await listArticles({ limit: 10, cursor: null }, store.query);
    expect(items.map((item) => item.headline)).toEqual(['Second']);
    expect(items[0]?.version).toBe(2);
  });

  it('grows a version only when its text changes', async () => {
    const store = memoryStore(lineReader);
    const versions: (number | undefined)[] = [];
    for (const text of ['One.', 'One.', 'Two.', 'One.']) {
      await store.deliver(store.bucket.put('a', page('Same headline', text)));
      versions.push((await articleAt(store, 'a')).version);
    }
    expect(versions).toEqual([1, 1, 2, 3]);
  });

  it('is gone when its last object is, and comes back with the next', async () => {
    const store = memoryStore(lineReader);
    await store.deliver(store.bucket.put('a', page('H', 'Text.')));
    const { id } = await articleAt(store, 'a');
    await store.deliver(store.bucket.remove('a'));
    expect(await findArticle(id, store.query)).toBeNull();
    expect((await listArticles({ limit: 10, cursor: null }, store.query)).items).toEqual([]);
    await store.deliver(store.bucket.put('a', page('H', 'Text.')));
    expect(await findArticle(id, store.query)).toMatchObject({ id, version: 1 });
  });

  it('leaves the place that it had when its object turns out to be another article', async () => {
    const store = memoryStore(lineReader);
    await store.deliver(store.bucket.put('a', page('H', 'Text.'), URL_A));
    const before = await articleAt(store, 'a');
    await store.deliver(store.bucket.put('a', page('H', 'Text.'), { metadata: { url: 'https://a.example/2' } }));
    expect(await findArticle(before.id, store.query)).toBeNull();
    expect((await articleAt(store, 'a')).identity.value).toBe('https://a.example/2');
  });
});

describe('a story', () => {
  it.each([
    ['the older copy comes first', [0, 1]],
    ['the older copy comes last', [1, 0]],
  ])('is shared by equal texts, and disputes a date that an older copy disproves: %s', async (_, order) => {
    const store = memoryStore(lineReader);
    const pages = [
      page('Minister travels', WIRE, '2023-10-16T07:59:00.000Z'),
      page('MINISTER!', WIRE, '2025-04-17T14:27:32.000Z'),
    ];
    for (const index of order) await store.deliver(store.bucket.put(`${index}.txt`, pages[index] ?? ''));
    const [older, younger] = [await articleAt(store, '0.txt'), await articleAt(store, '1.txt')];
    expect(older.storyId).toMatch(/^sty_/);
    expect(younger.storyId).toBe(older.storyId);
    expect(older).toMatchObject({ copyOf: null, quality: expect.not.arrayContaining(['published-disputed']) });
    expect(younger).toMatchObject({
      published: { status: 'disputed', contradicts: [expect.stringContaining('2023-10-16')] },
      sortDate: { utc: '2025-04-17T14:27:32.000Z', basis: 'published' },
      effectiveDate: { utc: '2023-10-16T07:59:00.000Z', basis: 'earliest-copy' },
      copyOf: { id: older.id, relation: 'identical', coverage: 1, direction: 'inferred' },
      quality: expect.arrayContaining(['published-disputed', 'copy-of-earlier']),
    });
  });

  it('leaves a date within thirty days alone, and still says whose copy it is', async () => {
    const store = memoryStore(lineReader);
    await store.deliver(store.bucket.put('0', page('H', WIRE, '2026-01-01T00:00:00.000Z')));
    await store.deliver(store.bucket.put('1', page('H', WIRE, '2026-01-31T00:00:00.000Z')));
    const first = await articleAt(store, '0');
    expect(await articleAt(store, '1')).toMatchObject({ published: { status: 'stated' }, copyOf: { id: first.id } });
  });

  it('has an undated copy of which nobody can say where it came from', async () => {
    const store = memoryStore(lineReader);
    await store.deliver(store.bucket.put('0', page('H', WIRE, '2026-01-01T00:00:00.000Z')));
    await store.deliver(store.bucket.put('1', page('H', WIRE)));
    expect(await articleAt(store, '1')).toMatchObject({
      published: { status: 'missing' },
      copyOf: { direction: 'unknown' },
    });
  });

  it('is left by a revision, and a removed first copy clears the date that it disputed', async () => {
    const store = memoryStore(lineReader);
    await store.deliver(store.bucket.put('0', page('H', WIRE, '2023-01-01T00:00:00.000Z')));
    await store.deliver(store.bucket.put('1', page('H', WIRE, '2026-01-01T00:00:00.000Z')));
    expect((await articleAt(store, '1')).published.status).toBe('disputed');
    await store.deliver(store.bucket.put('0', page('H', 'Another text.', '2023-01-01T00:00:00.000Z')));
    expect(await articleAt(store, '1')).toMatchObject({ published: { status: 'stated' }, copyOf: null });
    expect((await articleAt(store, '0')).storyId).not.toBe((await articleAt(store, '1')).storyId);
  });
});

describe('a list', () => {
  it('gives articles newest first, page by page, across days and shards', async () => {
    const store = memoryStore(lineReader);
    const days = Array.from(
      { length: 25 },
      (_, index) => `20${String(10 + (index % 5))}-0${1 + (index % 9)}-1${index % 10}T0${index % 10}:00:00.000Z`,
    );
    for (const [index, day] of days.entries())
      await store.deliver(store.bucket.put(`${index}`, page('H', `Text ${index}.`, day)));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const found: Awaited<ReturnType<typeof listArticles>> = await listArticles({ limit: 4, cursor }, store.query);
      seen.push(...found.items.map((item) => item.sortDate.utc));
      cursor = found.cursor;
    } while (cursor !== null);
    expect(seen).toEqual([...days].sort().reverse());
  });

  it('names refused files with their reasons, until they are mended', async () => {
    const store = memoryStore(lineReader);
    await store.deliver(store.bucket.put('bad.txt', 'no paragraph'));
    await store.deliver(store.bucket.put('worse.txt', ''));
    const codes = async () =>
      (await listRejected({ limit: 10, cursor: null }, store.query)).items.map((item) => [item.key, item.code]);
    expect(await codes()).toEqual([
      ['worse.txt', 'document.empty'],
      ['bad.txt', 'article.no-text'],
    ]);
    await store.deliver(store.bucket.put('bad.txt', page('H', 'Now with text.')));
    expect(await codes()).toEqual([['worse.txt', 'document.empty']]);
  });

  it('refuses a cursor that it did not give', async () => {
    const store = memoryStore(lineReader);
    await expect(listArticles({ limit: 1, cursor: 'bm8' }, store.query)).rejects.toThrow('cursor');
  });
});
