/** Copies inside S3, from a bucket of others into the store's own. Promise: bytes never come here; what a copy was made of stays with it. */
import {
  CopyObjectCommand,
  type CopyObjectCommandInput,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import { decodeKey } from '../core/s3-key.ts';
import type { CopyTarget, SourceBucket, SourceEntry } from '../pipeline/backfill-ports.ts';
import { nullWhenGone } from './objects.ts';
import { type AwsPlace, clientConfig } from './place.ts';
import { s3Client } from './s3-client.ts';

/** User metadata of a copy: the ETag of what it was made of. */
const COPIED_ETAG = 'copied-etag';
/** As many as S3 gives at a time. */
const PAGE_KEYS = 1_000;

export interface CopyPorts {
  readonly source: SourceBucket;
  readonly target: CopyTarget;
}

/** The other bucket may be in another region: its client goes where S3 sends it. */
export function remoteCopies(from: string, to: string, place: AwsPlace): CopyPorts {
  const config = clientConfig(place, place.endpoints?.s3);
  return s3Copies(s3Client({ ...config, followRegionRedirects: true }), from, s3Client(config), to);
}

export function s3Copies(
  source: S3Client,
  from: string,
  target: S3Client,
  to: string,
  pageKeys: number = PAGE_KEYS,
): CopyPorts {
  return {
    source: { bucket: from, page: (prefix, after) => pageOf(source, from, prefix, after, pageKeys) },
    target: {
      async held(key) {
        const head = await nullWhenGone(target.send(new HeadObjectCommand({ Bucket: to, Key: key })));
        if (head === null) return null;
        const { ETag = '', LastModified, Metadata = {} } = head;
        const lastModified = (LastModified ?? new Date(0)).toISOString();
        return { etag: unquoted(ETag), copiedEtag: Metadata[COPIED_ETAG] ?? null, lastModified };
      },
      async copy(entry, key, facts) {
        const head = await source.send(new HeadObjectCommand({ Bucket: from, Key: entry.key }));
        await target.send(new CopyObjectCommand(copyInput({ entry, from, to, key, head, facts })));
      },
    },
  };
}

async function pageOf(client: S3Client, Bucket: string, Prefix: string, after: string | null, MaxKeys: number) {
  const start = after === null ? {} : { StartAfter: after };
  // Keys may hold what XML cannot: they come percent-encoded.
  const input = { Bucket, Prefix, EncodingType: 'url' as const, MaxKeys, ...start };
  const { Contents = [], IsTruncated = false } = await client.send(new ListObjectsV2Command(input));
  const entries = Contents.flatMap(({ Key, ETag = '', Size = 0, LastModified }): readonly SourceEntry[] =>
    Key === undefined || LastModified === undefined
      ? []
      : [{ key: decodeKey(Key), etag: unquoted(ETag), bytes: Size, lastModified: LastModified.toISOString() }],
  );
  return { entries, isLast: !IsTruncated };
}

export interface CopyFacts {
  readonly entry: SourceEntry;
  readonly from: string;
  readonly to: string;
  readonly key: string;
  readonly head: Pick<
    HeadObjectCommandOutput,
    'Metadata' | 'ContentType' | 'ContentEncoding' | 'ContentLanguage' | 'ContentDisposition'
  >;
  readonly facts: Readonly<Record<string, string>>;
}

/** What stood beside the bytes goes with them; when the other bucket got it is when it was captured, unless somebody says so better. */
export function copyInput({ entry, from, to, key, head, facts }: CopyFacts): CopyObjectCommandInput {
  const { Metadata, ContentType, ContentEncoding, ContentLanguage, ContentDisposition } = head;
  const captured = { 'captured-at': entry.lastModified };
  return {
    Bucket: to,
    Key: key,
    CopySource: `${from}/${entry.key.split('/').map(encodeURIComponent).join('/')}`,
    CopySourceIfMatch: entry.etag,
    MetadataDirective: 'REPLACE',
    // Tags of others cost a right of their own to read, and say nothing of an article.
    TaggingDirective: 'REPLACE',
    Metadata: { ...captured, ...Metadata, ...facts, [COPIED_ETAG]: entry.etag },
    ...(ContentType === undefined ? {} : { ContentType }),
    ...(ContentEncoding === undefined ? {} : { ContentEncoding }),
    ...(ContentLanguage === undefined ? {} : { ContentLanguage }),
    ...(ContentDisposition === undefined ? {} : { ContentDisposition }),
  };
}

const unquoted = (etag: string): string => etag.replaceAll('"', '');
