/**
 * Records as files that SQL can be asked about. In: the table and the bucket of bodies. Out: a bucket, the function that fills it, a
 * catalog and a workgroup. Promise: nothing is public; idle it costs cents a month; a query cannot read without bound.
 */
import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, type LifecycleRule, ObjectOwnership, StorageClass } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { ARTICLES_PREFIX } from '../shared/core/archive/day.ts';
import { BODIES_PREFIX, encryptedWith } from './bucket.ts';
import { addCatalog } from './catalog.ts';
import { nodeFunction } from './function.ts';
import { mayUseKey } from './key.ts';
import { acknowledgeArchive } from './nag.ts';
import { archiveOutputs } from './outputs.ts';
import { ARCHIVE_PARTITIONS, mayWrite } from './partitions.ts';
import type { Parts } from './parts.ts';
import { RESULTS_PREFIX } from './workgroup.ts';

export interface Archive {
  readonly bucket: Bucket;
  readonly archive: LambdaFunction;
}

/** The longest articles that there can be take 500 MiB at a time (bench/archive/memory.ts): half of the function's memory. */
const MEMORY_MIB = 1_024;
/** What Lambda allows; a run stops by itself before. */
const MOST_TIMEOUT_S = 570;
/** A run is over before the next one begins: two at once would only repeat each other's work. */
const APART_S = 15;

export function addArchive(scope: Construct, parts: Parts, bundle: string): LambdaFunction {
  const bucket = archiveBucket(scope, parts);
  const archive = archiveFunction(scope, parts, bucket, bundle);
  const { workgroup, database } = addCatalog(scope, bucket, parts);
  archiveOutputs(scope, { bucket: bucket.bucketName, workgroup, database, functionName: archive.functionName });
  acknowledgeArchive({ bucket, archive }, parts.bucket);
  return archive;
}

/** Without versions: what is taken down must be gone, and all of it can be written again from the table. */
function archiveBucket(scope: Construct, { keeping, settings, key }: Parts): Bucket {
  const cold: readonly LifecycleRule[] =
    settings.archiveColdDays === 0
      ? []
      : [
          {
            id: 'rarely-read',
            prefix: ARTICLES_PREFIX,
            transitions: [
              {
                storageClass: StorageClass.INFREQUENT_ACCESS,
                transitionAfter: Duration.days(settings.archiveColdDays),
              },
            ],
          },
        ];
  return new Bucket(scope, 'ArchiveBucket', {
    ...encryptedWith(key),
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    removalPolicy: keeping.removalPolicy,
    lifecycleRules: [
      { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      // Answers quote articles, also ones that are taken down later.
      { id: 'answers', prefix: RESULTS_PREFIX, expiration: Duration.days(1) },
      ...cold,
      ...(settings.archiveDays === 0
        ? []
        : [{ id: 'old-files', prefix: ARTICLES_PREFIX, expiration: Duration.days(settings.archiveDays) }]),
    ],
  });
}

function archiveFunction(scope: Construct, parts: Parts, bucket: Bucket, bundle: string): LambdaFunction {
  const { table, settings, keeping, key } = parts;
  const every = Duration.minutes(settings.archiveMinutes);
  const archive = nodeFunction(scope, {
    id: 'Archive',
    service: 'archive',
    description: 'Wirefold: writes changed articles to the archive, and merges its small files',
    bundle,
    memoryMib: MEMORY_MIB,
    timeoutS: Math.min(MOST_TIMEOUT_S, every.toSeconds() - APART_S),
    environment: {
      TABLE_NAME: table.tableName,
      BUCKET_NAME: parts.bucket.bucketName,
      ARCHIVE_BUCKET_NAME: bucket.bucketName,
    },
    statements: [
      new PolicyStatement({ actions: ['dynamodb:GetItem', 'dynamodb:Query'], resources: [table.tableArn] }),
      mayWrite(table, ['dynamodb:PutItem'], ARCHIVE_PARTITIONS),
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [parts.bucket.arnForObjects(`${BODIES_PREFIX}*`)] }),
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
        resources: [bucket.arnForObjects(`${ARTICLES_PREFIX}*`)],
      }),
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
      ...mayUseKey(key, { reads: [], writes: ['dynamodb', 's3'] }),
    ],
    keeping,
  });
  new Rule(scope, 'ArchiveSchedule', {
    description: 'Wirefold: archives what has changed',
    schedule: Schedule.rate(every),
    targets: [new LambdaTarget(archive, { retryAttempts: 0 })],
  });
  return archive;
}
