/** Where a store is. In: the name of a stack, or the folder of a local run. Out: the store. Promise: what is missing is said in words. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type AwsPlace, type RemoteStore, remoteStore, stackOutputs } from '../aws/store.ts';

/** A deployed stack by its name, or a local run by the folder that it was started in. */
export type StoreAddress =
  | { readonly stack: string; readonly region?: string; readonly profile?: string }
  | { readonly local: string };

const Outputs = z.object({ BucketName: z.string(), TableName: z.string() });
/** Written by the local run when it is ready. */
const LocalRun = z.object({ endpoints: z.object({ s3: z.string(), dynamodb: z.string() }), outputs: Outputs });

export async function findStore(address: StoreAddress): Promise<RemoteStore> {
  if ('local' in address) return localStore(address.local);
  const { stack, region = null, profile = null } = address;
  const place: AwsPlace = { region, profile, endpoints: null };
  const outputs = Outputs.safeParse(await stackOutputs(stack, place));
  if (!outputs.success) throw new Error(`Stack ${stack} is there, but it is not Wirefold's: it has no BucketName.`);
  return storeOf(outputs.data, place);
}

async function localStore(folder: string): Promise<RemoteStore> {
  const file = join(folder, '.wirefold', 'local.json');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`There is no local run in ${folder}. Start one there with: npm start`, { cause });
  });
  const { endpoints, outputs } = LocalRun.parse(JSON.parse(text));
  return storeOf(outputs, { region: null, profile: null, endpoints });
}

function storeOf({ BucketName, TableName }: z.infer<typeof Outputs>, place: AwsPlace): RemoteStore {
  return remoteStore({ bucketName: BucketName, tableName: TableName }, place);
}
