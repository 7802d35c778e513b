/** The heads that are counted: read once, then only what changed; said to be unfinished while they are being read. */
import { describe, expect, it } from 'vitest';
import { keepLast } from '../../console/server/keep-last.ts';
import { openLedger } from '../../console/server/ledger.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const page = (id: string) =>
  `A headline ${id}\npublished: 2026-01-0${id}T10:00:00.000Z\nShips came into harbour ${id}.`;

async function filled(...ids: readonly string[]) {
  const store = memoryStore(lineReader);
  for (const id of ids) await store.deliver(store.bucket.put(`incoming/${id}.txt`, page(id)));
  return store;
}

describe('the ledger', () => {
  it('has every head, and follows what comes and goes', async () => {
    const store = await filled('1', '2');
    let time = 0;
    const ledger = openLedger(store.query, () => time);
    const ids = async () => (await ledger.look()).heads.map(({ headline }) => headline).sort();
    expect(await ids()).toEqual(['A headline 1', 'A headline 2']);
    await store.deliver(store.bucket.put('incoming/3.txt', page('3')));
    await store.deliver(store.bucket.remove('incoming/1.txt'));
    time += 2_000;
    expect(await ids()).toEqual(['A headline 2', 'A headline 3']);
    ledger.close();
  });

  it('reads again after a while, for files that changed no article', async () => {
    const store = await filled('1');
    let time = 0;
    const ledger = openLedger(store.query, () => time);
    const objects = async () => (await ledger.look()).heads.map((head) => head.objects);
    expect(await objects()).toEqual([1]);
    const same = { metadata: { url: 'https://a.example/1' } };
    await store.deliver(store.bucket.put('incoming/1.txt', page('1'), same));
    await store.deliver(store.bucket.put('incoming/copy.txt', page('1'), same));
    time += 3_600_000;
    await ledger.look();
    await expect.poll(objects).toEqual([2]);
    ledger.close();
  });

  it('says so while it is still being read, and gives what it has', async () => {
    const store = await filled('1');
    const never = { ...store.query, feeds: { ...store.query.feeds, feed: () => new Promise<never>(() => {}) } };
    const ledger = openLedger(never);
    expect(await ledger.look()).toEqual({ heads: [], complete: false, cut: false });
    ledger.close();
  });

  it('keeps no prints: nothing here compares texts', async () => {
    const ledger = openLedger((await filled('1')).query);
    const { heads } = await ledger.look();
    expect(heads.map((head) => 'print' in head || 'about' in head)).toEqual([false]);
    ledger.close();
  });
});

describe('what is kept for the next who asks', () => {
  it('is worked out once, also when two ask at the same time; the oldest goes first', async () => {
    const kept = keepLast<string>(2);
    const made: string[] = [];
    const ask = (name: string) =>
      kept.get(name, async () => {
        made.push(name);
        return name;
      });
    await Promise.all([ask('a'), ask('a')]);
    await ask('b');
    await ask('a');
    await ask('c');
    await ask('a');
    await ask('b');
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('is nothing that failed', async () => {
    const kept = keepLast<string>(2);
    await expect(kept.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await kept.get('a', async () => 'yes')).toBe('yes');
  });
});
