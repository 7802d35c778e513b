/** The archive, asked by a program. In: a phrase, or SQL. Out: rows by their columns' names. Promise: it can only read; opened with the first question. */
import type { OpenArchive } from '../archive/open.ts';
import { readOnlyProblem, searchQuestion } from '../core/archive/sql.ts';
import { daysAsked } from '../core/day-range.ts';
import { firstMissing } from '../pipeline/archive-lag.ts';
import { outletInArchive } from '../pipeline/archive-outlets.ts';
import { type SqlAnswer, SqlError, type SqlValue } from '../pipeline/sql-engine.ts';

export type ArchiveRow = Readonly<Record<string, SqlValue>>;

export interface ArchiveAnswer {
  readonly rows: readonly ArchiveRow[];
  /** There are more rows than were asked for. */
  readonly more: boolean;
  /** What Athena bills the answer by; null on a local run. */
  readonly scannedBytes: number | null;
}

export interface SearchAnswer extends ArchiveAnswer {
  /** ISO 8601 instant: changes since then are not in the archive yet; null when all are. */
  readonly behindSince: string | null;
}

/** Days are of the sort date, in UTC: `2026-01-02`. */
export interface SearchWanted {
  readonly day?: string;
  readonly month?: string;
  readonly from?: string;
  readonly to?: string;
  /** Its name or host name, in any case. */
  readonly outlet?: string;
  /** 50 if not given. */
  readonly limit?: number;
}

export interface AskedArchive {
  search(phrase: string, wanted?: SearchWanted): Promise<SearchAnswer>;
  sql(statement: string, limit?: number): Promise<ArchiveAnswer>;
  close(): Promise<void>;
}

const SEARCHED = 50;
const ROWS = 1_000;

export function askedArchive(open: () => Promise<OpenArchive>): AskedArchive {
  let opened: Promise<OpenArchive> | null = null;
  const archive = () => {
    opened ??= open();
    return opened;
  };
  return {
    search: async (phrase, wanted = {}) => search(phrase, wanted, await archive()),
    async sql(statement, limit = ROWS) {
      const problem = readOnlyProblem(statement);
      if (problem !== null) throw new SqlError(problem);
      const { engine } = await archive();
      return named(await engine.ask({ sql: statement.trim().replace(/;$/, ''), parameters: [] }, limit), 0);
    },
    async close() {
      const last = await opened?.catch(() => null);
      opened = null;
      last?.engine.close();
    },
  };
}

async function search(phrase: string, wanted: SearchWanted, { engine, ports }: OpenArchive): Promise<SearchAnswer> {
  const { outlet, limit = SEARCHED, ...days } = wanted;
  const range = daysAsked(days);
  const found = outlet === undefined ? null : await outletInArchive(outlet, range, engine);
  // One more than is given, so that it can be said that there are more.
  const question = searchQuestion({ phrase, ...range, outlet: found?.spellings ?? null, limit: limit + 1 });
  const answered = named(await engine.ask(question, limit), found?.scannedBytes ?? 0);
  return { ...answered, behindSince: (await firstMissing(ports))?.at ?? null };
}

/** Columns that bear one name would hide one another: the last one is given. */
function named({ columns, rows, more, scannedBytes }: SqlAnswer, before: number): ArchiveAnswer {
  return {
    rows: rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))),
    more,
    scannedBytes: scannedBytes === null ? null : scannedBytes + before,
  };
}
