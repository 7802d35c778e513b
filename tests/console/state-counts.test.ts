/** Refused and removed files, counted: at once where they are new, a minute late where they are old. */
import { describe, expect, it } from 'vitest';
import { openStateCounts } from '../../console/server/state-counts.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

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
