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

/** Days as somebody asks for them: one of these, or two for both ends. */
export interface AskedDays {
  readonly day?: string | undefined;
  readonly month?: string | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Why days cannot be understood, or never hold together. Codes are never renamed. */
export type DaysCode = 'days.invalid' | 'days.named-twice' | 'days.reversed';

export class DaysError extends Error {
  override readonly name = 'DaysError';
  readonly code: DaysCode;

  constructor(code: DaysCode, message: string) {
    super(message);
    this.code = code;
  }
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The same for whoever asks, by whatever door. Throws `DaysError`. */
export function daysAsked({ day, month, from, to }: AskedDays): DayRange {
  const [first, last] = [from ?? null, to ?? null];
  const given = [day, month, first ?? last].filter((one) => one !== undefined && one !== null);
  if (given.length > 1)
    throw new DaysError('days.named-twice', 'Name the days once: with day, with month, or with from and to');
  for (const one of [day, first, last]) if (typeof one === 'string') checkDay(one);
  if (day !== undefined) return { from: day, to: day };
  if (month !== undefined && !MONTH.test(month))
    throw new DaysError('days.invalid', `${shown(month)} is no month: one looks like 2026-01`);
  if (month !== undefined) return monthRange(month);
  if (first !== null && last !== null && first > last)
    throw new DaysError('days.reversed', `The first day ${first} is after the last, ${last}`);
  return { from: first, to: last };
}

function checkDay(day: string): void {
  const at = DAY.test(day) ? new Date(`${day}T00:00:00Z`) : null;
  // The 31st of a shorter month becomes the 1st of the next, or no date at all.
  const isDay = at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
  if (!isDay) throw new DaysError('days.invalid', `${shown(day)} is no day: one looks like 2026-01-02`);
}

/** What strangers send is not sent back at length. */
function shown(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
