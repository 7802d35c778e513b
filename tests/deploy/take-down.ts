/** A take-down in a deployment. Promise: the article is gone; the same file again is held back, and purged from the bucket by `purge`. */
import { callFunction } from './account.ts';
import { succeeded, wirefold } from './child.ts';
import type { Deployment } from './deployment.ts';
import { until } from './until.ts';

const KEY = 'incoming/honest.txt';

export async function takeDown({ stack, client, store, outputs }: Deployment): Promise<void> {
  const again = await store.objects.read({ bucket: outputs.BucketName, key: KEY, member: null }, null);
  if (again === null) throw new Error(`${KEY} is not in the bucket`);
  await succeeded(wirefold(stack, ['forget', KEY, '--reason', 'a test of the deployment', '--yes']));
  await stateIs('taken-down', client);
  await store.upload({ key: KEY, bytes: again.bytes, metadata: {} });
  await until('the purge of what came again', async () => {
    await callFunction(outputs.PurgeFunctionName);
    const { versions } = await store.versions.list(KEY, null);
    return versions.length === 0 ? null : `${versions.length} versions are in the bucket`;
  });
  await stateIs('taken-down', client);
}

async function stateIs(wanted: string, client: Deployment['client']): Promise<void> {
  await until(`${KEY} ${wanted}`, async () => {
    const found = await client.object(KEY);
    return found?.state === wanted ? null : `it is ${found?.state ?? 'not known'}`;
  });
}
