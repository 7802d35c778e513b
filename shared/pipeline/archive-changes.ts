/**
 * What has changed since the last run, in; files, out. Promise: the cursor moves only after the files are there, so a crash anywhere
 * repeats rows and loses none; two runs at once write the same facts, and one of them moves the cursor.
 *
 * Why repeats do no harm: a row says what holds of an article in a partition as of one generation of its head, and whoever reads
 * the archive believes the greatest. A run reads the heads after the log, so its rows are at least as new as what was logged.
 */
import { z } from 'zod';
import { CURSOR_KEY } from '../core/archive/keys.ts';
import { ARCHIVE_LIMITS } from '../core/archive/limits.ts';
import { inChunks } from '../core/in-chunks.ts';
import { type Batch, openBatch } from './archive-batch.ts';
import type { ArchivePorts, IsLate, LoggedChange } from './archive-ports.ts';
import { archivedRows } from './archive-read.ts';

const Cursor = z.object({ cursor: z.string().nullable(), gen: z.number() });

export interface ArchiveReport {
  readonly changes: number;
  readonly files: number;
  /** `done`: nothing is left; `late`: the next run goes on; `overtaken`: another run is at work. */
  readonly ended: 'done' | 'late' | 'overtaken';
}

export async function archiveChanges(ports: ArchivePorts, isLate: IsLate): Promise<ArchiveReport> {
  const start = await readCursor(ports);
  let { cursor, gen } = start;
  let moved = cursor;
  let changes = 0;
  let files = 0;
  const batch = openBatch();
  for (;;) {
    const page = await ports.changes(cursor, ARCHIVE_LIMITS.pageChanges);
    files += await addChanges(page.changes, batch, ports);
    cursor = page.cursor;
    changes += page.changes.length;
    const done = page.changes.length === 0;
    const late = isLate();
    if (!done && !late && batch.weight() < ARCHIVE_LIMITS.batchChars) continue;
    files += (await batch.flush(ports.files)).length;
    if (cursor !== moved) {
      gen = await moveCursor(cursor, gen, ports);
      moved = cursor;
      if (gen === null) return { changes, files, ended: 'overtaken' };
    }
    if (done || late) return { changes, files, ended: done ? 'done' : 'late' };
  }
}

export async function readCursor({
  table,
}: Pick<ArchivePorts, 'table'>): Promise<{ cursor: string | null; gen: number | null }> {
  const item = await table.get(CURSOR_KEY);
  return item === null ? { cursor: null, gen: null } : Cursor.parse(item);
}

/** The generation that was written; null when somebody else has moved it meanwhile. */
async function moveCursor(
  cursor: string | null,
  gen: number | null,
  { table, now }: ArchivePorts,
): Promise<number | null> {
  const next = (gen ?? 0) + 1;
  const item = { ...CURSOR_KEY, cursor, at: new Date(now()).toISOString(), gen: next };
  const written = await table.put(item, { kind: 'unchanged', gen });
  return written.applied ? next : null;
}

/** Files that had to be written because the rows became too many. */
async function addChanges(changes: readonly LoggedChange[], batch: Batch, ports: ArchivePorts): Promise<number> {
  const latest = [...new Map(changes.map((change) => [change.articleId, change])).values()];
  let files = 0;
  for (const chunk of inChunks(latest, ARCHIVE_LIMITS.reads)) {
    for (const rows of await Promise.all(chunk.map((change) => archivedRows(change, ports)))) rows.forEach(batch.add);
    if (batch.weight() >= ARCHIVE_LIMITS.batchChars) files += (await batch.flush(ports.files)).length;
  }
  return files;
}
