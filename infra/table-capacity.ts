/**
 * Units of the table that stand ready and are paid by the hour, for whoever has news all day. In: the table, settings. Out: how they follow the
 * load. Promise: never under the least nor over the most that was set, but for the reads of the one hour in which events are settled; what they
 * cannot take waits in queue and stream, and is told of by an alarm.
 */
import { Schedule } from 'aws-cdk-lib/aws-applicationautoscaling';
import { BillingMode, type Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Settings } from './settings.ts';
import { readUnitRange, type UnitRange } from './unit-range.ts';

type TableSettings = Pick<
  Settings,
  'tableCapacity' | 'tableWriteUnits' | 'tableReadUnits' | 'tableUtilization' | 'settleReadUnits' | 'settleHour'
>;

/** A head in the index for some twenty-five units of the table. */
const INDEX_SHARE = 10;
/** By then the last call of the hour is over: none begins in its last quarter (settling-pace.ts), and none lasts longer than that. */
const SETTLED_BY_MINUTE = 59;

export function billing({ tableCapacity, ...settings }: TableSettings) {
  if (tableCapacity === 'onDemand') return { billingMode: BillingMode.PAY_PER_REQUEST };
  const { writes, reads } = rangesOf(settings);
  return { billingMode: BillingMode.PROVISIONED, writeCapacity: writes.least, readCapacity: reads.least };
}

export function indexBilling({ tableCapacity, ...settings }: TableSettings) {
  if (tableCapacity === 'onDemand') return {};
  const { writes } = rangesOf(settings);
  return { writeCapacity: ofIndex(writes).least, readCapacity: 1 };
}

/** An index that takes too little holds up its table: so it may have as much. */
export function followLoad(table: Table, index: string, { tableCapacity, ...settings }: TableSettings): void {
  if (tableCapacity === 'onDemand') return;
  const { writes, reads } = rangesOf(settings);
  const target = { targetUtilizationPercent: settings.tableUtilization };
  table.autoScaleWriteCapacity(bounds(writes)).scaleOnUtilization(target);
  table.autoScaleGlobalSecondaryIndexWriteCapacity(index, bounds(ofIndex(writes))).scaleOnUtilization(target);
  table
    .autoScaleGlobalSecondaryIndexReadCapacity(index, bounds({ least: 1, most: reads.most }))
    .scaleOnUtilization(target);
  const read = table.autoScaleReadCapacity(bounds(reads));
  read.scaleOnUtilization(target);
  const hour = String(settings.settleHour);
  const ready = Math.max(reads.most, settings.settleReadUnits);
  read.scaleOnSchedule('ReadyToSettle', {
    schedule: Schedule.cron({ hour, minute: '0' }),
    minCapacity: settings.settleReadUnits,
    maxCapacity: ready,
  });
  read.scaleOnSchedule('Settled', {
    schedule: Schedule.cron({ hour, minute: String(SETTLED_BY_MINUTE) }),
    minCapacity: reads.least,
    maxCapacity: reads.most,
  });
}

function rangesOf({ tableWriteUnits, tableReadUnits }: Omit<TableSettings, 'tableCapacity'>) {
  const [writes, reads] = [readUnitRange(tableWriteUnits), readUnitRange(tableReadUnits)];
  if (writes === null || reads === null) throw new Error('Units of the table were not checked.');
  return { writes, reads };
}

const ofIndex = ({ least, most }: UnitRange): UnitRange => ({ least: Math.ceil(least / INDEX_SHARE), most });
const bounds = ({ least, most }: UnitRange) => ({ minCapacity: least, maxCapacity: most });
