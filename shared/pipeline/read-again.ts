/**
 * What a row was made from, read once more. In: an object or a member of one, and its version. Out: its record by today's extractor; null
 * when the bytes are gone. Promise: nothing is written; throws `Rejection` for what cannot be read.
 */

import type { ObjectRef } from '../core/change.ts';
import type { Hints } from '../core/document.ts';
import { longFormat } from '../core/intake/containers/long-formats.ts';
import type { Member } from '../core/intake/containers/member.ts';
import { openContainer } from '../core/intake/containers/open-container.ts';
import { readMapping } from '../core/intake/formats/mapping.ts';
import { LIMITS } from '../core/limits.ts';
import type { ArticleRecord } from '../core/record.ts';
import type { RawObjects, Reader, StoredObject } from './ports.ts';
import { type Origin, readMemberRecord, readRecord } from './read-object.ts';
import { readPortion } from './read-portion.ts';

export interface AgainPorts {
  readonly objects: RawObjects;
  readonly reader: Reader;
}

/** `beside`: what the file of metadata beside it says; null: nothing. */
export async function readAgain(
  origin: Origin,
  { objects, reader }: AgainPorts,
  beside: Hints | null = null,
): Promise<ArticleRecord | null> {
  const { member, versionId } = origin;
  if (member === null) {
    const object = await objects.read(origin, versionId);
    return object === null ? null : readRecord(origin, object, reader, beside);
  }
  const found = await findMember(origin, member, versionId, objects);
  return found === null ? null : readMemberRecord(origin, found.member, found.object, reader);
}

interface Found {
  readonly member: Member;
  readonly object: StoredObject;
}

/** The name of a member of a long container says where it begins: `@4096`. */
async function findMember(
  ref: ObjectRef,
  name: string,
  versionId: string | null,
  objects: RawObjects,
): Promise<Found | null> {
  const place = /^@(\d{1,10})(?:\+\d{1,10})?$/.exec(name)?.[1];
  const head = await objects.slice(ref, versionId, 0, LIMITS.windowBytes + LIMITS.overhangBytes);
  if (head === null) return null;
  const format = longFormat(head.bytes, head.size);
  if (format !== null && place !== undefined) {
    const from = Number(place);
    const meant = { from, until: from + 1, skip: 0, take: null, isWindow: false, versionId };
    const portion = { kind: 'portion', format: format.id, ...meant } as const;
    const read = await readPortion(ref, portion, objects);
    const placed = read?.placed.find(({ member }) => member.name === name);
    return read === null || placed === undefined ? null : { member: placed.member, object: read.object };
  }
  const object = await objects.read(ref, versionId);
  if (object === null) return null;
  const { bytes, contentType, contentEncoding } = object;
  const container = openContainer(bytes, {
    contentType,
    contentEncoding,
    name: ref.key,
    mapping: readMapping(object.metadata),
  });
  const member = container?.members.find((one) => one.name === name);
  return member === undefined ? null : { member, object };
}
