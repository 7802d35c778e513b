/**
 * The table's stream to a function. In: which records it is for. Promise: records that it does not ask for never wake it; what
 * cannot be worked off goes to the dead letters, and the stream moves on.
 */
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  FilterCriteria,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { STREAM_RETRIES } from './budget.ts';
import type { Parts } from './parts.ts';

/** Records that one call looks at; each means a few reads and conditional writes. */
const STREAM_BATCH = 10;

/**
 * Batches of one shard that are worked off at once, by partition key: a shard brings what a partition takes, a thousand writes a second, and
 * one function after the other would work off a tenth of it. Neither function needs any order (tests/simulation): only rows decide.
 */
const STREAM_PARALLEL = 10;

function streamArn({ table }: Pick<Parts, 'table'>): string {
  if (table.tableStreamArn === undefined) throw new Error('the table has no stream');
  return table.tableStreamArn;
}

export function readsStream(parts: Parts): readonly PolicyStatement[] {
  return [
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      resources: [streamArn(parts)],
    }),
    new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [parts.queues.streamDead.queueArn] }),
  ];
}

/** `keys`: what the filter says of a record's keys. */
export function fromStream(target: LambdaFunction, parts: Parts, keys: Readonly<Record<string, unknown>>): void {
  new EventSourceMapping(target, 'FromStream', {
    target,
    eventSourceArn: streamArn(parts),
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: STREAM_BATCH,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: STREAM_RETRIES,
    parallelizationFactor: STREAM_PARALLEL,
    maxRecordAge: Duration.hours(24),
    // CDK's own would add rights by itself, wildcards for a key among them; what is needed is written out above.
    onFailure: { bind: () => ({ destination: parts.queues.streamDead.queueArn }) },
    filters: [FilterCriteria.filter({ dynamodb: { Keys: keys } })],
  });
}
