/** An archive of a few rows, written as files and asked through DuckDB; gone when the tests of the file that imports it are. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { duckDbEngine } from '../../../shared/archive/duckdb.ts';
import { copyArchive } from '../../../shared/archive/local-copy.ts';
import { fileName } from '../../../shared/core/archive/day.ts';
import { encodeRows } from '../../../shared/core/archive/parquet.ts';
import type { ArchiveRow } from '../../../shared/core/archive/row.ts';
import { type Search, searchQuestion } from '../../../shared/core/archive/sql.ts';
import type { SqlEngine } from '../../../shared/pipeline/sql-engine.ts';
import { memoryFiles } from '../../../shared/testing/memory-files.ts';

export const folders: string[] = [];
export const engines: SqlEngine[] = [];
afterAll(() => {
  for (const engine of engines) engine.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Cells = ArchiveRow['cells'];

export function row(id: string, gen: number, utc: string, text: string, more: Cells = {}): ArchiveRow {
  const cells = { status: 'usable', headline: text, search_text: text.toLowerCase(), sort_utc: new Date(utc), ...more };
  return { id, gone: false, gen, cells };
}

/** Files by day: `[day, rows]`, in the order of their names. */
export async function asked(...contents: readonly (readonly [string, readonly ArchiveRow[]])[]): Promise<SqlEngine> {
  const files = memoryFiles();
  for (const [at, [day, rows]] of contents.entries()) {
    const batch = String(at).padStart(26, '0');
    await files.put(fileName(day, batch), encodeRows(rows, batch));
  }
  const folder = mkdtempSync(join(tmpdir(), "wirefold-it's-"));
  folders.push(folder);
  const engine = await duckDbEngine(folder, await copyArchive(files, folder));
  engines.push(engine);
  return engine;
}

export async function rowsFor(sql: string, engine: SqlEngine): Promise<readonly unknown[]> {
  return (await engine.ask({ sql, parameters: [] }, 100)).rows;
}

export async function headlines(search: Partial<Search>, engine: SqlEngine): Promise<readonly unknown[]> {
  const question = searchQuestion({ phrase: '', from: null, to: null, outlet: null, limit: 10, ...search });
  return (await engine.ask(question, 10)).rows.map((found) => found[2]);
}

export const D1 = '2026-01-01';
export const D2 = '2026-01-02';
export const at = (day: string) => `${day}T08:00:00.000Z`;
