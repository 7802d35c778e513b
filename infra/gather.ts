/**
 * Changed stories to events, on arrival and then for a whole window. Promise: only summaries of stories wake `gather`, and neither
 * of the two functions writes one. `settle`, which only a clock wakes,
 * also tells of embargoes that have ended, and counts outlets that are silent.
 */
import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterRule, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { fromStream, readsStream } from './from-stream.ts';
import { nodeFunction } from './function.ts';
import { mayUseKey } from './key.ts';
import {
  EVENT_PARTITIONS,
  FAILURE_NOTES,
  mayWrite,
  STORY_PREFIX,
  STORY_SUMMARY,
  TELLING_PARTITIONS,
} from './partitions.ts';
import type { Parts } from './parts.ts';

const GATHER_MEMORY_MIB = 512;
const SETTLE_EVERY = Duration.minutes(10);
/** The longest that Lambda allows. The call after the next finds the same days taken up a moment ago, and leaves them alone (settling-pace.ts). */
const SETTLE_TIMEOUT_S = 900;

export function gatherFunction(scope: Construct, parts: Parts, bundle: string): LambdaFunction {
  const gather = nodeFunction(scope, {
    id: 'Gather',
    service: 'gather',
    description: 'Wirefold: places changed stories in events',
    bundle,
    memoryMib: GATHER_MEMORY_MIB,
    timeoutS: parts.budget.functionTimeoutS,
    environment: { TABLE_NAME: parts.table.tableName },
    statements: [
      ...eventRights(parts, [FAILURE_NOTES]),
      ...readsStream(parts),
      ...mayUseKey(parts.key, { reads: [], writes: ['dynamodb', 'sqs'] }),
    ],
    keeping: parts.keeping,
  });
  fromStream(gather, parts, { pk: { S: FilterRule.beginsWith(STORY_PREFIX) }, sk: { S: [STORY_SUMMARY] } });
  return gather;
}

export function settleFunction(scope: Construct, parts: Parts, bundle: string): LambdaFunction {
  const { outletSilence, settleMemoryMib, tableCapacity, settleHour } = parts.settings;
  const settle = nodeFunction(scope, {
    id: 'Settle',
    service: 'settle',
    description:
      'Wirefold: gathers the stories of changed days into events, tells of ended embargoes and of silent outlets',
    bundle,
    memoryMib: settleMemoryMib,
    timeoutS: SETTLE_TIMEOUT_S,
    environment: {
      TABLE_NAME: parts.table.tableName,
      ...(outletSilence === '' ? {} : { OUTLET_SILENCE: outletSilence }),
      // The table has units ready for it in that hour only.
      ...(tableCapacity === 'onDemand' ? {} : { SETTLE_HOUR: String(settleHour) }),
    },
    statements: [
      ...eventRights(parts),
      // All stories of ten days, by requests of a hundred.
      new PolicyStatement({ actions: ['dynamodb:BatchGetItem'], resources: [parts.table.tableArn] }),
      mayWrite(parts.table, ['dynamodb:PutItem'], TELLING_PARTITIONS),
      ...mayUseKey(parts.key, { reads: [], writes: ['dynamodb'] }),
    ],
    keeping: parts.keeping,
  });
  new Rule(scope, 'SettleSchedule', {
    description: 'Wirefold: settles the events of changed days',
    schedule: Schedule.rate(SETTLE_EVERY),
    targets: [new LambdaTarget(settle, { retryAttempts: 0 })],
  });
  return settle;
}

function eventRights({ table }: Parts, more: readonly string[] = []): readonly PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ['dynamodb:GetItem', 'dynamodb:Query'], resources: [table.tableArn] }),
    mayWrite(table, ['dynamodb:PutItem', 'dynamodb:UpdateItem'], [...EVENT_PARTITIONS, ...more]),
  ];
}
