/**
 * Which partition a row is in. In: the date under which an article is filed. Out: a day. Promise: later dates never come before
 * earlier ones, so that a search between two dates looks at the partitions between their days.
 */
import { compareText } from '../url.ts';

/**
 * Older articles are in this day's partition: with projected partitions every day that a query does not exclude costs a request, so
 * the calendar of the archive has a beginning. Never change it: files would not be found.
 */
export const FIRST_DAY = '2015-01-01';
const DAY_MS = 24 * 60 * 60 * 1000;

const PREFIX = 'articles/';
const FOLDER = /^articles\/day=(\d{4}-\d{2}-\d{2})\/[0-9a-z]{26}\.parquet$/;

/**
 * `loggedAt`: when the change was logged. The calendar ends soon after today, so a date that is wrong and far in the future is filed
 * under the day after: a search that begins later than that does not find it, any other does.
 */
export function partitionDay(utc: string, loggedAt: string): string {
  const tomorrow = new Date(Date.parse(loggedAt) + DAY_MS).toISOString();
  return firstDayOf(compareText(utc, tomorrow) > 0 ? tomorrow : utc);
}

/** The partition at which a search from this day on begins: `1987-06-05` //=> `2015-01-01` */
export function firstDayOf(utc: string): string {
  const day = utc.slice(0, 10);
  return compareText(day, FIRST_DAY) < 0 ? FIRST_DAY : day;
}

/** Folder of all days. */
export const ARTICLES_PREFIX = PREFIX;

/** `2026-01-02` //=> `articles/day=2026-01-02/` */
export function dayFolder(day: string): string {
  return `${PREFIX}day=${day}/`;
}

/** A file is named by what is in it. */
export function fileName(day: string, batch: string): string {
  return `${dayFolder(day)}${batch}.parquet`;
}

/** `articles/day=2026-01-02/….parquet` //=> `2026-01-02`; null for what is no file of the archive. */
export function dayOfFile(name: string): string | null {
  return FOLDER.exec(name)?.[1] ?? null;
}
