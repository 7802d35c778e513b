/** Changed rows to articles and stories. Promise: only object rows wake it, so what it writes itself never does. */
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { nodeFunction } from './function.ts';
import { DERIVED_PARTITIONS, mayWrite, OBJECT_ROW_PREFIX } from './partitions.ts';
import type { Parts } from './parts.ts';

/** A fault of ten minutes is ridden out by retries; what fails longer goes to the dead letters, and the stream moves on. */
const STREAM_RETRIES = 10;
/** Rows that one call looks at; each means a few reads and conditional writes. */
const STREAM_BATCH = 10;
const GROUP_MEMORY_MIB = 512;

export function groupFunction(scope: Construct, parts: Parts, bundle: string): LambdaFunction {
  const { table, queues, budget, keeping } = parts;
  const streamArn = table.tableStreamArn;
  if (streamArn === undefined) throw new Error('the table has no stream');
  const group = nodeFunction(scope, {
    id: 'Group',
    service: 'group',
    description: 'Wirefold: derives articles, versions and stories from changed rows',
    bundle,
    memoryMib: GROUP_MEMORY_MIB,
    timeoutS: budget.functionTimeoutS,
    environment: { TABLE_NAME: table.tableName },
    statements: [
      new PolicyStatement({ actions: ['dynamodb:GetItem', 'dynamodb:Query'], resources: [table.tableArn] }),
      mayWrite(table, ['dynamodb:PutItem', 'dynamodb:UpdateItem'], DERIVED_PARTITIONS),
      new PolicyStatement({
        actions: [
          'dynamodb:DescribeStream',
          'dynamodb:GetRecords',
          'dynamodb:GetShardIterator',
          'dynamodb:ListStreams',
        ],
        resources: [streamArn],
      }),
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queues.streamDead.queueArn] }),
    ],
    keeping,
  });
  fromStream(group, parts, streamArn);
  return group;
}

function fromStream(target: LambdaFunction, { queues }: Parts, streamArn: string): void {
  new EventSourceMapping(target, 'FromStream', {
    target,
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: STREAM_BATCH,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: STREAM_RETRIES,
    parallelizationFactor: 1,
    maxRecordAge: Duration.hours(24),
    onFailure: new SqsDlq(queues.streamDead),
    filters: [FilterCriteria.filter({ dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(OBJECT_ROW_PREFIX) } } } })],
  });
}
