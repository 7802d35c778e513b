/** A generation as a revision. In: a count of writes. Out: text. Promise: later generations are greater as text. */

/** More writes than one item sees in a century at the highest rate that a partition takes. */
const DIGITS = 13;

export function revisionOf(gen: number): string {
  return String(gen).padStart(DIGITS, '0');
}
