/** A backfill in a deployment. Promise: what another bucket holds is copied and read; a second run copies nothing; the other bucket is removed again. */
import { randomBytes } from 'node:crypto';
import { CreateBucketCommand, DeleteBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { emptyBucket, s3 } from './account.ts';
import { succeeded, wirefold } from './child.ts';
import type { Deployment } from './deployment.ts';
import { until } from './until.ts';

const FILES: Readonly<Record<string, string>> = {
  '2019/quay + ü.txt':
    'The quay reopens\n\n12 May 2019 14:05 BST\n\nThe quay at Norwick reopened on Monday, the council said.\n',
  '2019/mill.txt':
    'The mill closes\n\n13 May 2019 09:30 BST\n\nThe mill above Norwick closes in June, its owners told the town.\n',
};

export async function backfillFromAnother({ stack, client }: Deployment): Promise<void> {
  const other = `${stack.toLowerCase()}-other-${randomBytes(4).toString('hex')}`;
  await s3.send(new CreateBucketCommand({ Bucket: other, ...placed(await s3.config.region()) }));
  try {
    for (const [Key, Body] of Object.entries(FILES)) await s3.send(new PutObjectCommand({ Bucket: other, Key, Body }));
    const from = ['add', '--from', `s3://${other}/2019/`];
    told(await succeeded(wirefold(stack, from)), '2 looked at: 2 copied, 0 in already.');
    await until('rows of what was copied', async () => {
      const rows = await Promise.all(Object.keys(FILES).map((key) => client.object(`incoming/${key}`)));
      const states = rows.map((row) => row?.state ?? 'none');
      return states.every((state) => state === 'stored') ? null : states.join(', ');
    });
    told(await succeeded(wirefold(stack, from)), '2 looked at: 0 copied, 2 in already.');
  } finally {
    await emptyBucket(other);
    await s3.send(new DeleteBucketCommand({ Bucket: other }));
  }
}

/** The oldest region of AWS is the one that must not be named. */
function placed(region: string) {
  if (region === 'us-east-1') return {};
  return { CreateBucketConfiguration: { LocationConstraint: region as 'eu-central-1' } };
}

function told({ err }: { readonly err: string }, words: string): void {
  if (!err.includes(words)) throw new Error(`add --from says: ${err}`);
}
