/**
 * A table in text and the mark between its columns in, its records as cells out. Promise: quotes, line breaks in quotes and blanks before a
 * quote are read as spreadsheets and programs write them; a quote that is never closed harms its own record and no other.
 */

/** Marks between columns. */
export const DELIMITERS: readonly string[] = [',', ';', '\t', '|'];
/** Enough to see what a table looks like. */
const SHAPE = { chars: 65_536, records: 30, cells: 200, even: 3, evenInQuotes: 2 } as const;

/** What became of a record: its quotes end with the text, or nowhere before the next record. */
export type Flaw = 'cut' | 'unclosed';

export interface CsvRecord {
  readonly cells: readonly string[];
  readonly flaw: Flaw | null;
}

interface Cell {
  readonly cell: string;
  /** Place of the delimiter or line end behind the cell, or the end of the text. */
  readonly next: number;
  readonly flaw: Flaw | null;
}

/** `most`: one more than these is given. `columns`: cells beyond them have no name, and a line of commas has millions. */
export function recordsOf(text: string, delimiter: string, most: number, columns: number): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length && records.length <= most) {
    const { cell, next, flaw } = cellAt(text, at, delimiter);
    if (cells.length < columns) cells.push(cell);
    at = next + 1;
    if (text[next] === delimiter && at < text.length) continue;
    if (text[next] === '\r' && text[at] === '\n') at += 1;
    if (cells.some((value) => value !== '')) records.push({ cells, flaw });
    cells = [];
  }
  return records;
}

/**
 * Behind lines of one cell all records have as many cells as one another, and there are three of them at least, or two and quotes around a cell.
 * Prose may well have as many commas in each paragraph, with a blank behind each of them.
 */
export function hasEvenRows(head: string, delimiter: string): boolean {
  const text = head.slice(0, SHAPE.chars);
  const all = recordsOf(text, delimiter, SHAPE.records, SHAPE.cells);
  // The last one may go on behind the beginning.
  const whole = head.length > text.length ? all.slice(0, -1) : all;
  const first = whole.findIndex(({ cells }) => cells.length > 1);
  const rows = first < 0 ? [] : whole.slice(first);
  const width = rows[0]?.cells.length ?? 0;
  if (rows.some(({ cells }) => cells.length !== width)) return false;
  if (rows.every(({ cells }) => cells.slice(1).every((cell) => cell.startsWith(' ')))) return false;
  return rows.length >= (isQuoted(text, delimiter) ? SHAPE.evenInQuotes : SHAPE.even);
}

function isQuoted(text: string, delimiter: string): boolean {
  return [`${delimiter}"`, `"${delimiter}`].some((sign) => text.includes(sign));
}

function cellAt(text: string, from: number, delimiter: string): Cell {
  const open = pastBlanks(text, from, delimiter);
  const quoted = text[open] === '"' ? quotedCell(text, from, open, delimiter) : null;
  if (quoted !== null) return quoted;
  const next = endOf(text, from, delimiter);
  return { cell: text.slice(from, next), next, flaw: null };
}

/** Null where the quote at `open`, behind blanks, is one of the text. */
function quotedCell(text: string, from: number, open: number, delimiter: string): Cell | null {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  const isFirst = open === from;
  if (close < 0) return isFirst ? { cell: unquoted(text.slice(open + 1)), next: text.length, flaw: 'cut' } : null;
  const isClosed = isEnd(text, pastBlanks(text, close + 1, delimiter), delimiter);
  const line = isClosed ? -1 : lineOfNext(text, open, close, delimiter);
  if (line >= 0) return { cell: unquoted(text.slice(open + 1, line)), next: line, flaw: 'unclosed' };
  if (!isClosed && !isFirst) return null;
  const next = endOf(text, close + 1, delimiter);
  const inside = text.slice(open + 1, close);
  if (isClosed) return { cell: unquoted(inside), next, flaw: null };
  // Words in quotes at the beginning of a text; quotes around more than a line or a cell are the table's, and what is behind them is kept too.
  const isText = !inside.includes(delimiter) && !/[\r\n]/.test(inside);
  return { cell: isText ? text.slice(from, next) : unquoted(inside) + text.slice(close + 1, next), next, flaw: null };
}

/**
 * A quote that begins a cell of a later line, inside of what another one began: that one was never closed. Place of the line end before the later
 * record; -1 when it is no such quote.
 */
function lineOfNext(text: string, open: number, quote: number, delimiter: string): number {
  let at = quote - 1;
  while (at > open && text[at] !== delimiter && (text[at] === ' ' || text[at] === '\t')) at -= 1;
  if (!isEnd(text, at, delimiter)) return -1;
  while (at > open && text[at] !== '\n' && text[at] !== '\r') at -= 1;
  return at > open ? at : -1;
}

function unquoted(text: string): string {
  return text.replaceAll('""', '"');
}

function pastBlanks(text: string, from: number, delimiter: string): number {
  let at = from;
  while (text[at] !== delimiter && (text[at] === ' ' || text[at] === '\t')) at += 1;
  return at;
}

function isEnd(text: string, at: number, delimiter: string): boolean {
  const mark = text[at];
  return mark === undefined || mark === delimiter || mark === '\n' || mark === '\r';
}

function endOf(text: string, from: number, delimiter: string): number {
  let at = from;
  while (!isEnd(text, at, delimiter)) at += 1;
  return Math.min(at, text.length);
}
