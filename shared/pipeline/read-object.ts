/**
 * A written object in, the row that it deserves out. Promise: whatever the bytes are, it is a stored row, a rejected row, or
 * null for an object that is gone; what it throws is cured by a retry.
 */
import { assembleRecord } from '../core/assemble.ts';
import type { WrittenChange } from '../core/change.ts';
import { NO_PROFILE } from '../core/document.ts';
import { openDocument } from '../core/intake/open.ts';
import { LIMITS } from '../core/limits.ts';
import { readHints } from '../core/metadata-hints.ts';
import { type Refusal, type RowWrite, rejectedRow, storedRow } from '../core/object-row.ts';
import type { ArticleRecord } from '../core/record.ts';
import { Rejection } from '../core/rejection.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { placeRecord } from './place-record.ts';
import type { Bodies, RawObjects, Reader, StoredObject } from './ports.ts';
import { ReaderStopped } from './reader-stopped.ts';

export interface ReadPorts {
  readonly objects: RawObjects;
  readonly reader: Reader;
  readonly bodies: Bodies;
}

/** `receives` counts how often the queue has handed the message out, from 1. */
export async function readObject(change: WrittenChange, receives: number, ports: ReadPorts): Promise<RowWrite | null> {
  try {
    const object = await fetchObject(change, ports.objects);
    if (object === null) return null;
    const record = await readRecord(change, object, ports.reader);
    return storedRow(change, record, object.lastModified, await placeRecord(record, ports.bodies));
  } catch (error) {
    return rejectedRow(change, refusalOf(error, receives));
  }
}

/** Gives null also for an object that was replaced before it was read: the change that replaced it tells of it. */
async function fetchObject(change: WrittenChange, objects: RawObjects): Promise<StoredObject | null> {
  if (change.bytes !== null && change.bytes > LIMITS.objectBytes) throw tooLarge(change.bytes);
  const object = await objects.read(change, change.versionId);
  if (object === null) return null;
  const replaced = change.versionId === null && change.etag !== null && object.etag !== change.etag;
  return replaced ? null : object;
}

async function readRecord(change: WrittenChange, object: StoredObject, reader: Reader): Promise<ArticleRecord> {
  const { contentType, contentEncoding } = object;
  const hints = readHints(object.metadata);
  const document = openDocument(object.bytes, { contentType, contentEncoding, name: change.key });
  const article = await reader.read(document, hints, NO_PROFILE);
  const { bucket, key, member, versionId } = change;
  const place = { bucket, key, member, versionId, path: null, etag: object.etag };
  return assembleRecord(article, hints, { ...place, document, ingestedAt: change.at, storedAt: object.lastModified });
}

/** A rejection is told apart by type; everything else goes on upwards, to the queue. */
function refusalOf(error: unknown, receives: number): Refusal {
  if (error instanceof Rejection) return { code: error.code, message: error.message, stopped: false };
  const lastWord = error instanceof ReaderStopped && receives >= STORE_LIMITS.stoppedReceives;
  if (lastWord) return { code: error.code, message: error.message, stopped: true };
  throw error;
}

function tooLarge(bytes: number): Rejection {
  const message = `The object has ${bytes} bytes; at most ${LIMITS.objectBytes} are read. Split it or drop its text only.`;
  return new Rejection('document.too-large', message);
}
