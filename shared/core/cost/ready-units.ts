/**
 * Units of the table that stand ready and are paid by the hour. In: what a day's articles take. Out: unit-hours of a day. Promise: reckoned as AWS scales:
 * up within minutes, down after the hour; never fewer than the least.
 */
import { NEWS_HOURS } from './news-hours.ts';

const SECONDS_PER_HOUR = 3_600;
const MINUTES_PER_DAY = 1_440;

/** What the stack's settings say when nothing is said. */
export const LEAST_UNITS = 5;
/** A tenth of it, rounded up. */
export const LEAST_INDEX_UNITS = 1;

/** Metrics that Application Auto Scaling has alarms on by itself: two of use and two of what stands ready, for reads and writes of table and index. */
export const SCALING_ALARMS = 16;

/** A call of `settle` has a quarter of an hour; a window of a million stories is computed for some five hundred seconds of it. */
const SETTLE_READ_S = 400;

export interface Load {
  readonly unitsPerDay: number;
  readonly articlesPerDay: number;
  /** Of 0 to 1. */
  readonly utilization: number;
  readonly least: number;
}

/** Of a day. The hour before is still paid: AWS lowers what is ready once an hour. */
export function readyUnitHours(load: Load): number {
  return readyByHour(load).reduce((sum, units) => sum + units, 0);
}

export function readyByHour({ unitsPerDay, articlesPerDay, utilization, least }: Load): readonly number[] {
  const used = NEWS_HOURS.map((share) => (unitsPerDay * share) / SECONDS_PER_HOUR);
  return used.map((units, hour) => {
    const fuller = Math.max(units, used.at(hour - 1) ?? 0);
    return Math.max(least, Math.ceil((fuller * unevenness(articlesPerDay)) / utilization));
  });
}

/** AWS looks at minutes: of articles that come by chance, two standard deviations over the mean. At 100,000 a day a quarter more, at 1,000 thrice as much. */
function unevenness(articlesPerDay: number): number {
  return articlesPerDay === 0 ? 1 : 1 + 2 / Math.sqrt(articlesPerDay / MINUTES_PER_DAY);
}

/** Read units a second with which a window is read in its time. */
export function unitsToSettle(unitsPerWindow: number): number {
  return Math.max(LEAST_UNITS, Math.ceil(unitsPerWindow / SETTLE_READ_S));
}
