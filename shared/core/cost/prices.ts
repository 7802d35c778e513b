/** What AWS asks for, from a file with a date. In: that file. Out: prices in US dollars. Promise: a price that is missing stops the program by name. */
import { z } from 'zod';
import file from './prices.json' with { type: 'json' };

const Named = z.record(z.string(), z.number().min(0));

export const Prices = z.object({
  region: z.string(),
  /** When they were entered. */
  date: z.iso.date(),
  /** Where they are from, and what they were compared with. */
  source: z.string(),
  usdPerMillion: Named,
  usdPerUnitHour: Named,
  usdPerGibSecond: Named,
  usdPerGib: Named,
  usdPerGibMonth: Named,
  usdPerMonth: Named,
});
export type Prices = z.infer<typeof Prices>;

export const PRICES: Prices = Prices.parse(file);

type Unit = 'usdPerMillion' | 'usdPerUnitHour' | 'usdPerGibSecond' | 'usdPerGib' | 'usdPerGibMonth' | 'usdPerMonth';

/** Of one of it: one request, one GiB and second, one GiB, one GiB and month, one month. */
export function priceOf(prices: Prices, unit: Unit, name: string): number {
  const price = prices[unit][name];
  if (price === undefined) throw new Error(`prices.json has no price of ${name}`);
  return unit === 'usdPerMillion' ? price / 1e6 : price;
}
