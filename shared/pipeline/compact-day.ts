/**
 * The small files of one day in, few large ones out. Promise: what holds of each article afterwards is what held before; a crash
 * leaves rows twice, never none, because the new files are there before the old ones go.
 */
import { ARCHIVE_LIMITS } from '../core/archive/limits.ts';
import { type NarrowRow, readNarrow, readRows } from '../core/archive/parquet.ts';
import { markOf } from '../core/archive/row.ts';
import { openBatch } from './archive-batch.ts';
import { type DayFiles, FileWent, partsOfFile, wholeFile } from './archive-list.ts';
import type { ArchiveFiles, FoundFile } from './archive-ports.ts';

/** Who is in each file, and the greatest mark of each article in all of them. */
interface Contents {
  readonly byFile: ReadonlyMap<string, readonly NarrowRow[]>;
  readonly greatest: ReadonlyMap<string, string>;
}

/** How many files became how many; null when there was nothing to do, or somebody else is doing it. */
export async function compactDay(
  { day, files: found }: DayFiles,
  files: ArchiveFiles,
): Promise<{ readonly from: number; readonly to: number } | null> {
  if (found.filter(isSmall).length < ARCHIVE_LIMITS.smallFiles) return null;
  try {
    const contents = await readContents(day, found, files);
    const inputs = found.filter((file) => isSmall(file) || isMostlyDead(file, contents));
    const outputs = new Set(await merge(day, inputs, contents, files));
    // Named by content: a file that stays as it was is an output too.
    for (const { name } of inputs) if (!outputs.has(name)) await files.remove(name);
    return { from: inputs.length, to: outputs.size };
  } catch (error) {
    if (error instanceof FileWent) return null;
    throw error;
  }
}

function isSmall({ bytes }: FoundFile): boolean {
  return bytes < ARCHIVE_LIMITS.fullBytes;
}

function isMostlyDead({ name }: FoundFile, { byFile, greatest }: Contents): boolean {
  const rows = byFile.get(name) ?? [];
  const dead = rows.filter(({ id, mark }) => greatest.get(id) !== mark).length;
  return dead > rows.length * ARCHIVE_LIMITS.deadShare;
}

async function readContents(day: string, found: readonly FoundFile[], files: ArchiveFiles): Promise<Contents> {
  const byFile = new Map<string, readonly NarrowRow[]>();
  const greatest = new Map<string, string>();
  let rows = 0;
  for (const file of found) {
    const narrow = await readNarrow(partsOfFile(file, files));
    rows += narrow.length;
    if (rows > ARCHIVE_LIMITS.dayRows) throw new Error(`${day} has over ${ARCHIVE_LIMITS.dayRows} rows`);
    byFile.set(file.name, narrow);
    for (const { id, mark } of narrow) if (mark > (greatest.get(id) ?? '')) greatest.set(id, mark);
  }
  return { byFile, greatest };
}

async function merge(
  day: string,
  inputs: readonly FoundFile[],
  { greatest }: Contents,
  files: ArchiveFiles,
): Promise<readonly string[]> {
  const outputs: string[] = [];
  const batch = openBatch();
  for (const file of inputs) {
    const name = batchName(file.name);
    for (const row of await readRows(await wholeFile(file, files))) {
      if (greatest.get(row.id) === markOf(row.gen, name)) batch.add({ day, row });
    }
    if (batch.weight() >= ARCHIVE_LIMITS.batchChars) outputs.push(...(await batch.flush(files)));
  }
  outputs.push(...(await batch.flush(files)));
  return outputs;
}

/** `articles/day=2026-01-02/4f….parquet` //=> `4f…` */
function batchName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1, -'.parquet'.length);
}
