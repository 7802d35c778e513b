/** A day that is to be settled, step by step: what is remembered of it. */
import { describe, expect, it } from 'vitest';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import {
  callForSettling,
  giveBack,
  leaveOff,
  markSettled,
  takeUp,
  unsettledDays,
} from '../../shared/pipeline/unsettled-days.ts';
import { AT, aStore } from './asked-store.ts';

describe('a day that is to be settled', () => {
  const KEY = { pk: 'stories#unsettled', sk: '2026-01-02' };
  async function aDay() {
    const { ports, store } = await aStore();
    await callForSettling('2026-01-02', ports);
    return { ports, now: () => store.get(KEY), days: () => unsettledDays(ports) };
  }

  it('remembers how its settlings went', async () => {
    const { ports, now, days } = await aDay();
    expect(await now()).toEqual({ ...KEY, at: null, stories: 0, tries: 0, state: 'unsettled', gen: 1 });
    const [day] = await days();
    if (day === undefined) throw new Error('no day');
    const mine = await takeUp(day, AT, ports);
    expect(await now()).toEqual({ ...KEY, at: AT, stories: 0, tries: 1, state: 'settling', gen: 2 });
    expect(mine).toEqual({ sk: KEY.sk, at: AT, stories: 0, tries: 1, state: 'settling', gen: 2, windows: [] });
    expect(await takeUp(day, AT, ports)).toBeNull();
    if (mine === null) throw new Error('not taken');
    await leaveOff(mine, [{ index: 3, stories: 7 }], ports);
    const left = {
      ...KEY,
      at: null,
      stories: 0,
      tries: 0,
      state: 'settling',
      gen: 3,
      windows: [{ index: 3, stories: 7 }],
    };
    expect(await now()).toEqual(left);
    await leaveOff(mine, [], ports);
    expect(await now()).toEqual(left);
    const [again] = await days();
    const taken = again === undefined ? null : await takeUp(again, AT, ports);
    if (taken === null) throw new Error('not taken');
    await markSettled(taken, 12, ports);
    expect(await now()).toEqual({ ...KEY, at: AT, stories: 12, tries: 0, state: 'settled', gen: 5 });
    expect(await days()).toEqual([]);
    await markSettled(taken, 13, ports);
    expect(await now()).toEqual({ ...KEY, at: AT, stories: 13, tries: 0, state: 'unsettled', gen: 6 });
  });

  it('is tried again at once when it fails, until it has failed too often', async () => {
    const { ports, now } = await aDay();
    for (const [tries, at] of [
      [STORE_LIMITS.dayFailures - 1, null],
      [STORE_LIMITS.dayFailures, AT],
    ] as const) {
      await ports.table.put({ ...KEY, at: AT, stories: 4, tries, state: 'settling', gen: 2 }, null);
      await giveBack({ ...KEY, at: AT, stories: 4, tries, state: 'settling', gen: 2, windows: [] }, ports);
      expect(await now()).toEqual({ ...KEY, at, stories: 4, tries, state: 'unsettled', gen: 3 });
    }
  });

  it('comes newest first, and not when it is settled', async () => {
    const day = (sk: string, state: string) => ({ pk: KEY.pk, sk, state, gen: 1 });
    const { ports } = await aStore(
      day('2026-01-01', 'unsettled'),
      day('2026-01-02', 'settled'),
      day('2026-01-03', 'settling'),
    );
    expect((await unsettledDays(ports)).map(({ sk }) => sk)).toEqual(['2026-01-03', '2026-01-01']);
  });
});
