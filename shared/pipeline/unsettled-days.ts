/**
 * Days outside the window that is settled all the time, whose stories have changed: an archive was loaded, or a page is old. In: a
 * story's instant. Out: days to settle. Promise: a change that comes while its day is being settled is not forgotten.
 */
import { z } from 'zod';
import { UNSETTLED_PK } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { derive } from './derive.ts';
import { readPartition } from './read-partition.ts';
import type { EventPorts } from './settle-event.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const UnsettledDay = z.object({ sk: z.string(), settled: z.boolean(), gen: z.number() });
export type UnsettledDay = z.infer<typeof UnsettledDay>;

export async function callForSettling(listedAt: string, ports: EventPorts): Promise<void> {
  if (isRecent(listedAt, ports.now())) return;
  const key = { pk: UNSETTLED_PK, sk: listedAt.slice(0, 10) };
  await derive(key, async () => ({ settled: false }), ports);
}

/** Within the window up to now, or after it. */
function isRecent(instant: string, now: string): boolean {
  return Date.parse(now) - Date.parse(instant) < (STORE_LIMITS.windowDays - 1) * DAY_MS;
}

/** Oldest first. */
export async function unsettledDays({ table }: Pick<EventPorts, 'table'>): Promise<readonly UnsettledDay[]> {
  const items = await readPartition(table, UNSETTLED_PK, '');
  return items.map((item) => UnsettledDay.parse(item)).filter((day) => !day.settled);
}

/** Unless something has changed since the day was read. */
export async function markSettled({ sk, gen }: UnsettledDay, { table }: Pick<EventPorts, 'table'>): Promise<void> {
  const guard = { kind: 'unchanged', gen } as const;
  await table.update({ key: { pk: UNSETTLED_PK, sk }, set: { settled: true, gen: gen + 1 }, remove: [], guard });
}
