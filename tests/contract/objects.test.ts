/** One contract for raw objects and for bodies kept beside their rows: in memory, and the SDK on the emulated bucket. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, describe, expect, it } from 'vitest';
import { makeBell } from '../../infra/local/bell.ts';
import { openDatabase } from '../../infra/local/database.ts';
import { makeMeter } from '../../infra/local/meter.ts';
import { openS3 } from '../../infra/local/s3/context.ts';
import { serveS3 } from '../../infra/local/s3/server.ts';
import { openSqs } from '../../infra/local/sqs/context.ts';
import { s3Bodies } from '../../shared/aws/bodies.ts';
import { s3Objects } from '../../shared/aws/objects.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import type { Bodies, RawObjects } from '../../shared/pipeline/ports.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';

/** What a test does to a bucket, beside the ports under test. Ids of versions come back. */
interface Backend {
  readonly objects: RawObjects;
  readonly bodies: Bodies;
  put(key: string, text: string, metadata?: Record<string, string>): Promise<string>;
  remove(key: string): Promise<string>;
  purge(key: string, versionId: string): Promise<unknown>;
}

const bucket = 'raw-articles';

function inMemory(): Backend {
  const memory = memoryBucket(bucket);
  return {
    ...memory,
    put: async (key, text, metadata = {}) =>
      memory.put(key, text, { metadata, contentType: 'text/plain' }).versionId ?? '',
    remove: async (key) => memory.remove(key).versionId ?? '',
    purge: async (_, versionId) => memory.purge(versionId),
  };
}

const folder = await mkdtemp(join(tmpdir(), 'wirefold-objects-'));
const db = openDatabase(join(folder, 'local.sqlite'));
const context = await openS3(db, folder, openSqs(db, makeBell(), Date.now).messages, Date.now);
const served = await serveS3(context, 0, makeMeter());
const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
const s3 = new S3Client({ endpoint: served.url, region: 'us-east-1', credentials });
await s3.send(new CreateBucketCommand({ Bucket: bucket }));
await s3
  .send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' } }))
  .catch(() => undefined);
afterAll(async () => {
  s3.destroy();
  await served.close();
  db.close();
  await rm(folder, { recursive: true });
});

const onS3: Backend = {
  objects: s3Objects(s3),
  bodies: s3Bodies(s3, bucket),
  async put(Key, Body, Metadata = {}) {
    const request = { Bucket: bucket, Key, Body, Metadata, ContentType: 'text/plain' };
    return (await s3.send(new PutObjectCommand(request))).VersionId ?? '';
  },
  remove: async (Key) => (await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }))).VersionId ?? '',
  purge: (Key, VersionId) => s3.send(new DeleteObjectCommand({ Bucket: bucket, Key, VersionId })),
};

const ref = (key: string) => ({ bucket, key, member: null });
const text = (bytes: Uint8Array | undefined) => (bytes === undefined ? null : new TextDecoder().decode(bytes));

describe.each<readonly [string, Backend]>([
  ['in memory', inMemory()],
  ['on S3', onS3],
])('raw objects %s', (_, { objects, bodies, put, remove, purge }) => {
  it('are read at the version that is asked for, with what stands beside them', async () => {
    const key = 'incoming/a b+ü 🗞/..%2F.txt';
    const first = await put(key, 'first', { url: 'https://a.example/1' });
    const second = await put(key, 'second');
    const old = await objects.read(ref(key), first);
    expect(text(old?.bytes)).toBe('first');
    expect(old).toMatchObject({
      versionId: first,
      metadata: { url: 'https://a.example/1' },
      contentType: 'text/plain',
    });
    expect(old?.lastModified).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(text((await objects.read(ref(key), second))?.bytes)).toBe('second');
  });

  it('are read as they are now when no version is named, and say which that is', async () => {
    await put('incoming/now', 'before');
    const versionId = await put('incoming/now', 'now');
    const now = await objects.read(ref('incoming/now'), null);
    expect(now).toMatchObject({ versionId });
    expect(text(now?.bytes)).toBe('now');
  });

  it('are null when they never were, are deleted, or are gone for good', async () => {
    expect(await objects.read(ref('incoming/never'), null)).toBeNull();
    const versionId = await put('incoming/gone', 'text');
    const marker = await remove('incoming/gone');
    expect(await objects.read(ref('incoming/gone'), null)).toBeNull();
    expect(await objects.read(ref('incoming/gone'), marker)).toBeNull();
    expect(text((await objects.read(ref('incoming/gone'), versionId))?.bytes)).toBe('text');
    await purge('incoming/gone', marker);
    expect(await objects.read(ref('incoming/gone'), null)).toMatchObject({ versionId });
    await purge('incoming/gone', versionId);
    expect(await objects.read(ref('incoming/gone'), versionId)).toBeNull();
    expect(await objects.read(ref('incoming/gone'), null)).toBeNull();
  });

  it('of another key are not found by their version', async () => {
    const versionId = await put('incoming/one', 'text');
    expect(await objects.read(ref('incoming/other'), versionId)).toBeNull();
  });

  it('over the limit are refused', async () => {
    const versionId = await put('incoming/large', 'x'.repeat(LIMITS.objectBytes + 1));
    const outcome = await objects.read(ref('incoming/large'), versionId).then(
      () => 'read',
      (error) => error.code,
    );
    expect(outcome).toBe('document.too-large');
  });

  it('have bodies beside them: one of each name, however often it is put', async () => {
    expect(await bodies.get('bodies/none')).toBeNull();
    await bodies.put('bodies/x', new Uint8Array([1, 2]));
    await bodies.put('bodies/x', new Uint8Array([1, 2]));
    expect(await bodies.get('bodies/x')).toEqual(new Uint8Array([1, 2]));
  });
});
