/** Alarms on rates and on silence: what is no single failure, and yet wrong. In: functions and settings. Out: alarms. */
import { Duration } from 'aws-cdk-lib';
import { type Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { items, rejectedPercent, silentOutlets, sumOf, tableThrottles } from './metrics.ts';
import type { Settings } from './settings.ts';
import { FEED_INDEX } from './table.ts';

const QUARTER = Duration.minutes(15);
const HALF_AN_HOUR = Duration.minutes(30);
const HOUR = Duration.hours(1);
/** One call that fails is retried; more within a quarter of an hour is a defect or an outage. */
const ERRORS = 3;
/** Each is tried again by itself, and a table that grows refuses some; so many within a quarter of an hour are a hot key, or a limit. */
const TABLE_THROTTLES = 100;
/** Fewer files than that are no rate. */
const LEAST_FILES = 20;

export function rateAlarms(
  scope: Construct,
  functions: readonly LambdaFunction[],
  table: Table,
  settings: Settings,
): readonly Alarm[] {
  const over = { comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD, evaluationPeriods: 1 };
  const quiet = { ...over, treatMissingData: TreatMissingData.NOT_BREACHING };
  const errors = sumOf(functions, 'Errors', QUARTER).createAlarm(scope, 'ErrorsAlarm', {
    ...quiet,
    threshold: ERRORS,
    alarmDescription: 'Functions end with errors: their logs say why, and wirefold doctor says which.',
  });
  const throttles = sumOf(functions, 'Throttles', QUARTER).createAlarm(scope, 'ThrottlesAlarm', {
    ...quiet,
    threshold: 0,
    alarmDescription:
      'Functions may not run: the account’s concurrency is used up. Ask AWS for more, or lower maxConcurrency.',
  });
  const refused = tableThrottles(table, FEED_INDEX, QUARTER).createAlarm(scope, 'TableThrottlesAlarm', {
    ...quiet,
    threshold: TABLE_THROTTLES,
    alarmDescription: `The table takes no more for now: more arrives than it has grown to, or very much of one outlet or topic at once. Nothing is lost, it is tried again; ${relief(settings)}.`,
  });
  const rejected = rejectedPercent(scope, LEAST_FILES, HOUR).createAlarm(scope, 'RejectedAlarm', {
    ...quiet,
    threshold: settings.rejectedPercent,
    alarmDescription: 'More files than usual are refused. See which and why with: wirefold list --state rejected.',
  });
  return [errors, throttles, refused, rejected, ...silence(scope, settings), ...silenceOfOutlets(scope, settings)];
}

const relief = ({ tableCapacity }: Settings): string =>
  tableCapacity === 'onDemand'
    ? 'lower maxConcurrency, or ask AWS for more write units'
    : 'units that stand ready follow within minutes; if this stays, raise tableWriteUnits or tableReadUnits, or lower maxConcurrency';

/** One figure for all of them: a metric for each outlet would be paid for by the outlet. */
function silenceOfOutlets(scope: Construct, { outletSilence }: Settings): readonly Alarm[] {
  if (outletSilence === '') return [];
  const alarm = silentOutlets(scope, HALF_AN_HOUR).createAlarm(scope, 'SilentOutletsAlarm', {
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    threshold: 0,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription:
      'An outlet that is watched has published nothing for longer than it may. Which, and since when: wirefold doctor. Does its feed or crawler still run?',
  });
  return [alarm];
}

/** No data is what silence looks like. */
function silence(scope: Construct, { silenceHours }: Settings): readonly Alarm[] {
  if (silenceHours === 0) return [];
  const alarm = items(scope, 'ingest', 'stored', HOUR).createAlarm(scope, 'SilenceAlarm', {
    comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    threshold: 1,
    evaluationPeriods: silenceHours,
    treatMissingData: TreatMissingData.BREACHING,
    alarmDescription: `Nothing was stored for ${silenceHours} hours: does whoever uploads still run?`,
  });
  return [alarm];
}
