/**
 * The streams of all tables as one durable log. A write is announced before it is made and settled after, so that a kill
 * in between leaves a note of what to look at; consumers have a place of their own that moves only when they are done.
 */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { REGION } from '../arn.ts';
import type { Bell } from '../bell.ts';
import { type Database, numberOf, type Row, textOf, textOrNull } from '../database.ts';
import { isObject, type JsonObject, objectAt, parseJson } from '../json.ts';
import { LOCAL_LIMITS } from '../limits.ts';

/** Null when the item is not there. */
export type Image = JsonObject | null;

export interface Intent {
  readonly id: number;
  readonly table: string;
  readonly key: JsonObject;
  readonly before: Image;
}

export interface StreamRecord {
  readonly place: number;
  /** As a function gets it, without `eventSourceARN`. */
  readonly record: JsonObject;
}

export interface StreamLog {
  /** To be called before a write. */
  intend(table: string, key: JsonObject, before: Image): Intent;
  /** To be called after it, with what is there now; an item that did not change leaves no record. */
  settle(intent: Intent, after: Image): void;
  /** Announced and not settled: what a kill left behind. */
  open(): readonly Intent[];
  read(table: string, after: number, most: number): readonly StreamRecord[];
  /** Where the consumer goes on; one never seen starts at the oldest record, or behind the newest. */
  position(consumer: string, table: string, start: 'oldest' | 'newest'): number;
  advance(consumer: string, place: number): void;
  hasMore(table: string, after: number): boolean;
  trim(): void;
}

const SCHEMA = [
  'CREATE TABLE IF NOT EXISTS stream_intent (id INTEGER PRIMARY KEY, table_name TEXT NOT NULL, key TEXT NOT NULL, before TEXT) STRICT',
  `CREATE TABLE IF NOT EXISTS stream_record (
    place INTEGER PRIMARY KEY AUTOINCREMENT, table_name TEXT NOT NULL, at INTEGER NOT NULL, record TEXT NOT NULL) STRICT`,
  'CREATE INDEX IF NOT EXISTS record_by_table ON stream_record (table_name, place)',
  'CREATE TABLE IF NOT EXISTS stream_cursor (consumer TEXT PRIMARY KEY, place INTEGER NOT NULL) STRICT',
];

export const streamTopic = (table: string): string => `stream:${table}`;

export function openStreamLog(db: Database, bell: Bell, now: () => number): StreamLog {
  for (const statement of SCHEMA) db.run(statement);
  return {
    ...writing(db, bell, now),
    read: (table, after, most) => {
      const sql = 'SELECT place, record FROM stream_record WHERE table_name = ? AND place > ? ORDER BY place LIMIT ?';
      return db.all(sql, table, after, most).map((row) => {
        const place = numberOf(row, 'place');
        const record = objectAt({ record: parseJson(textOf(row, 'record')) }, 'record');
        const dynamodb = { ...objectAt(record, 'dynamodb'), SequenceNumber: sequenceNumber(place) };
        return { place, record: { ...record, dynamodb } };
      });
    },
    position: (consumer, table, start) => {
      const first = start === 'oldest' ? 0 : newestPlace(db, table);
      db.run('INSERT OR IGNORE INTO stream_cursor VALUES (?, ?)', consumer, first);
      const row = db.get('SELECT place FROM stream_cursor WHERE consumer = ?', consumer);
      return row === undefined ? first : numberOf(row, 'place');
    },
    advance: (consumer, place) => void db.run('UPDATE stream_cursor SET place = ? WHERE consumer = ?', place, consumer),
    hasMore: (table, after) => newestPlace(db, table) > after,
    // A record that somebody has not read yet outlives its day: locally nothing is lost over a long weekend.
    trim: () => {
      const sql = 'DELETE FROM stream_record WHERE at < ? AND place <= (SELECT min(place) FROM stream_cursor)';
      db.run(sql, now() - LOCAL_LIMITS.streamKeptMs);
    },
  };
}

function writing(db: Database, bell: Bell, now: () => number): Pick<StreamLog, 'intend' | 'settle' | 'open'> {
  return {
    intend: (table, key, before) => {
      const sql = 'INSERT INTO stream_intent VALUES (NULL, ?, ?, ?) RETURNING id';
      const row = db.get(sql, table, JSON.stringify(key), before === null ? null : JSON.stringify(before));
      if (row === undefined) throw new Error('an intent without a row');
      return { id: numberOf(row, 'id'), table, key, before };
    },
    settle: (intent, after) => {
      db.transaction(() => {
        db.run('DELETE FROM stream_intent WHERE id = ?', intent.id);
        if (isDeepStrictEqual(intent.before, after)) return;
        const record = JSON.stringify(recordOf(intent, after, now()));
        db.run('INSERT INTO stream_record VALUES (NULL, ?, ?, ?)', intent.table, now(), record);
      });
      bell.ring(streamTopic(intent.table));
    },
    open: () => db.all('SELECT * FROM stream_intent ORDER BY id').map(readIntent),
  };
}

function readIntent(row: Row): Intent {
  const before = textOrNull(row, 'before');
  const image = before === null ? null : parseJson(before);
  return {
    id: numberOf(row, 'id'),
    table: textOf(row, 'table_name'),
    key: objectAt({ key: parseJson(textOf(row, 'key')) }, 'key'),
    before: image !== null && isObject(image) ? image : null,
  };
}

function recordOf(intent: Intent, after: Image, at: number): JsonObject {
  const eventName = intent.before === null ? 'INSERT' : after === null ? 'REMOVE' : 'MODIFY';
  return {
    eventID: randomUUID().replaceAll('-', ''),
    eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: REGION,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(at / 1_000),
      Keys: intent.key,
      ...(after === null ? {} : { NewImage: after }),
      ...(intent.before === null ? {} : { OldImage: intent.before }),
      SizeBytes: JSON.stringify(after ?? intent.before).length,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  };
}

/** As long as the real ones, which are no safe integers either. */
const sequenceNumber = (place: number): string => `1${String(place).padStart(20, '0')}`;

function newestPlace(db: Database, table: string): number {
  const row = db.get('SELECT coalesce(max(place), 0) AS place FROM stream_record WHERE table_name = ?', table);
  return row === undefined ? 0 : numberOf(row, 'place');
}
