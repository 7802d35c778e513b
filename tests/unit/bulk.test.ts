/** What is sent in bulk: room in the queue, rows one page after the other, messages in batches at a rate. */
import { describe, expect, it } from 'vitest';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { conceal, concealing } from '../../shared/pipeline/conceal.ts';
import { eachPage } from '../../shared/pipeline/each-page.ts';
import type { PageRequest } from '../../shared/pipeline/feed-page.ts';
import { waitForRoom } from '../../shared/pipeline/queue-room.ts';
import { type ReplayRequest, replay } from '../../shared/pipeline/replay.ts';
import { replayable } from '../../shared/pipeline/replayable.ts';
import { aRecord } from '../../shared/testing/a-record.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryQueue } from '../../shared/testing/memory-queue.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

async function all<T>(given: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const one of given) list.push(one);
  return list;
}

/** A queue that holds so many at each look, and then the last number for good. */
function queueOf(...waiting: readonly number[]) {
  const slept: number[] = [];
  let looks = 0;
  const queue = {
    waiting: async () => {
      looks += 1;
      return waiting[Math.min(looks, waiting.length) - 1] ?? 0;
    },
  };
  return { slept, looks: () => looks, ports: { queue, sleep: async (ms: number) => void slept.push(ms) } };
}

describe('room in a queue', () => {
  const most = 20 * STORE_LIMITS.replayBacklogS;
  const patience = STORE_LIMITS.replayPatienceMs / STORE_LIMITS.replayWaitMs;

  it('is there while at most a minute of what is sent waits in it', async () => {
    const { slept, ports } = queueOf(most);
    await waitForRoom(20, ports);
    expect(slept).toEqual([]);
  });

  it('is waited for, look by look', async () => {
    const { slept, ports } = queueOf(most + 2, most + 1, most);
    await waitForRoom(20, ports);
    expect(slept).toEqual([STORE_LIMITS.replayWaitMs, STORE_LIMITS.replayWaitMs]);
  });

  it('is given up when the queue has become no shorter for ten minutes', async () => {
    const { slept, ports } = queueOf(most + 1);
    await expect(waitForRoom(20, ports)).rejects.toThrow(`${most + 1} messages wait, and in ten minutes they did not`);
    expect(slept).toHaveLength(patience);
  });

  it('is waited for as long as the queue becomes shorter now and then', async () => {
    const pause = Array.from({ length: patience - 1 }, () => most + 9);
    const { slept, ports } = queueOf(most + 5, ...pause, most + 4, ...pause, most);
    await waitForRoom(20, ports);
    expect(slept).toHaveLength(2 * patience);
    await expect(waitForRoom(20, queueOf(most + 5, ...pause, most + 5).ports)).rejects.toMatchObject({
      name: 'QueueStands',
    });
  });
});

async function aTown(count: number) {
  const store = memoryStore(lineReader);
  const keys = Array.from({ length: count }, (_, at) => `incoming/${String(at).padStart(2, '0')}.txt`);
  for (const [at, key] of keys.entries())
    await store.deliver(store.bucket.put(key, `Headline\nStory number ${at} of the harbour.`));
  store.bucket.put('incoming/new.txt', 'Headline\nNobody has told of it.');
  await store.deliver(store.bucket.put('incoming/short.txt', 'A headline and no more'));
  await store.deliver(store.bucket.put('other/00.txt', 'Headline\nElsewhere.'));
  return { store, keys };
}

const ANY = { prefix: 'incoming/', after: null, outlet: null, since: null, extractorBelow: null } as const;

describe('objects that may be read again', () => {
  it('are all of the listing under the prefix, with what their rows say', async () => {
    const { store, keys } = await aTown(4);
    const found = await all(replayable(ANY, { listing: store.bucket.listing, feeds: store.table }));
    expect(found.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      ...keys.map((key) => `wanted ${key}`),
      'without-row incoming/new.txt',
      'wanted incoming/short.txt',
    ]);
    expect(found[0]).toMatchObject({ row: { key: keys[0], state: 'stored' }, item: { key: keys[0] } });
  });

  it('are those behind a key, and of others it is said that they are not meant', async () => {
    const { store, keys } = await aTown(4);
    const selection = { ...ANY, after: keys[1] ?? null, extractorBelow: 0 };
    const found = await all(replayable(selection, { listing: store.bucket.listing, feeds: store.table }));
    expect(found.map(({ kind }) => kind)).toEqual(['other', 'other', 'without-row', 'other']);
  });

  it('are not asked of a listing that gives nothing and does not end', async () => {
    const { store } = await aTown(0);
    const listing = { page: async () => ({ keys: [], isLast: false }) };
    await expect(all(replayable(ANY, { listing, feeds: store.table }))).rejects.toThrow('does not end');
  });
});

describe('a replay', () => {
  async function replayed(count: number, given: Partial<ReplayRequest>) {
    const { store, keys } = await aTown(count);
    const [queue, sizes, taken] = [memoryQueue(), [] as number[], [] as number[]];
    const counted = {
      ...queue,
      send: async (bodies: readonly string[]) => {
        sizes.push(bodies.length);
        await queue.send(bodies);
      },
    };
    const before = store.table.items();
    const ports = {
      ...{ listing: store.bucket.listing, feeds: store.table, table: store.table, queue: counted },
      ...{ pace: { take: async (many: number) => void taken.push(many) }, sleep: async () => {}, nowMs: () => 0 },
    };
    const request = { ...ANY, limit: null, rate: 20, touch: false, ...given };
    const told = await all(replay(request, ports));
    return { told, keys, sizes, taken, bodies: queue.bodies(), before, after: store.table.items() };
  }

  it('sends each object once, ten at a time, and tells of all', async () => {
    const { told, sizes, taken, bodies, before, after } = await replayed(12, {});
    expect(sizes).toEqual([10, 3]);
    expect(taken).toEqual(sizes);
    expect(new Set(bodies).size).toBe(13);
    expect(told).toHaveLength(14);
    expect(after).toEqual(before);
  });

  it('sends no more at a time than a second may have', async () => {
    expect((await replayed(4, { rate: 1.5 })).sizes).toEqual([2, 2, 1]);
  });

  it('ends after as many as were asked for', async () => {
    const { sizes, told } = await replayed(12, { limit: 3 });
    expect([sizes, told.length]).toEqual([[3], 3]);
    expect((await replayed(12, { limit: 10 })).sizes).toEqual([10]);
  });

  it('touches rows instead, at the same pace, and sends nothing', async () => {
    const { sizes, taken, after } = await replayed(4, { touch: true });
    expect([sizes, taken]).toEqual([[], [5]]);
    expect(after.filter((item) => 'touched' in item).map(({ key }) => key)).toHaveLength(5);
  });
});

describe('pages', () => {
  it('are asked for when the one before is used up, until there is no cursor', async () => {
    const asked: PageRequest[] = [];
    const next = async (request: PageRequest) => {
      asked.push(request);
      const items = [`${asked.length}a`, `${asked.length}b`];
      return { items, cursor: asked.length < 3 ? `c${asked.length}` : null };
    };
    const pages = eachPage(next);
    expect((await pages.next()).value).toBe('1a');
    expect(asked).toHaveLength(1);
    expect(await all(pages)).toEqual(['1b', '2a', '2b', '3a', '3b']);
    expect(asked.map(({ cursor }) => cursor)).toEqual([null, 'c1', 'c2']);
    expect(asked[0]?.limit).toBe(STORE_LIMITS.listItems);
  });
});

describe('records on their way to others', () => {
  const record = aRecord();

  it('cost no read while they name nobody, and lose none', async () => {
    const getMany = async () => {
      throw new Error('asked');
    };
    async function* many() {
      for (let count = 0; count < 45; count += 1) yield { ...record, version: count + 1 };
    }
    const now = '2026-02-01T00:00:00.000Z';
    const given = await all(concealing(many(), now, { feeds: { feed: async () => [], getMany } }));
    expect(given.map(({ version }) => version)).toEqual(Array.from({ length: 45 }, (_, at) => at + 1));
    expect(await conceal([record], now, { feeds: { feed: async () => [], getMany } })).toEqual([record]);
  });
});
