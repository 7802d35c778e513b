/**
 * Messages of all queues, kept in the database: sent, hidden while somebody works on them, visible again when nobody
 * deletes them in time, moved to the dead letters after too many receives. At least once, never lost.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readArn } from '../arn.ts';
import type { Bell } from '../bell.ts';
import { type Database, numberOf, type Row, textOf } from '../database.ts';
import { type JsonObject, objectAt, parseJson } from '../json.ts';
import { type Queues, redriveOf } from './queues.ts';

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly md5: string;
  readonly receipt: string;
  readonly attributes: JsonObject;
  readonly sentAt: number;
  readonly firstReceivedAt: number;
  readonly receiveCount: number;
}

export interface Depth {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

export interface Messages {
  send(queue: string, body: string, delaySeconds?: number, attributes?: JsonObject): string;
  receive(queue: string, most: number, visibilitySeconds?: number): readonly Message[];
  remove(queue: string, receipt: string): void;
  hide(queue: string, receipt: string, seconds: number): boolean;
  purge(queue: string): void;
  /** Moves dead letters back to `target`, or each to the queue it came from. Gives their number. */
  moveAll(queue: string, target: string | null): number;
  /** Makes messages visible whose receiver can no longer be alive. */
  releaseInFlight(queue: string): void;
  depth(queue: string): Depth;
  /** Nothing visible, in flight or delayed. Costs the same whatever the queue holds. */
  isEmpty(queue: string): boolean;
  /** When the next hidden message shows itself; null when none is hidden. */
  nextVisibleAt(queue: string): number | null;
}

const SCHEMA = `CREATE TABLE IF NOT EXISTS message (
  id TEXT PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL, origin TEXT NOT NULL,
  sent_at INTEGER NOT NULL, visible_at INTEGER NOT NULL, receive_count INTEGER NOT NULL,
  first_received_at INTEGER NOT NULL, receipt TEXT NOT NULL) STRICT`;

export const md5Of = (body: string): string => createHash('md5').update(body, 'utf8').digest('hex');

export const queueTopic = (queue: string): string => `queue:${queue}`;

export function openMessages(db: Database, queues: Queues, bell: Bell, now: () => number): Messages {
  db.run(SCHEMA);
  // Between them they hold all that a count or a receive looks at: a long queue is not read to take ten messages from it.
  db.run('CREATE INDEX IF NOT EXISTS message_in_turn ON message (queue, visible_at, receipt)');
  db.run('CREATE INDEX IF NOT EXISTS message_by_receives ON message (queue, receive_count, visible_at)');
  db.run('CREATE INDEX IF NOT EXISTS message_by_receipt ON message (receipt)');
  // Named where it is meant: SQLite would walk through the whole queue to find one receipt.
  const store = { db, queues, bell, now };
  return {
    send: (queue, body, delaySeconds, attributes = {}) => {
      const delay = delaySeconds ?? Number(queues.attributes(queue)['DelaySeconds']);
      const id = randomUUID();
      const sql = "INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, '')";
      db.run(sql, id, queue, body, JSON.stringify(attributes), queue, now(), now() + delay * 1_000);
      bell.ring(queueTopic(queue));
      return id;
    },
    receive: (queue, most, visibilitySeconds) => receive(store, queue, most, visibilitySeconds),
    remove: (queue, receipt) => {
      const sql = 'DELETE FROM message INDEXED BY message_by_receipt WHERE queue = ? AND receipt = ?';
      db.run(sql, queue, receipt);
    },
    hide: (queue, receipt, seconds) => {
      const sql = 'UPDATE message INDEXED BY message_by_receipt SET visible_at = ? WHERE queue = ? AND receipt = ?';
      const changed = db.run(sql, now() + seconds * 1_000, queue, receipt);
      if (seconds === 0) bell.ring(queueTopic(queue));
      return changed > 0;
    },
    purge: (queue) => void db.run('DELETE FROM message WHERE queue = ?', queue),
    moveAll: (queue, target) =>
      db.transaction(() => {
        const rows = db.all('SELECT id, origin FROM message WHERE queue = ? AND visible_at <= ?', queue, now());
        for (const row of rows) move(store, textOf(row, 'id'), target ?? textOf(row, 'origin'));
        return rows.length;
      }),
    releaseInFlight: (queue) => {
      const sql = "UPDATE message SET visible_at = ? WHERE queue = ? AND receipt <> '' AND visible_at > ?";
      db.run(sql, now(), queue, now());
    },
    depth: (queue) => depthOf(db, queue, now()),
    isEmpty: (queue) => db.get('SELECT 1 FROM message WHERE queue = ? LIMIT 1', queue) === undefined,
    nextVisibleAt: (queue) => {
      const row = db.get('SELECT min(visible_at) AS at FROM message WHERE queue = ? AND visible_at > ?', queue, now());
      return row === undefined || row['at'] === null ? null : numberOf(row, 'at');
    },
  };
}

interface Store {
  readonly db: Database;
  readonly queues: Queues;
  readonly bell: Bell;
  readonly now: () => number;
}

function receive(store: Store, queue: string, most: number, visibilitySeconds: number | undefined): readonly Message[] {
  const { db, now } = store;
  const attributes = store.queues.attributes(queue);
  const redrive = redriveOf(attributes);
  const visibleAt = now() + (visibilitySeconds ?? Number(attributes['VisibilityTimeout'])) * 1_000;
  return db.transaction(() => {
    if (redrive !== null) {
      const deadLetters = readArn(redrive.deadLetterArn).name;
      for (const id of spent(db, queue, redrive.maxReceiveCount, now())) move(store, id, deadLetters);
    }
    const sql = 'SELECT id FROM message WHERE queue = ? AND visible_at <= ? ORDER BY visible_at LIMIT ?';
    return db.all(sql, queue, now(), most).map((row) => take(db, textOf(row, 'id'), visibleAt, now()));
  });
}

/**
 * Visible messages that were received as often as they may be. Each number of receives is looked up by itself, and there are few: those that
 * are still hidden, which may be most of the queue, are not walked through.
 */
function spent(db: Database, queue: string, maxReceives: number, at: number): readonly string[] {
  const next = 'SELECT min(receive_count) AS receives FROM message WHERE queue = ? AND receive_count >= ?';
  const visible = `SELECT id FROM message INDEXED BY message_by_receives
    WHERE queue = ? AND receive_count = ? AND visible_at <= ?`;
  const ids: string[] = [];
  for (let least = maxReceives; ; ) {
    const row = db.get(next, queue, least);
    if (row === undefined || row['receives'] === null) return ids;
    const receives = numberOf(row, 'receives');
    ids.push(...db.all(visible, queue, receives, at).map((one) => textOf(one, 'id')));
    least = receives + 1;
  }
}

/** A message that moves begins anew: visible, and not yet received. */
function move({ db, bell, now }: Store, id: string, to: string): void {
  const sql = "UPDATE message SET queue = ?, visible_at = ?, receipt = '', receive_count = 0 WHERE id = ?";
  db.run(sql, to, now(), id);
  bell.ring(queueTopic(to));
}

function take(db: Database, id: string, visibleAt: number, at: number): Message {
  const sql = `UPDATE message SET receipt = ?, visible_at = ?, receive_count = receive_count + 1,
    first_received_at = iif(first_received_at = 0, ?, first_received_at) WHERE id = ? RETURNING *`;
  const row = db.get(sql, randomUUID(), visibleAt, at, id);
  if (row === undefined) throw new Error(`message ${id} vanished inside its transaction`);
  return readMessage(row);
}

function readMessage(row: Row): Message {
  const body = textOf(row, 'body');
  return {
    id: textOf(row, 'id'),
    body,
    md5: md5Of(body),
    receipt: textOf(row, 'receipt'),
    attributes: objectAt({ attributes: parseJson(textOf(row, 'attributes')) }, 'attributes'),
    sentAt: numberOf(row, 'sent_at'),
    firstReceivedAt: numberOf(row, 'first_received_at'),
    receiveCount: numberOf(row, 'receive_count'),
  };
}

function depthOf(db: Database, queue: string, at: number): Depth {
  const sql = `SELECT count(*) AS messages, coalesce(sum(visible_at <= ?), 0) AS visible,
    coalesce(sum(visible_at > ? AND receipt <> ''), 0) AS in_flight FROM message WHERE queue = ?`;
  const row = db.get(sql, at, at, queue);
  if (row === undefined) throw new Error('a count without a row');
  const visible = numberOf(row, 'visible');
  const inFlight = numberOf(row, 'in_flight');
  return { visible, inFlight, delayed: numberOf(row, 'messages') - visible - inFlight };
}
