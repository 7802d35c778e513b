/**
 * One SQLite file in, a handle out. Everything that must not be torn apart by a kill (an object and its notification, a
 * message and its receive count) is written in one transaction here.
 */
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';

export interface Row {
  readonly [column: string]: SQLOutputValue;
}

export interface Database {
  run(sql: string, ...values: readonly SQLInputValue[]): number;
  get(sql: string, ...values: readonly SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: readonly SQLInputValue[]): readonly Row[];
  iterate(sql: string, ...values: readonly SQLInputValue[]): IterableIterator<Row>;
  /** All or nothing. A transaction inside a transaction joins it. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** The exclusive lock tells a second local run on the same folder that it came second. */
const PRAGMAS =
  'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA user_version = 1;';

export function openDatabase(file: string): Database {
  const inner = open(file);
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? inner.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    run: (sql, ...values) => Number(prepared(sql).run(...values).changes),
    get: (sql, ...values) => prepared(sql).get(...values),
    all: (sql, ...values) => prepared(sql).all(...values),
    // Prepared anew each time: two listings at once must not share one cursor.
    iterate: (sql, ...values) => inner.prepare(sql).iterate(...values),
    transaction: (work) => (inner.isTransaction ? work() : transact(inner, work)),
    close: () => inner.close(),
  };
}

function open(file: string): DatabaseSync {
  const inner = new DatabaseSync(file);
  try {
    inner.exec(PRAGMAS);
    return inner;
  } catch (cause) {
    inner.close();
    throw new Error(
      `${file} is in use: another local run works on this folder. Stop it, or take another folder (npm start -- --state DIR --port 0)`,
      { cause },
    );
  }
}

function transact<T>(inner: DatabaseSync, work: () => T): T {
  inner.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    inner.exec('COMMIT');
    return result;
  } catch (cause) {
    inner.exec('ROLLBACK');
    throw cause;
  }
}

export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`${column} is not a text`);
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

export function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`${column} is not a number`);
  return value;
}
