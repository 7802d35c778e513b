/** PutObject, CopyObject, DeleteObject and DeleteObjects. */
import { ApiError } from '../api-error.ts';
import { readText } from '../http.ts';
import { readCopySource } from './address.ts';
import { headerOf, quoted, reply, replyXml, type S3Call, type S3Operation } from './context.ts';
import { keptHeaders, metadataOf, receiveBody } from './receive.ts';
import type { ObjectFacts, Version, WriteConditions } from './types.ts';
import { dropOlder } from './unversioned.ts';
import { readRecords, type Xml } from './xml.ts';

export const putObject: S3Operation = async (call) => {
  call.buckets.check(call.bucket);
  const { blob, facts } = await receiveBody(call.request, call.blobs);
  const { bucket, key } = call;
  const object = { bucket, key, blob: blob.id, bytes: blob.bytes, etag: blob.md5.toString('hex'), facts };
  const version = await committed(call, blob.id, () => call.versions.put(object, 'Put', conditionsOf(call)));
  reply(call, 200, { ...version.checksums, etag: quoted(version.etag), 'x-amz-version-id': version.versionId });
};

export const copyObject: S3Operation = async (call) => {
  call.buckets.check(call.bucket);
  const from = sourceOf(call);
  const blob = await call.blobs.write(call.blobs.read(from.blob));
  const { bucket, key } = call;
  const object = {
    bucket,
    key,
    blob: blob.id,
    bytes: blob.bytes,
    etag: from.version.etag,
    facts: copiedFacts(call, from.version),
  };
  const version = await committed(call, blob.id, () => call.versions.put(object, 'Copy', conditionsOf(call)));
  const headers = { 'x-amz-version-id': version.versionId, 'x-amz-copy-source-version-id': from.version.versionId };
  const result: Xml = [
    'CopyObjectResult',
    [
      ['LastModified', version.lastModified],
      ['ETag', quoted(version.etag)],
    ],
  ];
  replyXml(call, result, headers);
};

export const deleteObject: S3Operation = async (call) => {
  call.buckets.check(call.bucket);
  const gone = await removeOne(call, call.key, call.query.get('versionId'));
  reply(call, 204, {
    ...(gone === null ? {} : { 'x-amz-version-id': gone.versionId }),
    ...(gone?.isMarker === true ? { 'x-amz-delete-marker': 'true' } : {}),
  });
};

export const deleteObjects: S3Operation = async (call) => {
  call.buckets.check(call.bucket);
  const body = await readText(call.request);
  const results: Xml[] = [];
  for (const { Key = '', VersionId } of readRecords(body, 'Object')) {
    const gone = await removeOne(call, Key, VersionId ?? null);
    const marker: readonly Xml[] =
      gone?.isMarker === true
        ? [
            ['DeleteMarker', true],
            ['DeleteMarkerVersionId', gone.versionId],
          ]
        : [];
    results.push([
      'Deleted',
      [['Key', Key], ...(VersionId === undefined ? [] : [['VersionId', VersionId] as const]), ...marker],
    ]);
  }
  const quiet = body.includes('<Quiet>true</Quiet>');
  replyXml(call, ['DeleteResult', quiet ? [] : results]);
};

/** Without a version a marker goes on top; with one that version is gone for good, its body too. */
async function removeOne(call: S3Call, key: string, versionId: string | null): Promise<Version | null> {
  if (versionId === null && call.unversioned.has(call.bucket)) return dropOlder(call, call.bucket, key, null);
  if (versionId === null) return call.versions.mark(call.bucket, key);
  const gone = call.versions.erase(call.bucket, key, versionId);
  if (gone !== null && gone.blob !== null) await call.blobs.remove(gone.blob);
  return gone;
}

function sourceOf(call: S3Call): { readonly version: Version; readonly blob: string } {
  const source = readCopySource(headerOf(call, 'x-amz-copy-source') ?? '');
  call.buckets.check(source.bucket);
  const version = call.versions.find(source.bucket, source.key, source.versionId);
  if (version === null || version.blob === null)
    throw new ApiError('NoSuchKey', 404, 'The specified key does not exist.');
  const wanted = headerOf(call, 'x-amz-copy-source-if-match')?.replaceAll('"', '') ?? null;
  if (wanted !== null && wanted !== version.etag)
    throw new ApiError('PreconditionFailed', 412, 'At least one of the pre-conditions you specified did not hold');
  return { version, blob: version.blob };
}

function copiedFacts(call: S3Call, from: Version): ObjectFacts {
  const { headers, metadata, checksums } = from;
  const tags = headerOf(call, 'x-amz-tagging-directive') === 'REPLACE' ? {} : from.tags;
  if (headerOf(call, 'x-amz-metadata-directive') !== 'REPLACE') return { headers, metadata, checksums, tags };
  return { headers: keptHeaders(call.request), metadata: metadataOf(call.request), checksums, tags };
}

/** A body whose version is refused is of no use to anybody. */
export async function committed(call: S3Call, blob: string, write: () => Version): Promise<Version> {
  try {
    const version = write();
    if (call.unversioned.has(version.bucket)) await dropOlder(call, version.bucket, version.key, version.versionId);
    return version;
  } catch (error) {
    await call.blobs.remove(blob);
    throw error;
  }
}

export function conditionsOf(call: S3Call): WriteConditions {
  return { ifMatch: headerOf(call, 'if-match'), ifNoneMatch: headerOf(call, 'if-none-match') };
}
