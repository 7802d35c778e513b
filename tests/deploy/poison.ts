/**
 * A failure that no retry cures until somebody acts: `ingest` may not read one file. In: a deployment. Promise: that file alone ends in the
 * dead letters and says why; the one beside it is stored; given the right back, `wirefold failed --retry` has it stored too.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { allowAgain, forbid, functionFacts, hideFor, waitingIn } from './account.ts';
import { succeeded, wirefold } from './child.ts';
import type { Deployment } from './deployment.ts';
import { unsettled } from './expectations.ts';
import { rightsTravelMs } from './patches.ts';
import { until } from './until.ts';

const POISON = 'incoming/poison.txt';
const HONEST = 'incoming/honest.txt';
/** Nobody waits five times six minutes for a test: while it runs, a message that failed comes back at once. */
const SHORT_S = '2';

const article = (what: string, key: string) => ({
  key,
  bytes: Buffer.from(
    `${what} reopens\n\n12 May 2025 14:05 BST\n\nThe ${what.toLowerCase()} at Norwick reopened on Monday, the council said.\n`,
  ),
  metadata: {},
});

export async function poisonAndCure(deployment: Deployment): Promise<void> {
  const { outputs, client, store, stack } = deployment;
  const { role } = await functionFacts(outputs.IngestFunctionName);
  const before = await hideFor(outputs.QueueUrl, SHORT_S);
  await forbid(role, ['s3:GetObject', 's3:GetObjectVersion'], `arn:*:s3:::${outputs.BucketName}/${POISON}`);
  try {
    await sleep(rightsTravelMs());
    const honest = article('Harbour', HONEST);
    await store.upload(article('Library', POISON));
    await store.upload(honest);
    await until('a dead letter', async () => {
      const waiting = await waitingIn(outputs.DeadLetterQueueUrl);
      return waiting === 1 ? null : `${waiting} wait in ${outputs.DeadLetterQueueUrl}`;
    });
    await until('the file beside it', () => unsettled([honest], client));
    await saysWhy(stack);
  } finally {
    await allowAgain(role);
    await hideFor(outputs.QueueUrl, before);
  }
  await sleep(rightsTravelMs());
  await succeeded(wirefold(stack, ['failed', '--retry']));
  await until('the redriven file', () => unsettled([article('Library', POISON)], client));
  const left = await waitingIn(outputs.DeadLetterQueueUrl);
  if (left !== 0) throw new Error(`${left} dead letters are left`);
}

async function saysWhy(stack: string): Promise<void> {
  const { out } = await succeeded(wirefold(stack, ['failed']));
  if (!out.includes(POISON) || !out.includes('AccessDenied')) throw new Error(`wirefold failed says: ${out}`);
}
