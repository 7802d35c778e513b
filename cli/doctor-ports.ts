/** What `doctor` looks at, of the store that the user means. The SDKs of queues and of CloudWatch are loaded only here. */
import type { DoctorPorts } from '../shared/pipeline/doctor.ts';
import { endingOf } from './explain-error.ts';
import type { Io } from './io.ts';
import { findStack, openQueues, openStore, type StoreOptions } from './store.ts';

export async function doctorPorts(options: StoreOptions, io: Pick<Io, 'cwd' | 'base'>): Promise<DoctorPorts> {
  const { table, listing } = await openStore(options, io);
  const queues = await openQueues(options, io);
  const bucket = () => listing.page('incoming/', null);
  return { queues, table, bucket, watch: await watchOf(options, io), inWords };
}

async function watchOf(options: StoreOptions, io: Pick<Io, 'cwd' | 'base'>) {
  if (options.store === 'local') return null;
  const { outputs, place } = await findStack(options, io);
  const { remoteWatch } = await import('../shared/aws/watch.ts');
  return remoteWatch(options.store.replace('aws:', ''), outputs, place);
}

/** AWS names the right that is missing, deep in a long sentence. */
export function inWords(error: unknown): string {
  const right = /not authorized to perform: ([\w:]{1,100})/.exec(error instanceof Error ? error.message : '')?.[1];
  return right === undefined ? endingOf(error).message : `You may not look: these credentials lack the right ${right}`;
}
