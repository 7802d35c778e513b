/** Which store the user means. In: `local`, `local:FOLDER` or `aws:STACK`. Out: reads and uploads, or its queues. Promise: what is missing is said in words. */
import { resolve } from 'node:path';
import { localRun, localRunIn, type StackFacts, storeNamesOf } from '../shared/aws/stack-facts.ts';
import { type RemoteStore, remoteStore, type StoreNames, stackOutputs } from '../shared/aws/store.ts';
import type { Queues } from '../shared/pipeline/queue-ports.ts';
import { EXIT, Stop } from './exit.ts';
import type { Io } from './io.ts';

export interface StoreOptions {
  /** `local`, `local:` and the folder of its state, or `aws:` and the name of the stack. */
  readonly store: string;
  readonly profile?: string | undefined;
  readonly region?: string | undefined;
}

export type FoundStack = StackFacts;

export async function openStore(options: StoreOptions, io: Pick<Io, 'cwd' | 'base'>): Promise<RemoteStore> {
  const stack = await findStack(options, io);
  return remoteStore(storeNames(stack), stack.place);
}

export function storeNames({ outputs }: Pick<FoundStack, 'outputs'>): StoreNames {
  const names = storeNamesOf(outputs);
  if (names === null) throw new Stop(EXIT.notFound, "That stack is not Wirefold's: it has no BucketName");
  return names;
}

/** The SDK for queues is loaded only here. */
export async function openQueues(options: StoreOptions, io: Pick<Io, 'cwd' | 'base'>): Promise<Queues> {
  const { outputs, place } = await findStack(options, io);
  const { QueueUrl: incoming, DeadLetterQueueUrl: uploads, StreamDeadLetterQueueUrl: stream } = outputs;
  if (incoming === undefined || uploads === undefined || stream === undefined)
    throw new Stop(
      EXIT.notFound,
      `${options.store} names no queues. Deploy or start it again with this version of Wirefold`,
    );
  const { remoteQueues } = await import('../shared/aws/queues.ts');
  return remoteQueues({ incoming, uploads, stream }, place);
}

export async function findStack(options: StoreOptions, io: Pick<Io, 'cwd' | 'base'>): Promise<FoundStack> {
  if (options.store === 'local') return findLocal(io);
  const folder = /^local:(.+)$/.exec(options.store)?.[1];
  if (folder !== undefined) return findLocalIn(resolve(io.base, folder));
  const stack = /^aws:([A-Za-z][A-Za-z0-9-]{0,127})$/.exec(options.store)?.[1];
  if (stack === undefined) {
    throw new Stop(
      EXIT.usage,
      `--store is "local", "local:FOLDER" or "aws:STACK", for example aws:Wirefold; it was "${options.store}"`,
    );
  }
  const place = { region: options.region ?? null, profile: options.profile ?? null, endpoints: null };
  const outputs = await stackOutputs(stack, place);
  if (storeNamesOf(outputs) === null)
    throw new Stop(EXIT.notFound, `Stack ${stack} is there, but it is not Wirefold's: it has no BucketName`);
  return { outputs, place, stateFolder: null };
}

async function findLocalIn(folder: string): Promise<FoundStack> {
  const run = await localRunIn(folder);
  if (run !== null) return run;
  throw new Stop(EXIT.someFailed, `There is no local run in ${folder}. Start one with: npm start -- --state ${folder}`);
}

async function findLocal({ cwd, base }: Pick<Io, 'cwd' | 'base'>): Promise<FoundStack> {
  for (const folder of new Set([cwd, base])) {
    const run = await localRun(folder);
    if (run !== null) return run;
  }
  throw new Stop(
    EXIT.someFailed,
    'There is no local run here. Start one with: npm start (or name one: --store local:FOLDER, --store aws:STACK)',
  );
}
