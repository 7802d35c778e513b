/** Days that have changed: none is forgotten, whoever settles it, and whenever the change comes. */
import { describe, expect, it } from 'vitest';
import { eventWindow, windowsThatSee } from '../../shared/core/event-windows.ts';
import { callForSettling, markSettled, takeUp, unsettledDays } from '../../shared/pipeline/unsettled-days.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const aStore = () => ({ table: memoryTable(), pacing: { pause: async () => {} } });
type Ports = ReturnType<typeof aStore>;
const DAY = '2026-01-02';
const open = async (ports: Ports) => (await unsettledDays(ports)).map(({ sk }) => sk);

async function taken(ports: Ports) {
  const [day] = await unsettledDays(ports);
  const mine = day === undefined ? null : await takeUp(day, null, ports);
  if (mine === null) throw new Error('there is none to take up');
  return mine;
}

describe('a day that has changed', () => {
  it('is done once it has been settled', async () => {
    const ports = aStore();
    await callForSettling(DAY, ports);
    expect(await open(ports)).toEqual([DAY]);
    await markSettled(await taken(ports), 0, ports);
    expect(await open(ports)).toEqual([]);
  });

  it('is written down once, however often it changes', async () => {
    const ports = aStore();
    for (let change = 0; change < 100; change += 1) await callForSettling(DAY, ports);
    expect(ports.table.items()).toMatchObject([{ gen: 1 }]);
  });

  it('stays open when it changes while it is settled, and when settling dies', async () => {
    const ports = aStore();
    await callForSettling(DAY, ports);
    const mine = await taken(ports);
    expect(await open(ports)).toEqual([DAY]);
    await callForSettling(DAY, ports);
    await markSettled(mine, 0, ports);
    expect(await open(ports)).toEqual([DAY]);
  });

  it('stays open when two settle it at once, then closes', async () => {
    const ports = aStore();
    await callForSettling(DAY, ports);
    const [one, other] = [await taken(ports), await taken(ports)];
    await markSettled(other, 0, ports);
    await markSettled(one, 0, ports);
    expect(await open(ports)).toEqual([DAY]);
    await markSettled(await taken(ports), 0, ports);
    expect(await open(ports)).toEqual([]);
  });
});

describe('windows', () => {
  it('own each day once, and see the days around it', () => {
    for (let number = 20_000; number < 20_040; number += 1) {
      const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
      const windows = windowsThatSee(day).map(eventWindow);
      expect(windows.filter(({ owned }) => owned.has(day))).toHaveLength(1);
      expect(windows.every(({ days }) => days.includes(day))).toBe(true);
      const around = windowsThatSee(day);
      const [newest = 0, oldest = 0] = [around[0], around.at(-1)];
      for (const beyond of [newest + 1, oldest - 1]) expect(eventWindow(beyond).days).not.toContain(day);
    }
  });
});
