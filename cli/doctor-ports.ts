/** What `doctor` looks at, of the store that the user means. The SDKs of queues and of CloudWatch are loaded only here. */
import { readSilences } from '../shared/core/outlet-silence.ts';
import type { DoctorPorts } from '../shared/pipeline/doctor.ts';
import { endingOf, missingRight } from './explain-error.ts';
import type { Io } from './io.ts';
import { type FoundStack, findStack, openQueues, openStore, type StoreOptions, storeNames } from './store.ts';

export async function doctorPorts(options: StoreOptions, io: Pick<Io, 'cwd' | 'base' | 'now'>): Promise<DoctorPorts> {
  const { table, listing } = await openStore(options, io);
  const queues = await openQueues(options, io);
  const bucket = () => listing.page('incoming/', null);
  const stack = await findStack(options, io);
  const watched = readSilences(stack.outputs['WatchedOutlets'] ?? '') ?? [];
  const clock = () => io.now().toISOString();
  const at = { wiring: await wiringOf(stack), watch: await watchOf(options, stack) };
  return { queues, table, bucket, watched, clock, ...at, inWords };
}

/** Null for a local run, which wires its own bucket, and for a stack of before that does not name what to look for. */
async function wiringOf(stack: FoundStack): Promise<DoctorPorts['wiring']> {
  const { outputs, place, stateFolder } = stack;
  const queueArn = outputs['QueueArn'];
  if (stateFolder !== null || queueArn === undefined) return null;
  const { remoteWiring } = await import('../shared/aws/bucket-wiring.ts');
  const { problems } = remoteWiring(storeNames(stack).bucketName, queueArn, place);
  return problems;
}

async function watchOf(options: StoreOptions, { outputs, place, stateFolder }: FoundStack) {
  // Also of a local run that is named by its folder.
  if (stateFolder !== null) return null;
  const { remoteWatch } = await import('../shared/aws/watch.ts');
  return remoteWatch(options.store.replace('aws:', ''), outputs, place);
}

export function inWords(error: unknown): string {
  const right = missingRight(error);
  return right === null ? endingOf(error).message : `You may not look: these credentials lack the right ${right}`;
}
