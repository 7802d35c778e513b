/** Buckets, uploads in parts and notifications of S3, asked of the emulator through the real SDK. */
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bucket, emulatedS3 } from './emulated-s3.ts';

let store: Awaited<ReturnType<typeof emulatedS3>>;
beforeAll(async () => {
  store = await emulatedS3();
});
afterAll(() => store.close());

const put: typeof store.put = (...asked) => store.put(...asked);
const textOf: typeof store.textOf = (...asked) => store.textOf(...asked);

describe('a bucket', () => {
  it('lists keys by prefix, folders and pages', async () => {
    for (let at = 0; at < 7; at += 1) await put(`l/${at}`, 'x');
    await put('l/sub/0', 'x');
    await put('l/sub/1', 'x');
    const folders = await store.s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'l/', Delimiter: '/' }));
    expect(folders.Contents).toHaveLength(7);
    expect(folders.CommonPrefixes).toEqual([{ Prefix: 'l/sub/' }]);
    const sizes: number[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await store.s3.send(
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
    const deleted = await store.s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(deleted.Deleted).toMatchObject([
      { Key: 'd/1 & 2', DeleteMarker: true },
      { Key: 'd/3', VersionId },
    ]);
    const left = await store.s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'd/' }));
    expect(left.KeyCount).toBe(0);
  });

  it('is made, seen and removed only when it is empty', async () => {
    await store.s3.send(new CreateBucketCommand({ Bucket: 'short-lived' }));
    const names = (await store.s3.send(new ListBucketsCommand({}))).Buckets?.map((bucket) => bucket.Name);
    expect(names).toContain('short-lived');
    await store.s3.send(new DeleteBucketCommand({ Bucket: 'short-lived' }));
    await expect(store.s3.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({ name: 'BucketNotEmpty' });
  });
});

describe('a multipart upload', () => {
  it('puts parts together in the order of their numbers', async () => {
    const where = { Bucket, Key: 'large' };
    const begin = { ...where, ContentType: 'text/x', Metadata: { parts: 'two' } };
    const { UploadId } = await store.s3.send(new CreateMultipartUploadCommand(begin));
    const Parts = [];
    for (const [PartNumber, Body] of [
      [2, 'world'],
      [1, 'hello '],
    ] as const) {
      const part = await store.s3.send(new UploadPartCommand({ ...where, UploadId, PartNumber, Body }));
      Parts.unshift({ PartNumber, ETag: part.ETag });
    }
    const done = await store.s3.send(
      new CompleteMultipartUploadCommand({ ...where, UploadId, MultipartUpload: { Parts } }),
    );
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    expect(await textOf('large')).toBe('hello world');
    const head = await store.s3.send(new HeadObjectCommand(where));
    expect(head).toMatchObject({ ContentType: 'text/x', Metadata: { parts: 'two' } });
  });

  it('leaves nothing when it is given up', async () => {
    const where = { Bucket, Key: 'given-up' };
    const { UploadId } = await store.s3.send(new CreateMultipartUploadCommand(where));
    await store.s3.send(new AbortMultipartUploadCommand({ ...where, UploadId }));
    const late = store.s3.send(new UploadPartCommand({ ...where, UploadId, PartNumber: 1, Body: 'x' }));
    await expect(late).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });
});

describe('notifications', () => {
  const told = () => store.sqs.messages.receive('told', 10, 60).map((message) => JSON.parse(message.body).Records[0]);

  it('tell of every change under the prefix, with growing sequencers and form-encoded keys', async () => {
    store.sqs.queues.create('told', {});
    const rule = { id: 'rule', prefix: 'incoming/', suffix: '', queue: 'told' };
    store.context.notify(Bucket, [{ ...rule, events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'] }]);
    const Key = 'incoming/a b+ü.html';
    const written = await put(Key, 'hello');
    await put('elsewhere/x', 'no');
    await put('whole', 'a whole object');
    const removed = await store.s3.send(new DeleteObjectCommand({ Bucket, Key }));
    await store.s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId: written.VersionId }));
    await store.s3.send(new CopyObjectCommand({ Bucket, Key: 'incoming/copy', CopySource: `${Bucket}/whole` }));
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
    store.sqs.queues.create('told', {});
    store.context.notify(Bucket, [
      { id: 'r', prefix: '', suffix: '.txt', queue: 'told', events: ['s3:ObjectCreated:Put'] },
    ]);
    await put('one.txt', '1');
    await put('two.html', '2');
    await store.s3.send(new DeleteObjectCommand({ Bucket, Key: 'one.txt' }));
    expect(told().map((record) => record.s3.object.key)).toEqual(['one.txt']);
  });
});
