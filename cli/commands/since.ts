/** `wirefold since`: what has changed since a cursor or a moment, and the cursor for the next time. */
import { CursorError } from '../../shared/core/change-log.ts';
import { readInstant } from '../../shared/core/metadata-hints.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { heldBack } from '../../shared/core/released.ts';
import { findArticles, type QueryPorts } from '../../shared/pipeline/query.ts';
import { type Change, changesSince, cursorAt } from '../../shared/pipeline/query-changes.ts';
import { EXIT, type ExitCode, Stop } from '../exit.ts';
import type { Io } from '../io.ts';
import { marked } from '../output/held-back.ts';
import { type Column, tableLines } from '../output/table.ts';
import { safeJson } from '../output/visible.ts';
import { lineWriter } from '../output/writer.ts';

export interface SinceOptions {
  readonly limit: number;
  readonly json: boolean;
}

interface ToldChange extends Change {
  /** As it is now; null when it is gone. */
  readonly record: ArticleRecord | null;
}

const COLUMNS: readonly Column[] = [
  { title: 'Logged', max: 19 },
  { title: 'What', max: 7 },
  { title: 'Headline', max: 80, flexible: true },
  { title: 'Publisher', max: 22 },
  { title: 'Ver', max: 4 },
  { title: 'Id', max: 30 },
];

/** The store gives pages of at most this many. */
const PAGE = 100;

/** `from`: a cursor, a moment with its offset, or null for everything. */
export async function since(from: string | null, options: SinceOptions, ports: QueryPorts, io: Io): Promise<ExitCode> {
  const writer = lineWriter(io.stdout);
  const isTable = io.stdoutIsTerminal && !options.json;
  const rows: (readonly string[])[] = [];
  const now = io.now().toISOString();
  let cursor = await startOf(from, ports);
  for (let left = options.limit; left > 0; ) {
    const page = await changesSince(cursor, Math.min(PAGE, left), ports);
    for (const change of await withRecords(page.changes, ports)) {
      if (isTable) rows.push(rowOf(change, now));
      else if (!(await writer.line(safeJson(change)))) return EXIT.ok;
    }
    left -= page.changes.length;
    cursor = page.cursor;
    if (!page.more) break;
  }
  if (isTable) return showTable(rows, cursor ?? '', writer, io);
  await writer.line(safeJson({ cursor }));
  return EXIT.ok;
}

async function startOf(from: string | null, ports: QueryPorts): Promise<string | null> {
  const instant = from === null ? null : readInstant(from);
  if (from === null) return null;
  if (instant !== null) return cursorAt(instant, ports);
  try {
    await changesSince(from, 1, ports);
    return from;
  } catch (error) {
    if (!(error instanceof CursorError)) throw error;
    const hint = 'It is a cursor that this command printed, or a moment with its offset, such as 2026-01-02T00:00:00Z';
    throw new Stop(EXIT.usage, `"${from}" is no place in the change log. ${hint}`);
  }
}

async function withRecords(changes: readonly Change[], ports: QueryPorts): Promise<readonly ToldChange[]> {
  const ids = [...new Set(changes.filter(({ kind }) => kind === 'changed').map(({ articleId }) => articleId))];
  const records = new Map((await findArticles(ids, ports)).map((record) => [record.id, record]));
  return changes.map((change) => ({ ...change, record: records.get(change.articleId) ?? null }));
}

function rowOf({ at, kind, articleId, record }: ToldChange, now: string): readonly string[] {
  const headline = record === null ? '-' : marked(record.headline ?? '(no headline)', heldBack(record, now));
  const version = record === null ? '-' : String(record.version);
  return [at.slice(0, 19).replace('T', ' '), kind, headline, record?.publisher?.name ?? '-', version, articleId];
}

async function showTable(
  rows: readonly (readonly string[])[],
  cursor: string,
  writer: ReturnType<typeof lineWriter>,
  io: Io,
): Promise<ExitCode> {
  const lines = rows.length === 0 ? ['(nothing new)'] : tableLines(COLUMNS, rows, io.columns);
  for (const line of [...lines, `For what comes after this: wirefold since ${cursor}`]) await writer.line(line);
  return EXIT.ok;
}
