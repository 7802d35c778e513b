/**
 * The streams of all tables as one durable log. A write is announced before it is made and settled after, so that a kill
 * in between leaves a note of what to look at; consumers have a place of their own that moves only when they are done.
 */
import type { Bell } from '../bell.ts';
import { type Database, numberOf, type Row, textOf, textOrNull } from '../database.ts';
import { isObject, type JsonObject, objectAt, parseJson } from '../json.ts';
import { LOCAL_LIMITS } from '../limits.ts';
import { type Image, isSameImage, numbered, recordOf } from './stream-record.ts';
import { makeTail, type StreamTail } from './stream-tail.ts';

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

/** By table. */
type TailOf = (table: string) => StreamTail;

export function openStreamLog(db: Database, bell: Bell, now: () => number): StreamLog {
  for (const statement of SCHEMA) db.run(statement);
  const tails = new Map<string, StreamTail>();
  const tailOf = (table: string): StreamTail => {
    const tail = tails.get(table) ?? makeTail(newestPlace(db, table));
    tails.set(table, tail);
    return tail;
  };
  return {
    ...writing(db, bell, now, tailOf),
    ...reading(db, tailOf),
    // A record that somebody has not read yet outlives its day: locally nothing is lost over a long weekend.
    trim: () => {
      const sql = 'DELETE FROM stream_record WHERE at < ? AND place <= (SELECT min(place) FROM stream_cursor)';
      db.run(sql, now() - LOCAL_LIMITS.streamKeptMs);
    },
  };
}

function reading(db: Database, tailOf: TailOf): Pick<StreamLog, 'read' | 'position' | 'advance' | 'hasMore'> {
  /** Places of consumers, which only this process moves. */
  const places = new Map<string, number>();
  return {
    read: (table, after, most) => {
      const recent = tailOf(table).read(after, most);
      if (recent !== null) return recent;
      const sql = 'SELECT place, record FROM stream_record WHERE table_name = ? AND place > ? ORDER BY place LIMIT ?';
      return db.all(sql, table, after, most).map((row) => {
        const place = numberOf(row, 'place');
        const record = objectAt({ record: parseJson(textOf(row, 'record')) }, 'record');
        return { place, record: numbered(record, objectAt(record, 'dynamodb'), place) };
      });
    },
    position: (consumer, table, start) => {
      const known = places.get(consumer);
      if (known !== undefined) return known;
      const first = start === 'oldest' ? 0 : tailOf(table).newest();
      db.run('INSERT OR IGNORE INTO stream_cursor VALUES (?, ?)', consumer, first);
      const row = db.get('SELECT place FROM stream_cursor WHERE consumer = ?', consumer);
      const place = row === undefined ? first : numberOf(row, 'place');
      places.set(consumer, place);
      return place;
    },
    advance: (consumer, place) => {
      db.run('UPDATE stream_cursor SET place = ? WHERE consumer = ?', place, consumer);
      if (places.has(consumer)) places.set(consumer, place);
    },
    hasMore: (table, after) => tailOf(table).newest() > after,
  };
}

function writing(
  db: Database,
  bell: Bell,
  now: () => number,
  tailOf: TailOf,
): Pick<StreamLog, 'intend' | 'settle' | 'open'> {
  return {
    intend: (table, key, before) => {
      const sql = 'INSERT INTO stream_intent VALUES (NULL, ?, ?, ?) RETURNING id';
      const row = db.get(sql, table, JSON.stringify(key), before?.text ?? null);
      if (row === undefined) throw new Error('an intent without a row');
      return { id: numberOf(row, 'id'), table, key, before };
    },
    settle: ({ id, table, key, before }, after) => {
      // Before anything is written: what is there by then the tail knows of.
      const tail = tailOf(table);
      const atMs = now();
      const made = isSameImage(before, after) ? null : recordOf({ key, before, after, atMs });
      const row = db.transaction(() => {
        db.run('DELETE FROM stream_intent WHERE id = ?', id);
        if (made === null) return undefined;
        return db.get('INSERT INTO stream_record VALUES (NULL, ?, ?, ?) RETURNING place', table, atMs, made.text);
      });
      if (made === null || row === undefined) return;
      const place = numberOf(row, 'place');
      const { record, text } = made;
      tail.add({ place, record: numbered(record, objectAt(record, 'dynamodb'), place) }, text.length);
      bell.ring(streamTopic(table));
    },
    open: () => db.all('SELECT * FROM stream_intent ORDER BY id').map(readIntent),
  };
}

function readIntent(row: Row): Intent {
  const text = textOrNull(row, 'before');
  const item = text === null ? null : parseJson(text);
  return {
    id: numberOf(row, 'id'),
    table: textOf(row, 'table_name'),
    key: objectAt({ key: parseJson(textOf(row, 'key')) }, 'key'),
    before: text !== null && item !== null && isObject(item) ? { item, text } : null,
  };
}

function newestPlace(db: Database, table: string): number {
  const row = db.get('SELECT coalesce(max(place), 0) AS place FROM stream_record WHERE table_name = ?', table);
  return row === undefined ? 0 : numberOf(row, 'place');
}
