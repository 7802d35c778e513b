/** Rows until there are enough for files. In: rows. Out: one file for each partition. Promise: one row of an article in a file, the latest. */
import { fileName } from '../core/archive/day.ts';
import { encodeRows } from '../core/archive/parquet.ts';
import { type ArchiveRow, batchOf, type PlacedRow, weightOf } from '../core/archive/row.ts';
import type { ArchiveFiles } from './archive-ports.ts';

export interface Batch {
  add(placed: PlacedRow): void;
  /** Characters in memory, roughly. */
  weight(): number;
  /** Writes all rows and forgets them; gives the names of the files. */
  flush(files: ArchiveFiles): Promise<readonly string[]>;
}

export function openBatch(): Batch {
  const days = new Map<string, Map<string, ArchiveRow>>();
  let weight = 0;
  return {
    add({ day, row }) {
      const rows = days.get(day) ?? new Map<string, ArchiveRow>();
      const known = rows.get(row.id);
      if (known !== undefined && known.gen > row.gen) return;
      weight += weightOf(row) - (known === undefined ? 0 : weightOf(known));
      days.set(day, rows.set(row.id, row));
    },
    weight: () => weight,
    async flush(files) {
      const names: string[] = [];
      for (const [day, rows] of days) names.push(await writeFile(day, [...rows.values()], files));
      days.clear();
      weight = 0;
      return names;
    },
  };
}

/** In the order of their ids, so that the same rows make the same file whoever brings them together. */
export async function writeFile(day: string, rows: readonly ArchiveRow[], files: ArchiveFiles): Promise<string> {
  const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const batch = batchOf(sorted);
  const name = fileName(day, batch);
  await files.put(name, encodeRows(sorted, batch));
  return name;
}
