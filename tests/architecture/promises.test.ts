/** The README's tables of promises and faults name tests: each of them must be there, and no row may name none. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
/** As many as the design lists. */
const FAULTS = 33;
/** Names that faults use for whole folders without saying so in code. */
const FOLDERS = ['simulation', 'pages'];

/** Rows of the table under a heading, as cells; the first two lines are its head. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const [, after = ''] = README.split(`${heading}\n`, 2);
  const lines = after.split('\n');
  const from = lines.findIndex((line) => line.startsWith('|'));
  const table = lines.slice(from);
  const end = table.findIndex((line) => !line.startsWith('|'));
  return table.slice(2, end).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** What a cell names in code, and folders that it names in passing. */
function namesIn(cell: string): readonly string[] {
  const inCode = [...cell.matchAll(/`([^`]{1,200})`/g)].map(([, name = '']) => name);
  // Types of ports are no tests.
  const tests = inCode.filter((name) => !/^[A-Z]/.test(name));
  return [...tests, ...FOLDERS.filter((folder) => new RegExp(`\\b${folder}\\b`).test(cell))];
}

/** A test, a folder of tests, or a script; `properties/order` is `tests/properties/order.test.ts`. */
function isThere(name: string): boolean {
  if (name.startsWith('npm run ')) return README.includes(name) && scripts().includes(name.slice('npm run '.length));
  const below = name.startsWith('tests/') ? name : `tests/${name}`;
  return [below, `${below}.test.ts`].some((file) => existsSync(path.join(ROOT, file)));
}

function scripts(): readonly string[] {
  const { scripts: all } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
  return Object.keys(all);
}

const missingIn = (rows: readonly (readonly string[])[]) =>
  rows.flatMap((row) => namesIn(row.at(-1) ?? '')).filter((name) => !isThere(name));

describe.each([
  ['## Promises, and the test that would fail', 30],
  ['### Faults, one by one', FAULTS],
] as const)('the table under "%s"', (heading, least) => {
  const rows = rowsUnder(heading);

  it('is found, and has its rows', () => {
    expect(rows.length).toBeGreaterThanOrEqual(least);
  });

  it('names a test in every row', () => {
    expect(rows.filter((row) => namesIn(row.at(-1) ?? '').length === 0).map(([what]) => what)).toEqual([]);
  });

  it('names only tests that are there', () => {
    expect(missingIn(rows)).toEqual([]);
  });
});
