/** A stack in, all that a take-down needs out: also what settles stories and events, so that nothing is left when the command ends. */
import { setTimeout as sleep } from 'node:timers/promises';
import { archiveCopyIn, dropArchiveCopy } from '../shared/archive/local-copy.ts';
import { remoteArchive } from '../shared/aws/archive-store.ts';
import { remoteStore } from '../shared/aws/store.ts';
import { COPIES } from '../shared/core/copies/kinship.ts';
import { EVENTS } from '../shared/core/event/eventing.ts';
import { jitteredPacing } from '../shared/pipeline/pacing.ts';
import { purgeFromArchive } from '../shared/pipeline/purge-archive.ts';
import type { Elsewhere } from '../shared/pipeline/purge-elsewhere.ts';
import type { ForgetPorts } from './commands/forget.ts';
import { type FoundStack, storeNames } from './store.ts';

export function forgetPorts(stack: FoundStack): ForgetPorts {
  const { table, versions } = remoteStore(storeNames(stack), stack.place);
  const pacing = jitteredPacing(Math.random, sleep);
  const clock = () => new Date().toISOString();
  return { table, versions, pacing, clock, kinship: COPIES, eventing: EVENTS, elsewhere: archiveOf(stack) };
}

/** A stack may have been deployed without one. */
function archiveOf(stack: FoundStack): readonly Elsewhere[] {
  const archiveBucketName = stack.outputs['ArchiveBucketName'];
  if (archiveBucketName === undefined) return [];
  const archive = remoteArchive({ ...storeNames(stack), archiveBucketName }, stack.place);
  const purge = async (articleId: string) => {
    // What `search` and `sql` have copied for DuckDB: the next of them copies what is left.
    if (stack.stateFolder !== null) await dropArchiveCopy(archiveCopyIn(stack.stateFolder));
    return (await purgeFromArchive(articleId, archive)).files.length;
  };
  return [{ name: 'files of the archive, written anew without it', purge }];
}
