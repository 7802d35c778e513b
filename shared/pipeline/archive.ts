/** One run of the archive: what has changed, then what was taken down, then, once a day, small files into large ones. */
import { type ArchiveReport, archiveChanges } from './archive-changes.ts';
import type { ArchivePorts, IsLate } from './archive-ports.ts';
import { type CompactionReport, compactArchive } from './compact-archive.ts';
import { purgeAgain } from './purge-archive.ts';

export interface RunReport {
  readonly archived: ArchiveReport;
  readonly purgedAgain: number;
  /** Null when there was no time for it, or today's pass is over. */
  readonly compacted: CompactionReport | null;
}

export async function runArchive(ports: ArchivePorts, isLate: IsLate): Promise<RunReport> {
  const archived = await archiveChanges(ports, isLate);
  const purgedAgain = await purgeAgain(ports);
  const compacted = archived.ended === 'done' && !isLate() ? await compactArchive(ports, isLate) : null;
  return { archived, purgedAgain, compacted };
}
