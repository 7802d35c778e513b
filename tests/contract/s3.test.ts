/** What the pipeline, the AWS CLI and the user's tools rely on in S3, asked of the emulator through the real SDK: objects and their versions. */
import { get } from 'node:http';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectAclCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bucket, emulatedS3 } from './emulated-s3.ts';

const STRANGE_KEYS = [
  'in/plain.html',
  'in/a b+c%2B.html',
  'in/🗞 Zürich & Söhne.html',
  'in/../up//double/',
  "in/quote'(1)!*~.txt",
  'in/<tag attr="x">',
];

let store: Awaited<ReturnType<typeof emulatedS3>>;
beforeAll(async () => {
  store = await emulatedS3();
});
afterAll(() => store.close());

const put: typeof store.put = (...asked) => store.put(...asked);
const textOf: typeof store.textOf = (...asked) => store.textOf(...asked);

describe('an object', () => {
  it('comes back whole, with type, encoding and metadata', async () => {
    const facts = { ContentType: 'text/html', ContentEncoding: 'gzip', Metadata: { publisher: 'Example Post' } };
    await put('whole', 'hello', facts);
    const got = await store.s3.send(new GetObjectCommand({ Bucket, Key: 'whole' }));
    expect(await got.Body?.transformToString()).toBe('hello');
    expect(got).toMatchObject({ ...facts, ETag: '"5d41402abc4b2a76b9719d911017c592"', ContentLength: 5 });
  });

  it.each(STRANGE_KEYS)('is found under the key %j and listed as that', async (Key) => {
    await put(Key, Key);
    expect(await textOf(Key)).toBe(Key);
    const plain = await store.s3.send(new ListObjectsV2Command({ Bucket, Prefix: Key }));
    expect(plain.Contents?.map((entry) => entry.Key)).toContain(Key);
    const encoded = await store.s3.send(new ListObjectsV2Command({ Bucket, Prefix: Key, EncodingType: 'url' }));
    expect(encoded.Contents?.map((entry) => decodeURIComponent(entry.Key ?? ''))).toContain(Key);
  });

  it('keeps keys apart that only look alike, holds the longest ones, and refuses longer ones', async () => {
    const keys = ['in/e\u0301', 'in/\u00E9', 'in/a\u0000b', 'in/a\u0000c', `in/${'ü'.repeat(510)}`];
    for (const key of keys) await put(key, key);
    for (const key of keys) expect(await textOf(key)).toBe(key);
    await expect(put(`in/${'ü'.repeat(511)}`, 'x')).rejects.toMatchObject({ name: 'KeyTooLongError' });
  });

  it('is not for web pages, whichever name of this machine they use', async () => {
    const page = await fetch(`${store.served.url}/${Bucket}?delete`, {
      method: 'POST',
      headers: { origin: 'https://example.com' },
    });
    expect(page.status).toBe(403);
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const headers = { host: 'rebound.example.com' };
      get({ port: store.served.port, host: '127.0.0.1', headers }, (response) =>
        resolve(response.resume().statusCode),
      ).on('error', reject);
    });
    expect(await answered).toBe(403);
  });

  it('may be a stream that is sent in chunks with its checksum behind', async () => {
    const body = Buffer.alloc(300_000, 'wire\r\nfold');
    const pieces = [body.subarray(0, 100_001), body.subarray(100_001)];
    await put('stream', Readable.from(pieces), { ContentLength: body.length });
    const got = await store.s3.send(new GetObjectCommand({ Bucket, Key: 'stream' }));
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(body)).toBe(true);
  });

  it.each(['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const)('may be checked by %s', async (ChecksumAlgorithm) => {
    await put('checked', 'abc', { ChecksumAlgorithm });
    const head = await store.s3.send(new HeadObjectCommand({ Bucket, Key: 'checked', ChecksumMode: 'ENABLED' }));
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
    const got = await store.s3.send(new GetObjectCommand({ Bucket, Key: 'range', Range: 'bytes=6-10' }));
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
    await expect(store.s3.send(new HeadObjectCommand({ Bucket, Key: 'nowhere' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
    const elsewhere = store.s3.send(new GetObjectCommand({ Bucket: 'no-bucket', Key: 'k' }));
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
    await store.s3.send(
      new CopyObjectCommand({ Bucket, Key: 'to', CopySource: `${Bucket}/${encodeURIComponent('from +é')}` }),
    );
    const head = await store.s3.send(new HeadObjectCommand({ Bucket, Key: 'to' }));
    expect(head).toMatchObject({ Metadata: { a: 'b' }, ContentType: 'text/plain', ContentLength: 7 });
  });

  it('with a sub-resource that is not emulated is refused by name', async () => {
    await expect(store.s3.send(new GetObjectAclCommand({ Bucket, Key: 'whole' }))).rejects.toMatchObject({
      name: 'NotImplemented',
    });
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
    const marker = await store.s3.send(new DeleteObjectCommand({ Bucket, Key: 'm' }));
    expect(marker).toMatchObject({ DeleteMarker: true });
    await expect(textOf('m')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await textOf('m', { VersionId: kept.VersionId })).toBe('kept');
    const read = textOf('m', { VersionId: marker.VersionId });
    await expect(read).rejects.toMatchObject({ name: 'MethodNotAllowed' });
    await store.s3.send(new DeleteObjectCommand({ Bucket, Key: 'm', VersionId: marker.VersionId }));
    expect(await textOf('m')).toBe('kept');
  });

  it('are gone for good when deleted by id', async () => {
    const { VersionId } = await put('gone', 'x');
    await store.s3.send(new DeleteObjectCommand({ Bucket, Key: 'gone', VersionId }));
    await expect(textOf('gone', { VersionId })).rejects.toMatchObject({ name: 'NoSuchVersion' });
  });

  it('are listed newest first, page by page', async () => {
    for (const body of ['1', '2', '3']) await put('listed/a', body);
    await store.s3.send(new DeleteObjectCommand({ Bucket, Key: 'listed/a' }));
    await put('listed/b', '1');
    const seen: string[] = [];
    let KeyMarker: string | undefined;
    let VersionIdMarker: string | undefined;
    do {
      const input = { Bucket, Prefix: 'listed/', MaxKeys: 2, KeyMarker, VersionIdMarker };
      const page = await store.s3.send(new ListObjectVersionsCommand(input));
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
