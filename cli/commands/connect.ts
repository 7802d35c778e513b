/** `wirefold connect`: a bucket that was there before the stack is told to notify its queue. Promise: what the bucket tells others stays as it is. */
import { type BucketWiring, notVersioned } from '../../shared/aws/bucket-wiring.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import type { Io } from '../io.ts';

/** S3's words for two rules about the same uploads, and for a queue that lets it not in. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [
    /overlapping|ambiguously/i,
    'another rule of the bucket is about the same uploads, and S3 allows one only. Let that one send to an SNS topic or to EventBridge, and both hear from there',
  ],
  [
    /validate the following destination/i,
    'S3 may not send to the queue: deploy the stack with -c existingBucket=BUCKET first',
  ],
];

export async function connect(bucket: string, wiring: BucketWiring, io: Io): Promise<ExitCode> {
  if (!(await wiring.isVersioned())) throw new Stop(EXIT.someFailed, `${bucket}: ${notVersioned(bucket)}`);
  const isNew = await wiring.connect().catch((error: unknown) => {
    throw refusal(error, bucket);
  });
  const says = isNew
    ? `${bucket} tells the queue of what is uploaded and removed under incoming/ from now on. What lies there already: copy it in with wirefold add --from, or upload it again.`
    : `${bucket} tells the queue already.`;
  io.stdout.write(`${says}\n`);
  return EXIT.ok;
}

function refusal(error: unknown, bucket: string): unknown {
  const message = error instanceof Error ? error.message : '';
  const said = REFUSED.find(([pattern]) => pattern.test(message))?.[1];
  return said === undefined ? error : new Stop(EXIT.someFailed, `${bucket}: ${said}`);
}
