/**
 * Windows of days that are settled at once. In: a day. Out: windows. Promise: the calendar alone decides; each day is owned by one
 * window, which also sees the days around those that it owns, so that coverage is not cut where one window ends.
 *
 * Why: a window that slides with the clock would leave behind the first days of a happening and name the rest anew, day by day.
 */
import { STORE_LIMITS } from './store-limits.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const { windowDays, windowMarginDays } = STORE_LIMITS;
const OWNED_DAYS = windowDays - 2 * windowMarginDays;

export interface EventWindow {
  /** Oldest first, ISO 8601. */
  readonly days: readonly string[];
  /** Only stories of these are placed. */
  readonly owned: ReadonlySet<string>;
}

/** `2026-01-02` and the days around it //=> the numbers of all windows that see it, newest first. */
export function windowsThatSee(day: string): readonly number[] {
  const at = numberOf(day);
  const [last, first] = [
    Math.floor((at + windowMarginDays) / OWNED_DAYS),
    Math.floor((at - windowMarginDays) / OWNED_DAYS),
  ];
  return Array.from({ length: last - first + 1 }, (_, back) => last - back);
}

export function eventWindow(index: number): EventWindow {
  const first = index * OWNED_DAYS - windowMarginDays;
  const days = Array.from({ length: windowDays }, (_, at) => dayOf(first + at));
  return { days, owned: new Set(days.slice(windowMarginDays, windowMarginDays + OWNED_DAYS)) };
}

function numberOf(day: string): number {
  return Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00.000Z`) / DAY_MS);
}

function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
