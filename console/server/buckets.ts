/** Instants to counts over time. In: instants, or days. Out: buckets without a gap between the first and the last. Promise: at most as many as a chart can show. */
import type { Bucket, Unit } from './shapes.ts';

const CHARS: Readonly<Record<Unit, number>> = { year: 4, month: 7, day: 10 };
/** Bars that a screen of a thousand points can tell apart. */
const MOST_BARS = 120;
const UNITS: readonly Unit[] = ['day', 'month', 'year'];

/** In the finest unit that fits; years that do not fit lose the oldest. */
export function bucketsOf(instants: readonly string[]): { readonly unit: Unit; readonly buckets: readonly Bucket[] } {
  const sorted = [...instants].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return { unit: 'day', buckets: [] };
  const unit = UNITS.find((one) => fits(first, last, one)) ?? 'year';
  const labels = labelsBack(last, unit, MOST_BARS).filter((label) => label >= labelOf(first, unit));
  const counts = countBy(sorted.map((instant) => labelOf(instant, unit)));
  return { unit, buckets: labels.map((at) => ({ at, count: counts.get(at) ?? 0 })) };
}

function fits(first: string, last: string, unit: Unit): boolean {
  return (labelsBack(last, unit, MOST_BARS)[0] ?? '') <= labelOf(first, unit);
}

/** `('2026-03-01…', 'month', 2)` //=> `['2026-02', '2026-03']` */
export function labelsBack(last: string, unit: Unit, count: number): readonly string[] {
  const [year = 1970, month = 1, day = 1] = last.slice(0, 10).split('-').map(Number);
  return Array.from({ length: count }, (_, at) => {
    const back = count - 1 - at;
    const when = new Date(0);
    // `Date.UTC` takes years under 100 for those of the last century.
    if (unit === 'day') when.setUTCFullYear(year, month - 1, day - back);
    else if (unit === 'month') when.setUTCFullYear(year, month - 1 - back, 1);
    else when.setUTCFullYear(year - back, 0, 1);
    return labelOf(when.toISOString(), unit);
  });
}

export function labelOf(instant: string, unit: Unit): string {
  return instant.slice(0, CHARS[unit]);
}

export function countBy(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
