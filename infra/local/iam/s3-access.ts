/** Requests to S3 in, the rights that they need out. Promise: a request that is not known here needs a right that nobody has. */
import { bucketArn } from '../arn.ts';
import type { AccessRequest } from './evaluate.ts';

export interface S3Asked {
  readonly method: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly isCopy: boolean;
  readonly hasTags: boolean;
}

/** By method and what the query names; the first that fits. */
const OBJECT_ACTIONS: readonly (readonly [string, string | null, readonly string[]])[] = [
  ['GET', 'tagging', ['GetObjectTagging']],
  ['PUT', 'tagging', ['PutObjectTagging']],
  ['DELETE', 'tagging', ['DeleteObjectTagging']],
  ['GET', 'uploadId', ['ListMultipartUploadParts']],
  ['DELETE', 'uploadId', ['AbortMultipartUpload']],
  ['DELETE', 'versionId', ['DeleteObjectVersion']],
  ['DELETE', null, ['DeleteObject']],
  ['GET', 'versionId', ['GetObjectVersion']],
  ['HEAD', 'versionId', ['GetObjectVersion']],
  ['GET', null, ['GetObject']],
  ['HEAD', null, ['GetObject']],
  ['PUT', null, ['PutObject']],
  ['POST', 'uploads', ['PutObject']],
  ['POST', 'uploadId', ['PutObject']],
];

const BUCKET_ACTIONS: readonly (readonly [string, string | null, readonly string[]])[] = [
  ['GET', 'versions', ['ListBucketVersions']],
  ['GET', 'location', ['GetBucketLocation']],
  ['GET', 'versioning', ['GetBucketVersioning']],
  ['GET', null, ['ListBucket']],
  ['HEAD', null, ['ListBucket']],
];

export function s3Access({ method, bucket, key, query, isCopy, hasTags }: S3Asked): readonly AccessRequest[] {
  const rules = key === '' ? BUCKET_ACTIONS : OBJECT_ACTIONS;
  const found = rules.find(([verb, part]) => verb === method && (part === null || query.has(part)));
  const named = versioned(found?.[2], query) ?? [
    `${method} ${key === '' ? 'bucket' : 'object'} ${[...query.keys()].join(' ')}`,
  ];
  const more = [...(hasTags ? ['PutObjectTagging'] : []), ...(isCopy ? ['CopyObject'] : [])];
  const resource = key === '' ? bucketArn(bucket) : `${bucketArn(bucket)}/${key}`;
  return [...named, ...more].map((action) => ({ action: `s3:${action}`, resource, context: {} }));
}

/** Tags of one version have rights of their own. */
function versioned(actions: readonly string[] | undefined, query: URLSearchParams): readonly string[] | undefined {
  if (!query.has('tagging') || !query.has('versionId')) return actions;
  return actions?.map((action) => action.replace('Object', 'ObjectVersion'));
}

/** Who may not list is not told that a key is gone. */
export const mayList = (bucket: string): AccessRequest => ({
  action: 's3:ListBucket',
  resource: bucketArn(bucket),
  context: {},
});
