/**
 * What a month of the table's requests costs, paid one by one or as units that stand ready. In: what a day takes. Out: parts. Promise: the same requests in
 * either way; what settling reads is a part of its own.
 */
import type { CostPart } from './cost-part.ts';
import type { Taken } from './figures.ts';
import { type Prices, priceOf } from './prices.ts';
import {
  LEAST_INDEX_UNITS,
  LEAST_UNITS,
  readyByHour,
  readyUnitHours,
  SCALING_ALARMS,
  unitsToSettle,
} from './ready-units.ts';
import type { Settling } from './settling-cost.ts';

/** Of a day, without settling. */
export interface TableDay {
  readonly articlesPerDay: number;
  /** The index among them. */
  readonly writeUnits: number;
  readonly indexUnits: number;
  readonly readUnits: number;
  readonly utilization: number;
}

/** Each paid by itself. */
export function unitParts({ writeUnits, readUnits }: Taken, times: number, prices: Prices): readonly CostPart[] {
  const row = (part: string, count: number, name: string) => ({
    part,
    usdPerMonth: count * times * priceOf(prices, 'usdPerMillion', name),
    basis: `${count.toFixed(2)} an article`,
  });
  return [
    row('table writes', writeUnits, 'dynamodb write unit'),
    row('table reads on arrival', readUnits, 'dynamodb read unit'),
  ];
}

export function readyParts(day: TableDay, prices: Prices, daysPerMonth: number): readonly CostPart[] {
  const { articlesPerDay, utilization } = day;
  const row = (part: string, kind: 'write' | 'read', unitsPerDay: number, least: number): CostPart => {
    const load = { unitsPerDay, articlesPerDay, utilization, least };
    const hours = readyByHour(load);
    const usd = priceOf(prices, 'usdPerUnitHour', `dynamodb ${kind} unit`);
    const each = articlesPerDay === 0 ? '' : `${(unitsPerDay / articlesPerDay).toFixed(2)} an article; `;
    const basis = `${each}${Math.min(...hours)} to ${Math.max(...hours)} units ready, ${Math.round(utilization * 100)} % used`;
    return { part, usdPerMonth: readyUnitHours(load) * daysPerMonth * usd, basis };
  };
  return [
    row('table writes', 'write', day.writeUnits - day.indexUnits, LEAST_UNITS),
    row('table writes, index', 'write', day.indexUnits, LEAST_INDEX_UNITS),
    row('table reads', 'read', day.readUnits, LEAST_UNITS),
    row('table reads, index', 'read', 0, LEAST_INDEX_UNITS),
    {
      part: 'alarms of scaling',
      usdPerMonth: SCALING_ALARMS * priceOf(prices, 'usdPerMonth', 'alarm metric'),
      basis: `${SCALING_ALARMS} that AWS makes for it`,
    },
  ];
}

/** One hour of the day. */
export function readyToSettle({ unitsPerWindow, readUnits }: Settling, prices: Prices, daysPerMonth: number): CostPart {
  const units = unitsToSettle(unitsPerWindow);
  return {
    part: 'settling events: reads',
    usdPerMonth: units * daysPerMonth * priceOf(prices, 'usdPerUnitHour', 'dynamodb read unit'),
    basis: `${Math.round(readUnits)} units in one hour a day: -c settleReadUnits=${units}`,
  };
}
