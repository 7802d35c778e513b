/** So many a second, whatever each of them takes. */
import { describe, expect, it } from 'vitest';
import { steadyPace } from '../../shared/pipeline/pace.ts';

function aClock() {
  let now = 1_000;
  return {
    nowMs: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
    since: () => now - 1_000,
  };
}

describe('a pace', () => {
  it('lets the first go at once, and so many a second after it', async () => {
    const { nowMs, sleep, since } = aClock();
    const pace = steadyPace(20, nowMs, sleep);
    await pace.take(10);
    expect(since()).toBe(0);
    for (let taken = 10; taken < 100; taken += 10) await pace.take(10);
    expect(since()).toBe(4_500);
  });

  it('does not catch up after a pause', async () => {
    const { nowMs, sleep, since } = aClock();
    const pace = steadyPace(10, nowMs, sleep);
    await pace.take(10);
    await sleep(60_000);
    await pace.take(10);
    await pace.take(10);
    expect(since()).toBe(61_000);
  });
});
