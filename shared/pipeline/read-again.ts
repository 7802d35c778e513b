/**
 * What a row was made from, read once more. In: an object or a member of one, and its version. Out: its record by today's extractor; null
 * when the bytes are gone. Promise: nothing is written; throws `Rejection` for what cannot be read.
 */

import type { Hints } from '../core/document.ts';
import type { ArticleRecord } from '../core/record.ts';
import { findMember } from './find-member.ts';
import type { RawObjects, Reader } from './ports.ts';
import { type Origin, readMemberRecord, readRecord } from './read-object.ts';

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
