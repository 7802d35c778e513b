/** A store in memory with an archive beside it, for tests of the archive. */
import { readRows } from '../../../shared/core/archive/parquet.ts';
import type { ArchiveRow } from '../../../shared/core/archive/row.ts';
import type { ArchivePorts } from '../../../shared/pipeline/archive-ports.ts';
import { changesSince } from '../../../shared/pipeline/query-changes.ts';
import { lineReader } from '../../../shared/testing/line-reader.ts';
import { memoryFiles } from '../../../shared/testing/memory-files.ts';
import { memoryStore } from '../../../shared/testing/memory-store.ts';

export function anArchive(given: Partial<ArchivePorts> = {}) {
  const store = memoryStore(lineReader);
  const files = memoryFiles();
  const { table } = store;
  const ports: ArchivePorts = {
    ...{ table, bodies: store.bucket.bodies, files, now: () => Date.UTC(2026, 5, 1) },
    changes: (cursor, limit) => changesSince(cursor, limit, { table }),
    pacing: { pause: async () => {} },
    ...given,
  };
  const put = (key: string, headline: string, day: string, body = `Body of ${headline}.`) =>
    store.deliver(store.bucket.put(key, `${headline}\npublished: ${day}T08:00:00.000Z\n${body}`));
  return { store, files, ports, put };
}

export const never = () => false;

/** Rows of all files, by folder. */
export async function rowsOf(
  files: ReturnType<typeof memoryFiles>,
): Promise<readonly { readonly day: string; readonly row: ArchiveRow }[]> {
  const all: { day: string; row: ArchiveRow }[] = [];
  for (const [name, bytes] of files.contents) {
    const day = /day=([^/]+)/.exec(name)?.[1] ?? '';
    for (const row of await readRows(bytes)) all.push({ day, row });
  }
  return all;
}

/** `headline day` or `gone day` of each row, sorted. */
export async function told(files: ReturnType<typeof memoryFiles>): Promise<readonly string[]> {
  const rows = await rowsOf(files);
  return rows.map(({ day, row }) => `${row.gone ? 'gone' : row.cells['headline']} ${day}`).sort();
}
