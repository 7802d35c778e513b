/** Where a store is. In: the name of a stack, or the folder of a local run. Out: the store. Promise: what is missing is said in words. */
import { localRunIn, type StackFacts, storeNamesOf } from '../aws/stack-facts.ts';
import { type AwsPlace, type RemoteStore, remoteStore, stackOutputs } from '../aws/store.ts';

/** A deployed stack by its name, or a local run by the folder that it was started in, or keeps its state in. */
export type StoreAddress =
  | { readonly stack: string; readonly region?: string; readonly profile?: string }
  | { readonly local: string };

export interface FoundStore {
  readonly store: RemoteStore;
  /** What the archive is found by. */
  readonly facts: StackFacts;
}

export async function findStore(address: StoreAddress): Promise<FoundStore> {
  if ('local' in address) {
    const run = await localRunIn(address.local);
    if (run === null) throw new Error(`There is no local run in ${address.local}. Start one there with: npm start`);
    return storeOf(run, 'The local run');
  }
  const { stack, region = null, profile = null } = address;
  const place: AwsPlace = { region, profile, endpoints: null };
  return storeOf({ outputs: await stackOutputs(stack, place), place, stateFolder: null }, `Stack ${stack}`);
}

function storeOf(facts: StackFacts, what: string): FoundStore {
  const names = storeNamesOf(facts.outputs);
  if (names === null) throw new Error(`${what} is there, but it is not Wirefold's: it has no BucketName.`);
  return { store: remoteStore(names, facts.place), facts };
}
