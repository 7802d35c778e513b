/** Findings of cdk-nag that stay, each with its reason. Whatever is not listed here fails synth. */
import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { IConstruct } from 'constructs';
import { ARTICLES_PREFIX } from '../shared/core/archive/day.ts';
import type { Archive } from './archive.ts';
import { BODIES_PREFIX, INCOMING_PREFIX, type RawBucket } from './bucket.ts';
import type { Queues } from './queues.ts';

interface Subjects {
  readonly bucket: RawBucket;
  readonly queues: Queues;
  readonly ingest: LambdaFunction;
}

export function acknowledge({ bucket, queues, ingest }: Subjects): void {
  if (bucket.node.children.length > 0)
    stays(
      bucket,
      'S1',
      'Only one role may read the bucket; object-level CloudTrail is a choice of the account’s owner.',
    );
  stays(queues.streamDead, 'SQS3', 'This queue is itself where the stream mapping puts what it could not work off.');
  const objects = (prefix: string) => objectsOf(bucket, prefix);
  const role = ingest.role;
  if (role === undefined) throw new Error('ingest has no role');
  stays(
    role,
    objects(INCOMING_PREFIX),
    'Keys of uploads are chosen by whoever uploads; the prefix is the narrowest bound.',
  );
  stays(role, objects(BODIES_PREFIX), 'Long bodies are named by their hash; the prefix holds nothing else.');
}

export function acknowledgeQuery(query: LambdaFunction, bucket: RawBucket): void {
  const role = query.role;
  if (role === undefined) throw new Error('query has no role');
  const objects = objectsOf(bucket, BODIES_PREFIX);
  stays(role, objects, 'Long bodies are named by their hash; the prefix holds nothing else.');
}

export function acknowledgePurge(purge: LambdaFunction, bucket: RawBucket): void {
  const role = purge.role;
  if (role === undefined) throw new Error('purge has no role');
  const objects = (prefix: string) => objectsOf(bucket, prefix);
  stays(role, objects(INCOMING_PREFIX), 'Any upload may turn out to be one that was taken down.');
  stays(role, objects(BODIES_PREFIX), 'Long bodies are named by their hash; the prefix holds nothing else.');
}

export function acknowledgeArchive({ bucket, archive }: Archive, raw: RawBucket): void {
  stays(bucket, 'S1', 'Only one role may read the bucket; object-level CloudTrail is a choice of the account’s owner.');
  const role = archive.role;
  if (role === undefined) throw new Error('archive has no role');
  const objects = objectsOf;
  stays(role, objects(bucket, ARTICLES_PREFIX), 'Files are named by their content; the prefix holds nothing else.');
  stays(role, objects(raw, BODIES_PREFIX), 'Long bodies are named by their hash; the prefix holds nothing else.');
}

/** A key of AWS's own would keep CloudWatch from publishing; a key of ours costs a dollar a month for texts that say nothing of articles. */
export function acknowledgeTopic(topic: Topic): void {
  stays(
    topic,
    'SNS2',
    'Messages name alarms and figures only; CloudWatch may not publish under the key of AWS for SNS.',
  );
}

export function acknowledgeTracing(role: Role): void {
  stays(
    role,
    'IAM5[Resource::*]',
    'X-Ray knows no resources: the right to send traces is given for all or not at all.',
  );
}

function stays(subject: IConstruct, rule: string, reason: string): void {
  Validations.of(subject).acknowledge({ id: `AwsSolutions-${rule}`, reason });
}

/** As cdk-nag names them: by logical id, or, of a bucket that is there already, by name. */
function objectsOf(bucket: RawBucket, prefix: string): string {
  const resource: CfnElement | undefined = bucket.node.children.find((child) => child instanceof CfnBucket);
  const arn =
    resource === undefined
      ? `arn:<AWS::Partition>:s3:::${bucket.bucketName}`
      : `<${Stack.of(bucket).resolve(resource.logicalId)}.Arn>`;
  return `IAM5[Resource::${arn}/${prefix}*]`;
}
