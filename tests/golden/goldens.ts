/**
 * What is written down of readings, beside what comes out now. In: the files of tests/pages and of tables/. Out: for each the text that
 * stands there and the one that would. Who writes them anew: `npm run golden`; who reads them: whoever reads the difference.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDocument } from '../../shared/core/article.ts';
import { NO_HINTS, NO_PROFILE } from '../../shared/core/document.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { PAGE_TABLES } from './page-tables.ts';
import { READ_TABLES } from './read-tables.ts';
import { readingText } from './reading-text.ts';
import { parseTable, resultOf, tableText } from './table.ts';

export interface Golden {
  readonly name: string;
  /** From the root of the repository. */
  readonly file: string;
  /** What stands in the file; empty when there is none yet. */
  readonly written: () => string;
  readonly now: () => string;
}

const HERE = import.meta.dirname;
const PAGES = path.join(HERE, '../pages');
const TABLES = path.join(HERE, 'tables');

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function golden(name: string, file: string, now: () => string): Golden {
  return { name, file: path.relative(path.join(HERE, '../..'), file), written: () => textOf(file), now };
}

export const PAGE_GOLDENS: readonly Golden[] = readdirSync(PAGES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => golden(name, path.join(PAGES, name, 'reading.txt'), () => pageText(path.join(PAGES, name))));

function pageText(folder: string): string {
  const [source = ''] = readdirSync(folder).filter((name) => name.startsWith('source.'));
  const file = path.join(folder, source);
  const document = openDocument(readFileSync(file), { contentType: null, contentEncoding: null, name: file });
  return readingText(readDocument(document, NO_HINTS, NO_PROFILE));
}

export const TABLE_GOLDENS: readonly Golden[] = Object.entries({ ...READ_TABLES, ...PAGE_TABLES }).map(
  ([name, read]) => {
    const file = path.join(TABLES, `${name}.txt`);
    return golden(name, file, () =>
      tableText(parseTable(textOf(file)).map((one) => ({ ...one, result: resultOf(read, one.input) }))),
    );
  },
);

/** One document or example each: what bench/mutants/readings.ts judges by. */
export const SINGLE_READINGS: readonly { readonly name: string; readonly now: () => string }[] = [
  ...PAGE_GOLDENS.map(({ name, now }) => ({ name: `page ${name}`, now })),
  ...Object.entries({ ...READ_TABLES, ...PAGE_TABLES }).flatMap(([table, read]) =>
    parseTable(textOf(path.join(TABLES, `${table}.txt`))).map(({ input }, at) => ({
      name: `${table} ${at}`,
      now: () => resultOf(read, input),
    })),
  ),
];
