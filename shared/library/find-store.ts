/** Where a store is. In: the name of a stack, or the folder of a local run. Out: the store. Promise: what is missing is said in words. */
import { localRunIn, type Outputs, storeNamesOf } from '../aws/stack-facts.ts';
import { type AwsPlace, type RemoteStore, remoteStore, stackOutputs } from '../aws/store.ts';

/** A deployed stack by its name, or a local run by the folder that it was started in, or keeps its state in. */
export type StoreAddress =
  | { readonly stack: string; readonly region?: string; readonly profile?: string }
  | { readonly local: string };

export async function findStore(address: StoreAddress): Promise<RemoteStore> {
  if ('local' in address) {
    const run = await localRunIn(address.local);
    if (run === null) throw new Error(`There is no local run in ${address.local}. Start one there with: npm start`);
    return storeOf(run.outputs, run.place, 'The local run');
  }
  const { stack, region = null, profile = null } = address;
  const place: AwsPlace = { region, profile, endpoints: null };
  return storeOf(await stackOutputs(stack, place), place, `Stack ${stack}`);
}

function storeOf(outputs: Outputs, place: AwsPlace, what: string): RemoteStore {
  const names = storeNamesOf(outputs);
  if (names === null) throw new Error(`${what} is there, but it is not Wirefold's: it has no BucketName.`);
  return remoteStore(names, place);
}
