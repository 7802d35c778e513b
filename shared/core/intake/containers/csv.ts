/**
 * A table in text in, its rows by the names of its columns out. Promise: quotes, line breaks in quotes, commas, semicolons, tabs and bars are
 * read as spreadsheets write them; a table whose first line names no text is none.
 */

import type { Mapping } from '../formats/mapping.ts';
import { isTrafilatura, TRAFILATURA } from './trafilatura-rows.ts';

export interface CsvRow {
  /** Name of each column in the common spelling, to the cell. */
  readonly cells: Readonly<Record<string, string>>;
  /** The file ended inside of quotes. */
  readonly isCut: boolean;
}

/** Names of columns, folded, to the names by which an article's parts are known. */
const COLUMNS: Readonly<Record<string, string>> = {
  title: 'title',
  headline: 'title',
  text: 'text',
  body: 'text',
  content: 'text',
  article: 'text',
  maintext: 'text',
  articlebody: 'text',
  plaintext: 'text',
  url: 'url',
  link: 'url',
  date: 'published',
  published: 'published',
  publisheddate: 'published',
  publishdate: 'published',
  datepublished: 'published',
  datepublish: 'published',
  modified: 'modified',
  datemodified: 'modified',
  author: 'author',
  authors: 'author',
  byline: 'author',
  publisher: 'publisher',
  source: 'publisher',
  outlet: 'publisher',
  language: 'language',
  lang: 'language',
  section: 'section',
  category: 'section',
  keywords: 'keywords',
  tags: 'keywords',
  description: 'description',
  summary: 'description',
  deck: 'description',
  capturedat: 'capturedAt',
};

const DELIMITERS: readonly string[] = [',', ';', '\t', '|'];
/** Excel's word on the mark between columns, above the names. */
const SAID = /^\ufeff?"?sep=([,;\t|])"?\r?\n/i;
/** The first row of a table without names, its text included, ends before. */
const FIRST_ROW_CHARS = 262_144;
/** A first line that is longer names no columns. */
const HEADER_CHARS = 8_192;

/** Null when the first line does not name a title and a text, in words of its own or as the mapping has them, and no tool writes such rows without. */
export function csvRows(given: string, most: number, mapping: Mapping | null = null): readonly CsvRow[] | null {
  const said = SAID.exec(given.slice(0, HEADER_CHARS));
  const text = said === null ? given : given.slice(said[0].length);
  const header = text.slice(0, HEADER_CHARS).split(/[\r\n]/, 1)[0] ?? '';
  const marks = said?.[1] === undefined ? DELIMITERS : [said[1]];
  const found =
    (mapping === null ? undefined : headed(header, marks, (name) => name.trim(), mapping)) ??
    headed(header, marks, commonName, { headline: ['title'], text: ['text'] });
  if (found === undefined) return rowsWithoutNames(text, most);
  const rows = recordsOf(text, found.delimiter, most + 1, found.names.length).slice(1);
  return rows.map(({ cells, isCut }) => ({ cells: named(found.names, cells), isCut }));
}

function rowsWithoutNames(text: string, most: number): readonly CsvRow[] | null {
  const { delimiter, names, empty } = TRAFILATURA;
  const [first] = recordsOf(text.slice(0, FIRST_ROW_CHARS), delimiter, 1, names.length + 1);
  if (first === undefined || !isTrafilatura(first.cells)) return null;
  const rows = recordsOf(text, delimiter, most, names.length);
  const told = (cells: readonly string[]) => cells.map((cell) => (cell === empty ? '' : cell));
  return rows.map(({ cells, isCut }) => ({ cells: named(names, told(cells)), isCut }));
}

/** The mark between columns by which the first line names both, and all its names; undefined when there is none. */
function headed(
  header: string,
  marks: readonly string[],
  named: (name: string) => string,
  { headline, text }: Pick<Mapping, 'headline' | 'text'>,
) {
  return marks
    .map((delimiter) => {
      const [first] = recordsOf(header, delimiter, 1, HEADER_CHARS);
      return { delimiter, names: (first?.cells ?? []).map(named) };
    })
    .find(({ names }) => [headline, text].every((places) => places.some((place) => names.includes(place))));
}

function commonName(name: string): string {
  return COLUMNS[name.toLowerCase().replace(/[^a-z]/g, '')] ?? '';
}

function named(names: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  const entries = names.flatMap((name, at) => {
    const cell = cells[at]?.trim() ?? '';
    return name === '' || cell === '' ? [] : [[name, cell] as const];
  });
  // Where two columns mean the same, the first counts.
  return Object.fromEntries(entries.reverse());
}

interface CsvRecord {
  readonly cells: readonly string[];
  readonly isCut: boolean;
}

/** `columns`: cells beyond them have no name, and a line of commas has millions. */
function recordsOf(text: string, delimiter: string, most: number, columns: number): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length && records.length <= most) {
    const { cell, next, isCut } = cellAt(text, at, delimiter);
    if (cells.length < columns) cells.push(cell);
    at = next + 1;
    if (text[next] === delimiter) {
      if (at < text.length) continue;
    }
    if (text[next] === '\r' && text[at] === '\n') at += 1;
    if (cells.some((value) => value !== '')) records.push({ cells, isCut });
    cells = [];
  }
  return records;
}

/** `next`: place of the delimiter or line end behind the cell, or the end of the text. */
function cellAt(text: string, from: number, delimiter: string) {
  if (text[from] !== '"') {
    const next = endOf(text, from, delimiter);
    return { cell: text.slice(from, next), next, isCut: false };
  }
  let close = text.indexOf('"', from + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  const end = close < 0 ? text.length : close;
  const cell = text.slice(from + 1, end).replaceAll('""', '"');
  return { cell, next: endOf(text, Math.min(end + 1, text.length), delimiter), isCut: close < 0 };
}

function endOf(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === delimiter || mark === '\n' || mark === '\r') return at;
  }
  return text.length;
}
