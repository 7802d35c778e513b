/** Where articles lie on S3. In: `s3://BUCKET/PREFIX`, as typed. Out: both parts; wrong usage for anything else. */
import { InvalidArgumentError } from 'commander';

export interface S3Address {
  readonly bucket: string;
  /** Begins no key with a slash; empty for the whole bucket. */
  readonly prefix: string;
}

/** `s3://news/2019/` //=> bucket `news`, prefix `2019/` */
export function s3Address(text: string): S3Address {
  const [, bucket, prefix = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.{0,1024}))?$/s.exec(text) ?? [];
  if (bucket === undefined) throw new InvalidArgumentError('It is s3://BUCKET or s3://BUCKET/PREFIX.');
  return { bucket, prefix };
}
