/**
 * How often a changed day is settled. In: what its last settling saw, how often that did not end, now. Out: whether it is its turn.
 * Promise: a small store is settled whenever the clock calls, a large one at least once a day, and none reads more than it was allowed.
 *
 * Why: a settling reads every story of the windows that see the day. Done every ten minutes while news keeps coming, that is
 * thousands of reads an article: more than all else together. What waits is in an event all the while, as placed on arrival.
 */
import { STORE_LIMITS } from './store-limits.ts';

export interface SettlingPast {
  /** When it was last taken up, ISO 8601 instant; null: never. */
  readonly at: string | null;
  /** In all windows that see the day, when it was last settled. */
  readonly stories: number;
  /** Begun since, and not ended: the worker is at it, or it died. */
  readonly tries: number;
}

/** A summary each, and a place for four of ten. */
const READS_PER_STORY = 1.4;
const HOUR_MS = 60 * 60 * 1000;
const CALL_MS = 10 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** `hour`: the one of the day, in UTC, in which the table has units ready for it; null: at any. */
export function isDue({ at, stories, tries }: SettlingPast, now: string, hour: number | null = null): boolean {
  if (hour !== null && !isInTime(new Date(now), hour)) return false;
  if (at === null) return true;
  // What kills its worker would do so at every call, and be paid for.
  const patient = tries === 0 ? 0 : CALL_MS * 2 ** tries;
  if (hour !== null) return Date.parse(now) - Date.parse(at) >= (tries === 0 ? DAY_MS / 2 : patient);
  const waitMs = Math.min(DAY_MS, Math.max(affordableWaitMs(stories), patient));
  return waitMs < CALL_MS || Date.parse(now) - Date.parse(at) >= waitMs;
}

/** Between two settlings of a day whose windows hold so many stories. */
export function affordableWaitMs(stories: number): number {
  return Math.min(DAY_MS, (stories * READS_PER_STORY * HOUR_MS) / STORE_LIMITS.settleReadsPerHour);
}

/** What begins in the last quarter of the hour, and lasts for one, would lose its units on the way. */
const isInTime = (now: Date, hour: number): boolean => now.getUTCHours() === hour && now.getUTCMinutes() < 45;

/** As a deployment says it, in a variable. `3` //=> 3; nothing //=> null: at any hour */
export function readHour(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  if (!/^(?:1?\d|2[0-3])$/.test(text)) throw new Error(`SETTLE_HOUR is an hour from 0 to 23, not ${text}.`);
  return Number(text);
}
