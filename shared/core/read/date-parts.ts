/** What a date in a text says, part by part, before anything is concluded from it. */

export interface DayPart {
  /** Null when the text leaves the year out: `Tuesday, 4 May`. */
  readonly year: number | null;
  readonly month: number;
  /** Null for `October 2023`. */
  readonly day: number | null;
  /** Day and month could be the other way round, and nothing said which. */
  readonly ambiguous: boolean;
}

export interface TimePart {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
}

/** Minutes from UTC as printed (`+02:00`), or the word that stands for a zone (`bst`), folded. */
export type ZonePart =
  | { readonly kind: 'offset'; readonly minutes: number }
  | { readonly kind: 'name'; readonly name: string };

export interface DateValue extends DayPart {
  readonly time: TimePart | null;
  readonly zone: ZonePart | null;
  /** 1 for Monday to 7 for Sunday, as named in the text. */
  readonly weekday: number | null;
}

export interface DateContext {
  /** BCP 47, region included when it is known; null when nothing is known. */
  readonly language: string | null;
  /** Order of day and month that the outlet is known to use. */
  readonly prefer?: 'dmy' | 'mdy' | null;
}

/** A parsed piece and how many tokens it took. */
export interface Taken<Part> {
  readonly part: Part;
  readonly tokens: number;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isDay(day: number, month: number): boolean {
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

export function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}

/** Newspapers' archives begin in 1600; a page of today does not speak of 2100 as a date of its own. */
export function isYear(year: number): boolean {
  return year >= 1600 && year < 2100;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}
