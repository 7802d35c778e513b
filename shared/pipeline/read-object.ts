/**
 * A written or looked-at object in, the row that it deserves out. Promise: whatever the bytes are, it is a stored row, a rejected
 * row, a row of what was taken down, or, for an object that is gone, null when it was written and a removed row when it was looked at: its last version was
 * deleted for good, and no other change will say so. What it throws is cured by a retry.
 */
import { assembleRecord } from '../core/assemble.ts';
import { type Beside, fileBeside, hintsWith } from '../core/beside.ts';
import type { LookedChange, WrittenChange } from '../core/change.ts';
import type { Portion } from '../core/container-task.ts';
import { type Hints, hintsFor, NO_HINTS, NO_PROFILE, type RawDocument } from '../core/document.ts';
import type { Member } from '../core/intake/containers/member.ts';
import { readMapping } from '../core/intake/formats/mapping.ts';
import { openDocument } from '../core/intake/open.ts';
import { LIMITS } from '../core/limits.ts';
import { readHints } from '../core/metadata-hints.ts';
import {
  containerRow,
  type Refusal,
  type RowWrite,
  rejectedRow,
  removedRow,
  sidecarRow,
  storedRow,
  takenDownRow,
} from '../core/object-row.ts';
import { plainFacts } from '../core/plain-facts.ts';
import type { ArticleRecord } from '../core/record.ts';
import { Rejection } from '../core/rejection.ts';
import { readSidecar } from '../core/sidecar.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { textOfFacts } from '../core/text-id.ts';
import { holder } from '../core/tombstone.ts';
import { tooLarge } from '../core/too-large.ts';
import { placeRecord } from './place-record.ts';
import type { Bodies, RawObjects, Reader, StoredObject, Table } from './ports.ts';
import { ReaderStopped } from './reader-stopped.ts';
import { PORTION_SIZES, type PortionSizes } from './split.ts';
import { anySplit, orTooLarge } from './split-any.ts';
import { readTombstones } from './tombstones.ts';

export interface ReadPorts {
  readonly objects: RawObjects;
  readonly reader: Reader;
  readonly bodies: Bodies;
  /** By default those of a deployment. */
  readonly portionSizes?: PortionSizes;
  /** For tombstones, and notes of long records. */
  readonly table: Pick<Table, 'get' | 'put'>;
}

/** A change that needs the bytes: of the version it names or, for a look, of whatever is current. */
export type Reading = WrittenChange | LookedChange;

export interface ObjectRead {
  readonly row: RowWrite;
  /** What is left to other messages: the members of a container. */
  readonly portions: readonly Portion[];
}

/** `receives` counts how often the queue has handed the message out, from 1. `beside`: what is known beside the file; null: nothing. */
export async function readObject(
  change: Reading,
  receives: number,
  ports: ReadPorts,
  beside: Beside | null = null,
): Promise<ObjectRead | null> {
  const refuse = { receives, extractorVersion: ports.reader.version };
  const read = await orRejected(change, refuse, async () => {
    const fetched = await fetchObject(change, ports.objects);
    // Nothing is current. Later news only, which writes the row again, can make that untrue.
    if (fetched === null) return change.kind === 'looked' ? removedRow(change) : null;
    const found = change.kind === 'looked' ? { ...change, versionId: fetched.object.versionId } : change;
    return orRejected(found, refuse, () => readFetched(found, fetched, ports, beside));
  });
  return read === null || 'row' in read ? read : { row: read, portions: [] };
}

async function readFetched(
  change: Reading,
  { object, size }: Fetched,
  ports: ReadPorts,
  beside: Beside | null,
): Promise<ObjectRead | RowWrite> {
  const sizes = ports.portionSizes ?? PORTION_SIZES;
  const split = await anySplit({ ref: change, object, size }, sizes, ports.objects);
  if (split !== null) {
    const { etag, lastModified } = object;
    const facts = { ...split.facts, bytes: size, etag, lastModified };
    return { row: containerRow(change, facts, ports.reader.version), portions: split.portions };
  }
  if (object.bytes.length < size) throw tooLarge(size);
  const told = toldOf(change, object);
  if (told !== null) return sidecarRow(change, told, ports.reader.version);
  return rowOf(change, object, () => readRecord(change, object, ports.reader, beside?.hints ?? null), ports);
}

/** Null for what is an article of its own, whatever its name. */
function toldOf({ key }: Reading, object: StoredObject) {
  const { bytes, contentType, contentEncoding, metadata, etag, lastModified } = object;
  const file = fileBeside(key);
  const facts = () => ({ contentType, contentEncoding, name: key, mapping: readMapping(metadata) });
  const hints = file === null ? null : readSidecar(bytes, facts());
  return file === null || hints === null ? null : { file, hints, bytes: bytes.length, etag, lastModified };
}

/** One member of a container: a document like any other, from here on. */
export function readMember(
  change: Reading,
  member: Member,
  object: StoredObject,
  receives: number,
  ports: ReadPorts,
): Promise<RowWrite> {
  const { reader } = ports;
  const refuse = { receives, extractorVersion: reader.version };
  const read = () => readMemberRecord(change, member, object, reader);
  return orRejected(change, refuse, () => rowOf(change, object, read, ports));
}

/** What the container's own metadata say of all members: not which article it is. */
export async function readMemberRecord(
  change: Origin,
  { open, hints }: Member,
  object: StoredObject,
  reader: Reader,
): Promise<ArticleRecord> {
  const { capturedAt, publisher, language } = readHints(object.metadata);
  const document = open(readMapping(object.metadata));
  const given = { ...NO_HINTS, publisher, language, ...hints, capturedAt: hints.capturedAt ?? capturedAt };
  return recordOf(change, document, hintsFor(document, given), object, reader);
}

/** What was taken down is held back here, before any of it is written. A take-down that comes later than this look is seen by `group`. */
async function rowOf(
  change: Reading,
  object: StoredObject,
  read: () => Promise<ArticleRecord>,
  ports: ReadPorts,
): Promise<RowWrite> {
  const record = await read();
  const facts = plainFacts(record);
  const named = { articleId: facts.articleId, text: textOfFacts(facts) };
  const isHeld = holder(named, await readTombstones([named], ports.table)) !== null;
  if (isHeld) return takenDownRow(change, record, named.text);
  return storedRow(change, record, facts, object.lastModified, await placeRecord(record, named.text, ports));
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

interface Fetched {
  readonly object: StoredObject;
  /** More than the bytes at hand for what is too large to be read whole. */
  readonly size: number;
}

/** Gives null also for an object that was replaced before it was read: the change that replaced it tells of it. */
async function fetchObject(change: Reading, objects: RawObjects): Promise<Fetched | null> {
  const versionId = change.kind === 'looked' ? null : change.versionId;
  const fetched = await fetchAny(change, versionId, objects);
  if (fetched === null || change.kind === 'looked') return fetched;
  const replaced = isOverwritable(change.versionId) && change.etag !== null && fetched.object.etag !== change.etag;
  return replaced ? null : fetched;
}

/** Of what is larger than any document only the beginning is read, which says whether it can be split. */
async function fetchAny(change: Reading, versionId: string | null, objects: RawObjects): Promise<Fetched | null> {
  const isLarge = change.kind === 'written' && change.bytes !== null && change.bytes > LIMITS.objectBytes;
  const object = isLarge ? null : await objects.read(change, versionId).catch(orTooLarge);
  if (object instanceof Rejection || isLarge) {
    const head = await objects.slice(change, versionId, 0, LIMITS.windowBytes + LIMITS.overhangBytes);
    return head === null ? null : { object: head, size: head.size };
  }
  return object === null ? null : { object, size: object.bytes.length };
}

/** In a bucket without versions, or where they are suspended, a write replaces the bytes of its predecessor. */
function isOverwritable(versionId: string | null): boolean {
  return versionId === null || versionId === 'null';
}

/** What of a change says where its bytes came from. */
export type Origin = Pick<Reading, 'bucket' | 'key' | 'member' | 'versionId' | 'at'>;

/** Throws `Rejection` for what cannot be read. */
export async function readRecord(
  change: Origin,
  object: StoredObject,
  reader: Reader,
  beside: Hints | null,
): Promise<ArticleRecord> {
  const { contentType, contentEncoding } = object;
  const mapping = readMapping(object.metadata);
  const document = openDocument(object.bytes, { contentType, contentEncoding, name: change.key, mapping });
  const given = hintsWith(readHints(object.metadata), beside);
  return recordOf(change, document, hintsFor(document, given), object, reader);
}

async function recordOf(
  change: Origin,
  document: RawDocument,
  hints: Hints,
  object: StoredObject,
  reader: Reader,
): Promise<ArticleRecord> {
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
