/** Packed records that are too large for a row, on S3. Promise: named by content, so writing one twice changes nothing. */
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Bodies } from '../pipeline/ports.ts';
import { nullWhenGone } from './objects.ts';

export function s3Bodies(client: S3Client, bucket: string): Bodies {
  return {
    async put(name, bytes) {
      const ContentType = 'application/gzip';
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body: bytes, ContentType }));
    },
    async get(name) {
      const answer = await nullWhenGone(client.send(new GetObjectCommand({ Bucket: bucket, Key: name })));
      return answer === null ? null : ((await answer.Body?.transformToByteArray()) ?? null);
    },
  };
}
