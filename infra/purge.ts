/**
 * Uploads that a take-down holds back, out of the bucket. Promise: the clock alone wakes it, it deletes and never writes there, and it
 * looks only at what `group` has noted for it.
 */
import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { BODIES_PREFIX, INCOMING_PREFIX } from './bucket.ts';
import { nodeFunction } from './function.ts';
import { mayWrite, OBJECT_ROW_PREFIX, PURGES_PARTITION } from './partitions.ts';
import type { Parts } from './parts.ts';

const PURGE_MEMORY_MIB = 256;
const PURGE_EVERY = Duration.minutes(10);
/** Over before the next call: two at once would only repeat each other's work. */
const PURGE_TIMEOUT_S = 300;

export function purgeFunction(scope: Construct, parts: Parts, bundle: string): LambdaFunction {
  const { bucket, table, keeping } = parts;
  const purge = nodeFunction(scope, {
    id: 'Purge',
    service: 'purge',
    description: 'Wirefold: removes uploads of what was taken down',
    bundle,
    memoryMib: PURGE_MEMORY_MIB,
    timeoutS: PURGE_TIMEOUT_S,
    environment: { TABLE_NAME: table.tableName, BUCKET_NAME: bucket.bucketName },
    statements: [
      new PolicyStatement({ actions: ['dynamodb:GetItem', 'dynamodb:Query'], resources: [table.tableArn] }),
      mayWrite(table, ['dynamodb:UpdateItem'], [`${OBJECT_ROW_PREFIX}*`, PURGES_PARTITION]),
      new PolicyStatement({ actions: ['s3:ListBucketVersions'], resources: [bucket.bucketArn] }),
      new PolicyStatement({
        actions: ['s3:DeleteObjectVersion'],
        resources: [bucket.arnForObjects(`${INCOMING_PREFIX}*`), bucket.arnForObjects(`${BODIES_PREFIX}*`)],
      }),
    ],
    keeping,
  });
  new Rule(scope, 'PurgeSchedule', {
    description: 'Wirefold: removes uploads of what was taken down',
    schedule: Schedule.rate(PURGE_EVERY),
    targets: [new LambdaTarget(purge, { retryAttempts: 0 })],
  });
  return purge;
}
