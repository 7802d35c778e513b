/** Days that several windows see are read once for all of them, and nobody is overlooked who begins one of these windows meanwhile. */
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import { eventWindow, windowsThatSee } from '../../shared/core/event-windows.ts';
import { PARTS, windowKey } from '../../shared/core/keys.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { settleChanged, settleWindow } from '../../shared/pipeline/settle-window.ts';
import { callForSettling, unsettledDays } from '../../shared/pipeline/unsettled-days.ts';
import { openReading } from '../../shared/pipeline/window-reading.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const DAY = '2026-01-02';
const WINDOWS = windowsThatSee(DAY);
const DAYS = new Set(WINDOWS.flatMap((index) => eventWindow(index).days));

/** What is asked of the table, in order. */
function aStore(put: (item: Parameters<Table['put']>[0]) => void = () => {}) {
  const store = memoryTable();
  const asked: string[] = [];
  const table: Table = {
    ...store,
    async query(query) {
      if (query.pk.startsWith('stories#2')) asked.push(query.pk);
      return store.query(query);
    },
    async put(item, guard) {
      put(item);
      if (WINDOWS.some((index) => windowKey(index).pk === item.pk && windowKey(index).sk === item.sk))
        asked.push('begin');
      return store.put(item, guard);
    },
  };
  return { asked, ports: { table, pacing: { pause: async () => {} }, eventing: EVENTS } };
}

describe('windows that are settled in one call', () => {
  it('are begun, all of them, and then read each day once', async () => {
    const { asked, ports } = aStore();
    await callForSettling(DAY, ports);
    expect(await settleChanged(ports)).toHaveLength(WINDOWS.length);
    expect(asked.slice(0, WINDOWS.length)).toEqual(WINDOWS.map(() => 'begin'));
    expect(asked.slice(WINDOWS.length)).toHaveLength(DAYS.size * PARTS.length);
    expect(new Set(asked).size).toBe(DAYS.size * PARTS.length + 1);
  });

  it('are settled once more when somebody began one after the first was read, before its own turn', async () => {
    const { ports } = aStore();
    const [first = 0, second = 0] = WINDOWS;
    const reading = openReading([first, second], ports);
    await settleWindow(first, ports, reading);
    await settleWindow(second, ports);
    expect(await unsettledDays(ports)).toEqual([]);
    await settleWindow(second, ports, reading);
    const called = (await unsettledDays(ports)).map(({ sk }) => sk);
    expect(called.toSorted()).toEqual([...eventWindow(second).owned].toSorted());
  });

  it('wait for none that cannot be begun', async () => {
    const [bad = 0, good = 0] = WINDOWS;
    const { ports } = aStore(({ pk, sk }) => {
      const key = windowKey(bad);
      if (pk === key.pk && sk === key.sk) throw new Error('no answer within 2000 ms');
    });
    const reading = openReading([bad, good], ports);
    await expect(reading.read(bad)).rejects.toThrow('no answer');
    expect((await reading.read(good)).stories).toEqual([]);
  });
});
