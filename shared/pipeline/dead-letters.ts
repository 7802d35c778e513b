/**
 * What was given up on, and why. In: the two queues of dead letters and the notes of the functions. Out: one entry for each letter.
 * Promise: looking takes nothing away: each letter is hidden for a minute at most, and shown again when all have been seen.
 */
import { parseNotification } from '../core/notification.ts';
import { Rejection } from '../core/rejection.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { type StreamLetter, streamLetter } from '../core/stream-letter.ts';
import { type RecordNote, recordNotes, type UploadNote, uploadNote } from './failure-notes.ts';
import type { Table } from './ports.ts';
import type { DeadLetters, Letter, Queues } from './queue-ports.ts';

export interface DeadUpload {
  readonly kind: 'upload';
  readonly id: string;
  readonly at: string;
  /** Keys that the message is about; none when it is no notification. */
  readonly keys: readonly string[];
  /** Null: the function ended before it could say why. */
  readonly note: UploadNote | null;
}

export interface DeadRecords {
  readonly kind: 'records';
  readonly id: string;
  readonly at: string;
  /** Null for a message that Lambda did not send. */
  readonly letter: StreamLetter | null;
  /** Of each record that was noted, why it failed and which item it was about. */
  readonly notes: readonly RecordNote[];
}

export type DeadLetter = DeadUpload | DeadRecords;

export interface DeadLetterPorts {
  readonly queues: Pick<Queues, 'uploads' | 'stream'>;
  readonly table: Pick<Table, 'get' | 'query'>;
}

/** At most `limit` of each queue. */
export async function* deadLetters(limit: number, { queues, table }: DeadLetterPorts): AsyncGenerator<DeadLetter> {
  yield* peeked(queues.uploads, limit, (letter) => readUpload(letter, table));
  yield* peeked(queues.stream, limit, (letter) => readRecords(letter, table));
}

async function* peeked<T>(queue: DeadLetters, limit: number, read: (letter: Letter) => Promise<T>): AsyncGenerator<T> {
  const seen: Letter[] = [];
  try {
    for (;;) {
      const most = Math.min(STORE_LIMITS.sentAtOnce, limit - seen.length);
      const letters = most <= 0 ? [] : await queue.take(most, STORE_LIMITS.letterHiddenS);
      if (letters.length === 0) return;
      seen.push(...letters);
      for (const letter of letters) yield await read(letter);
    }
  } finally {
    await releaseAll(queue, seen);
  }
}

export async function releaseAll(queue: DeadLetters, letters: readonly Letter[]): Promise<void> {
  for (let start = 0; start < letters.length; start += STORE_LIMITS.sentAtOnce)
    await queue.release(letters.slice(start, start + STORE_LIMITS.sentAtOnce));
}

export async function readUpload({ id, body, sentAt }: Letter, table: Pick<Table, 'get'>): Promise<DeadUpload> {
  return { kind: 'upload', id, at: sentAt, keys: keysOf(body), note: await uploadNote(id, table) };
}

export async function readRecords({ id, body, sentAt }: Letter, table: Pick<Table, 'query'>): Promise<DeadRecords> {
  const letter = streamLetter(body);
  const notes = letter === null ? [] : await recordNotes(letter.from, letter.to, table);
  return { kind: 'records', id, at: sentAt, letter, notes };
}

function keysOf(body: string): readonly string[] {
  try {
    const { changes, tasks } = parseNotification(body);
    return [...changes, ...tasks.map(({ change }) => change)].map(({ key }) => key);
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
}
