/** Where the next page is. In: a request and a cursor. Out: the fields of an answer. */
import { type AskedDays, type DayRange, DaysError, daysAsked } from '../core/day-range.ts';
import type { ApiRequest } from './exchange.ts';
import { Problem } from './problem.ts';

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

/** Days that never hold together are a wrong question, as they are on the command line. */
export function daysOf({ day, month, from, to }: AskedDays): DayRange {
  try {
    return daysAsked({ day, month, from, to });
  } catch (error) {
    if (!(error instanceof DaysError)) throw error;
    throw new Problem('invalid-parameter', `${error.message}.`);
  }
}
