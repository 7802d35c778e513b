/** The S3 calls about buckets: make, look, list objects and versions. */
import { ApiError } from '../api-error.ts';
import { quoted, reply, replyXml, type S3Call, type S3Operation } from './context.ts';
import { pageOf, readPageRequest } from './listing.ts';
import type { Version } from './types.ts';
import { isEmptyBucket } from './versions.ts';
import type { Xml } from './xml.ts';

export const listBuckets: S3Operation = (call) => {
  const buckets = call.buckets.all().map(
    ({ name, createdAt }) =>
      [
        'Bucket',
        [
          ['Name', name],
          ['CreationDate', createdAt],
        ],
      ] as const,
  );
  replyXml(call, [
    'ListAllMyBucketsResult',
    [
      ['Owner', [['ID', 'local']]],
      ['Buckets', buckets],
    ],
  ]);
};

export const createBucket: S3Operation = (call) => {
  call.buckets.create(call.bucket);
  reply(call, 200, { location: `/${call.bucket}` });
};

export const headBucket: S3Operation = (call) => {
  call.buckets.check(call.bucket);
  reply(call, 200, { 'x-amz-bucket-region': 'us-east-1' });
};

export const deleteBucket: S3Operation = (call) => {
  call.buckets.check(call.bucket);
  if (!isEmptyBucket(call.db, call.bucket))
    throw new ApiError('BucketNotEmpty', 409, 'The bucket you tried to delete is not empty');
  call.buckets.remove(call.bucket);
  reply(call, 204);
};

export const getVersioning: S3Operation = (call) => {
  call.buckets.check(call.bucket);
  replyXml(call, ['VersioningConfiguration', [['Status', 'Enabled']]]);
};

export const getLocation: S3Operation = (call) => {
  call.buckets.check(call.bucket);
  replyXml(call, ['LocationConstraint', '']);
};

/** Both generations of the listing: they differ only in how they name the place to go on from. */
export const listObjects: S3Operation = (call) => {
  call.buckets.check(call.bucket);
  const isV2 = call.query.get('list-type') === '2';
  const request = readPageRequest(call.query);
  const token = call.query.get('continuation-token');
  const after = token === null ? (call.query.get(isV2 ? 'start-after' : 'marker') ?? '') : decodeToken(token);
  const page = pageOf(call.versions.current(call.bucket, request.prefix, after), request);
  const next = page.next?.key ?? null;
  const nextXml: readonly Xml[] =
    next === null ? [] : [isV2 ? ['NextContinuationToken', encodeToken(next)] : ['NextMarker', next]];
  replyXml(call, [
    'ListBucketResult',
    [
      ...head(call, next !== null),
      ['KeyCount', page.entries.length + page.folders.length],
      ...nextXml,
      ...page.entries.map((version): Xml => ['Contents', contents(call, version)]),
      ...page.folders.map((folder): Xml => ['CommonPrefixes', [['Prefix', shownKey(call, folder)]]]),
    ],
  ]);
};

export const listVersions: S3Operation = (call) => {
  call.buckets.check(call.bucket);
  const request = readPageRequest(call.query);
  const page = pageOf(versionsAfter(call, request.prefix), request);
  const nextXml: readonly Xml[] =
    page.next === null
      ? []
      : [
          ['NextKeyMarker', shownKey(call, page.next.key)],
          ['NextVersionIdMarker', page.next.entry?.versionId ?? ''],
        ];
  replyXml(call, [
    'ListVersionsResult',
    [
      ...head(call, page.next !== null),
      ...nextXml,
      ...page.entries.map((version): Xml => {
        const name = version.isMarker ? 'DeleteMarker' : 'Version';
        return [name, [...contents(call, version), ['VersionId', version.versionId], ['IsLatest', version.isLatest]]];
      }),
      ...page.folders.map((folder): Xml => ['CommonPrefixes', [['Prefix', shownKey(call, folder)]]]),
    ],
  ]);
};

/** Versions after the key and version that the client has seen; without a version the whole key counts as seen. */
function* versionsAfter(call: S3Call, prefix: string): Generator<Version> {
  const seenKey = call.query.get('key-marker') ?? '';
  const seenVersion = call.query.get('version-id-marker') ?? '';
  let passed = false;
  for (const version of call.versions.all(call.bucket, prefix, seenKey)) {
    if (version.key !== seenKey || passed) yield version;
    else passed = version.versionId === seenVersion;
  }
}

function head(call: S3Call, isTruncated: boolean): readonly Xml[] {
  const { prefix, delimiter, most } = readPageRequest(call.query);
  const encoding: readonly Xml[] = call.query.get('encoding-type') === 'url' ? [['EncodingType', 'url']] : [];
  return [
    ['Name', call.bucket],
    ['Prefix', shownKey(call, prefix)],
    ['MaxKeys', most],
    ['IsTruncated', isTruncated],
    ...(delimiter === '' ? [] : [['Delimiter', shownKey(call, delimiter)] as const]),
    ...encoding,
  ];
}

function contents(call: S3Call, version: Version): readonly Xml[] {
  return [
    ['Key', shownKey(call, version.key)],
    ['LastModified', version.lastModified],
    ...(version.isMarker ? [] : [['ETag', quoted(version.etag)] as const, ['Size', version.bytes] as const]),
    ['StorageClass', 'STANDARD'],
  ];
}

/** XML cannot hold every key, so clients may ask for them percent-encoded. */
function shownKey(call: S3Call, key: string): string {
  if (call.query.get('encoding-type') !== 'url') return key;
  return encodeURIComponent(key).replaceAll('%2F', '/');
}

const encodeToken = (key: string): string => Buffer.from(key).toString('base64url');
const decodeToken = (token: string): string => Buffer.from(token, 'base64url').toString('utf8');
