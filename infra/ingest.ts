/**
 * S3 notifications to rows. Promise: reads under `incoming/`, writes under `bodies/` and the table; never what triggers it,
 * but for parts of a container, each smaller than the whole. */
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { BODIES_PREFIX, INCOMING_PREFIX } from './bucket.ts';
import type { Budget } from './budget.ts';
import { nodeFunction } from './function.ts';
import { mayUseKey } from './key.ts';
import {
  CONTAINER_MEMBERS,
  FAILURE_NOTES,
  mayGet,
  mayWrite,
  OBJECT_ROW_PREFIX,
  PLACED_NOTES,
  TOMBSTONES,
} from './partitions.ts';
import type { Parts } from './parts.ts';

export function ingestFunction(scope: Construct, parts: Parts, bundle: string): LambdaFunction {
  const { bucket, table, queues, budget, settings, keeping, key } = parts;
  const ingest = nodeFunction(scope, {
    id: 'Ingest',
    service: 'ingest',
    description: 'Wirefold: reads what was dropped into the bucket, cleans it, keeps one row per object',
    bundle,
    memoryMib: settings.ingestMemoryMib,
    timeoutS: budget.functionTimeoutS,
    environment: {
      TABLE_NAME: table.tableName,
      BUCKET_NAME: bucket.bucketName,
      QUEUE_URL: queues.incoming.queueUrl,
      ...(settings.rejectedDays > 0 ? { MARK_REFUSED: 'true' } : {}),
      ...(settings.languages === '' ? {} : { LANGUAGES: settings.languages }),
    },
    recursion: 'bounded',
    statements: [
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: [bucket.arnForObjects(`${INCOMING_PREFIX}*`)],
      }),
      ...marksRefused(parts),
      // Without these two S3 answers 403 instead of 404 for an object that is gone, and stale news would look like a fault.
      new PolicyStatement({ actions: ['s3:ListBucket', 's3:ListBucketVersions'], resources: [bucket.bucketArn] }),
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects(`${BODIES_PREFIX}*`)] }),
      mayGet(table, [TOMBSTONES, `${OBJECT_ROW_PREFIX}*`]),
      mayWrite(table, ['dynamodb:Query'], [CONTAINER_MEMBERS]),
      mayWrite(table, ['dynamodb:UpdateItem'], [`${OBJECT_ROW_PREFIX}*`, FAILURE_NOTES]),
      mayWrite(table, ['dynamodb:PutItem'], [PLACED_NOTES]),
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'],
        resources: [queues.incoming.queueArn],
      }),
      // Members of containers are messages to the same queue: each is smaller than what it was cut from, so there is an end.
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queues.incoming.queueArn] }),
      ...mayUseKey(key, { reads: ['s3', 'sqs', 'dynamodb'], writes: ['s3', 'sqs', 'dynamodb'] }),
    ],
    keeping,
  });
  fromQueue(ingest, parts, budget);
  return ingest;
}

/** A tag tells nobody of itself: no upload, no message. */
function marksRefused({ bucket, settings }: Parts): readonly PolicyStatement[] {
  if (settings.rejectedDays === 0) return [];
  const actions = ['s3:GetObjectVersionTagging', 's3:PutObjectVersionTagging'];
  return [new PolicyStatement({ actions, resources: [bucket.arnForObjects(`${INCOMING_PREFIX}*`)] })];
}

/** A mapping of our own: CDK's event source would add rights by itself, and every right here is written out above. */
function fromQueue(target: LambdaFunction, { queues, settings }: Parts, budget: Budget): void {
  new EventSourceMapping(target, 'FromQueue', {
    target,
    eventSourceArn: queues.incoming.queueArn,
    batchSize: budget.batchSize,
    maxConcurrency: settings.maxConcurrency,
    reportBatchItemFailures: true,
  });
}
