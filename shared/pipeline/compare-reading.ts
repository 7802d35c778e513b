/**
 * What a replay would change of one object. In: its row, and the extractor of this machine. Out: what is stored, what would be, and
 * where they differ. Promise: nothing is written; what it throws is no fact about the object.
 */

import { fileBeside } from '../core/beside.ts';
import type { ObjectRow } from '../core/object-row.ts';
import type { ArticleRecord } from '../core/record.ts';
import { changedFields } from '../core/record-difference.ts';
import { Rejection } from '../core/rejection.ts';
import { readSidecar } from '../core/sidecar.ts';
import { fetchRecord } from './place-record.ts';
import type { Bodies, RawObjects, Reader } from './ports.ts';
import { readAgain } from './read-again.ts';
import { PORTION_SIZES } from './split.ts';
import { splitObject } from './split-any.ts';

export interface ComparePorts {
  readonly objects: RawObjects;
  readonly bodies: Pick<Bodies, 'get'>;
  readonly reader: Reader;
}

/** A record, or the code for which the object was refused. */
export type Read = { readonly record: ArticleRecord } | { readonly code: string };

export type Comparison =
  | { readonly kind: 'same'; readonly key: string }
  /** The bytes of the row's version are not there any more: a replay would change nothing. */
  | { readonly kind: 'gone'; readonly key: string }
  | {
      readonly kind: 'changed';
      readonly key: string;
      /** `stored`, or a code. */
      readonly from: string;
      readonly to: string;
      /** Of two records; empty when there is only one. */
      readonly fields: readonly string[];
      readonly before: ArticleRecord | null;
      readonly after: ArticleRecord | null;
    };

export async function compareReading(row: ObjectRow, ports: ComparePorts): Promise<Comparison> {
  const { key } = row;
  const after = await readAnew(row, ports);
  if (after === null) return { kind: 'gone', key };
  return comparison(key, await storedReading(row, ports), after);
}

export function comparison(key: string, before: Read, after: Read): Comparison {
  const [old, young] = [recordOf(before), recordOf(after)];
  const [from, to] = [stateOf(before), stateOf(after)];
  const fields = old === null || young === null ? [] : changedFields(old, young);
  if (from === to && fields.length === 0) return { kind: 'same', key };
  return { kind: 'changed', key, from, to, fields, before: old, after: young };
}

export async function storedReading(row: ObjectRow, { bodies }: Pick<ComparePorts, 'bodies'>): Promise<Read> {
  if (row.state === 'stored') return { record: await fetchRecord(row, bodies) };
  return { code: row.state === 'rejected' ? row.code : row.state };
}

/** Null when the bytes are gone. */
async function readAnew(row: ObjectRow, { objects, reader }: ComparePorts): Promise<Read | null> {
  const { bucket, key, member, versionId, changedAt } = row;
  try {
    // Its members are compared one by one, beside it.
    if (row.state === 'container' || (await isContainer(row, objects))) return { code: 'container' };
    // Of metadata that can be understood no field is compared: the file that they are of is, with them.
    if (await isSidecar(row, objects)) return { code: 'sidecar' };
    const origin = { bucket, key, member, versionId, at: changedAt };
    const record = await readAgain(origin, { objects, reader }, row.beside ?? null);
    return record === null ? null : { record };
  } catch (error) {
    if (error instanceof Rejection) return { code: error.code };
    throw error;
  }
}

async function isSidecar({ bucket, key, member, versionId }: ObjectRow, objects: RawObjects): Promise<boolean> {
  if (member !== null || fileBeside(key) === null) return false;
  const object = await objects.read({ bucket, key, member }, versionId);
  return object !== null && readSidecar(object.bytes, { ...object, name: key }) !== null;
}

/** Also a file that an older extractor refused. */
async function isContainer(row: ObjectRow, objects: RawObjects): Promise<boolean> {
  return row.member === null && (await splitObject(row, row.versionId, PORTION_SIZES, objects)) !== null;
}

function recordOf(read: Read): ArticleRecord | null {
  return 'record' in read ? read.record : null;
}

function stateOf(read: Read): string {
  return 'record' in read ? 'stored' : read.code;
}
