/** A row looked at once more beside the tombstones, and what a file of metadata tells the row of its file. */
import { describe, expect, it } from 'vitest';
import { besideIn } from '../../shared/core/beside.ts';
import type { Item } from '../../shared/core/item.ts';
import { objectIdOf, objectKey, TRACE_PREFIX } from '../../shared/core/keys.ts';
import { purgeKey, tombstoneKey } from '../../shared/core/operating-keys.ts';
import { type Tombstone, tombstoneAttributes } from '../../shared/core/tombstone.ts';
import { lookAgain, rowLeft } from '../../shared/pipeline/look-again.ts';
import { purgeObject } from '../../shared/pipeline/purge-object.ts';
import { tellFile } from '../../shared/pipeline/tell-file.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryQueue } from '../../shared/testing/memory-queue.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';

const AT = '2026-02-01T00:00:00.000Z';
const KEY = 'incoming/a.txt';
const OBJECT = objectIdOf({ key: KEY, member: null });
const PAGE = 'Headline\nA zeppelin was moored above the town.';

async function stored() {
  const store = memoryStore(lineReader);
  const { articleId } = await store.deliver(store.bucket.put(KEY, PAGE));
  return { store, id: articleId ?? '' };
}

async function decide({ table }: MemoryStore, name: string, given: Partial<Tombstone> = {}): Promise<void> {
  const stone: Tombstone = {
    ...{ name, kind: 'article', at: AT, reason: 'R', texts: [], articles: [], spares: [], lifted: null, revision: AT },
    ...given,
  };
  await table.put({ ...tombstoneKey(name), ...tombstoneAttributes(stone) }, null);
}

const rowOf = async ({ table }: MemoryStore): Promise<Item> => {
  const row = await table.get(objectKey(OBJECT));
  if (row === null) throw new Error('no row');
  return row;
};
const portsOf = ({ table }: MemoryStore) => ({ table, pacing: { pause: async () => {} } });

describe('a row that is looked at again', () => {
  it('is left alone while nothing of it is held back', async () => {
    const { store } = await stored();
    expect(await lookAgain(await rowOf(store), portsOf(store))).toBe(false);
    expect(await store.table.get(purgeKey(OBJECT))).toBe(null);
    expect(await rowLeft(OBJECT, store.table)).toEqual(await rowOf(store));
    expect(await rowLeft('obj_unknown', store.table)).toBe(null);
  });

  it('is noted to be purged when it is held back, and counts as empty', async () => {
    const { store, id } = await stored();
    await decide(store, id);
    expect(await lookAgain(await rowOf(store), portsOf(store))).toBe(true);
    expect(await store.table.get(purgeKey(OBJECT))).toMatchObject({ objectId: OBJECT, pending: true });
    expect(await rowLeft(OBJECT, store.table)).toMatchObject({ state: 'taken-down', articleId: id });
    expect(await rowOf(store)).toMatchObject({ state: 'stored' });
  });

  it('is noted as long as versions of it are left, and was known to be held back', async () => {
    const { store, id } = await stored();
    await decide(store, id);
    const dead = () => Promise.reject(new Error('died'));
    const ports = { table: store.table, versions: { list: dead, remove: dead } };
    await expect(purgeObject(OBJECT, null, ports)).rejects.toThrow('died');
    expect(await lookAgain(await rowOf(store), portsOf(store))).toBe(false);
    expect(await store.table.get(purgeKey(OBJECT))).toMatchObject({ pending: true });
  });

  it('is noted when a long record that a look has placed is held back, and only then', async () => {
    const { store, id } = await stored();
    const trace = { articleId: 'art_placed', text: 'txt_placed' };
    const row = { ...(await rowOf(store)), [`${TRACE_PREFIX}art_placed/txt_placed`]: trace };
    await decide(store, 'art_placed', { lifted: { at: AT, reason: 'x' } });
    expect(await lookAgain(row, portsOf(store))).toBe(false);
    expect(await store.table.get(purgeKey(OBJECT))).toBe(null);
    await decide(store, 'art_placed');
    expect(await lookAgain(row, portsOf(store))).toBe(false);
    expect(await store.table.get(purgeKey(OBJECT))).toMatchObject({ pending: true });
    expect(id).not.toBe('art_placed');
  });
});

describe('what a file of metadata tells', () => {
  const ref = { bucket: 'b', key: `${KEY}.meta.json`, member: null };

  async function told() {
    const { store } = await stored();
    await store.deliver(store.bucket.put(ref.key, '{"language":"de"}'));
    const item = await store.table.get(objectKey(objectIdOf(ref)));
    if (item === null) throw new Error('no row');
    return { store, item };
  }

  it('stands in the row of its file, which keeps all else and is read again while it has not heeded it', async () => {
    const { store, item } = await told();
    const fresh = memoryStore(lineReader);
    await fresh.deliver(fresh.bucket.put(KEY, PAGE));
    const before = await rowOf(fresh);
    const queue = memoryQueue();
    await tellFile(ref, item, { table: fresh.table, queue });
    const after = await rowOf(fresh);
    expect(after).toMatchObject(before);
    expect(besideIn(after)).toMatchObject({ hints: { language: 'de' }, revision: item['revision'] });
    expect(queue.bodies()).toHaveLength(1);
    expect(store).not.toBe(fresh);
  });

  it('is told once more by a second delivery, and changes nothing then', async () => {
    const { store, item } = await told();
    const before = store.table.items();
    const queue = memoryQueue();
    await tellFile(ref, item, { table: store.table, queue });
    expect(queue.bodies()).toEqual([]);
    expect(store.table.items()).toEqual(before);
  });

  it('is nothing of members, of files of other names, or where nobody could say what its row is', async () => {
    const { item } = await told();
    const table = {
      update: async () => {
        throw new Error('written');
      },
    };
    const ports = { table, queue: memoryQueue() };
    await tellFile({ ...ref, member: 'b.txt.meta.json' }, item, ports);
    await tellFile({ ...ref, key: KEY }, item, ports);
    await tellFile(ref, null, ports);
    expect(ports.queue.bodies()).toEqual([]);
  });

  it('is nothing any more once the file of metadata is gone', async () => {
    const { store } = await told();
    await store.deliver(store.bucket.remove(ref.key));
    expect(besideIn(await rowOf(store))?.hints).toBe(null);
    expect(await rowOf(store)).toMatchObject({ state: 'stored', language: 'en' });
  });
});
