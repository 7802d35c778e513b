/** The buckets of a local run, written and read without HTTP. In: the opened stores. Out: puts, removals, and the pipeline's ports. */
import { buffer } from 'node:stream/consumers';
import type { S3Context } from '../../../infra/local/s3/context.ts';
import { dropOlder } from '../../../infra/local/s3/unversioned.ts';
import type { Upload } from '../../../shared/aws/store.ts';
import type { ArchiveFiles } from '../../../shared/pipeline/archive-ports.ts';
import type { Bodies, RawObjects } from '../../../shared/pipeline/ports.ts';
import { sliceOf } from '../../../shared/testing/memory-bucket.ts';

const ANY_WRITE = { ifMatch: null, ifNoneMatch: null };
const PAGE = 1_000;

export async function putInto(s3: S3Context, bucket: string, { key, bytes, metadata }: Upload): Promise<void> {
  const blob = await s3.blobs.write(piecesOf(bytes));
  const facts = { headers: { 'content-type': 'binary/octet-stream' }, metadata, checksums: {}, tags: {} };
  const object = { bucket, key, blob: blob.id, bytes: blob.bytes, etag: blob.md5.toString('hex'), facts };
  const { versionId } = s3.versions.put(object, 'Put', ANY_WRITE);
  if (s3.unversioned.has(bucket)) await dropOlder(s3, bucket, key, versionId);
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export function localObjects(s3: S3Context): RawObjects {
  const read: RawObjects['read'] = async ({ bucket, key }, versionId) => {
    const version = s3.versions.find(bucket, key, versionId);
    if (version?.blob == null) return null;
    const { etag, lastModified, metadata } = version;
    const bytes = new Uint8Array(await buffer(s3.blobs.read(version.blob)));
    const at = { etag, lastModified, metadata, versionId: version.versionId };
    return { bytes, contentType: null, contentEncoding: null, ...at };
  };
  return {
    read,
    async slice(ref, versionId, from, until) {
      const object = await read(ref, versionId);
      return object === null ? null : sliceOf(object, from, until);
    },
  };
}

export function localBodies(s3: S3Context, bucket: string): Bodies {
  return {
    put: (key, bytes) => putInto(s3, bucket, { key, bytes, metadata: {} }),
    get: async (key) => (await localObjects(s3).read({ bucket, key, member: null }, null))?.bytes ?? null,
  };
}

export function localFiles(s3: S3Context, bucket: string): ArchiveFiles {
  const { put, get } = localBodies(s3, bucket);
  return {
    put,
    read: get,
    slice: async (name, start, end) => (await get(name))?.slice(start, end) ?? null,
    async list(prefix, after) {
      const versions = [...s3.versions.current(bucket, prefix, after ?? '')];
      return versions.slice(0, PAGE).map(({ key, bytes }) => ({ name: key, bytes }));
    },
    async remove(name) {
      await dropOlder(s3, bucket, name, null);
    },
  };
}
