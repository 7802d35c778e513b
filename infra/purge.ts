/**
 * What was uploaded again after its take-down, out of the bucket. Promise: the one role that may delete raw uploads, by version, and
 * only a clock wakes it; what S3 tells of its deletions ends in a row without content.
 */
import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { BODIES_PREFIX, INCOMING_PREFIX } from './bucket.ts';
import { nodeFunction } from './function.ts';
import { mayUseKey } from './key.ts';
import { acknowledgePurge } from './nag.ts';
import { mayWrite, OBJECT_ROW_PREFIX, PURGE_NOTES } from './partitions.ts';
import type { Parts } from './parts.ts';

const MEMORY_MIB = 256;
const EVERY = Duration.minutes(10);
/** Over before the next call: two at once would only repeat each other's work. */
const TIMEOUT_S = 570;

export function purgeFunction(scope: Construct, parts: Parts, bundle: string): LambdaFunction {
  const { bucket, table, keeping, key } = parts;
  const purge = nodeFunction(scope, {
    id: 'Purge',
    service: 'purge',
    description: 'Wirefold: removes uploads that a take-down held back',
    bundle,
    memoryMib: MEMORY_MIB,
    timeoutS: TIMEOUT_S,
    environment: { TABLE_NAME: table.tableName, BUCKET_NAME: bucket.bucketName },
    statements: [
      new PolicyStatement({ actions: ['dynamodb:GetItem', 'dynamodb:Query'], resources: [table.tableArn] }),
      mayWrite(table, ['dynamodb:UpdateItem'], [`${OBJECT_ROW_PREFIX}*`, PURGE_NOTES]),
      new PolicyStatement({ actions: ['s3:ListBucketVersions'], resources: [bucket.bucketArn] }),
      new PolicyStatement({
        actions: ['s3:DeleteObjectVersion'],
        resources: [bucket.arnForObjects(`${INCOMING_PREFIX}*`), bucket.arnForObjects(`${BODIES_PREFIX}*`)],
      }),
      ...mayUseKey(key, { reads: [], writes: ['dynamodb'] }),
    ],
    keeping,
  });
  new Rule(scope, 'PurgeSchedule', {
    description: 'Wirefold: purges what was held back',
    schedule: Schedule.rate(EVERY),
    targets: [new LambdaTarget(purge, { retryAttempts: 0 })],
  });
  acknowledgePurge(purge, bucket);
  return purge;
}
