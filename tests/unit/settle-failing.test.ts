/** Settling on a table that answers too late: what can be settled is, and what cannot is taken up again soon, though not for ever. */
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { settleChanged } from '../../shared/pipeline/settle-window.ts';
import { callForSettling, unsettledDays } from '../../shared/pipeline/unsettled-days.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const [SLOW, QUICK] = ['2023-10-16', '2026-01-02'];
const START = Date.parse('2026-01-03T00:00:00.000Z');
const minutesOn = (minutes: number) => () => new Date(START + minutes * 60_000).toISOString();

/** Both days have changed; the lists of one cannot be read so many times. */
async function aStore(failures: number) {
  const table = memoryTable();
  let left = failures;
  const slow: Table = {
    ...table,
    async query(query) {
      if (query.pk.startsWith(`stories#${SLOW}`) && left-- > 0) throw new Error('no answer within 2000 ms');
      return table.query(query);
    },
  };
  const ports = { table: slow, pacing: { pause: async () => {} }, eventing: EVENTS };
  for (const day of [SLOW, QUICK]) await callForSettling(day, ports);
  return ports;
}

const open = async (ports: Awaited<ReturnType<typeof aStore>>) => (await unsettledDays(ports)).map(({ sk }) => sk);
/** One window reads a day in so many parts at once: a failure of each ends a turn. */
const ALWAYS = 1_000_000;

describe('settling', () => {
  it('tries what failed once more within the call', async () => {
    const ports = await aStore(1);
    await settleChanged({ ...ports, clock: minutesOn(0) });
    expect(await open(ports)).toEqual([]);
  });

  it('settles the other days when one cannot be, and says so', async () => {
    const ports = await aStore(ALWAYS);
    await expect(settleChanged({ ...ports, clock: minutesOn(0) })).rejects.toThrow(
      /not settled.* no answer within 2000 ms/,
    );
    expect(await open(ports)).toEqual([SLOW]);
  });

  it('takes up a day that failed at the next call, and after some failures waits longer each time', async () => {
    const ports = await aStore(ALWAYS);
    for (let failure = 0; failure < STORE_LIMITS.dayFailures; failure += 1)
      await expect(settleChanged({ ...ports, clock: minutesOn(failure) })).rejects.toThrow(/not settled/);
    expect(await settleChanged({ ...ports, clock: minutesOn(10) })).toEqual([]);
    await expect(settleChanged({ ...ports, clock: minutesOn(24 * 60 + 10) })).rejects.toThrow(/not settled/);
  });
});
