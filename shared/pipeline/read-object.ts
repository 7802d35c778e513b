/**
 * A written or looked-at object in, the row that it deserves out. Promise: whatever the bytes are, it is a stored row, a rejected
 * row, a row of what was taken down, or, for an object that is gone, null when it was written and a removed row when it was looked at: its last version was
 * deleted for good, and no other change will say so. What it throws is cured by a retry.
 */
import { assembleRecord } from '../core/assemble.ts';
import type { LookedChange, WrittenChange } from '../core/change.ts';
import { hintsFor, NO_PROFILE } from '../core/document.ts';
import { openDocument } from '../core/intake/open.ts';
import { LIMITS } from '../core/limits.ts';
import { readHints } from '../core/metadata-hints.ts';
import { type Refusal, type RowWrite, rejectedRow, removedRow, storedRow, takenDownRow } from '../core/object-row.ts';
import { plainFacts } from '../core/plain-facts.ts';
import type { ArticleRecord } from '../core/record.ts';
import { Rejection } from '../core/rejection.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { textOfFacts } from '../core/text-id.ts';
import { holder } from '../core/tombstone.ts';
import { tooLarge } from '../core/too-large.ts';
import { placeRecord } from './place-record.ts';
import type { Bodies, RawObjects, Reader, StoredObject, Table } from './ports.ts';
import { ReaderStopped } from './reader-stopped.ts';
import { readTombstones } from './tombstones.ts';

export interface ReadPorts {
  readonly objects: RawObjects;
  readonly reader: Reader;
  readonly bodies: Bodies;
  /** For tombstones. */
  readonly table: Pick<Table, 'get'>;
}

/** A change that needs the bytes: of the version it names or, for a look, of whatever is current. */
type Reading = WrittenChange | LookedChange;

/** `receives` counts how often the queue has handed the message out, from 1. */
export function readObject(change: Reading, receives: number, ports: ReadPorts): Promise<RowWrite | null> {
  const refuse = { receives, extractorVersion: ports.reader.version };
  return orRejected(change, refuse, async () => {
    const object = await fetchObject(change, ports.objects);
    // Nothing is current. Later news only, which writes the row again, can make that untrue.
    if (object === null) return change.kind === 'looked' ? removedRow(change) : null;
    const found = change.kind === 'looked' ? { ...change, versionId: object.versionId } : change;
    return orRejected(found, refuse, () => rowOf(found, object, ports));
  });
}

/** What was taken down is held back here, before any of it is written. A take-down that comes later than this look is seen by `group`. */
async function rowOf(change: Reading, object: StoredObject, { reader, bodies, table }: ReadPorts): Promise<RowWrite> {
  const record = await readRecord(change, object, reader);
  const facts = plainFacts(record);
  const named = { articleId: facts.articleId, text: textOfFacts(facts) };
  const isHeld = holder(named, await readTombstones([named], table)) !== null;
  if (isHeld) return takenDownRow(change, record, named.text);
  return storedRow(change, record, facts, object.lastModified, await placeRecord(record, named.text, bodies));
}

interface Refusing {
  readonly receives: number;
  readonly extractorVersion: number | undefined;
}

async function orRejected<T>(
  change: Reading,
  { receives, extractorVersion }: Refusing,
  work: () => Promise<T>,
): Promise<T | RowWrite> {
  try {
    return await work();
  } catch (error) {
    return rejectedRow(change, refusalOf(error, receives), extractorVersion);
  }
}

/** Gives null also for an object that was replaced before it was read: the change that replaced it tells of it. */
async function fetchObject(change: Reading, objects: RawObjects): Promise<StoredObject | null> {
  if (change.kind === 'looked') return objects.read(change, null);
  if (change.bytes !== null && change.bytes > LIMITS.objectBytes) throw tooLarge(change.bytes);
  const object = await objects.read(change, change.versionId);
  if (object === null) return null;
  const replaced = isOverwritable(change.versionId) && change.etag !== null && object.etag !== change.etag;
  return replaced ? null : object;
}

/** In a bucket without versions, or where they are suspended, a write replaces the bytes of its predecessor. */
function isOverwritable(versionId: string | null): boolean {
  return versionId === null || versionId === 'null';
}

/** What of a change says where its bytes came from. */
export type Origin = Pick<Reading, 'bucket' | 'key' | 'member' | 'versionId' | 'at'>;

/** Throws `Rejection` for what cannot be read. */
export async function readRecord(change: Origin, object: StoredObject, reader: Reader): Promise<ArticleRecord> {
  const { contentType, contentEncoding } = object;
  const document = openDocument(object.bytes, { contentType, contentEncoding, name: change.key });
  const hints = hintsFor(document, readHints(object.metadata));
  const article = await reader.read(document, hints, NO_PROFILE);
  const { bucket, key, member, versionId } = change;
  const place = { bucket, key, member, versionId, path: null, etag: object.etag };
  const times = { ingestedAt: change.at, storedAt: object.lastModified };
  return assembleRecord(article, hints, { ...place, ...times, document, extractorVersion: reader.version });
}

/** A rejection is told apart by type; everything else goes on upwards, to the queue. */
function refusalOf(error: unknown, receives: number): Refusal {
  if (error instanceof Rejection) return { code: error.code, message: error.message, stopped: false };
  const lastWord = error instanceof ReaderStopped && receives >= STORE_LIMITS.stoppedReceives;
  if (lastWord) return { code: error.code, message: error.message, stopped: true };
  throw error;
}
