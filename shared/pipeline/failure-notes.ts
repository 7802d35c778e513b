/**
 * Why messages failed. In: what a function caught, by the message that it was about. Out: a note beside the store's own items, for
 * whoever reads the dead letters. Promise: nothing that is stored depends on notes; they expire by themselves.
 *
 * Why: a queue keeps the message and not the reason, and the dead letter of a stream names places in it and not rows.
 */
import { z } from 'zod';
import type { Key } from '../core/item.ts';
import { FAILED_STREAM_PK, failedStreamKey, failedUploadKey } from '../core/operating-keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { Table } from './ports.ts';

export interface Failure {
  /** Name of the error. */
  readonly error: string;
  /** Its first words. */
  readonly reason: string;
  /** The function that failed. */
  readonly service: string;
}

/** Which message or stream record it was about. */
export type FailedThing =
  | { readonly kind: 'upload'; readonly messageId: string; readonly receives: number }
  | {
      readonly kind: 'record';
      readonly sequenceNumber: string;
      /** The item whose change was told. */
      readonly row: Key;
      /** Articles that the record named: the row may not remember them all. */
      readonly articleIds: readonly string[];
    };

const Noted = z.object({ error: z.string(), reason: z.string(), service: z.string(), at: z.string() });
const UploadNote = Noted.extend({ receives: z.number() });
export type UploadNote = z.infer<typeof UploadNote>;
const RecordNote = Noted.extend({
  row: z.object({ pk: z.string(), sk: z.string() }),
  articleIds: z.array(z.string()),
});
export type RecordNote = z.infer<typeof RecordNote>;

export async function noteFailure(
  thing: FailedThing,
  failure: Failure,
  nowMs: number,
  table: Pick<Table, 'update'>,
): Promise<void> {
  const { kind, ...about } = thing;
  const key = thing.kind === 'upload' ? failedUploadKey(thing.messageId) : failedStreamKey(thing.sequenceNumber);
  const at = new Date(nowMs).toISOString();
  const expires = Math.floor(nowMs / 1000) + STORE_LIMITS.failureNoteS;
  // The last failure is the one to tell of, whoever writes it.
  await table.update({ key, set: { ...about, ...failure, at, expires }, remove: [], guard: null });
}

/** Null when none was written: the function ended before it could. */
export async function uploadNote(messageId: string, table: Pick<Table, 'get'>): Promise<UploadNote | null> {
  const item = await table.get(failedUploadKey(messageId));
  return item === null ? null : UploadNote.parse(item);
}

/** Of the records from one place in the stream to another, as far as they were noted. */
export async function recordNotes(
  from: string,
  to: string,
  table: Pick<Table, 'query'>,
): Promise<readonly RecordNote[]> {
  const [first, last] = [failedStreamKey(from).sk, failedStreamKey(to).sk];
  // The first key without its end is smaller than it, and greater than nearly all before it.
  const after = first.slice(0, -1);
  const range = { pk: FAILED_STREAM_PK, prefix: '', after, newestFirst: false, limit: STORE_LIMITS.letterRecords };
  const items = (await table.query(range)).filter(({ sk }) => sk >= first && sk <= last);
  return items.map((item) => RecordNote.parse(item));
}
