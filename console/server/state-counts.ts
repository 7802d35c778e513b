/**
 * How many files are refused, removed or taken down. In: the store. Out: counts. Promise: of today and yesterday as they are now; of the
 * days before as they were at most a minute ago, so that a look costs a few reads however many days there are; what the lists leave out is
 * not counted.
 */
import type { DayRange } from '../../shared/core/day-range.ts';
import { stateEntry } from '../../shared/core/keys.ts';
import { dayWalk } from '../../shared/pipeline/day-walk.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import { type EntriesOfToday, openEntriesOfToday } from './entries-of-today.ts';

/** Entries counted at a time, some 100 bytes each, and pieces: beyond them there are "more". */
const PIECE = 1_000;
const MOST_PIECES = 50;
const FRESH_MS = 60_000;
const DAY_MS = 86_400_000;
/** Only in these may there be members of containers. */
const OF_MEMBERS: readonly string[] = ['rejected', 'removed', 'taken-down'];

export interface Count {
  readonly count: number;
  /** There are more than were counted. */
  readonly cut: boolean;
}

export interface StateCounts {
  of(state: string): Promise<Count>;
}

export function openStateCounts(query: QueryPorts, now: () => number = Date.now): StateCounts {
  const today = openEntriesOfToday(query);
  const kept = new Map<string, { readonly at: number; readonly count: Promise<Count> }>();
  const older = (state: string, to: string): Promise<Count> => {
    const name = `${state} ${to}`;
    const known = kept.get(name);
    if (known !== undefined && now() - known.at < FRESH_MS) return known.count;
    const count = countIn(state, { from: null, to }, query, today);
    // The last count is given until the next one is there.
    const given = known === undefined ? count : count.catch(() => known.count);
    kept.set(name, { at: now(), count: given });
    given.catch(() => kept.delete(name));
    return known?.count ?? given;
  };
  return {
    async of(state) {
      const day = (back: number) => new Date(now() - back * DAY_MS).toISOString().slice(0, 10);
      const recent = await countIn(state, { from: day(1), to: null }, query, today);
      const before = await older(state, day(2));
      return { count: recent.count + before.count, cut: recent.cut || before.cut };
    },
  };
}

async function countIn(state: string, range: DayRange, query: QueryPorts, today: EntriesOfToday): Promise<Count> {
  const walk = dayWalk(stateEntry(state, ''), range, { below: null, fewest: PIECE }, query);
  let count = 0;
  for (let pieces = 0; pieces < MOST_PIECES; pieces += 1) {
    const { entries, below } = await walk.next(PIECE);
    count += OF_MEMBERS.includes(state) ? await today.among(entries) : entries.length;
    if (below === null) return { count, cut: false };
  }
  return { count, cut: true };
}
