/** Statements that a person types: reading only, of the archive's files only, and never more rows than asked for. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duckDbEngine } from '../../../shared/archive/duckdb.ts';
import { copyArchive } from '../../../shared/archive/local-copy.ts';
import { fileName } from '../../../shared/core/archive/day.ts';
import { encodeRows } from '../../../shared/core/archive/parquet.ts';
import { readOnlyProblem, textLiteral } from '../../../shared/core/archive/sql.ts';
import { memoryFiles } from '../../../shared/testing/memory-files.ts';

import { asked, at, D1, engines, folders, row, rowsFor } from './asked.ts';

describe('a statement that a person types', () => {
  it.each([
    "copy articles to '/tmp/wirefold-stolen.csv'",
    'drop view articles',
    'create table t (a int)',
    "attach '/tmp/x.db'",
    'set enable_external_access = true',
    'install httpfs',
    'explain analyze select 1',
    'select 1; select 2',
    '',
  ])('%s is refused', async (sql) => {
    const engine = await asked();
    const early = readOnlyProblem(sql);
    if (early === null) await expect(rowsFor(sql, engine)).rejects.toThrow();
    else expect(early).toMatch(/Only reading|no SQL/);
    // The engine refuses what only its first word lets through, and what nobody looked at.
    await expect(rowsFor(sql, engine)).rejects.toThrow();
  });

  it.each([
    "select * from read_text('/etc/hosts')",
    "select * from glob('/*')",
    "from '/etc/hosts'",
    "select * from read_csv('/etc/hosts')",
  ])('%s reads no other file', async (sql) => {
    const engine = await asked([D1, [row('a', 1, at(D1), 'x')]]);
    await expect(rowsFor(sql, engine)).rejects.toThrow();
  });

  it('that only tells of the engine is refused by its first word', () => {
    for (const sql of ['pragma database_list', 'PRAGMA version', 'call x()'])
      expect(readOnlyProblem(sql)).toMatch(/Only reading/);
  });

  it('may count, join and nest', async () => {
    const engine = await asked([D1, [row('a', 1, at(D1), 'x')]]);
    const sql = 'with n as (select id from articles) select count(*) from n join articles using (id)';
    expect(readOnlyProblem(sql)).toBeNull();
    expect(await rowsFor(sql, engine)).toEqual([[1]]);
  });

  it('is told in words what is wrong with it', async () => {
    await expect(rowsFor('select headlin from articles', await asked())).rejects.toThrow(/headlin/);
  });

  it('gives no more rows than asked for, and says that there are more', async () => {
    const engine = await asked([D1, [row('a', 1, at(D1), 'x'), row('b', 1, at(D1), 'y')]]);
    expect(await engine.ask({ sql: 'select id from articles', parameters: [] }, 1)).toMatchObject({ more: true });
    expect(await engine.ask({ sql: 'select id from articles', parameters: [] }, 2)).toMatchObject({ more: false });
  });
});

describe('a text as a literal', () => {
  it('stays one text', async () => {
    const engine = await asked();
    for (const text of ["it's", "''", "'; drop table x; --", '\\', '?'])
      expect(await rowsFor(`select ${textLiteral(text)}`, engine)).toEqual([[text]]);
  });
});

describe('the copy of the files', () => {
  it('follows the bucket: what is taken down there is gone here', async () => {
    const files = memoryFiles();
    const folder = mkdtempSync(join(tmpdir(), 'wirefold-copy-'));
    folders.push(folder);
    const put = (batch: string, id: string) => {
      const rows = [row(id, 1, at(D1), id)];
      return files.put(fileName(D1, batch), encodeRows(rows, batch));
    };
    await put('a'.repeat(26), 'kept');
    await put('b'.repeat(26), 'purged');
    await copyArchive(files, folder);
    await files.remove(fileName(D1, 'b'.repeat(26)));
    const engine = await duckDbEngine(folder, await copyArchive(files, folder));
    engines.push(engine);
    expect(await rowsFor('select id from articles', engine)).toEqual([['kept']]);
  });
});
