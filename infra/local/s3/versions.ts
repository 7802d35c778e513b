/**
 * Versions of objects, kept in the database; versioning is always on. Each change and the notifications about it are one
 * transaction, so neither a kill nor a full disk leaves one without the other.
 */
import { randomBytes } from 'node:crypto';
import { ApiError } from '../api-error.ts';
import { type Database, numberOf, textOf } from '../database.ts';
import { emptyMd5, readVersion } from './rows.ts';
import type { ChangeName, CreatedBy, ObjectFacts, Version, WriteConditions } from './types.ts';

export interface NewObject {
  readonly bucket: string;
  readonly key: string;
  readonly blob: string;
  readonly bytes: number;
  readonly etag: string;
  readonly facts: ObjectFacts;
}

export interface Versions {
  /** The version asked for, or the newest; markers too; null when there is none. */
  find(bucket: string, key: string, versionId: string | null): Version | null;
  put(object: NewObject, by: CreatedBy, conditions: WriteConditions): Version;
  /** Puts a delete marker on top. */
  mark(bucket: string, key: string): Version;
  /** Gives one version other tags. Nobody is notified, as by S3. */
  tag(version: Version, tags: ObjectFacts['tags']): void;
  /** Removes one version for good; null when it is not there. */
  erase(bucket: string, key: string, versionId: string): Version | null;
  /** Newest versions that are no markers, in the order of their keys in UTF-8, from the first key after `after`. */
  current(bucket: string, prefix: string, after: string): Iterable<Version>;
  /** All versions, by key, newest first, from the key `from` on. */
  all(bucket: string, prefix: string, from: string): Iterable<Version>;
}

/** Told of every change inside the change's transaction. */
export type OnChange = (name: ChangeName, version: Version) => void;

const SCHEMA = `CREATE TABLE IF NOT EXISTS object_version (
  place INTEGER PRIMARY KEY AUTOINCREMENT, bucket TEXT NOT NULL, key TEXT NOT NULL, version_id TEXT NOT NULL,
  is_marker INTEGER NOT NULL, blob TEXT, bytes INTEGER NOT NULL, etag TEXT NOT NULL, last_modified TEXT NOT NULL,
  facts TEXT NOT NULL) STRICT`;

const LATEST = `NOT EXISTS (SELECT 1 FROM object_version AS newer WHERE newer.bucket = v.bucket AND newer.key = v.key
  AND newer.place > v.place)`;
const COLUMNS = `v.*, ${LATEST} AS is_latest`;

export function openVersions(db: Database, now: () => number, onChange: OnChange): Versions {
  db.run(SCHEMA);
  db.run('CREATE INDEX IF NOT EXISTS version_by_key ON object_version (bucket, key, place)');
  const find: Versions['find'] = (bucket, key, versionId) => {
    const which = versionId === null ? '?3 IS NULL' : 'version_id = ?3';
    const sql = `SELECT ${COLUMNS} FROM object_version AS v WHERE bucket = ?1 AND key = ?2 AND ${which} ORDER BY place DESC LIMIT 1`;
    const row = db.get(sql, bucket, key, versionId);
    return row === undefined ? null : readVersion(row);
  };
  const add = (object: Omit<NewObject, 'blob'> & { readonly blob: string | null }, name: ChangeName): Version => {
    const sql = 'INSERT INTO object_version VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
    const { bucket, key, blob, bytes, etag } = object;
    const versionId = randomBytes(24).toString('base64url');
    const at = new Date(now()).toISOString();
    db.run(sql, bucket, key, versionId, blob === null ? 1 : 0, blob, bytes, etag, at, JSON.stringify(object.facts));
    const version = find(bucket, key, versionId);
    if (version === null) throw new Error(`version ${versionId} vanished inside its transaction`);
    onChange(name, version);
    return version;
  };
  return {
    find,
    put: (object, by, conditions) =>
      db.transaction(() => {
        checkConditions(find(object.bucket, object.key, null), conditions);
        return add(object, `ObjectCreated:${by}`);
      }),
    mark: (bucket, key) => {
      const facts = { headers: {}, metadata: {}, checksums: {}, tags: {} };
      const marker = { bucket, key, blob: null, bytes: 0, etag: emptyMd5, facts };
      return db.transaction(() => add(marker, 'ObjectRemoved:DeleteMarkerCreated'));
    },
    tag: ({ bucket, key, versionId, headers, metadata, checksums }, tags) => {
      const sql = 'UPDATE object_version SET facts = ? WHERE bucket = ? AND key = ? AND version_id = ?';
      db.run(sql, JSON.stringify({ headers, metadata, checksums, tags }), bucket, key, versionId);
    },
    erase: (bucket, key, versionId) =>
      db.transaction(() => {
        const version = find(bucket, key, versionId);
        if (version === null) return null;
        db.run('DELETE FROM object_version WHERE bucket = ? AND key = ? AND version_id = ?', bucket, key, versionId);
        onChange('ObjectRemoved:Delete', version);
        return version;
      }),
    current: (bucket, prefix, after) => list(db, `key > ? AND is_marker = 0 AND ${LATEST}`, bucket, prefix, after),
    all: (bucket, prefix, from) => list(db, 'key >= ?', bucket, prefix, from),
  };
}

function checkConditions(newest: Version | null, conditions: WriteConditions): void {
  const existing = newest === null || newest.isMarker ? null : newest;
  const failed = new ApiError(
    'PreconditionFailed',
    412,
    'At least one of the pre-conditions you specified did not hold',
  );
  if (conditions.ifNoneMatch !== null && existing !== null) throw failed;
  if (conditions.ifMatch === null) return;
  if (existing === null) throw new ApiError('NoSuchKey', 404, 'The specified key does not exist.');
  if (conditions.ifMatch.replaceAll('"', '') !== existing.etag) throw failed;
}

function* list(db: Database, which: string, bucket: string, prefix: string, bound: string): Generator<Version> {
  const sql = `SELECT ${COLUMNS} FROM object_version AS v WHERE bucket = ? AND key >= ? AND ${which} ORDER BY key, place DESC`;
  for (const row of db.iterate(sql, bucket, prefix, bound)) {
    // Keys of one prefix stand together, so the first other one is the end.
    if (!textOf(row, 'key').startsWith(prefix)) return;
    yield readVersion(row);
  }
}

export function isEmptyBucket(db: Database, bucket: string): boolean {
  const row = db.get('SELECT count(*) AS versions FROM object_version WHERE bucket = ?', bucket);
  return row === undefined || numberOf(row, 'versions') === 0;
}
