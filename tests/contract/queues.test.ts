/** One contract for the queues and for the bucket's listing, kept in memory and by the SDK's clients on the emulators. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBell } from '../../infra/local/bell.ts';
import { type Database, openDatabase } from '../../infra/local/database.ts';
import type { Served } from '../../infra/local/http.ts';
import { makeMeter } from '../../infra/local/meter.ts';
import { openS3 } from '../../infra/local/s3/context.ts';
import { serveS3 } from '../../infra/local/s3/server.ts';
import { openSqs, queueUrl, type SqsContext } from '../../infra/local/sqs/context.ts';
import { serveSqs } from '../../infra/local/sqs/server.ts';
import { s3Listing } from '../../shared/aws/listing.ts';
import { remoteQueues } from '../../shared/aws/queues.ts';
import type { Listing } from '../../shared/pipeline/ports.ts';
import type { DeadLetters, Outbox } from '../../shared/pipeline/queue-ports.ts';
import { memoryBucket } from '../../shared/testing/memory-bucket.ts';
import { memoryQueue } from '../../shared/testing/memory-queue.ts';

let folder: string;
let db: Database;
let sqs: SqsContext;
let sqsServer: Served;
let s3Server: Served;
let s3: S3Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wirefold-queues-'));
  db = openDatabase(join(folder, 'local.sqlite'));
  sqs = openSqs(db, makeBell(), Date.now);
  sqsServer = await serveSqs(sqs, 0);
  s3Server = await serveS3(await openS3(db, folder, sqs.messages, Date.now), 0, makeMeter());
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  s3 = new S3Client({ endpoint: s3Server.url, region: 'us-east-1', credentials });
});

afterAll(async () => {
  s3.destroy();
  await sqsServer.close();
  await s3Server.close();
  db.close();
  await rm(folder, { recursive: true });
});

/** One queue, seen from both of its ends. */
type Ends = Outbox & DeadLetters;

function onSqs(name: string): Ends {
  sqs.queues.create(name, {});
  const url = queueUrl(sqsServer.url, name);
  const endpoints = { s3: '', dynamodb: '', sqs: sqsServer.url };
  const urls = { incoming: url, uploads: url, stream: url };
  const { incoming, uploads } = remoteQueues(urls, { region: null, profile: null, endpoints });
  return { ...incoming, ...uploads };
}

const bodiesOf = (letters: readonly { readonly body: string }[]) => letters.map(({ body }) => body);

describe.each([
  ['in memory', () => memoryQueue(() => Date.now())],
  ['on SQS', onSqs],
] as const)('a queue %s', (_, open) => {
  it('hides what is taken, shows what is released, and keeps all that is not removed', async () => {
    const queue = open('hides');
    await queue.send(['one', 'zwei 🗞']);
    expect([await queue.waiting(), await queue.count()]).toEqual([2, 2]);
    const taken = await queue.take(10, 60);
    expect(bodiesOf(taken).sort()).toEqual(['one', 'zwei 🗞']);
    expect([await queue.waiting(), await queue.count()]).toEqual([0, 2]);
    expect(await queue.take(10, 60)).toEqual([]);
    await queue.release(taken);
    const again = await queue.take(1, 60);
    expect(again).toHaveLength(1);
    await queue.remove(again);
    expect(await queue.count()).toBe(1);
  });

  it('gives a message the same name each time, and says when it was sent', async () => {
    const queue = open('names');
    await queue.send(['one']);
    const first = await queue.take(1, 0);
    const second = await queue.take(1, 0);
    expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect(first[0]?.sentAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('takes and gives nothing when there is nothing', async () => {
    const queue = open('nothing');
    await queue.send([]);
    await queue.release([]);
    await queue.remove([]);
    expect(await queue.count()).toBe(0);
  });

  it('gives at most ten at a time', async () => {
    const queue = open('ten');
    for (const half of ['a', 'b']) await queue.send(Array.from({ length: 10 }, (_at, at) => `${half}${at}`));
    expect((await queue.take(10, 60)).length).toBeLessThanOrEqual(10);
  });
});

const KEYS = ['in/a b+c%2B.txt', 'in/<x>&.txt', 'in/z/ö 🗞.txt', 'in/z/\u0001.txt', 'in/zz', 'other/a', 'in/removed'];

async function listingOnS3(): Promise<Listing> {
  const Bucket = 'listing';
  await s3.send(new CreateBucketCommand({ Bucket }));
  for (const Key of KEYS) await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'text' }));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'in/removed' }));
  return s3Listing(s3, Bucket, 2);
}

async function listingInMemory(): Promise<Listing> {
  const bucket = memoryBucket();
  for (const key of KEYS) bucket.put(key, 'text');
  bucket.remove('in/removed');
  return bucket.listing;
}

describe.each([
  ['in memory', listingInMemory],
  ['on S3', listingOnS3],
] as const)('a listing %s', (_, open) => {
  it('gives every key under the prefix once, in order, page by page, and nothing that is removed', async () => {
    const listing = await open();
    const keys: string[] = [];
    for (let isLast = false; !isLast; ) {
      const page = await listing.page('in/', keys.at(-1) ?? null);
      keys.push(...page.keys);
      isLast = page.isLast;
    }
    const inOrder = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
    expect(keys).toEqual(KEYS.slice(0, 5).sort(inOrder));
    expect(await listing.page('nowhere/', null)).toEqual({ keys: [], isLast: true });
  });
});
