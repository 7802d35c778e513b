/** Buckets by name, kept in the database. Creating one that exists is no error, as for its owner in us-east-1. */
import { ApiError } from '../api-error.ts';
import { type Database, textOf } from '../database.ts';

export interface Bucket {
  readonly name: string;
  readonly createdAt: string;
}

export interface Buckets {
  create(name: string): void;
  remove(name: string): void;
  all(): readonly Bucket[];
  /** Throws NoSuchBucket. */
  check(name: string): void;
}

export function openBuckets(db: Database, now: () => number): Buckets {
  db.run('CREATE TABLE IF NOT EXISTS bucket (name TEXT PRIMARY KEY, created_at TEXT NOT NULL) STRICT');
  return {
    create: (name) => void db.run('INSERT OR IGNORE INTO bucket VALUES (?, ?)', name, new Date(now()).toISOString()),
    remove: (name) => void db.run('DELETE FROM bucket WHERE name = ?', name),
    all: () => {
      const rows = db.all('SELECT name, created_at FROM bucket ORDER BY name');
      return rows.map((row) => ({ name: textOf(row, 'name'), createdAt: textOf(row, 'created_at') }));
    },
    check: (name) => {
      if (db.get('SELECT name FROM bucket WHERE name = ?', name) !== undefined) return;
      throw new ApiError('NoSuchBucket', 404, 'The specified bucket does not exist');
    },
  };
}
