/** What of one object goes when something of it was taken down, and what stays; and the notes that ask for it. */
import { describe, expect, it } from 'vitest';
import { objectIdOf, objectKey } from '../../shared/core/keys.ts';
import { PURGES_PK, purgeKey, tombstoneKey } from '../../shared/core/operating-keys.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { type Tombstone, tombstoneAttributes } from '../../shared/core/tombstone.ts';
import type { ObjectVersion, VersionPlace } from '../../shared/pipeline/ports.ts';
import { purgeHeld } from '../../shared/pipeline/purge-held.ts';
import { purgeObject } from '../../shared/pipeline/purge-object.ts';
import { versionsUnder } from '../../shared/pipeline/versions-under.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';

const AT = '2026-02-01T00:00:00.000Z';
const KEY = 'incoming/a.txt';
const page = (what: string) => `Headline\n${what} was moored above the town.`;
const url = (name: string) => ({ metadata: { url: `https://gazette.example/${name}` } });
const idOf = (key: string) => objectIdOf({ key, member: null });

/** All records of these stores stand beside their rows. */
const aStore = () => memoryStore(lineReader, 0);
const portsOf = ({ table, bucket }: MemoryStore) => ({ table, versions: bucket.versions });

async function put(store: MemoryStore, key: string, text: string, options = {}): Promise<string> {
  return (await store.deliver(store.bucket.put(key, text, options))).articleId ?? '';
}

/** A decision on an article or a text, and nothing removed yet. */
async function decide({ table }: MemoryStore, name: string, given: Partial<Tombstone> = {}): Promise<void> {
  const stone: Tombstone = {
    ...{ name, kind: 'article', at: AT, reason: 'R', texts: [], articles: [], spares: [], lifted: null, revision: AT },
    ...given,
  };
  await table.put({ ...tombstoneKey(name), ...tombstoneAttributes(stone) }, null);
}

async function left({ bucket }: MemoryStore, prefix: string): Promise<readonly string[]> {
  const versions = await versionsUnder(prefix, () => true, bucket.versions);
  return versions.map(({ key, versionId, isMarker }) => `${key} ${isMarker ? 'marker' : versionId}`).toSorted();
}

describe('purging an object', () => {
  it('does nothing of which nothing is known, or of which nothing was taken down', async () => {
    const store = aStore();
    expect(await purgeObject('obj_unknown', null, portsOf(store))).toEqual({
      ...{ versions: [], bodies: [], emptied: false },
    });
    await put(store, KEY, page('A zeppelin'));
    const before = store.table.items();
    expect(await purgeObject(idOf(KEY), null, portsOf(store))).toEqual({ versions: [], bodies: [], emptied: false });
    expect(store.table.items()).toEqual(before);
    expect(await left(store, '')).toHaveLength(2);
  });

  it('empties its row, and removes its versions and long records, once', async () => {
    const store = aStore();
    const id = await put(store, KEY, page('A zeppelin'));
    await put(store, `${KEY}.bak`, page('A balloon'), url('2'));
    await decide(store, id);
    const purged = await purgeObject(idOf(KEY), null, portsOf(store));
    expect(purged.versions).toMatchObject([{ key: KEY, versionId: 'v1' }]);
    expect(purged.bodies).toEqual([expect.stringMatching(`^bodies/${id}/`)]);
    expect(purged.emptied).toBe(true);
    expect(await store.table.get(objectKey(idOf(KEY)))).toMatchObject({ state: 'taken-down', articleId: id });
    expect(await left(store, 'incoming/')).toEqual([`${KEY}.bak v2`]);
    expect(await left(store, 'bodies/')).toHaveLength(1);
    expect(await purgeObject(idOf(KEY), null, portsOf(store))).toEqual({ versions: [], bodies: [], emptied: false });
  });

  it('leaves a file that has become another article, and removes the versions that were this one', async () => {
    const store = aStore();
    const id = await put(store, KEY, page('A zeppelin'), url('1'));
    const next = await put(store, KEY, page('A balloon'), url('2'));
    await decide(store, id);
    const purged = await purgeObject(idOf(KEY), null, portsOf(store));
    expect(purged).toMatchObject({ versions: [{ versionId: 'v1' }], emptied: false });
    expect(await store.table.get(objectKey(idOf(KEY)))).toMatchObject({ state: 'stored', articleId: next });
    expect(await left(store, 'incoming/')).toEqual([`${KEY} v2`]);
    expect(await left(store, 'bodies/')).toEqual([expect.stringMatching(`^bodies/${next}/`)]);
  });

  it('keeps what could not be read, unless the whole file is meant and the article is down', async () => {
    const store = aStore();
    const id = await put(store, KEY, page('A zeppelin'), url('1'));
    await put(store, KEY, 'A headline and no more', url('1'));
    await decide(store, id);
    await purgeObject(idOf(KEY), 'art_other', portsOf(store));
    expect(await left(store, 'incoming/')).toEqual([`${KEY} v2`]);
    await decide(store, id, { lifted: { at: AT, reason: 'x' } });
    expect((await purgeObject(idOf(KEY), id, portsOf(store))).versions).toEqual([]);
    await decide(store, id);
    expect((await purgeObject(idOf(KEY), id, portsOf(store))).versions).toMatchObject([{ versionId: 'v2' }]);
    expect(await left(store, 'incoming/')).toEqual([]);
  });

  it('removes with the whole file what is older than anything that is remembered, and nothing newer', async () => {
    const store = aStore();
    store.bucket.put(KEY, page('Never told of'));
    const id = await put(store, KEY, page('A zeppelin'), url('1'));
    store.bucket.put(KEY, page('On its way'));
    await decide(store, id);
    const { versions } = await purgeObject(idOf(KEY), id, portsOf(store));
    expect(versions.map(({ versionId }) => versionId).toSorted()).toEqual(['v1', 'v2']);
    expect(await left(store, 'incoming/')).toEqual([`${KEY} v3`]);
  });

  it('removes a delete marker only when there is nothing left for it to hide', async () => {
    const store = aStore();
    const id = await put(store, KEY, page('A zeppelin'), url('1'));
    await put(store, KEY, page('A balloon'), url('2'));
    await store.deliver(store.bucket.remove(KEY));
    await decide(store, id);
    await purgeObject(idOf(KEY), null, portsOf(store));
    expect(await left(store, 'incoming/')).toEqual([`${KEY} marker`, `${KEY} v2`]);
    const other = (await store.table.get(objectKey(idOf(KEY))))?.['state'];
    expect(other).toBe('removed');
  });

  it('leaves the delete marker of a file of which nothing was taken down', async () => {
    const store = aStore();
    await put(store, KEY, page('A zeppelin'), url('1'));
    await store.deliver(store.bucket.remove(KEY));
    await purgeObject(idOf(KEY), 'art_other', portsOf(store));
    expect(await left(store, 'incoming/')).toEqual([`${KEY} marker`, `${KEY} v1`]);
  });

  it('removes the metadata beside a file that is down, and no article that is only called so', async () => {
    const store = aStore();
    const id = await put(store, KEY, page('A zeppelin'), url('1'));
    const beside = `${KEY}.meta.json`;
    await store.deliver(store.bucket.put(beside, '{"language":"en"}'));
    await decide(store, id);
    expect((await purgeObject(idOf(KEY), null, portsOf(store))).versions.map(({ key }) => key).toSorted()).toEqual([
      ...[KEY, beside],
    ]);
    const named = aStore();
    const own = await put(named, KEY, page('A zeppelin'), url('1'));
    await put(named, beside, page('A balloon'), url('2'));
    await decide(named, own);
    expect((await purgeObject(idOf(KEY), null, portsOf(named))).versions.map(({ key }) => key)).toEqual([KEY]);
  });

  it('removes the long records of the texts that are down, and of an article that is spared no others', async () => {
    const store = aStore();
    const id = await put(store, KEY, page('A zeppelin'), url('1'));
    await put(store, KEY, page('A balloon'), url('1'));
    const first = (await store.table.get(objectKey(idOf(KEY)))) ?? { pk: '', sk: '' };
    const texts = Object.values(first).flatMap((value) =>
      typeof value === 'object' && value !== null && 'text' in value ? [String(value.text)] : [],
    );
    const [old = ''] = texts;
    await decide(store, old, { kind: 'text', articles: ['art_other'] });
    const { bodies, emptied } = await purgeObject(idOf(KEY), null, portsOf(store));
    expect(bodies).toEqual([expect.stringMatching(`^bodies/${id}/${old}`)]);
    expect(emptied).toBe(false);
    expect(await left(store, 'bodies/')).toHaveLength(1);
  });
});

describe('all versions under a prefix', () => {
  const version = (key: string, versionId: string): ObjectVersion => ({
    ...{ key, versionId, isMarker: false, lastModified: AT },
  });

  it('are read to the end, and no further than the first that is not wanted', async () => {
    const asked: (VersionPlace | null)[] = [];
    const pages = [['a', 'a'], ['a', 'b'], ['c']];
    const list = async (_prefix: string, after: VersionPlace | null) => {
      asked.push(after);
      const at = asked.length - 1;
      const versions = (pages[at] ?? []).map((key, index) => version(key, `${at}.${index}`));
      return { versions, next: at + 1 < pages.length ? { key: 'k', versionId: String(at) } : null };
    };
    const found = await versionsUnder('a', ({ key }) => key === 'a', { list });
    expect(found.map(({ versionId }) => versionId)).toEqual(['0.0', '0.1', '1.0']);
    expect(asked).toEqual([null, { key: 'k', versionId: '0' }]);
    asked.length = 0;
    expect(await versionsUnder('a', () => true, { list })).toHaveLength(5);
  });

  it('are too many to be purged when there is no end of them', async () => {
    let asked = 0;
    const list = async () => {
      asked += 1;
      return { versions: [version('a', String(asked))], next: { key: 'a', versionId: String(asked) } };
    };
    await expect(versionsUnder('a', () => true, { list })).rejects.toThrow(
      `more than ${STORE_LIMITS.versionPages} versions under a: purge them by hand`,
    );
    expect(asked).toBe(STORE_LIMITS.versionPages);
  });
});

describe('a note that something is to be purged', () => {
  async function noted() {
    const store = aStore();
    const id = await put(store, KEY, page('A zeppelin'), url('1'));
    await decide(store, id);
    await store.table.put({ ...purgeKey(idOf(KEY)), objectId: idOf(KEY), pending: true, gen: 3 }, null);
    return store;
  }

  it('is worked off, told of and crossed out', async () => {
    const store = await noted();
    expect(await purgeHeld(portsOf(store))).toEqual([{ objectId: idOf(KEY), versions: 1, bodies: 1 }]);
    expect(await store.table.get({ pk: PURGES_PK, sk: idOf(KEY) })).toMatchObject({ pending: false, gen: 4 });
    expect(await purgeHeld(portsOf(store))).toEqual([]);
  });

  it('stays when something came while it was worked off', async () => {
    const store = await noted();
    const { table } = store;
    const busy = {
      ...table,
      get: async (key: Parameters<typeof table.get>[0]) => {
        await table.put({ ...purgeKey(idOf(KEY)), objectId: idOf(KEY), pending: true, gen: 4 }, null);
        return table.get(key);
      },
    };
    await purgeHeld({ ...portsOf(store), table: busy });
    expect(await store.table.get({ pk: PURGES_PK, sk: idOf(KEY) })).toMatchObject({ pending: true, gen: 4 });
  });

  it('is left to the next call when there is no time', async () => {
    const store = await noted();
    expect(await purgeHeld(portsOf(store), () => true)).toEqual([]);
    expect(await left(store, 'incoming/')).toHaveLength(1);
  });
});
