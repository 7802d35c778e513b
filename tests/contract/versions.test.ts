/** Versions in the bucket and their deletion for good: one suite, asked of the bucket in memory and of S3's emulator through the SDK. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBell } from '../../infra/local/bell.ts';
import { openDatabase } from '../../infra/local/database.ts';
import { makeMeter } from '../../infra/local/meter.ts';
import { openS3 } from '../../infra/local/s3/context.ts';
import { serveS3 } from '../../infra/local/s3/server.ts';
import { openSqs } from '../../infra/local/sqs/context.ts';
import { s3Objects } from '../../shared/aws/objects.ts';
import { s3Versions } from '../../shared/aws/versions.ts';
import type { ObjectVersion, ObjectVersions, RawObjects, VersionPlace } from '../../shared/pipeline/ports.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';

interface Backend {
  readonly versions: ObjectVersions;
  readonly objects: RawObjects;
  put(key: string): Promise<string>;
  mark(key: string): Promise<string>;
}

const Bucket = 'raw-articles';
const undo: (() => Promise<void> | void)[] = [];

async function emulated(): Promise<Backend> {
  const folder = await mkdtemp(join(tmpdir(), 'wirefold-versions-'));
  const db = openDatabase(join(folder, 'local.sqlite'));
  const served = await serveS3(
    await openS3(db, folder, openSqs(db, makeBell(), Date.now).messages, Date.now),
    0,
    makeMeter(),
  );
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  const s3 = new S3Client({ endpoint: served.url, region: 'us-east-1', credentials });
  undo.push(
    () => rm(folder, { recursive: true }),
    () => db.close(),
    served.close,
    () => s3.destroy(),
  );
  await s3.send(new CreateBucketCommand({ Bucket }));
  return {
    versions: s3Versions(s3, Bucket, 2),
    objects: s3Objects(s3),
    put: async (Key) => (await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'text' }))).VersionId ?? '',
    mark: async (Key) => (await s3.send(new DeleteObjectCommand({ Bucket, Key }))).VersionId ?? '',
  };
}

async function inMemory(): Promise<Backend> {
  const bucket = memoryBucket(Bucket);
  return {
    ...bucket,
    put: async (key) => bucket.put(key, 'text').versionId ?? '',
    mark: async (key) => bucket.remove(key).versionId ?? '',
  };
}

afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

async function all({ versions }: Backend, prefix: string) {
  const found: ObjectVersion[] = [];
  let after: VersionPlace | null = null;
  let pages = 0;
  do {
    const page: Awaited<ReturnType<ObjectVersions['list']>> = await versions.list(prefix, after);
    found.push(...page.versions);
    after = page.next;
    pages += 1;
  } while (after !== null);
  const named = found.map(({ key, versionId, isMarker }) => `${key} ${versionId}${isMarker ? ' marker' : ''}`);
  return { named: named.sort(), found, pages };
}

describe.each([
  ['in memory', inMemory],
  ['on S3', emulated],
])('the versions of a bucket %s', (_, open) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await open();
  });

  it('are all listed, page by page, delete markers among them, whatever their keys hold', async () => {
    const key = 'list/a b+c%2B ü⛴.txt';
    const ids = [
      await backend.put(key),
      await backend.put(key),
      await backend.mark(key),
      await backend.put(`${key}/x`),
    ];
    await backend.put('listless');
    const { named, found, pages } = await all(backend, 'list/');
    expect(named).toEqual(
      [`${key} ${ids[0]}`, `${key} ${ids[1]}`, `${key} ${ids[2]} marker`, `${key}/x ${ids[3]}`].sort(),
    );
    expect(pages).toBeGreaterThan(1);
    expect(found.every(({ lastModified }) => /^20\d\d-\d\d-\d\dT[\d:.]+Z$/.test(lastModified))).toBe(true);
  });

  it('are none where nothing is', async () => {
    expect(await all(backend, 'nothing/')).toMatchObject({ named: [], pages: 1 });
  });

  it('are gone for good when they are removed, and removing them twice is no error', async () => {
    const key = 'gone/a.txt';
    const [first, second] = [await backend.put(key), await backend.put(key)];
    for (const _ of [1, 2]) await backend.versions.remove({ key, versionId: second });
    expect((await all(backend, 'gone/')).named).toEqual([`${key} ${first}`]);
    const ref = { bucket: Bucket, key, member: null };
    expect(await backend.objects.read(ref, second)).toBeNull();
    expect(await backend.objects.read(ref, null)).toMatchObject({ versionId: first });
  });

  it('bring an object back when its delete marker is removed', async () => {
    const key = 'back/a.txt';
    const [first, marker] = [await backend.put(key), await backend.mark(key)];
    const ref = { bucket: Bucket, key, member: null };
    expect(await backend.objects.read(ref, null)).toBeNull();
    await backend.versions.remove({ key, versionId: marker });
    expect(await backend.objects.read(ref, null)).toMatchObject({ versionId: first });
  });
});
