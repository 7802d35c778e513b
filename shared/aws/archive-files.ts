/** The archive bucket on S3. Promise: what is gone is null; a listing page is full unless it is the last. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { ARCHIVE_LIMITS } from '../core/archive/limits.ts';
import type { ArchiveFiles, FoundFile } from '../pipeline/archive-ports.ts';
import { nullWhenGone } from './objects.ts';

export function s3ArchiveFiles(client: S3Client, Bucket: string): ArchiveFiles {
  const get = async (Key: string, range: { readonly Range?: string }): Promise<Uint8Array | null> => {
    const answer = await nullWhenGone(client.send(new GetObjectCommand({ Bucket, Key, ...range })));
    return answer === null ? null : ((await answer.Body?.transformToByteArray()) ?? new Uint8Array());
  };
  return {
    list: (prefix, after) => fullPage(client, Bucket, prefix, after),
    read: (name) => get(name, {}),
    // S3 names the last byte, and refuses a range without one.
    slice: async (name, start, end) =>
      end <= start ? new Uint8Array() : get(name, { Range: `bytes=${start}-${end - 1}` }),
    async put(Key, Body) {
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/vnd.apache.parquet' }));
    },
    async remove(Key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
  };
}

/** S3 may end a page early: goes on until it is full, or nothing is left. */
async function fullPage(
  client: S3Client,
  Bucket: string,
  Prefix: string,
  after: string | null,
): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  let from = after;
  for (;;) {
    const start = from === null ? {} : { StartAfter: from };
    const MaxKeys = ARCHIVE_LIMITS.listNames - found.length;
    const answer: ListObjectsV2CommandOutput = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix, MaxKeys, ...start }),
    );
    const page = (answer.Contents ?? []).map(({ Key, Size }) => ({ name: Key ?? '', bytes: Size ?? 0 }));
    found.push(...page);
    const last = page.at(-1);
    if (answer.IsTruncated !== true || last === undefined || found.length >= ARCHIVE_LIMITS.listNames) return found;
    from = last.name;
  }
}
