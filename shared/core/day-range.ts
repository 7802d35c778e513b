/** Days from one to another, both included, in UTC. In: days as `2026-01-02`. Out: bounds of sort keys that begin with an instant. */

export interface DayRange {
  /** Null: no bound. */
  readonly from: string | null;
  readonly to: string | null;
}

export const EVER: DayRange = { from: null, to: null };

/** `2026-02` //=> 1 to 28 February. Throws for what is no month. */
export function monthRange(month: string): DayRange {
  const [year, number] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year ?? Number.NaN, number ?? Number.NaN, 0)).toISOString();
  return { from: `${month}-01`, to: last.slice(0, 10) };
}

/** What all sort keys within the range begin with: a read of one day or month reads nothing beside it. */
export function commonPrefix({ from, to }: DayRange): string {
  if (from === null || to === null) return '';
  let length = 0;
  while (length < from.length && from[length] === to[length]) length += 1;
  return from.slice(0, length);
}

/** `~` sorts after every continuation of a day. */
export function endOf(day: string): string {
  return `${day}~`;
}

export function isWithin(sk: string, { from, to }: DayRange): boolean {
  return (from === null || sk >= from) && (to === null || sk <= endOf(to));
}
