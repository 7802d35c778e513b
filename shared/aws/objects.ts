/** Raw objects on S3. Promise: the version asked for, or the current one; never more bytes than the limit; a missing one is null, not an error. */
import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  NoSuchKey,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { LIMITS } from '../core/limits.ts';
import { tooLarge } from '../core/too-large.ts';
import type { RawObjects, StoredObject } from '../pipeline/ports.ts';

export function s3Objects(client: S3Client): RawObjects {
  return {
    async read({ bucket, key }, versionId) {
      const request = { Bucket: bucket, Key: key, ...(versionId === null ? {} : { VersionId: versionId }) };
      const answer = await nullWhenGone(client.send(new GetObjectCommand(request)));
      if (answer === null) return null;
      refuseTooLarge(answer);
      return storedObject(answer, key);
    },
    async slice({ bucket, key }, versionId, from, until) {
      const Range = `bytes=${from}-${Math.min(until, from + LIMITS.objectBytes) - 1}`;
      const request = { Bucket: bucket, Key: key, Range, ...(versionId === null ? {} : { VersionId: versionId }) };
      const answer = await nullWhenGone(client.send(new GetObjectCommand(request)));
      return answer === null ? null : { ...(await storedObject(answer, key)), size: sizeOf(answer, key) };
    },
  };
}

async function storedObject(answer: GetObjectCommandOutput, key: string): Promise<StoredObject> {
  return {
    bytes: (await answer.Body?.transformToByteArray()) ?? new Uint8Array(),
    contentType: answer.ContentType ?? null,
    contentEncoding: answer.ContentEncoding ?? null,
    etag: answer.ETag?.replaceAll('"', '') ?? null,
    versionId: answer.VersionId ?? null,
    // Without it the article has no date of last resort, and "now" would be invented: the queue shall try again.
    lastModified: isoOf(answer.LastModified, key),
    metadata: lowerNames(answer.Metadata ?? {}),
  };
}

/** `bytes 0-9/100` //=> 100 */
function sizeOf({ ContentRange }: GetObjectCommandOutput, key: string): number {
  const size = /\/(\d{1,15})$/.exec(ContentRange ?? '')?.[1];
  if (size === undefined) throw new Error(`S3 did not say how large ${key} is`);
  return Number(size);
}

/** The headers come before the body: what is too large is not downloaded, and its connection is cut. */
function refuseTooLarge(answer: GetObjectCommandOutput): void {
  const bytes = answer.ContentLength ?? 0;
  if (bytes <= LIMITS.objectBytes) return;
  if (answer.Body !== undefined && 'destroy' in answer.Body) answer.Body.destroy();
  throw tooLarge(bytes);
}

/** A delete marker (405 when asked for by version) and a purged version are gone like a key that never was. */
const GONE: readonly string[] = ['NoSuchKey', 'NoSuchVersion', 'NotFound', 'MethodNotAllowed'];

export async function nullWhenGone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    const gone = error instanceof NoSuchKey || (error instanceof S3ServiceException && GONE.includes(error.name));
    if (gone) return null;
    throw error;
  }
}

function isoOf(date: Date | undefined, key: string): string {
  if (date === undefined) throw new Error(`S3 did not say when ${key} was written`);
  return date.toISOString();
}

function lowerNames(metadata: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name.toLowerCase(), value]));
}
