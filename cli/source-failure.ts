/** Why another bucket cannot be read, for a person. In: what S3 said. Out: words that say what to do. Promise: no stack; the rest is shown as it is. */
import { z } from 'zod';
import { EXIT, Stop } from './exit.ts';
import { failureInWords } from './failure.ts';

export interface SourcePlace {
  /** A local run has an S3 of its own, which knows nothing of AWS. */
  readonly isLocal: boolean;
}

const DENIED = 'AccessDenied';
/** Errors that have a sentence of their own whatever their status. */
const SPOKEN: readonly string[] = ['NoSuchBucket', 'InvalidBucketName'];
const ELSEWHERE: readonly string[] = [
  'PermanentRedirect',
  'TemporaryRedirect',
  'AuthorizationHeaderMalformed',
  'IllegalLocationConstraintException',
];

/** An answer without a body names no error: its status must do. */
const BY_STATUS: Readonly<Record<number, string>> = {
  301: 'PermanentRedirect',
  403: DENIED,
  404: 'NoSuchKey',
  412: 'PreconditionFailed',
};
const Answered = z.object({ $metadata: z.object({ httpStatusCode: z.number() }) });

function nameOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name in COPY_IN_WORDS || ELSEWHERE.includes(name) || SPOKEN.includes(name)) return name;
  const answered = Answered.safeParse(error);
  return (answered.success ? BY_STATUS[answered.data.$metadata.httpStatusCode] : undefined) ?? name;
}

/** Gives what to throw: that the other bucket cannot be listed ends the whole work. */
export function sourceFailure(error: unknown, bucket: string, { isLocal }: SourcePlace): unknown {
  const name = nameOf(error);
  if (name === 'NoSuchBucket')
    return new Stop(EXIT.notFound, `There is no bucket ${bucket}${isLocal ? LOCAL : '. Is the name right?'}`);
  if (name === 'InvalidBucketName') return new Stop(EXIT.usage, `${bucket} is no name of a bucket`);
  if (name === DENIED)
    return new Stop(
      EXIT.someFailed,
      `You may not list s3://${bucket}: your credentials need s3:ListBucket on it and s3:GetObject on what it holds. In another account its own policy has to let you in, too`,
    );
  if (ELSEWHERE.includes(name))
    return new Stop(
      EXIT.someFailed,
      `s3://${bucket} is in a region that cannot be reached from here: is it in another partition (China, GovCloud), or was it moved? Copy it into a bucket of yours first`,
    );
  return error;
}

const LOCAL =
  " in the local run, which knows only buckets of its own. Fetch one of AWS's with: aws s3 cp --recursive s3://… folder/, and then: wirefold add folder/";

const COPY_IN_WORDS: Readonly<Record<string, string>> = {
  InvalidObjectState: 'it is archived (Glacier): restore it first, then run this again',
  PreconditionFailed: 'it was replaced while it was copied: run this again',
  NoSuchKey: 'it was removed in the meantime',
  MetadataTooLarge: 'what stands beside it (x-amz-meta-…) is too long: S3 takes 2 KB',
};

/** Part of a line about one object. */
export function copyFailure(error: unknown): string {
  const name = nameOf(error);
  if (name === DENIED)
    return 'you may not copy it: you need s3:GetObject on it, s3:PutObject on the bucket of the store, and the rights to both keys where a key of yours encrypts them';
  return COPY_IN_WORDS[name] ?? failureInWords(error);
}
