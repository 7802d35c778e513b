/**
 * A table in text in, its rows by the names of its columns out. Promise: commas, semicolons, tabs and bars are read as spreadsheets write them, and
 * comments and blank lines above the names are none of it; a table of which no line names a title and a text is none.
 */
import { fold } from '../../read/fold.ts';
import { type ColumnNames, ENGLISH_COLUMNS, OTHER_COLUMNS } from '../../tables/column-names.ts';
import type { Mapping } from '../formats/mapping.ts';
import { type CsvRecord, DELIMITERS, type Flaw, recordsOf } from './csv-records.ts';
import { isTrafilatura, TRAFILATURA } from './trafilatura-rows.ts';

export interface CsvRow {
  /** Name of each column in the common spelling, to the cell. */
  readonly cells: Readonly<Record<string, string>>;
  /** Quotes that end with the file, or nowhere before the next row. */
  readonly flaw: Flaw | null;
}

const ENGLISH = namesOf(ENGLISH_COLUMNS);
const OTHERS = new Map(Object.values(OTHER_COLUMNS).flatMap((names) => [...namesOf(names)]));

/** Excel's word on the mark between columns, above the names. */
const SAID = /^\ufeff?"?sep=([,;\t|])"?\r?\n/i;
/** The first row of a table without names, its text included, ends before. */
const FIRST_ROW_CHARS = 262_144;
/** A first line that is longer names no columns. */
const HEADER_CHARS = 8_192;

/** Lines above the names that are passed by: blank ones, `;;;`, and comments. */
const LINES_ABOVE = 20;
const NO_NAMES = /^\ufeff?(?:#|[\s,;|"]*$)/;

/** Null when no line names a title and a text, in words of its own or as the mapping has them, and no tool writes such rows without. */
export function csvRows(given: string, most: number, mapping: Mapping | null = null): readonly CsvRow[] | null {
  const said = SAID.exec(given.slice(0, HEADER_CHARS));
  const text = said === null ? given : given.slice(said[0].length);
  const found = header(text, said?.[1] === undefined ? DELIMITERS : [said[1]], mapping);
  if (found === null) return rowsWithoutNames(text, most);
  const { names, delimiter, at } = found;
  return recordsOf(text.slice(at), delimiter, most + 1, names.length)
    .slice(1)
    .map((record) => rowOf(record, names));
}

function rowOf({ cells, flaw }: CsvRecord, names: readonly string[]): CsvRow {
  return { cells: named(names, cells), flaw };
}

function rowsWithoutNames(text: string, most: number): readonly CsvRow[] | null {
  const { delimiter, names, empty } = TRAFILATURA;
  const [first] = recordsOf(text.slice(0, FIRST_ROW_CHARS), delimiter, 1, names.length + 1);
  if (first === undefined || !isTrafilatura(first.cells)) return null;
  const told = (cells: readonly string[]) => cells.map((cell) => (cell === empty ? '' : cell));
  return recordsOf(text, delimiter, most, names.length).map(({ cells, flaw }) =>
    rowOf({ cells: told(cells), flaw }, names),
  );
}

/** The first line that names both, where it begins, and all its names; null when there is none. */
function header(text: string, marks: readonly string[], mapping: Mapping | null) {
  let at = 0;
  for (let lines = 0; lines <= LINES_ABOVE && at < text.length; lines += 1) {
    const line = text.slice(at, at + HEADER_CHARS).split(/[\r\n]/, 1)[0] ?? '';
    const found =
      (mapping === null ? undefined : headed(line, marks, ownNames, mapping)) ??
      headed(line, marks, commonNames, COMMON);
    if (found !== undefined) return at === 0 || hasRows(text.slice(at), found) ? { ...found, at } : null;
    if (!NO_NAMES.test(line)) return null;
    at += line.length + 1;
  }
  return null;
}

/** So many rows show what stands below names that stand below something else. */
const SHOWN_ROWS = 6;
const RULE = /^[\s:|-]+$/;

/** Below a heading of a text, names in it and tables of Markdown are parts of that text: its lines are no rows. A row may end before its last cells. */
function hasRows(
  text: string,
  { delimiter, names }: { readonly delimiter: string; readonly names: readonly string[] },
) {
  if (/^(?:\||\t| {4})/.test(text)) return false;
  const [head, ...shown] = recordsOf(text.slice(0, FIRST_ROW_CHARS), delimiter, SHOWN_ROWS, names.length + 2);
  if (head?.cells.slice(1).every((cell) => cell.startsWith(' ')) === true) return false;
  // The last one may go on behind what is shown; whoever reads the rows says what is wrong with one.
  const rows = text.length > FIRST_ROW_CHARS && shown.length > 1 ? shown.slice(0, -1) : shown;
  return rows.length > 0 && rows.every(({ cells, flaw }) => flaw !== null || isRow(withoutEnd(cells), names.length));
}

/** Without empty cells at the end, but for the first. */
function withoutEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, Math.max(1, last + 1));
}

/** In prose a blank stands behind each comma. */
function isRow(cells: readonly string[], columns: number): boolean {
  if (cells.length > columns || RULE.test(cells.join('|'))) return false;
  return cells.length === columns || (cells.length > 1 && !cells.slice(1).every((cell) => cell.startsWith(' ')));
}

const COMMON = { headline: ['title'], text: ['text'] };

/** The mark between columns by which a line names both, and all its names; undefined when there is none. */
function headed(
  line: string,
  marks: readonly string[],
  named: (cells: readonly string[]) => readonly string[],
  { headline, text }: Pick<Mapping, 'headline' | 'text'>,
) {
  return marks
    .map((delimiter) => ({ delimiter, names: named(recordsOf(line, delimiter, 1, HEADER_CHARS)[0]?.cells ?? []) }))
    .find(({ names }) => [headline, text].every((places) => places.some((place) => names.includes(place))));
}

function ownNames(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => cell.trim());
}

function commonNames(cells: readonly string[]): readonly string[] {
  const bare = cells.map(bareName);
  const english = new Set(bare.map((name) => ENGLISH.get(name)));
  return bare.map((name) => {
    const other = OTHERS.get(name);
    return ENGLISH.get(name) ?? (other === undefined || english.has(other) ? '' : other);
  });
}

function namesOf(columns: ColumnNames): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(columns).flatMap(([part, names]) =>
      names.split(', ').map((name) => [bareName(name), part] as const),
    ),
  );
}

/** `Texte intégral` //=> `texteintegral` */
function bareName(name: string): string {
  return fold(name).replace(/[^\p{L}]/gu, '');
}

function named(names: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  const entries = names.flatMap((name, at) => {
    const cell = cells[at]?.trim() ?? '';
    return name === '' || cell === '' ? [] : [[name, cell] as const];
  });
  // Where two columns mean the same, the first counts.
  return Object.fromEntries(entries.reverse());
}
