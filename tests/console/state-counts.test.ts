/** Refused and removed files, counted: at once where they are new, a minute late where they are old. */
import { describe, expect, it } from 'vitest';
import { forget } from '../../cli/commands/forget.ts';
import { listFiles, totals } from '../../console/server/files.ts';
import { openLedger } from '../../console/server/ledger.ts';
import { openStateCounts } from '../../console/server/state-counts.ts';
import { COPIES } from '../../shared/core/copies/kinship.ts';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import { aZip } from '../../shared/testing/archives.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';
import { anIo } from '../cli/fake-io.ts';

const MINUTE = 60_000;
/** The bucket in memory begins its time here. */
const BEGAN = Date.UTC(2026, 0, 1);

async function counting(days: number) {
  const store = memoryStore(lineReader);
  const refuse = async (name: string) => void (await store.deliver(store.bucket.put(`incoming/${name}`, '')));
  let time = BEGAN + days * 86_400_000;
  const counts = openStateCounts(store.query, () => time);
  const count = async () => (await counts.of('rejected')).count;
  return {
    refuse,
    count,
    wait: (ms: number) => {
      time += ms;
    },
  };
}

describe('counts of states', () => {
  it('see at once what was refused today', async () => {
    const { refuse, count } = await counting(0);
    await refuse('a');
    expect(await count()).toBe(1);
    await refuse('b');
    expect(await count()).toBe(2);
  });

  it('keep what was refused long ago for a minute, and then give it until it is counted again', async () => {
    const { refuse, count, wait } = await counting(30);
    await refuse('a');
    expect(await count()).toBe(1);
    await refuse('b');
    expect(await count()).toBe(1);
    wait(MINUTE + 1);
    expect(await count()).toBe(1);
    await expect.poll(count).toBe(2);
  });
});

const KEY = 'incoming/day.zip';
const FERRY = 'The ferry is back\nThe ferry came back to the old harbour at dawn, and nobody had been told.';
const RAIN = 'Rain\nRain is expected in the hills tonight, and on the coast tomorrow.';
const zipped = (...texts: readonly string[]) => aZip(texts.map((content, at) => ({ name: `${at}.txt`, content })));

/** The bucket's own time: it is long past by the clock of a test, so each count is the first. */
async function sums({ query }: MemoryStore, now = BEGAN) {
  const ledger = openLedger(query);
  const { stored, rejected, removed, containers } = await totals(
    ledger,
    openStateCounts(query, () => now),
  );
  ledger.close();
  return { stored, rejected, removed, containers };
}
const refusedOf = async ({ query }: MemoryStore) =>
  (await listFiles('rejected', null, query, '2026-01-02T00:00:00.000Z')).items.length;

describe('totals of what containers hold', () => {
  it.each([
    ['today', 0],
    ['long ago', 30 * 86_400_000],
  ])('forget the refused members of an earlier upload, as the list does: %s', async (_, later) => {
    const store = memoryStore(lineReader);
    await store.deliver(store.bucket.put(KEY, zipped(FERRY, '', '')));
    expect(await sums(store, BEGAN + later)).toEqual({ stored: 1, rejected: 2, removed: 0, containers: 1 });
    await store.deliver(store.bucket.put(KEY, zipped(FERRY, RAIN)));
    expect(await sums(store, BEGAN + later)).toEqual({ stored: 2, rejected: 0, removed: 0, containers: 1 });
    expect(await refusedOf(store)).toBe(0);
  });

  it('follow a container that is replaced while somebody looks, and one that is removed', async () => {
    const store = memoryStore(lineReader);
    const counts = openStateCounts(store.query, () => BEGAN);
    const refused = async () => (await counts.of('rejected')).count;
    await store.deliver(store.bucket.put('incoming/alone.txt', ''));
    await store.deliver(store.bucket.put(KEY, zipped('', '', '')));
    expect(await refused()).toBe(4);
    await store.deliver(store.bucket.put(KEY, zipped('', FERRY)));
    expect([await refused(), await refusedOf(store)]).toEqual([2, 2]);
    await store.deliver(store.bucket.remove(KEY));
    expect([await refused(), (await counts.of('removed')).count]).toEqual([1, 1]);
  });

  it('have what was taken down among the removed: a file before it is purged, a member for good', async () => {
    const store = memoryStore(lineReader);
    await store.deliver(store.bucket.put(KEY, zipped(FERRY, RAIN)));
    const options = { reason: 'Letter of 2 May', copies: false, dryRun: false, yes: true, undo: false, json: true };
    const ports = {
      table: currentTable(store.table),
      versions: store.bucket.versions,
      kinship: COPIES,
      eventing: EVENTS,
    };
    const clock = () => '2026-02-01T00:00:00.000Z';
    await forget(
      `${KEY}#0.txt`,
      options,
      { ...ports, pacing: { pause: async () => {} }, clock, elsewhere: [] },
      anIo(),
    );
    await store.deliver(store.bucket.put('incoming/again.txt', FERRY));
    expect(await sums(store)).toEqual({ stored: 1, rejected: 0, removed: 2, containers: 1 });
  });
});
