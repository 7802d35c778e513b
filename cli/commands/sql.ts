/** `wirefold sql`: a question in SQL about all archived articles. Out: a table, or JSON Lines. Promise: it can only read. */
import { type Question, readOnlyProblem } from '../../shared/core/archive/sql.ts';
import { type SqlEngine, SqlError, type SqlValue } from '../../shared/pipeline/sql-engine.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import type { Io } from '../io.ts';
import { openOutput } from '../output/output.ts';

export interface SqlOptions {
  readonly limit: number;
  readonly json: boolean;
}

/** A cell of a table; longer text belongs into a program. */
const CELL_CHARS = 80;

export async function sql(text: string, options: SqlOptions, engine: SqlEngine, io: Io): Promise<ExitCode> {
  const problem = readOnlyProblem(text);
  if (problem !== null) throw new Stop(EXIT.usage, problem);
  return answer({ sql: text.trim().replace(/;$/, ''), parameters: [] }, options, engine, io);
}

export async function answer(question: Question, options: SqlOptions, engine: SqlEngine, io: Io): Promise<ExitCode> {
  const { columns, rows, more, scannedBytes } = await explained(() => engine.ask(question, options.limit));
  const titles = columns.map((title) => ({ title, max: CELL_CHARS, flexible: true }));
  const output = openOutput<NamedRow>(titles, (row) => Object.values(row).map(cellOf), options, io);
  for (const row of rows) if (!(await output.item(named(columns, row)))) return EXIT.ok;
  await output.end();
  if (more) io.stderr.write(`There are more rows than ${options.limit}; more of them with --max-items.\n`);
  if (scannedBytes !== null) io.stderr.write(`Athena read ${megabytes(scannedBytes)} MB.\n`);
  return EXIT.ok;
}

/** What is wrong with a question is told as the engine says it. */
export async function explained<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    throw new Stop(EXIT.someFailed, error.message, { cause: error });
  }
}

type NamedRow = Readonly<Record<string, SqlValue>>;

/** Columns that bear one name would hide one another: the later ones get a number. */
function named(columns: readonly string[], row: readonly SqlValue[]): NamedRow {
  const entries = columns.map((column, at) => {
    const before = columns.slice(0, at).filter((other) => other === column).length;
    return [before === 0 ? column : `${column}_${before + 1}`, row[at] ?? null] as const;
  });
  return Object.fromEntries(entries);
}

function cellOf(value: SqlValue): string {
  if (value === null) return '-';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const BYTES_IN_MB = 1_000_000;

function megabytes(bytes: number): string {
  return (bytes / BYTES_IN_MB).toFixed(1);
}
