/**
 * DuckDB over a folder of archive files. Promise: it reads these files and no others, writes nothing, and asks no network; a
 * question is one statement that selects.
 */
import type { DuckDBConnection, DuckDBResultReader } from '@duckdb/node-api';
import { ARCHIVE_COLUMNS, type ColumnType, DAY_COLUMN } from '../core/archive/columns.ts';
import { instantText } from '../core/archive/instant.ts';
import { ARTICLES_VIEW, ROWS_TABLE, textLiteral, VIEW_SQL } from '../core/archive/sql.ts';
import { type SqlEngine, SqlError, type SqlValue } from '../pipeline/sql-engine.ts';
import { ArchiveError } from './archive-error.ts';

/** Tested with this one; the command asks for it by name. */
const VERSION = '1.5.5-r.5';
/** What a question may hold in memory before it goes to the disk. */
const MEMORY = '2GB';

type DuckDb = typeof import('@duckdb/node-api');

/** `hasFiles`: an archive without any is a table without rows. */
export async function duckDbEngine(folder: string, hasFiles: boolean): Promise<SqlEngine> {
  const duckdb = await loaded();
  const instance = await duckdb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const statement of opening(folder, hasFiles)) await connection.run(statement);
  return {
    ask: (question, mostRows) => ask(question, mostRows, connection, duckdb),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function loaded(): Promise<DuckDb> {
  try {
    return await import('@duckdb/node-api');
  } catch (cause) {
    const how = `npm install --no-save @duckdb/node-api@${VERSION}`;
    throw new ArchiveError(
      'archive.no-engine',
      `Asking a local archive needs DuckDB (70 MB). Install it with: ${how}`,
      { cause },
    );
  }
}

/** Locked last: from then on nobody can open what was closed before. */
function opening(folder: string, hasFiles: boolean): readonly string[] {
  const types: Readonly<Record<ColumnType, string>> = {
    ...{ text: 'VARCHAR', texts: 'VARCHAR[]', whole: 'INTEGER', instant: 'TIMESTAMP', flag: 'BOOLEAN' },
  };
  const columns = [...ARCHIVE_COLUMNS.map(({ name, type }) => `${name} ${types[type]}`), `${DAY_COLUMN} VARCHAR`];
  const files = textLiteral(`${folder}/articles/day=*/*.parquet`);
  const read = `read_parquet(${files}, hive_partitioning = true, hive_types_autocast = false, union_by_name = true)`;
  return [
    "SET TimeZone = 'UTC'",
    // Files never change: their footers need not be read with each question.
    'SET parquet_metadata_cache = true',
    `SET memory_limit = '${MEMORY}'`,
    `SET temp_directory = ${textLiteral(`${folder}/tmp`)}`,
    `SET allowed_directories = [${textLiteral(`${folder}/`)}]`,
    hasFiles
      ? `CREATE VIEW ${ROWS_TABLE} AS SELECT * FROM ${read}`
      : `CREATE TABLE ${ROWS_TABLE} (${columns.join(', ')})`,
    `CREATE VIEW ${ARTICLES_VIEW} AS ${VIEW_SQL}`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ];
}

async function ask(
  { sql, parameters }: Parameters<SqlEngine['ask']>[0],
  mostRows: number,
  connection: DuckDBConnection,
  { StatementType, DuckDBTypeId }: DuckDb,
): ReturnType<SqlEngine['ask']> {
  try {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) throw new SqlError('One statement at a time, please.');
    const prepared = await statements.prepare(0);
    if (prepared.statementType !== StatementType.SELECT) throw new SqlError('Only reading is allowed.');
    for (const [at, value] of parameters.entries()) prepared.bindVarchar(at + 1, value);
    const reader = await prepared.streamAndReadUntil(mostRows + 1);
    const numbers = [DuckDBTypeId.BIGINT, DuckDBTypeId.HUGEINT, DuckDBTypeId.DECIMAL];
    const rows = rowsOf(reader, numbers, [DuckDBTypeId.TIMESTAMP, DuckDBTypeId.TIMESTAMP_MS]);
    return {
      columns: reader.columnNames(),
      rows: rows.slice(0, mostRows),
      more: rows.length > mostRows,
      scannedBytes: null,
    };
  } catch (error) {
    if (error instanceof SqlError || !(error instanceof Error)) throw error;
    throw new SqlError(error.message, { cause: error });
  }
}

/** Numbers that JavaScript holds exactly become numbers; the rest stays text. */
function rowsOf(
  reader: DuckDBResultReader,
  numbers: readonly number[],
  times: readonly number[],
): readonly (readonly SqlValue[])[] {
  const types = Array.from({ length: reader.columnCount }, (_, at) => reader.columnTypeId(at));
  const plain = (value: SqlValue, type: number | undefined): SqlValue => {
    if (typeof value !== 'string' || type === undefined) return value;
    if (times.includes(type)) return instantText(value);
    return numbers.includes(type) && Math.abs(Number(value)) <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
  };
  return reader.getRowsJson().map((row) => row.map((value, at) => plain(value, types[at])));
}
