/** Bodies as files. A body is whole on disk before its row is written, so a kill leaves at worst a file that nobody names. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { ApiError } from '../api-error.ts';
import { LOCAL_LIMITS } from '../limits.ts';

export interface Blob {
  readonly id: string;
  readonly bytes: number;
  readonly md5: Buffer;
  /** Base64, by the header that would claim it. */
  readonly digests: Readonly<Record<string, string>>;
}

export interface Blobs {
  write(body: AsyncIterable<Uint8Array>): Promise<Blob>;
  /** `end` is the last byte's place, as in a range header. */
  read(id: string, range?: { readonly start: number; readonly end: number }): Readable;
  remove(id: string): Promise<void>;
}

export async function openBlobs(folder: string): Promise<Blobs> {
  await mkdir(folder, { recursive: true });
  const path = (id: string): string => join(folder, id);
  return {
    write: (body) => writeBlob(path, body),
    read: (id, range) => createReadStream(path(id), range),
    remove: (id) => rm(path(id), { force: true }),
  };
}

async function writeBlob(path: (id: string) => string, body: AsyncIterable<Uint8Array>): Promise<Blob> {
  const id = randomUUID();
  const hashes = { md5: createHash('md5'), sha1: createHash('sha1'), sha256: createHash('sha256') };
  let bytes = 0;
  let crc = 0;
  const file = await open(path(id), 'w');
  try {
    for await (const piece of body) {
      bytes += piece.length;
      if (bytes > LOCAL_LIMITS.objectBytes) throw new ApiError('EntityTooLarge', 400, 'the object is too large');
      crc = crc32(piece, crc);
      for (const hash of Object.values(hashes)) hash.update(piece);
      await file.write(piece);
    }
  } catch (error) {
    await rm(path(id), { force: true });
    throw error;
  } finally {
    await file.close();
  }
  const crcBytes = Buffer.alloc(4);
  crcBytes.writeUInt32BE(crc);
  const digests = {
    'x-amz-checksum-crc32': crcBytes.toString('base64'),
    'x-amz-checksum-sha1': hashes.sha1.digest('base64'),
    'x-amz-checksum-sha256': hashes.sha256.digest('base64'),
  };
  return { id, bytes, md5: hashes.md5.digest(), digests };
}
