/** Multipart uploads under way: who began what, and the parts that came. Kept in the database until completed or aborted. */
import { randomBytes } from 'node:crypto';
import { ApiError } from '../api-error.ts';
import { type Database, numberOf, textOf } from '../database.ts';
import { readFacts } from './rows.ts';
import type { ObjectFacts } from './types.ts';

export interface Upload {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly facts: ObjectFacts;
}

export interface Part {
  readonly number: number;
  readonly blob: string;
  readonly bytes: number;
  readonly etag: string;
}

export interface Uploads {
  begin(bucket: string, key: string, facts: ObjectFacts): string;
  /** Throws NoSuchUpload. */
  find(id: string): Upload;
  /** Gives the blob of the part that this one replaces. */
  addPart(id: string, part: Part): string | null;
  parts(id: string): readonly Part[];
  end(id: string): void;
}

const UPLOADS = `CREATE TABLE IF NOT EXISTS upload (
  id TEXT PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL, facts TEXT NOT NULL) STRICT`;
const PARTS = `CREATE TABLE IF NOT EXISTS upload_part (
  upload TEXT NOT NULL, number INTEGER NOT NULL, blob TEXT NOT NULL, bytes INTEGER NOT NULL, etag TEXT NOT NULL,
  PRIMARY KEY (upload, number)) STRICT`;

export function openUploads(db: Database): Uploads {
  db.run(UPLOADS);
  db.run(PARTS);
  return {
    begin: (bucket, key, facts) => {
      const id = randomBytes(24).toString('base64url');
      db.run('INSERT INTO upload VALUES (?, ?, ?, ?)', id, bucket, key, JSON.stringify(facts));
      return id;
    },
    find: (id) => {
      const row = db.get('SELECT * FROM upload WHERE id = ?', id);
      if (row === undefined) throw new ApiError('NoSuchUpload', 404, 'The specified upload does not exist.');
      return { id, bucket: textOf(row, 'bucket'), key: textOf(row, 'key'), facts: readFacts(textOf(row, 'facts')) };
    },
    addPart: (id, part) =>
      db.transaction(() => {
        const old = db.get('SELECT blob FROM upload_part WHERE upload = ? AND number = ?', id, part.number);
        const sql = 'INSERT OR REPLACE INTO upload_part VALUES (?, ?, ?, ?, ?)';
        db.run(sql, id, part.number, part.blob, part.bytes, part.etag);
        return old === undefined ? null : textOf(old, 'blob');
      }),
    parts: (id) =>
      db.all('SELECT * FROM upload_part WHERE upload = ? ORDER BY number', id).map((row) => ({
        number: numberOf(row, 'number'),
        blob: textOf(row, 'blob'),
        bytes: numberOf(row, 'bytes'),
        etag: textOf(row, 'etag'),
      })),
    end: (id) => {
      db.run('DELETE FROM upload_part WHERE upload = ?', id);
      db.run('DELETE FROM upload WHERE id = ?', id);
    },
  };
}
