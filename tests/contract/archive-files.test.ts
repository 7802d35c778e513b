/** The archive bucket: one suite for the one in memory and for the SDK on the emulator. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBell } from '../../infra/local/bell.ts';
import { buildBuckets } from '../../infra/local/build-buckets.ts';
import { type Database, openDatabase } from '../../infra/local/database.ts';
import type { Served } from '../../infra/local/http.ts';
import { makeMeter } from '../../infra/local/meter.ts';
import { openS3 } from '../../infra/local/s3/context.ts';
import { serveS3 } from '../../infra/local/s3/server.ts';
import { openSqs } from '../../infra/local/sqs/context.ts';
import { s3ArchiveFiles } from '../../shared/aws/archive-files.ts';
import type { ArchiveFiles } from '../../shared/pipeline/archive-ports.ts';
import { memoryFiles } from '../../shared/testing/memory-files.ts';

const Bucket = 'archive';
const bytes = (text: string) => new TextEncoder().encode(text);

let folder: string;
let db: Database;
let served: Served;
let client: S3Client;
let onS3: ArchiveFiles;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wirefold-archive-'));
  db = openDatabase(join(folder, 'local.sqlite'));
  const context = await openS3(db, folder, openSqs(db, makeBell(), Date.now).messages, Date.now);
  buildBuckets([{ id: 'Archive', name: Bucket, properties: {} }], context);
  served = await serveS3(context, 0, makeMeter());
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  client = new S3Client({ endpoint: served.url, region: 'us-east-1', credentials });
  onS3 = s3ArchiveFiles(client, Bucket);
});

afterAll(async () => {
  client.destroy();
  await served.close();
  db.close();
  await rm(folder, { recursive: true });
});

describe.each([
  ['in memory', () => memoryFiles()],
  ['on S3', () => onS3],
])('the archive bucket %s', (_, made) => {
  it('gives back what was put, whole and in parts', async () => {
    const files = made();
    await files.put('articles/a', bytes('0123456789'));
    expect(await files.read('articles/a')).toEqual(bytes('0123456789'));
    expect(await files.slice('articles/a', 2, 5)).toEqual(bytes('234'));
    expect(await files.slice('articles/a', 8, 10)).toEqual(bytes('89'));
    expect(await files.slice('articles/a', 4, 4)).toEqual(bytes(''));
  });

  it('gives null for what is gone, or never was, and removes what is not there', async () => {
    const files = made();
    await files.put('articles/b', bytes('x'));
    await files.remove('articles/b');
    await files.remove('articles/b');
    expect(await files.read('articles/b')).toBeNull();
    expect(await files.slice('articles/b', 0, 1)).toBeNull();
    expect(await files.list('articles/b', null)).toEqual([]);
  });

  it('lists names with their sizes, in order, in full pages, after the name given', async () => {
    const files = made();
    const names = Array.from({ length: 1_003 }, (_, at) => `list/${String(at).padStart(4, '0')}`);
    for (const name of names) await files.put(name, bytes('xy'));
    const first = await files.list('list/', null);
    expect(first.map(({ name }) => name)).toEqual(names.slice(0, 1_000));
    expect(first[0]?.bytes).toBe(2);
    const rest = await files.list('list/', first.at(-1)?.name ?? null);
    expect(rest.map(({ name }) => name)).toEqual(names.slice(1_000));
    expect(await files.list('list/', '~')).toEqual([]);
  });
});

describe('a bucket without versions', () => {
  it('keeps nothing of what was written over or removed, on the disk either', async () => {
    const before = (await readdir(join(folder, 'blobs'))).length;
    await onS3.put('articles/v', bytes('first'));
    await onS3.put('articles/v', bytes('second'));
    const versions = async () =>
      (await client.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'articles/v' }))).Versions?.length ?? 0;
    expect(await versions()).toBe(1);
    await onS3.remove('articles/v');
    expect(await versions()).toBe(0);
    expect(await readdir(join(folder, 'blobs'))).toHaveLength(before);
  });

  it('is not what a bucket is that nobody declared: that keeps versions', async () => {
    await client.send(new CreateBucketCommand({ Bucket: 'own' }));
    const own = s3ArchiveFiles(client, 'own');
    await own.put('v', bytes('first'));
    await own.put('v', bytes('second'));
    const { Versions } = await client.send(new ListObjectVersionsCommand({ Bucket: 'own' }));
    expect(Versions).toHaveLength(2);
  });
});
