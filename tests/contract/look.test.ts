/**
 * Deleting for good, from the S3 client to the row: the emulated bucket's own notifications, the real reads, the table in memory.
 * The case is a person who empties a bucket by version, or brings an object back by deleting its delete marker.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBell } from '../../infra/local/bell.ts';
import { type Database, openDatabase } from '../../infra/local/database.ts';
import type { Served } from '../../infra/local/http.ts';
import { makeMeter } from '../../infra/local/meter.ts';
import { openS3 } from '../../infra/local/s3/context.ts';
import { serveS3 } from '../../infra/local/s3/server.ts';
import { openSqs, type SqsContext } from '../../infra/local/sqs/context.ts';
import { s3Objects } from '../../shared/aws/objects.ts';
import { ingestMessage, type Told } from '../../shared/pipeline/ingest-message.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const Bucket = 'raw-articles';
const Key = 'incoming/a b+ü.txt';
const TEXT = 'Harbour opens\nThe harbour opens on Monday.';

let folder: string;
let db: Database;
let sqs: SqsContext;
let served: Served;
let s3: S3Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wirefold-look-'));
  db = openDatabase(join(folder, 'local.sqlite'));
  sqs = openSqs(db, makeBell(), Date.now);
  sqs.queues.create('told', {});
  const context = await openS3(db, folder, sqs.messages, Date.now);
  served = await serveS3(context, 0, makeMeter());
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  s3 = new S3Client({ endpoint: served.url, region: 'us-east-1', credentials });
  await s3.send(new CreateBucketCommand({ Bucket }));
  const events = ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'];
  context.notify(Bucket, [{ id: 'rule', prefix: 'incoming/', suffix: '', queue: 'told', events }]);
});

afterAll(async () => {
  s3.destroy();
  await served.close();
  db.close();
  await rm(folder, { recursive: true });
});

const { bucket, table } = memoryStore(lineReader);
const put = (Body: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const remove = (VersionId?: string) => s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));

/** Ingests what the bucket has told since, and gives the row's state and version. */
async function row() {
  const told: Told[] = [];
  const ports = { ...bucket, objects: s3Objects(s3), table, reader: lineReader };
  for (const { body } of sqs.messages.receive('told', 10, 60)) {
    await ingestMessage({ body, receives: 1 }, ports, (one) => told.push(one));
  }
  expect(told.filter(({ state }) => state === 'malformed')).toEqual([]);
  const [item] = table.items();
  return { state: item?.['state'], versionId: item?.['versionId'] };
}

it('an object comes back with its delete marker gone, and goes for good with its last version', async () => {
  const first = await put(TEXT);
  const marker = await remove();
  expect(await row()).toEqual({ state: 'removed', versionId: marker.VersionId });
  await remove(marker.VersionId);
  expect(await row()).toEqual({ state: 'stored', versionId: first.VersionId });
  const second = await put(`${TEXT}\nMore.`);
  await remove(second.VersionId);
  expect(await row()).toEqual({ state: 'stored', versionId: first.VersionId });
  await remove();
  const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
  const Objects = [...DeleteMarkers, ...Versions].map(({ VersionId }) => ({ Key, VersionId }));
  await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  expect(await row()).toEqual({ state: 'removed', versionId: null });
});
