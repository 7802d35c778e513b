/** S3 as the functions use it. Promise: every wait and every retry is bounded, so a batch ends before its function. */
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { CLIENT_BOUNDS } from './client-bounds.ts';

export function s3Client(config: S3ClientConfig = {}): S3Client {
  return new S3Client({ ...CLIENT_BOUNDS, ...config });
}
