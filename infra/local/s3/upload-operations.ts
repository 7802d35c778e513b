/** Multipart uploads, which every client uses for large files. */
import { createHash } from 'node:crypto';
import { ApiError } from '../api-error.ts';
import { readText } from '../http.ts';
import type { Blobs } from './blobs.ts';
import { quoted, reply, replyXml, type S3Call, type S3Operation } from './context.ts';
import { keptHeaders, metadataOf, receiveBody } from './receive.ts';
import type { Version } from './types.ts';
import type { Part } from './uploads.ts';
import { committed, conditionsOf } from './write-operations.ts';
import { readRecords } from './xml.ts';

export const createUpload: S3Operation = (call) => {
  call.buckets.check(call.bucket);
  const facts = { headers: keptHeaders(call.request), metadata: metadataOf(call.request), checksums: {}, tags: {} };
  const id = call.uploads.begin(call.bucket, call.key, facts);
  replyXml(call, [
    'InitiateMultipartUploadResult',
    [
      ['Bucket', call.bucket],
      ['Key', call.key],
      ['UploadId', id],
    ],
  ]);
};

export const uploadPart: S3Operation = async (call) => {
  const id = uploadOf(call);
  const { blob, facts } = await receiveBody(call.request, call.blobs);
  const part = {
    number: Number(call.query.get('partNumber')),
    blob: blob.id,
    bytes: blob.bytes,
    etag: blob.md5.toString('hex'),
  };
  const replaced = call.uploads.addPart(id, part);
  if (replaced !== null) await call.blobs.remove(replaced);
  reply(call, 200, { ...facts.checksums, etag: quoted(part.etag) });
};

export const completeUpload: S3Operation = async (call) => {
  const { bucket, key } = call;
  const id = uploadOf(call);
  const stored = call.uploads.parts(id);
  const parts = chosen(stored, await readText(call.request));
  const blob = await call.blobs.write(joined(call.blobs, parts));
  const md5s = createHash('md5');
  for (const part of parts) md5s.update(part.etag, 'hex');
  const etag = `${md5s.digest('hex')}-${parts.length}`;
  const finish = (): Version => {
    const object = { bucket, key, blob: blob.id, bytes: blob.bytes, etag, facts: call.uploads.find(id).facts };
    const written = call.versions.put(object, 'CompleteMultipartUpload', conditionsOf(call));
    call.uploads.end(id);
    return written;
  };
  const version = await committed(call, blob.id, () => call.db.transaction(finish));
  for (const part of stored) await call.blobs.remove(part.blob);
  const headers = { 'x-amz-version-id': version.versionId };
  replyXml(
    call,
    [
      'CompleteMultipartUploadResult',
      [
        ['Bucket', bucket],
        ['Key', key],
        ['ETag', quoted(etag)],
      ],
    ],
    headers,
  );
};

export const abortUpload: S3Operation = async (call) => {
  const id = uploadOf(call);
  const parts = call.uploads.parts(id);
  call.uploads.end(id);
  for (const part of parts) await call.blobs.remove(part.blob);
  reply(call, 204);
};

export const listParts: S3Operation = (call) => {
  const parts = call.uploads.parts(uploadOf(call)).map(
    ({ number, bytes, etag }) =>
      [
        'Part',
        [
          ['PartNumber', number],
          ['Size', bytes],
          ['ETag', quoted(etag)],
        ],
      ] as const,
  );
  replyXml(call, ['ListPartsResult', [['Bucket', call.bucket], ['Key', call.key], ['IsTruncated', false], ...parts]]);
};

function uploadOf(call: S3Call): string {
  const upload = call.uploads.find(call.query.get('uploadId') ?? '');
  if (upload.bucket === call.bucket && upload.key === call.key) return upload.id;
  throw new ApiError('NoSuchUpload', 404, 'The specified upload does not exist.');
}

/** The parts that the client names, in its order, which must be theirs. */
function chosen(stored: readonly Part[], body: string): readonly Part[] {
  const byNumber = new Map(stored.map((part) => [part.number, part]));
  const parts = readRecords(body, 'Part').map(({ PartNumber = '', ETag = '' }) => {
    const part = byNumber.get(Number(PartNumber));
    if (part === undefined || part.etag !== ETag.replaceAll('"', '')) {
      throw new ApiError('InvalidPart', 400, `Part ${PartNumber} could not be found, or its ETag did not match.`);
    }
    return part;
  });
  if (parts.length === 0) throw new ApiError('MalformedXML', 400, 'An upload needs at least one part.');
  return parts;
}

async function* joined(blobs: Blobs, parts: readonly Part[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield* blobs.read(part.blob);
}
