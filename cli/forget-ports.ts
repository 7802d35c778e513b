/**
 * The store that the user means in, all that a take-down needs out: also what settles stories and events, and the archive where there
 * is one, so that nothing is left when the command ends.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { remoteArchive } from '../shared/aws/archive-store.ts';
import { remoteStore } from '../shared/aws/store.ts';
import { COPIES } from '../shared/core/copies/kinship.ts';
import { EVENTS } from '../shared/core/event/eventing.ts';
import { jitteredPacing } from '../shared/pipeline/pacing.ts';
import { purgeFromArchive } from '../shared/pipeline/purge-archive.ts';
import type { Elsewhere } from '../shared/pipeline/settle-taken.ts';
import type { ForgetPorts } from './commands/forget.ts';
import type { Io } from './io.ts';
import { type FoundStack, findStack, namesOf, type StoreOptions } from './store.ts';

export async function openForgetPorts(options: StoreOptions, io: Pick<Io, 'cwd' | 'base'>): Promise<ForgetPorts> {
  return forgetPortsOf(await findStack(options, io));
}

export function forgetPortsOf(stack: FoundStack): ForgetPorts {
  const { table, versions } = remoteStore(namesOf(stack), stack.place);
  const pacing = jitteredPacing(Math.random, sleep);
  const clock = () => new Date().toISOString();
  return { table, versions, pacing, clock, kinship: COPIES, eventing: EVENTS, elsewhere: archiveOf(stack) };
}

/** Whatever else holds articles outside the table and the bucket joins here. */
function archiveOf(stack: FoundStack): readonly Elsewhere[] {
  const archiveBucketName = stack.outputs['ArchiveBucketName'];
  if (archiveBucketName === undefined) return [];
  const ports = remoteArchive({ ...namesOf(stack), archiveBucketName }, stack.place);
  return [{ name: 'archive', purge: async (id) => (await purgeFromArchive(id, ports)).files.length }];
}
