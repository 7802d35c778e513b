/** Where raw articles land. In: the queue that hears of them. Out: the bucket. Promise: private, encrypted, versioned, TLS only. */
import { Aws, Duration, Fn } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type IBucket,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct, IConstruct } from 'constructs';
import { REFUSED_TAG } from '../shared/core/refused-tag.ts';
import type { Keeping } from './keeping.ts';
import type { Settings } from './settings.ts';

/** Raw articles; everything under it is ingested. */
export const INCOMING_PREFIX = 'incoming/';
/** Long bodies that do not fit into a table row; written by `ingest`, and outside the prefix that triggers it. */
export const BODIES_PREFIX = 'bodies/';

/** How long what nobody needs any more is kept: long enough for a look at what went wrong. */
const LINGER = Duration.days(7);

/**
 * The name is fixed before the bucket exists: S3 checks the queue's policy while it creates the bucket, and that policy
 * must name the bucket. A generated name would make the two wait for each other.
 */
export function bucketName(stack: string): string {
  return Fn.sub(`${stack.toLowerCase()}-\${AWS::AccountId}-\${AWS::Region}`);
}

/** `arn:aws:s3:::<name>` */
export function bucketArn(name: string): string {
  return `arn:${Aws.PARTITION}:s3:::${name}`;
}

/** What the rest of the stack asks of it, whoever made it. */
export type RawBucket = IConstruct & Pick<IBucket, 'bucketName' | 'bucketArn' | 'arnForObjects'>;

export interface RawBucketFacts {
  readonly name: string;
  /** What hears of uploads. */
  readonly queue: Queue;
  readonly keeping: Keeping;
  readonly key: IKey | null;
  readonly settings: Settings;
}

/**
 * A bucket that is there already stays its owner's: policy, lifecycle, encryption, versions and notifications. CDK could set the last by a
 * function of its own with rights to every bucket's notifications, and would take out those of others.
 */
export function bucketOf(scope: Construct, facts: RawBucketFacts): RawBucket {
  if (facts.settings.existingBucket === '') return rawBucket(scope, facts);
  return Bucket.fromBucketName(scope, 'Bucket', facts.settings.existingBucket);
}

/** With a key of one's own S3 asks KMS once for many objects, not for each. */
export function encryptedWith(key: IKey | null) {
  if (key === null) return { encryption: BucketEncryption.S3_MANAGED };
  return { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true };
}

function rawBucket(scope: Construct, { name, queue, keeping, key, settings }: RawBucketFacts): Bucket {
  const bucket = new Bucket(scope, 'Bucket', {
    bucketName: name,
    ...encryptedWith(key),
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    versioned: true,
    removalPolicy: keeping.removalPolicy,
    lifecycleRules: [
      { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: LINGER },
      // A body is named by its content: an older version of it is the same bytes, written again by a retry.
      { id: 'repeated-bodies', prefix: BODIES_PREFIX, noncurrentVersionExpiration: LINGER },
      ...rawRetention(settings),
      ...refusedRetention(settings),
    ],
  });
  notify(bucket, queue.queueArn);
  // S3 tries the queue while the bucket is made, so the policy that lets it in comes first.
  bucket.node.addDependency(queue.node.findChild('Policy'));
  return bucket;
}

/**
 * Raw uploads go in their time, and no record with them: S3 tells of it by events of lifecycle rules, which nobody hears. Long records
 * have no such rule, because they are the records.
 */
function rawRetention({ rawDays, oldRawDays }: Settings): readonly LifecycleRule[] {
  const oldDays = oldRawDays > 0 ? oldRawDays : rawDays;
  if (oldDays === 0) return [];
  const old = { noncurrentVersionExpiration: Duration.days(oldDays) };
  return [
    { id: 'old-uploads', prefix: INCOMING_PREFIX, ...old },
    ...(rawDays === 0 ? [] : [{ id: 'uploads', prefix: INCOMING_PREFIX, expiration: Duration.days(rawDays) }]),
    // A delete marker that hides nothing any more.
    { id: 'upload-markers', prefix: INCOMING_PREFIX, expiredObjectDeleteMarker: true },
  ];
}

/** `ingest` tags what it refuses; the row stays, and says why. */
function refusedRetention({ rejectedDays }: Settings): readonly LifecycleRule[] {
  if (rejectedDays === 0) return [];
  const days = Duration.days(rejectedDays);
  const tagFilters = { [REFUSED_TAG.Key]: REFUSED_TAG.Value };
  return [
    { id: 'refused-uploads', prefix: INCOMING_PREFIX, tagFilters, expiration: days, noncurrentVersionExpiration: days },
  ];
}

/** The bucket's own notification property: `addEventNotification` would deploy a function of CDK's just to set it. */
function notify(bucket: Bucket, queueArn: string): void {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket)) throw new Error('the bucket has no resource of its own');
  const filter = { s3Key: { rules: [{ name: 'prefix', value: INCOMING_PREFIX }] } };
  resource.notificationConfiguration = {
    queueConfigurations: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'].map((event) => ({
      event,
      queue: queueArn,
      filter,
    })),
  };
}
