/**
 * The end of an embargo. In: until when, and what was told when. Out: whether its end is still to be told. Promise: when it is told of,
 * whoever looks finds the article free, by any clock that is less than a minute off.
 */

/** Clocks of two functions are less than a minute apart, and each of two may be: who hears of an end may look at once. */
const CLOCKS_MS = 2 * 60_000;

/** ISO 8601 instant in UTC, in whatever zone it was stated: text in the order of time. */
export function endOfEmbargo(embargoedUntil: string): string {
  return new Date(embargoedUntil).toISOString();
}

/** Embargoes that ended at this moment or before may be told of `now`. */
export function endedBy(now: string): string {
  return new Date(Date.parse(now) - CLOCKS_MS).toISOString();
}

/** `loggedAt`: when the article was told of last; who followed up on it then may have found it under embargo. */
export function isEndUntold(embargoedUntil: string | null, loggedAt: string, now: string): boolean {
  if (embargoedUntil === null) return false;
  const end = Date.parse(embargoedUntil);
  return end <= Date.parse(endedBy(now)) && !(Date.parse(loggedAt) - CLOCKS_MS >= end);
}
