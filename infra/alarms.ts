/**
 * What must never pass unseen. In: queues, a function, and whom to tell. Out: CloudWatch alarms. Promise: a dead letter raises
 * one within minutes; people hear of it when the deployment names a topic.
 */
import { Duration } from 'aws-cdk-lib';
import { type Alarm, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Parts } from './parts.ts';
import type { Queues } from './queues.ts';
import { rateAlarms } from './rates.ts';
import { alarmTopics } from './told.ts';

/** A quarter of an hour of backlog means that `ingest` is failing or is outrun. */
const OLDEST_MESSAGE_S = 900;
/** A stream keeps 24 hours; an hour behind leaves time to act. */
const STREAM_LAG_MS = 3_600_000;
/** Three calls in a row, one every ten minutes. */
const SETTLE_PERIOD = Duration.minutes(30);
const SETTLE_FAILURES = 2;

/** One failed run is made up for by the next; the period is long so that it is told once. */
const ARCHIVE_PERIOD = Duration.hours(1);

/** One failed run is made up for by the next. */
const PURGE_PERIOD = Duration.hours(1);

/** The functions whose silence is told. */
export interface Watched {
  readonly ingest: LambdaFunction;
  readonly query: LambdaFunction;
  readonly group: LambdaFunction;
  readonly gather: LambdaFunction;
  readonly settle: LambdaFunction;
  readonly purge: LambdaFunction;
  /** Null: there is no archive. */
  readonly archive: LambdaFunction | null;
}

/** Whoever the settings name is told. */
export function alarms(scope: Construct, { queues, table, settings }: Parts, watched: Watched): void {
  const { ingest, group, gather, settle, purge, archive, query } = watched;
  const all = [...failureAlarms(scope, queues, watched), purgeAlarm(scope, purge)];
  if (archive !== null) all.push(archiveAlarm(scope, archive));
  const functions = [ingest, group, gather, settle, purge, query, ...(archive === null ? [] : [archive])];
  all.push(...rateAlarms(scope, functions, table, settings));
  for (const topicArn of alarmTopics(scope, settings)) {
    for (const one of all) one.addAlarmAction({ bind: () => ({ alarmActionArn: topicArn }) });
  }
}

function failureAlarms(scope: Construct, queues: Queues, { group, gather, settle }: Watched): readonly Alarm[] {
  const period = Duration.minutes(1);
  const visible = { period, statistic: 'Maximum' };
  const { incoming, incomingDead, streamDead } = queues;
  return [
    alarm(scope, 'DeadLettersAlarm', incomingDead.metricApproximateNumberOfMessagesVisible(visible), 0, {
      says: 'An upload could not be worked off. See why with: wirefold failed. Mend it, then: wirefold failed --retry.',
    }),
    alarm(scope, 'StreamDeadLettersAlarm', streamDead.metricApproximateNumberOfMessagesVisible(visible), 0, {
      says: 'Changed rows could not be grouped. See which and why with: wirefold failed. Mend it, then: wirefold failed --retry.',
    }),
    alarm(scope, 'BacklogAlarm', incoming.metricApproximateAgeOfOldestMessage(visible), OLDEST_MESSAGE_S, {
      says: 'Uploads wait over a quarter of an hour: Ingest fails, or more arrives than it may work on at once.',
    }),
    alarm(scope, 'StreamLagAlarm', group.metric('IteratorAge', visible), STREAM_LAG_MS, {
      says: 'Grouping is over an hour behind the rows; a stream forgets after 24 hours.',
    }),
    alarm(scope, 'GatherLagAlarm', gather.metric('IteratorAge', visible), STREAM_LAG_MS, {
      says: 'Placing stories in events is over an hour behind; a stream forgets after 24 hours.',
    }),
    alarm(
      scope,
      'SettleFailedAlarm',
      settle.metricErrors({ period: SETTLE_PERIOD, statistic: 'Sum' }),
      SETTLE_FAILURES,
      {
        says: 'The events of recent days were not settled for half an hour: the logs of Settle say why.',
      },
    ),
  ];
}

function purgeAlarm(scope: Construct, purge: LambdaFunction): Alarm {
  return alarm(scope, 'PurgeFailedAlarm', purge.metricErrors({ period: PURGE_PERIOD, statistic: 'Sum' }), 0, {
    says: 'Uploads of something that was taken down are still in the bucket: the logs of Purge say why. They are held back all the same.',
  });
}

function archiveAlarm(scope: Construct, archive: LambdaFunction): Alarm {
  return alarm(scope, 'ArchiveFailedAlarm', archive.metricErrors({ period: ARCHIVE_PERIOD, statistic: 'Sum' }), 0, {
    says: 'Changes were not archived for an hour: the logs of Archive say why. Nothing is lost; the next run begins where the last one ended.',
  });
}

function alarm(scope: Construct, id: string, metric: Metric, over: number, { says }: { readonly says: string }): Alarm {
  return metric.createAlarm(scope, id, {
    alarmDescription: says,
    threshold: over,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}
