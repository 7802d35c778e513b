/**
 * Which partition a row is in. In: the date under which an article is filed. Out: a day. Promise: later dates never come before
 * earlier ones, so that a search between two dates looks at the partitions between their days.
 */
import { compareText } from '../url.ts';

/**
 * Older articles are in this day's partition, later ones in the last's: with projected partitions every day that a query does not
 * exclude costs a request, so the calendar of the archive has an end on either side. Never change it: files would not be found.
 */
export const FIRST_DAY = '2015-01-01';
export const LAST_DAY = '2049-12-31';

const PREFIX = 'articles/';
const FOLDER = /^articles\/day=(\d{4}-\d{2}-\d{2})\/[0-9a-z]{26}\.parquet$/;

/** `1987-06-05T10:00:00.000Z` //=> `2015-01-01` */
export function partitionDay(utc: string): string {
  const day = utc.slice(0, 10);
  if (compareText(day, FIRST_DAY) < 0) return FIRST_DAY;
  return compareText(day, LAST_DAY) > 0 ? LAST_DAY : day;
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
