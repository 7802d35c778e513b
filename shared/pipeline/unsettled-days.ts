/**
 * Days whose stories have changed. In: a day. Out: days to settle. Promise: a change that comes while its day is being settled, or
 * while somebody else settles it, is not forgotten.
 *
 * Why: a change is told after it was written. Whoever finds its day `unsettled` need not write, for settling takes the day up
 * (`settling`) before it reads the stories; later than that the change is written down and the day cannot be marked as settled. So, as long
 * as it stands as `settling`, what was settled since it was taken up need not be settled again: it may be left off, and gone on with.
 */
import { z } from 'zod';
import type { Item } from '../core/item.ts';
import { UNSETTLED_PK } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { type DerivePorts, derive } from './derive.ts';
import { readPartition } from './read-partition.ts';

const State = z.enum(['unsettled', 'settling', 'settled']);
/** How its last settlings went: decides when the next one is, and nothing else. */
const Past = z.object({
  at: z.string().nullable().default(null),
  stories: z.number().default(0),
  tries: z.number().default(0),
});
/** A window that was settled since the day was taken up, and how many stories it held. */
const SettledWindow = z.object({ index: z.number(), stories: z.number() });
export type SettledWindow = z.infer<typeof SettledWindow>;
const ChangedDay = Past.extend({
  sk: z.string(),
  state: State.default('unsettled'),
  gen: z.number(),
  windows: z.array(SettledWindow).default([]),
});
export type ChangedDay = z.infer<typeof ChangedDay>;

export const changedDayKey = (day: string) => ({ pk: UNSETTLED_PK, sk: day });

export const isSettled = (day: Item): boolean => ChangedDay.parse(day).state === 'settled';

/** A busy day costs a read for each change, and a write between two settlings. */
export async function callForSettling(day: string, ports: DerivePorts): Promise<void> {
  const known = await ports.table.get(changedDayKey(day));
  if (known !== null && ChangedDay.parse(known).state === 'unsettled') return;
  await reopen(day, {}, ports);
}

async function reopen(day: string, past: Partial<z.infer<typeof Past>>, ports: DerivePorts): Promise<void> {
  const rule = async (previous: Item | null) => ({ ...Past.parse(previous ?? {}), ...past, state: 'unsettled' });
  await derive(changedDayKey(day), rule, ports);
}

/** Also those whose settling never ended. Newest first: an archive that is loaded must not hold up the news. */
export async function unsettledDays({ table }: Pick<DerivePorts, 'table'>): Promise<readonly ChangedDay[]> {
  const items = await readPartition(table, UNSETTLED_PK, '');
  return items
    .map((item) => ChangedDay.parse(item))
    .filter(({ state }) => state !== 'settled')
    .reverse();
}

/** Null when the day has changed again meanwhile: it is left to the next call. `now`: when nobody paces it, null. */
export async function takeUp(
  { sk, gen, tries }: ChangedDay,
  now: string | null,
  { table }: Pick<DerivePorts, 'table'>,
): Promise<ChangedDay | null> {
  const guard = { kind: 'unchanged', gen } as const;
  const set = { state: 'settling', gen: gen + 1, at: now, tries: tries + 1 };
  const { applied, item } = { item: null, ...(await table.update({ key: changedDayKey(sk), set, remove: [], guard })) };
  return applied && item !== null ? ChangedDay.parse(item) : null;
}

/** Time is up: the next call goes on with the windows that are left, unless the day changes before. */
export async function leaveOff(
  { sk, gen }: ChangedDay,
  windows: readonly SettledWindow[],
  { table }: Pick<DerivePorts, 'table'>,
): Promise<void> {
  const guard = { kind: 'unchanged', gen } as const;
  const set = { windows: windows.map((window) => ({ ...window })), gen: gen + 1, at: null, tries: 0 };
  await table.update({ key: changedDayKey(sk), set, remove: [], guard });
}

/** Its settling failed, and its worker lives to tell: the next call takes it up at once, until it has failed so often that it must wait. */
export async function giveBack({ sk, tries }: ChangedDay, ports: DerivePorts): Promise<void> {
  await reopen(sk, tries < STORE_LIMITS.dayFailures ? { at: null } : {}, ports);
}

/**
 * A change that came meanwhile stands in the day already; another that took it up may be dead: the day is opened again. `stories`:
 * what its windows held.
 */
export async function markSettled({ sk, gen }: ChangedDay, stories: number, ports: DerivePorts): Promise<void> {
  const guard = { kind: 'unchanged', gen } as const;
  const set = { state: 'settled', gen: gen + 1, stories, tries: 0 };
  const { applied } = await ports.table.update({ key: changedDayKey(sk), set, remove: ['windows'], guard });
  if (!applied) await reopen(sk, { stories, tries: 0 }, ports);
}
