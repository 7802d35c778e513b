/** What the pipeline, the AWS CLI and the user's tools rely on in S3, asked of the emulator through the real SDK. */
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBell } from '../../infra/local/bell.ts';
import { type Database, openDatabase } from '../../infra/local/database.ts';
import type { Served } from '../../infra/local/http.ts';
import { makeMeter } from '../../infra/local/meter.ts';
import { openS3, type S3Context } from '../../infra/local/s3/context.ts';
import { serveS3 } from '../../infra/local/s3/server.ts';
import { openSqs, type SqsContext } from '../../infra/local/sqs/context.ts';

const Bucket = 'raw-articles';
const STRANGE_KEYS = [
  'in/plain.html',
  'in/a b+c%2B.html',
  'in/🗞 Zürich & Söhne.html',
  'in/../up//double/',
  "in/quote'(1)!*~.txt",
  'in/<tag attr="x">',
];

let folder: string;
let db: Database;
let sqs: SqsContext;
let context: S3Context;
let served: Served;
let s3: S3Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wirefold-s3-'));
  db = openDatabase(join(folder, 'local.sqlite'));
  sqs = openSqs(db, makeBell(), Date.now);
  context = await openS3(db, folder, sqs.messages, Date.now);
  served = await serveS3(context, 0, makeMeter());
  s3 = new S3Client({
    endpoint: served.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  await s3.send(new CreateBucketCommand({ Bucket }));
});

afterAll(async () => {
  s3.destroy();
  await served.close();
  db.close();
  await rm(folder, { recursive: true });
});

const put = (Key: string, Body: string | Buffer | Readable, more: object = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const textOf = async (Key: string, more: object = {}) =>
  (await s3.send(new GetObjectCommand({ Bucket, Key, ...more }))).Body?.transformToString();

describe('an object', () => {
  it('comes back whole, with type, encoding and metadata', async () => {
    const facts = { ContentType: 'text/html', ContentEncoding: 'gzip', Metadata: { publisher: 'Example Post' } };
    await put('whole', 'hello', facts);
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'whole' }));
    expect(await got.Body?.transformToString()).toBe('hello');
    expect(got).toMatchObject({ ...facts, ETag: '"5d41402abc4b2a76b9719d911017c592"', ContentLength: 5 });
  });

  it.each(STRANGE_KEYS)('is found under the key %j and listed as that', async (Key) => {
    await put(Key, Key);
    expect(await textOf(Key)).toBe(Key);
    const plain = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: Key }));
    expect(plain.Contents?.map((entry) => entry.Key)).toContain(Key);
    const encoded = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: Key, EncodingType: 'url' }));
    expect(encoded.Contents?.map((entry) => decodeURIComponent(entry.Key ?? ''))).toContain(Key);
  });

  it('keeps keys apart that only look alike, holds the longest ones, and refuses longer ones', async () => {
    const keys = ['in/e\u0301', 'in/\u00E9', 'in/a\u0000b', 'in/a\u0000c', `in/${'ü'.repeat(510)}`];
    for (const key of keys) await put(key, key);
    for (const key of keys) expect(await textOf(key)).toBe(key);
    await expect(put(`in/${'ü'.repeat(511)}`, 'x')).rejects.toMatchObject({ name: 'KeyTooLongError' });
  });

  it('is not for web pages, whichever name of this machine they use', async () => {
    const page = await fetch(`${served.url}/${Bucket}?delete`, {
      method: 'POST',
      headers: { origin: 'https://example.com' },
    });
    expect(page.status).toBe(403);
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const headers = { host: 'rebound.example.com' };
      get({ port: served.port, host: '127.0.0.1', headers }, (response) => resolve(response.resume().statusCode)).on(
        'error',
        reject,
      );
    });
    expect(await answered).toBe(403);
  });

  it('may be a stream that is sent in chunks with its checksum behind', async () => {
    const body = Buffer.alloc(300_000, 'wire\r\nfold');
    const pieces = [body.subarray(0, 100_001), body.subarray(100_001)];
    await put('stream', Readable.from(pieces), { ContentLength: body.length });
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'stream' }));
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(body)).toBe(true);
  });

  it.each(['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const)('may be checked by %s', async (ChecksumAlgorithm) => {
    await put('checked', 'abc', { ChecksumAlgorithm });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'checked', ChecksumMode: 'ENABLED' }));
    expect(head[`Checksum${ChecksumAlgorithm}`]).toBeTruthy();
    expect(await textOf('checked')).toBe('abc');
  });

  it('is refused when its checksum is another one', async () => {
    const wrong = put('lying', 'abc', { ChecksumSHA256: Buffer.alloc(32).toString('base64') });
    await expect(wrong).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(textOf('lying')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('gives a range of its bytes, and refuses one behind its end', async () => {
    await put('range', 'hello world');
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'range', Range: 'bytes=6-10' }));
    expect(await got.Body?.transformToString()).toBe('world');
    expect(got.ContentRange).toBe('bytes 6-10/11');
    expect(await textOf('range', { Range: 'bytes=-5' })).toBe('world');
    await expect(textOf('range', { Range: 'bytes=11-' })).rejects.toMatchObject({ name: 'InvalidRange' });
  });

  it('may be empty', async () => {
    await put('empty', '');
    expect(await textOf('empty')).toBe('');
  });

  it('that is not there is refused by the names the SDK knows', async () => {
    await expect(textOf('nowhere')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'nowhere' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
    const elsewhere = s3.send(new GetObjectCommand({ Bucket: 'no-bucket', Key: 'k' }));
    await expect(elsewhere).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  it('is not overwritten when the writer says so', async () => {
    const { ETag } = await put('once', '1', { IfNoneMatch: '*' });
    await expect(put('once', '2', { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(put('once', '2', { IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await put('once', '3', { IfMatch: ETag });
    expect(await textOf('once')).toBe('3');
  });

  it('is copied with what is known about it', async () => {
    await put('from +é', 'copy me', { Metadata: { a: 'b' }, ContentType: 'text/plain' });
    await s3.send(
      new CopyObjectCommand({ Bucket, Key: 'to', CopySource: `${Bucket}/${encodeURIComponent('from +é')}` }),
    );
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'to' }));
    expect(head).toMatchObject({ Metadata: { a: 'b' }, ContentType: 'text/plain', ContentLength: 7 });
  });

  it('with a sub-resource that is not emulated is refused by name', async () => {
    const tagging = new PutObjectTaggingCommand({ Bucket, Key: 'whole', Tagging: { TagSet: [] } });
    await expect(s3.send(tagging)).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});

describe('versions', () => {
  it('are all kept and read by their id', async () => {
    const first = await put('v', '1');
    const second = await put('v', '2');
    expect(second.VersionId).not.toBe(first.VersionId);
    expect(await textOf('v', { VersionId: first.VersionId })).toBe('1');
    expect(await textOf('v')).toBe('2');
    await expect(textOf('v', { VersionId: 'nonesuch' })).rejects.toMatchObject({ name: 'NoSuchVersion' });
  });

  it('stay behind a delete marker, whose removal brings the object back', async () => {
    const kept = await put('m', 'kept');
    const marker = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'm' }));
    expect(marker).toMatchObject({ DeleteMarker: true });
    await expect(textOf('m')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await textOf('m', { VersionId: kept.VersionId })).toBe('kept');
    const read = textOf('m', { VersionId: marker.VersionId });
    await expect(read).rejects.toMatchObject({ name: 'MethodNotAllowed' });
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'm', VersionId: marker.VersionId }));
    expect(await textOf('m')).toBe('kept');
  });

  it('are gone for good when deleted by id', async () => {
    const { VersionId } = await put('gone', 'x');
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'gone', VersionId }));
    await expect(textOf('gone', { VersionId })).rejects.toMatchObject({ name: 'NoSuchVersion' });
  });

  it('are listed newest first, page by page', async () => {
    for (const body of ['1', '2', '3']) await put('listed/a', body);
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'listed/a' }));
    await put('listed/b', '1');
    const seen: string[] = [];
    let KeyMarker: string | undefined;
    let VersionIdMarker: string | undefined;
    do {
      const input = { Bucket, Prefix: 'listed/', MaxKeys: 2, KeyMarker, VersionIdMarker };
      const page = await s3.send(new ListObjectVersionsCommand(input));
      seen.push(
        ...[...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map((entry) => `${entry.Key} ${entry.IsLatest}`),
      );
      KeyMarker = page.NextKeyMarker;
      VersionIdMarker = page.NextVersionIdMarker;
    } while (KeyMarker !== undefined);
    expect(seen.sort()).toEqual([
      'listed/a false',
      'listed/a false',
      'listed/a false',
      'listed/a true',
      'listed/b true',
    ]);
  });
});

describe('a bucket', () => {
  it('lists keys by prefix, folders and pages', async () => {
    for (let at = 0; at < 7; at += 1) await put(`l/${at}`, 'x');
    await put('l/sub/0', 'x');
    await put('l/sub/1', 'x');
    const folders = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'l/', Delimiter: '/' }));
    expect(folders.Contents).toHaveLength(7);
    expect(folders.CommonPrefixes).toEqual([{ Prefix: 'l/sub/' }]);
    const sizes: number[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({ Bucket, Prefix: 'l/', Delimiter: '/', MaxKeys: 3, ContinuationToken }),
      );
      sizes.push(page.KeyCount ?? 0);
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    expect(sizes).toEqual([3, 3, 2]);
  });

  it('deletes many keys in one call', async () => {
    await put('d/1 & 2', 'x');
    const { VersionId } = await put('d/3', 'x');
    const Objects = [{ Key: 'd/1 & 2' }, { Key: 'd/3', VersionId }];
    const deleted = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(deleted.Deleted).toMatchObject([
      { Key: 'd/1 & 2', DeleteMarker: true },
      { Key: 'd/3', VersionId },
    ]);
    const left = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'd/' }));
    expect(left.KeyCount).toBe(0);
  });

  it('is made, seen and removed only when it is empty', async () => {
    await s3.send(new CreateBucketCommand({ Bucket: 'short-lived' }));
    const names = (await s3.send(new ListBucketsCommand({}))).Buckets?.map((bucket) => bucket.Name);
    expect(names).toContain('short-lived');
    await s3.send(new DeleteBucketCommand({ Bucket: 'short-lived' }));
    await expect(s3.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({ name: 'BucketNotEmpty' });
  });
});

describe('a multipart upload', () => {
  it('puts parts together in the order of their numbers', async () => {
    const where = { Bucket, Key: 'large' };
    const begin = { ...where, ContentType: 'text/x', Metadata: { parts: 'two' } };
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand(begin));
    const Parts = [];
    for (const [PartNumber, Body] of [
      [2, 'world'],
      [1, 'hello '],
    ] as const) {
      const part = await s3.send(new UploadPartCommand({ ...where, UploadId, PartNumber, Body }));
      Parts.unshift({ PartNumber, ETag: part.ETag });
    }
    const done = await s3.send(new CompleteMultipartUploadCommand({ ...where, UploadId, MultipartUpload: { Parts } }));
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    expect(await textOf('large')).toBe('hello world');
    const head = await s3.send(new HeadObjectCommand(where));
    expect(head).toMatchObject({ ContentType: 'text/x', Metadata: { parts: 'two' } });
  });

  it('leaves nothing when it is given up', async () => {
    const where = { Bucket, Key: 'given-up' };
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand(where));
    await s3.send(new AbortMultipartUploadCommand({ ...where, UploadId }));
    const late = s3.send(new UploadPartCommand({ ...where, UploadId, PartNumber: 1, Body: 'x' }));
    await expect(late).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });
});

describe('notifications', () => {
  const told = () => sqs.messages.receive('told', 10, 60).map((message) => JSON.parse(message.body).Records[0]);

  it('tell of every change under the prefix, with growing sequencers and form-encoded keys', async () => {
    sqs.queues.create('told', {});
    const rule = { id: 'rule', prefix: 'incoming/', suffix: '', queue: 'told' };
    context.notify(Bucket, [{ ...rule, events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'] }]);
    const Key = 'incoming/a b+ü.html';
    const written = await put(Key, 'hello');
    await put('elsewhere/x', 'no');
    const removed = await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId: written.VersionId }));
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'incoming/copy', CopySource: `${Bucket}/whole` }));
    const records = told();
    expect(records.map((record) => record.eventName)).toEqual([
      'ObjectCreated:Put',
      'ObjectRemoved:DeleteMarkerCreated',
      'ObjectRemoved:Delete',
      'ObjectCreated:Copy',
    ]);
    expect(records[0]).toMatchObject({
      eventSource: 'aws:s3',
      s3: {
        bucket: { name: Bucket },
        object: {
          key: 'incoming/a+b%2B%C3%BC.html',
          size: 5,
          eTag: '5d41402abc4b2a76b9719d911017c592',
          versionId: written.VersionId,
        },
      },
    });
    expect(records[1].s3.object).toMatchObject({ versionId: removed.VersionId });
    const sequencers = records.map((record) => record.s3.object.sequencer);
    expect(sequencers).toEqual([...sequencers].sort());
    expect(new Set(sequencers).size).toBe(4);
    expect(sequencers.every((sequencer) => /^[0-9A-F]{18}$/.test(sequencer))).toBe(true);
  });

  it('come only for what the template asks', async () => {
    sqs.queues.create('told', {});
    context.notify(Bucket, [{ id: 'r', prefix: '', suffix: '.txt', queue: 'told', events: ['s3:ObjectCreated:Put'] }]);
    await put('one.txt', '1');
    await put('two.html', '2');
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'one.txt' }));
    expect(told().map((record) => record.s3.object.key)).toEqual(['one.txt']);
  });
});
