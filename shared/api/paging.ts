/** Where the next page is. In: a request and a cursor. Out: the fields of an answer. */
import type { DayRange } from '../core/day-range.ts';
import { monthRange } from '../core/day-range.ts';
import type { ApiRequest } from './exchange.ts';

export interface Paging {
  readonly cursor: string | null;
  /** The whole question again, with the cursor; relative to the API's root. */
  readonly next: string | null;
}

export function pagingOf({ path, query }: ApiRequest, cursor: string | null): Paging {
  if (cursor === null) return { cursor, next: null };
  const asked = new URLSearchParams(query);
  asked.set('cursor', cursor);
  return { cursor, next: `${encodeURI(path)}?${asked.toString()}` };
}

export interface AskedDays {
  readonly day?: string | undefined;
  readonly month?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** All that is given holds; null when no day can be all of that. */
export function daysOf({ day, month, from, to }: AskedDays): DayRange | null {
  const whole = month === undefined ? { from: null, to: null } : monthRange(month);
  const starts = [day, from, whole.from].filter((one) => typeof one === 'string').sort();
  const ends = [day, to, whole.to].filter((one) => typeof one === 'string').sort();
  const range = { from: starts.at(-1) ?? null, to: ends[0] ?? null };
  return range.from !== null && range.to !== null && range.from > range.to ? null : range;
}
