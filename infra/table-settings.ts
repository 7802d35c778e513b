/** How the table is paid for, as a deployment may choose it. In: CDK context. Out: checked settings. Promise: both ends of a range are named, or synth fails. */
import { z } from 'zod';
import { MOST_UNITS, readUnitRange } from './unit-range.ts';

const unitRange = (byDefault: string) =>
  z
    .string()
    .refine((text) => readUnitRange(text) !== null, `units a second, least and most, up to ${MOST_UNITS}: ${byDefault}`)
    .default(byDefault);

export const TABLE_SETTINGS = {
  /** `onDemand`: paid by request, nothing while idle. `provisioned`: units that stand ready are paid by the hour, and follow the load. */
  tableCapacity: z.enum(['onDemand', 'provisioned'], 'onDemand or provisioned').default('onDemand'),
  /** Write units a second that stand ready at least and at most. The most bounds what a flood can cost. */
  tableWriteUnits: unitRange('5-1000'),
  /** Read units likewise. */
  tableReadUnits: unitRange('5-500'),
  /** Per cent of the units that are ready which is in use on average: AWS keeps to it within minutes, from 20 to 90. */
  tableUtilization: z.coerce.number().int().min(20).max(90).default(70),
  /** Read units a second that stand ready in the hour in which events are settled: a window is read within a quarter of an hour, or not at all. */
  settleReadUnits: z.coerce.number().int().min(1).max(MOST_UNITS).default(500),
  /** That hour, in UTC. */
  settleHour: z.coerce.number().int().min(0).max(23).default(3),
};

/** Nothing else means anything while requests are paid for one by one. */
export function withoutCapacity(settings: Readonly<Record<keyof typeof TABLE_SETTINGS, unknown>>): readonly string[] {
  if (settings.tableCapacity !== 'onDemand') return [];
  const defaults = z.object(TABLE_SETTINGS).parse({});
  const names = ['tableWriteUnits', 'tableReadUnits', 'tableUtilization', 'settleReadUnits', 'settleHour'] as const;
  return names.filter((name) => settings[name] !== defaults[name]);
}
