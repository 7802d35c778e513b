/** S3 behind its ports: versions, hints, what is gone, what is too large. */
import { Readable } from 'node:stream';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { s3Bodies } from '../../shared/aws/bodies.ts';
import { s3Objects } from '../../shared/aws/objects.ts';

const s3 = mockClient(S3Client);
const objects = s3Objects(new S3Client({}));
const REF = { bucket: 'b', key: 'incoming/a b.txt', member: null };

/** A body as the SDK gives it: a stream with three ways to read it. */
function stream(text: string) {
  const body = Readable.from([Buffer.from(text)]);
  return Object.assign(body, {
    transformToByteArray: async () => new Uint8Array(Buffer.from(text)),
    transformToString: async () => text,
    transformToWebStream: () => new ReadableStream(),
  });
}

afterEach(() => s3.reset());

describe('a raw object', () => {
  it('is read at its version, with what stands beside it', async () => {
    s3.on(GetObjectCommand, { Bucket: 'b', Key: 'incoming/a b.txt', VersionId: 'v1' }).resolves({
      Body: stream('text'),
      ContentType: 'text/plain',
      ETag: '"e1"',
      VersionId: 'v1',
      LastModified: new Date('2026-01-01T00:00:00Z'),
      Metadata: { URL: 'https://a.example/1' },
    });
    expect(await objects.read(REF, 'v1')).toEqual({
      bytes: new Uint8Array(Buffer.from('text')),
      contentType: 'text/plain',
      contentEncoding: null,
      etag: 'e1',
      versionId: 'v1',
      lastModified: '2026-01-01T00:00:00.000Z',
      metadata: { url: 'https://a.example/1' },
    });
  });

  it('is read as it is now when no version is named, and says which version that is', async () => {
    s3.on(GetObjectCommand).resolves({ Body: stream('text'), VersionId: 'v2', LastModified: new Date(0) });
    expect(await objects.read(REF, null)).toMatchObject({ versionId: 'v2' });
    expect(s3.commandCalls(GetObjectCommand)[0]?.args[0].input).toEqual({ Bucket: 'b', Key: 'incoming/a b.txt' });
  });

  it.each([
    ['a key that is not there', new NoSuchKey({ message: 'no', $metadata: {} })],
    ['a purged version', failure('NoSuchVersion')],
    ['a delete marker', failure('MethodNotAllowed')],
  ])('is null for %s', async (_, error) => {
    s3.on(GetObjectCommand).rejects(error);
    expect(await objects.read(REF, 'v1')).toBeNull();
  });

  it.each(['AccessDenied', 'SlowDown', 'InternalError'])('throws for %s: the queue tries again', async (name) => {
    s3.on(GetObjectCommand).rejects(failure(name));
    await expect(objects.read(REF, null)).rejects.toThrow();
  });

  it('is refused before its body is read when it is too large', async () => {
    const body = stream('never read');
    s3.on(GetObjectCommand).resolves({ Body: body, ContentLength: 5 * 1024 ** 3, LastModified: new Date(0) });
    await expect(objects.read(REF, null)).rejects.toMatchObject({ code: 'document.too-large' });
    expect(body.destroyed).toBe(true);
  });
});

describe('a body that is kept beside its row', () => {
  it('is put and got by its name', async () => {
    const bodies = s3Bodies(new S3Client({}), 'b');
    s3.on(PutObjectCommand, { Bucket: 'b', Key: 'bodies/x' }).resolves({});
    s3.on(GetObjectCommand, { Bucket: 'b', Key: 'bodies/x' }).resolves({ Body: stream('bytes') });
    await bodies.put('bodies/x', new Uint8Array([1]));
    expect(await bodies.get('bodies/x')).toEqual(new Uint8Array(Buffer.from('bytes')));
  });
});

function failure(name: string): S3ServiceException {
  return new S3ServiceException({ name, $fault: 'client', $metadata: {}, message: name });
}
