/**
 * What is asked of the archive, in SQL that both Athena (Trino) and DuckDB understand. In: bounds. Out: text, with a question mark
 * wherever something that a person typed goes. Promise: nothing typed becomes part of the text.
 */

import type { DayRange } from '../day-range.ts';
import { ARCHIVE_COLUMNS, DAY_COLUMN } from './columns.ts';
import { firstDayOf } from './day.ts';
import { foldedPhrase } from './search-text.ts';

/** All rows of all files. */
export const ROWS_TABLE = 'article_rows';
/** What holds now, one row an article. */
export const ARTICLES_VIEW = 'articles';

/** Columns of the view: those that say how rows supersede one another have no meaning there. */
export const VIEW_COLUMNS: readonly string[] = [
  DAY_COLUMN,
  ...ARCHIVE_COLUMNS.map(({ name }) => name).filter((name) => name !== 'mark' && name !== 'gone'),
];

/**
 * The row with the greatest mark of each article in each partition, unless it says that the article is gone. A join and not a window:
 * only ids and marks are compared, and a bound on `day` reaches both sides. Withheld and embargoed articles never come out of the view; the rows have them.
 */
export const VIEW_SQL = `SELECT ${VIEW_COLUMNS.map((name) => `r.${name}`).join(', ')}
FROM ${ROWS_TABLE} r
JOIN (SELECT ${DAY_COLUMN}, id, max(mark) AS mark FROM ${ROWS_TABLE} GROUP BY ${DAY_COLUMN}, id) n
  ON r.${DAY_COLUMN} = n.${DAY_COLUMN} AND r.id = n.id AND r.mark = n.mark
WHERE NOT r.gone AND r.status = 'usable'
  AND (r.embargoed_utc IS NULL OR r.embargoed_utc <= CAST(current_timestamp AS timestamp))`;

/** A query and what stands for its question marks, in order. All of them are text. */
export interface Question {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** One outlet as the rows spell it; of an outlet that they do not know, none. */
export interface OutletSpellings {
  readonly publishers: readonly string[];
  readonly domains: readonly string[];
}

/** Who published what on these days: rows and not what holds now, since two narrow columns are all that is read. */
export function outletsQuestion({ from, to }: DayRange): Question {
  const bounds = [
    ...(from === null ? [] : [[`${DAY_COLUMN} >= ?`, firstDayOf(from)] as const]),
    ...(to === null ? [] : [[`${DAY_COLUMN} <= ?`, firstDayOf(to)] as const]),
  ];
  const where = bounds.length === 0 ? '' : ` WHERE ${bounds.map(([text]) => text).join(' AND ')}`;
  const sql = `SELECT DISTINCT publisher, domain FROM ${ROWS_TABLE}${where}`;
  return { sql, parameters: bounds.map(([, value]) => value) };
}

export interface Search {
  readonly phrase: string;
  /** First and last day, `2026-01-02`; null: no bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** Null: any. */
  readonly outlet: OutletSpellings | null;
  readonly limit: number;
}

/** Characters before the phrase, and in all, that are shown of the text around it. */
const BEFORE = 60;
const SHOWN = 200;

/** Newest first. A phrase of blanks only finds nothing. */
export function searchQuestion({ phrase, from, to, outlet, limit }: Search): Question {
  const wanted = foldedPhrase(phrase);
  const conditions: readonly (readonly [string, ...string[]])[] = [
    ['strpos(search_text, ?) > 0', wanted],
    ...(from === null
      ? []
      : [
          [`${DAY_COLUMN} >= ?`, firstDayOf(from)] as const,
          ['sort_utc >= CAST(? AS timestamp)', `${from} 00:00:00`] as const,
        ]),
    ...(to === null
      ? []
      : [
          [`${DAY_COLUMN} <= ?`, firstDayOf(to)] as const,
          ['sort_utc <= CAST(? AS timestamp)', `${to} 23:59:59.999`] as const,
        ]),
    ...(outlet === null ? [] : [outletCondition(outlet)]),
  ];
  const sql = `SELECT sort_utc, publisher, headline, id, url,
  substr(search_text, greatest(1, strpos(search_text, ?) - ${BEFORE}), ${SHOWN}) AS passage
FROM ${ARTICLES_VIEW}
WHERE ${conditions.map(([text]) => text).join('\n  AND ')}
ORDER BY sort_utc DESC, id
LIMIT ${Math.trunc(limit)}`;
  return { sql, parameters: [wanted, ...conditions.flatMap(([, ...values]) => values)] };
}

function outletCondition({ publishers, domains }: OutletSpellings): readonly [string, ...string[]] {
  const named = [
    ...(publishers.length === 0 ? [] : [`publisher IN (${marksFor(publishers)})`]),
    ...(domains.length === 0 ? [] : [`domain IN (${marksFor(domains)})`]),
  ];
  return named.length === 0 ? ['FALSE'] : [`(${named.join(' OR ')})`, ...publishers, ...domains];
}

function marksFor(values: readonly string[]): string {
  return values.map(() => '?').join(', ');
}

/** Statements that can only read. Others are refused before anybody runs them. */
const READING: readonly string[] = ['select', 'with', 'values', 'from', 'describe', 'show'];
const FIRST_WORD = /^[\s(]*([A-Za-z]+)/;

/** What is wrong with a statement that a person typed; null: nothing that shows so early. */
export function readOnlyProblem(sql: string): string | null {
  const word = FIRST_WORD.exec(sql)?.[1]?.toLowerCase();
  if (word === undefined) return 'That is no SQL statement. For example: select count(*) from articles';
  return READING.includes(word)
    ? null
    : `Only reading is allowed: ${word.toUpperCase()} is refused. Begin with SELECT or WITH`;
}

/** Athena takes parameters as literals: `it's` //=> `'it''s'` */
export function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
