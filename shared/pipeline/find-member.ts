/** A container and the name of one of its members in, that member out; null when it is not there. Promise: whatever the container's length, no more of it is held than of a portion. */
import type { ObjectRef } from '../core/change.ts';
import type { Portion } from '../core/container-task.ts';
import type { Member } from '../core/intake/containers/member.ts';
import { isInside } from '../core/intake/containers/names-inside.ts';
import { unnested } from '../core/intake/containers/nested.ts';
import { readMapping } from '../core/intake/formats/mapping.ts';
import { LIMITS } from '../core/limits.ts';
import { openStream } from './object-stream.ts';
import type { RawObjects, StoredObject } from './ports.ts';
import { readPortion } from './read-portion.ts';
import { tarMembers, type Wanted } from './read-tar.ts';
import { zipDirectory, zipNames } from './read-zip.ts';
import { PORTION_SIZES, type Split } from './split.ts';
import { splitObject } from './split-any.ts';

export interface Found {
  readonly member: Member;
  readonly object: StoredObject;
}

export async function findMember(
  ref: ObjectRef,
  name: string,
  versionId: string | null,
  objects: RawObjects,
): Promise<Found | null> {
  const split = await splitObject(ref, versionId, PORTION_SIZES, objects);
  const portion = split === null ? null : oneFor(split);
  if (portion === null) return null;
  if (portion.format === 'tar') return inTar(ref, name, portion, objects);
  const place = portion.format === 'zip' ? await placeInZip(ref, name, versionId, objects) : placeIn(name);
  const meant =
    portion.format === null ? portion : place === null ? null : { ...portion, from: place, until: place + 1 };
  const read = meant === null ? null : await readPortion(ref, { ...meant, isWindow: false, versionId }, objects, name);
  const placed = read?.placed.find(({ member }) => member.name === name);
  return read === null || placed === undefined ? null : { member: placed.member, object: read.object };
}

/** All of it. */
function oneFor({ portions }: Split): Portion | null {
  const [first, last] = [portions.at(0), portions.at(-1)];
  return first === undefined || last === undefined ? null : { ...first, until: last.until };
}

/** The name of a member of a long container says where it begins: `@4096`. */
function placeIn(name: string): number | null {
  const place = /^@(\d{1,10})(?:\+\d{1,10})?$/.exec(name)?.[1];
  return place === undefined ? null : Number(place);
}

async function placeInZip(
  ref: ObjectRef,
  name: string,
  versionId: string | null,
  objects: RawObjects,
): Promise<number | null> {
  const directory = await zipDirectory(ref, versionId, objects);
  const names = directory === null ? [] : zipNames(directory.entries);
  const at = names.findIndex((file) => file === name || isInside(name, file));
  return at < 0 ? null : at;
}

async function inTar(
  ref: ObjectRef,
  name: string,
  { packing, versionId }: Portion,
  objects: RawObjects,
): Promise<Found | null> {
  const stream = await openStream(ref, versionId, packing ?? null, objects);
  if (stream === null) return null;
  try {
    const isMeant: Wanted = (file) => file.name === name || isInside(name, file.name);
    const files = await tarMembers(stream.front, LIMITS.streamedBytes, isMeant);
    const placed = unnested(files, readMapping(stream.object.metadata), name).find(
      ({ member }) => member.name === name,
    );
    return placed === undefined ? null : { member: placed.member, object: stream.object };
  } finally {
    await stream.close();
  }
}
