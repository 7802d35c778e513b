/** Names of raw objects on S3, a page of a thousand at a time. Promise: every current object once, none skipped, whatever its key. */
import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import type { Listing } from '../pipeline/ports.ts';

/** As many as S3 gives at a time. */
const PAGE_KEYS = 1_000;

export function s3Listing(client: S3Client, bucket: string, pageKeys: number = PAGE_KEYS): Listing {
  return {
    async page(prefix, after) {
      // Keys may hold what XML cannot: they come percent-encoded.
      const start = after === null ? {} : { StartAfter: after };
      const input = { Bucket: bucket, Prefix: prefix, EncodingType: 'url', MaxKeys: pageKeys, ...start } as const;
      const { Contents = [], IsTruncated = false } = await client.send(new ListObjectsV2Command(input));
      return { keys: Contents.flatMap(({ Key }) => (Key === undefined ? [] : [plainKey(Key)])), isLast: !IsTruncated };
    },
  };
}

/** S3 encodes listed keys as forms do. */
function plainKey(encoded: string): string {
  return decodeURIComponent(encoded.replaceAll('+', ' '));
}
