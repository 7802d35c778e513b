/** Take-downs looked at once more: what slipped by them and is in no row goes; what may stay, and what was taken back, stays. */
import { describe, expect, it } from 'vitest';
import type { ObjectChange } from '../../shared/core/change.ts';
import { COPIES } from '../../shared/core/copies/kinship.ts';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import { objectIdOf, objectKey } from '../../shared/core/keys.ts';
import { TOMBSTONE_PREFIX, takeDownKey } from '../../shared/core/operating-keys.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import { planTakeDown } from '../../shared/pipeline/plan-take-down.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { purgeLate } from '../../shared/pipeline/purge-late.ts';
import { settleTaken } from '../../shared/pipeline/settle-taken.ts';
import { takeDown } from '../../shared/pipeline/take-down.ts';
import { undoTakeDown } from '../../shared/pipeline/undo-take-down.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';

const AT = '2026-02-01T00:00:00.000Z';
const later = (milliseconds: number) => new Date(Date.parse(AT) + milliseconds).toISOString();
const SOON = later(STORE_LIMITS.lateAfterMs + 1);
const URL = { metadata: { url: 'https://gazette.example/1' } };
const ELSEWHERE = { metadata: { url: 'https://herald.example/7' } };
const THIRD = { metadata: { url: 'https://courier.example/3' } };
const page = (what: string) => `Headline\npublished: 2026-01-01T10:00:00.000Z\n${what} was moored above the town.`;

/** All records of these stores stand beside their rows. */
const aStore = () => memoryStore(lineReader, 0);

function portsOf({ table: stored, bucket }: MemoryStore) {
  const table = currentTable(stored);
  const pacing = { pause: async () => {} };
  return { table, versions: bucket.versions, pacing, clock: () => AT, kinship: COPIES, eventing: EVENTS };
}

async function stored(store: MemoryStore, key: string, what: string): Promise<string> {
  const { articleId } = await store.deliver(store.bucket.put(key, page(what), URL));
  return articleId ?? '';
}

async function plan(store: MemoryStore, articleId: string) {
  const planned = await planTakeDown({ articleId, reason: 'R', copies: false, at: AT }, store.table);
  if (planned === null) throw new Error(`nothing is known of ${articleId}`);
  return planned;
}

async function forget(store: MemoryStore, articleId: string): Promise<void> {
  const planned = await plan(store, articleId);
  await settleTaken(planned, await takeDown(planned.decisions, portsOf(store)), portsOf(store));
  for (const change of store.bucket.untold()) await store.deliver(change);
}

/** A worker looks for tombstones before there is one, places its record, and dies: its row is never written. */
async function placeAndDie(store: MemoryStore, change: ObjectChange): Promise<void> {
  const table: Table = {
    ...portsOf(store).table,
    get: async (key) => (key.pk.startsWith(TOMBSTONE_PREFIX) ? null : store.table.get(key)),
    update: () => Promise.reject(new Error('died')),
  };
  await expect(ingest(change, 1, { ...store.bucket, reader: lineReader, table })).rejects.toThrow('died');
}

async function left(store: MemoryStore, prefix: string): Promise<readonly string[]> {
  return (await store.bucket.versions.list(prefix, null)).versions.map(({ key }) => key);
}

describe('a record that was placed beside a take-down, and that no row names', () => {
  async function anOrphan() {
    const store = aStore();
    const id = await stored(store, 'incoming/a.txt', 'A zeppelin');
    await forget(store, id);
    await placeAndDie(store, store.bucket.put('incoming/b.txt', page('A balloon'), URL));
    expect(await left(store, `bodies/${id}/`)).toHaveLength(1);
    return { store, id };
  }

  it('goes when the take-down is looked at once more, and is told of once', async () => {
    const { store, id } = await anOrphan();
    expect(await purgeLate(SOON, portsOf(store))).toEqual([{ articleId: id, versions: 0, bodies: 1 }]);
    expect(await left(store, 'bodies/')).toEqual([]);
    expect(await purgeLate(SOON, portsOf(store))).toEqual([]);
  });

  it('is not looked for while its worker may still be alive, nor for ever', async () => {
    const { store } = await anOrphan();
    for (const age of [0, STORE_LIMITS.lateAfterMs - 1, STORE_LIMITS.lateUntilMs + 1])
      expect(await purgeLate(later(age), portsOf(store))).toEqual([]);
    expect(await left(store, 'bodies/')).toHaveLength(1);
    expect(await purgeLate(later(STORE_LIMITS.lateUntilMs - 1), portsOf(store))).toHaveLength(1);
  });

  it('stays when it came after the take-down was taken back', async () => {
    const store = aStore();
    const id = await stored(store, 'incoming/a.txt', 'A zeppelin');
    await forget(store, id);
    await undoTakeDown({ articleId: id, reason: 'A mistake', at: later(1000) }, portsOf(store));
    await placeAndDie(store, store.bucket.put('incoming/b.txt', page('A balloon'), URL));
    expect(await purgeLate(SOON, portsOf(store))).toEqual([]);
    expect(await left(store, `bodies/${id}/`)).toHaveLength(1);
  });

  it('is found behind a whole page of other take-downs', async () => {
    const { store, id } = await anOrphan();
    const at = later(-60_000);
    for (let count = 0; count < STORE_LIMITS.pageItems; count += 1)
      await store.table.put({ ...takeDownKey(at, `art_${count}`), articleId: `art_${count}`, at }, null);
    expect(await purgeLate(SOON, portsOf(store))).toEqual([{ articleId: id, versions: 0, bodies: 1 }]);
  });

  it('goes with the take-down itself, which names it, when no file is left that feeds the article', async () => {
    const store = aStore();
    await store.bucket.bodies.put('bodies/art_a/unnamed', new Uint8Array([1]));
    const decision = { articleId: 'art_a', at: AT, reason: 'R', texts: [] };
    expect(await takeDown([decision], portsOf(store))).toEqual({ objects: [], bodies: ['bodies/art_a/unnamed'] });
    expect(await left(store, 'bodies/')).toEqual([]);
  });

  it('goes too when its article is not down, only its text is, by whoever looks: the take-down, or one that looks once more', async () => {
    const store = aStore();
    const id = await stored(store, 'incoming/a.txt', 'A zeppelin');
    await placeAndDie(store, store.bucket.put('incoming/b.txt', page('A zeppelin'), ELSEWHERE));
    expect(await left(store, 'bodies/')).toHaveLength(2);
    await forget(store, id);
    expect(await left(store, 'bodies/')).toEqual([]);
    await placeAndDie(store, store.bucket.put('incoming/c.txt', page('A zeppelin'), ELSEWHERE));
    expect(await left(store, 'bodies/')).toHaveLength(1);
    expect(await purgeLate(SOON, portsOf(store))).toEqual([{ articleId: id, versions: 0, bodies: 1 }]);
    expect(await left(store, 'bodies/')).toEqual([]);
  });

  it('stays when it has another text, or when its article was spared', async () => {
    const store = aStore();
    const id = await stored(store, 'incoming/a.txt', 'A zeppelin');
    const spared = await store.deliver(store.bucket.put('incoming/b.txt', page('A zeppelin'), ELSEWHERE));
    await forget(store, id);
    await placeAndDie(store, store.bucket.put('incoming/c.txt', page('A balloon'), THIRD));
    await placeAndDie(store, store.bucket.put('incoming/b.txt', page('A zeppelin'), ELSEWHERE));
    const before = await left(store, 'bodies/');
    expect(before.filter((name) => name.startsWith(`bodies/${spared.articleId}/`)).length).toBeGreaterThan(0);
    expect(before.length).toBeGreaterThan(1);
    expect(await purgeLate(SOON, portsOf(store))).toEqual([]);
    expect(await left(store, 'bodies/')).toEqual(before);
  });

  it('is left to the next call when there is no time', async () => {
    const { store } = await anOrphan();
    expect(await purgeLate(SOON, portsOf(store), () => true)).toEqual([]);
    expect(await left(store, 'bodies/')).toHaveLength(1);
  });
});

describe('a take-down that broke off', () => {
  /** Of an article and of the copy that carries its text: decided, marked, and nothing removed from the bucket. */
  async function broken() {
    const store = aStore();
    const id = await stored(store, 'incoming/a.txt', 'A zeppelin');
    const { articleId: other } = await store.deliver(store.bucket.put('incoming/copy.txt', page('A zeppelin')));
    const [own] = (await plan(store, id)).decisions;
    if (own === undefined) throw new Error('no decision');
    const meant = { ...own, texts: own.texts.map((text) => ({ ...text, spares: [] })) };
    const dead = () => Promise.reject(new Error('died'));
    await expect(takeDown([meant], { ...portsOf(store), versions: { list: dead, remove: dead } })).rejects.toThrow();
    expect(other).not.toBe(id);
    return { store, id };
  }

  it('is finished before it is taken back, with the copies that it meant: nobody would know of them any more', async () => {
    const { store, id } = await broken();
    await undoTakeDown({ articleId: id, reason: 'A mistake', at: SOON }, portsOf(store));
    expect([...(await left(store, 'incoming/')), ...(await left(store, 'bodies/'))]).toEqual([]);
  });

  it('is finished in bucket and rows, with the copies that it meant, when it is looked at once more', async () => {
    const { store, id } = await broken();
    expect((await left(store, 'incoming/')).length).toBe(2);
    expect(await purgeLate(SOON, portsOf(store))).toEqual([{ articleId: id, versions: 2, bodies: 2 }]);
    expect([...(await left(store, 'incoming/')), ...(await left(store, 'bodies/'))]).toEqual([]);
    for (const key of ['incoming/a.txt', 'incoming/copy.txt'])
      expect(await store.table.get(objectKey(objectIdOf({ key, member: null })))).toMatchObject({
        state: 'taken-down',
      });
  });

  it('is told of with what no row names, added up', async () => {
    const { store, id } = await broken();
    await placeAndDie(store, store.bucket.put('incoming/late.txt', page('A balloon'), URL));
    await store.bucket.bodies.put(`bodies/${id}/unnamed`, new Uint8Array([1]));
    const [told] = await purgeLate(SOON, portsOf(store));
    expect(told).toMatchObject({ articleId: id, versions: 2 });
    expect(told?.bodies).toBe(4);
  });

  it('leaves those alone whom it spared, and files that came after it and could not be read', async () => {
    const store = aStore();
    const id = await stored(store, 'incoming/a.txt', 'A zeppelin');
    await store.deliver(store.bucket.put('incoming/copy.txt', page('A zeppelin')));
    await forget(store, id);
    await store.deliver(store.bucket.put('incoming/a.txt', 'a headline without a text', URL));
    expect(await purgeLate(SOON, portsOf(store))).toEqual([]);
    expect([...(await left(store, 'incoming/'))].sort()).toEqual(['incoming/a.txt', 'incoming/copy.txt']);
    expect(await left(store, 'bodies/')).toHaveLength(1);
  });
});
