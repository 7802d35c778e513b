/** Settling that runs out of time: what was done stays done, what changed meanwhile is done again, and it comes to an end. */
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import { windowsThatSee } from '../../shared/core/event-windows.ts';
import { PARTS } from '../../shared/core/keys.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { settleChanged } from '../../shared/pipeline/settle-window.ts';
import { callForSettling, unsettledDays } from '../../shared/pipeline/unsettled-days.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const DAY = '2026-01-02';
const WINDOWS = windowsThatSee(DAY).length;
/** Of a worker: each window takes that much of it. */
const [CALL_MS, WINDOW_MS] = [500, 300];

function aStore() {
  const table = memoryTable();
  let spentMs = 0;
  const timed = {
    ...table,
    async query(query: Parameters<typeof table.query>[0]) {
      // The first list of a window's days: from here on it takes its time.
      if (query.pk.startsWith('stories#2')) spentMs += WINDOW_MS / (PARTS.length * STORE_LIMITS.windowDays);
      return table.query(query);
    },
  };
  const ports = { table: timed, pacing: { pause: async () => {} }, eventing: EVENTS };
  const call = () => {
    spentMs = 0;
    return settleChanged({ ...ports, clock: () => '2026-01-03T00:00:00.000Z', leftMs: () => CALL_MS - spentMs });
  };
  return { ports, call };
}

const open = async (ports: ReturnType<typeof aStore>['ports']) => (await unsettledDays(ports)).map(({ sk }) => sk);

describe('a settling that runs out of time', () => {
  it('goes on at the next call with the windows that are left, each settled once', async () => {
    const { ports, call } = aStore();
    await callForSettling(DAY, ports);
    const settled: string[] = [];
    for (let calls = 0; (await open(ports)).length > 0 && calls < 10; calls += 1)
      settled.push(...(await call()).map(({ from }) => from));
    expect(settled).toHaveLength(WINDOWS);
    expect(new Set(settled).size).toBe(WINDOWS);
    expect(WINDOWS).toBeGreaterThan(1);
  });

  it('leaves some for the next call', async () => {
    const { ports, call } = aStore();
    await callForSettling(DAY, ports);
    expect((await call()).length).toBeLessThan(WINDOWS);
    expect(await open(ports)).toEqual([DAY]);
  });

  it('begins anew with a day that has changed since', async () => {
    const { ports, call } = aStore();
    await callForSettling(DAY, ports);
    const first = await call();
    await callForSettling(DAY, ports);
    const second = await call();
    expect(second.map(({ from }) => from)).toEqual(first.map(({ from }) => from));
  });

  it('waits for its turn, once it is done, as if it had been done in one call', async () => {
    const { ports, call } = aStore();
    await callForSettling(DAY, ports);
    for (let calls = 0; calls < WINDOWS; calls += 1) await call();
    const [day] = await ports.table.query({
      pk: 'stories#unsettled',
      prefix: '',
      after: null,
      newestFirst: false,
      limit: 1,
    });
    expect(day).toMatchObject({ state: 'settled', at: '2026-01-03T00:00:00.000Z', tries: 0 });
    expect(day).not.toHaveProperty('windows');
  });
});
