/** A container and the name of one of its members in, that member out; null when it is not there. Promise: whatever the container's length, no more of it is held than of a portion. */
import type { ObjectRef } from '../core/change.ts';
import type { Portion } from '../core/container-task.ts';
import type { Placed } from '../core/intake/containers/long-format.ts';
import type { Member } from '../core/intake/containers/member.ts';
import { isInside } from '../core/intake/containers/names-inside.ts';
import { membersInside } from '../core/intake/containers/nested.ts';
import { readMapping } from '../core/intake/formats/mapping.ts';
import { LIMITS } from '../core/limits.ts';
import { openStream } from './object-stream.ts';
import type { RawObjects, StoredObject } from './ports.ts';
import { readPortion } from './read-portion.ts';
import { tarMembers } from './read-tar.ts';
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
  const read = meant === null ? null : await readPortion(ref, { ...meant, isWindow: false, versionId }, objects);
  const member = read === null ? undefined : named(name, read.placed, read.object);
  return read === null || member === undefined ? null : { member, object: read.object };
}

/** Of an archive, files that do not hold it are not opened. */
function named(name: string, placed: readonly Placed[], { metadata }: StoredObject): Member | undefined {
  const files = placed.map(({ member }) => member).filter((member) => mayBe(name, member.name));
  return files
    .flatMap((member) => membersInside(member, readMapping(metadata)) ?? [member])
    .find((member) => member.name === name);
}

function mayBe(name: string, file: string): boolean {
  return file === name || isInside(name, file);
}

/** All of it. */
function oneFor({ portions }: Split): Portion | null {
  const [first, last] = [portions.at(0), portions.at(-1)];
  return first === undefined || last === undefined ? null : { ...first, until: last.until };
}

/** The name of a member of a long container says where it begins: `@4096`, also where several begin there, `@4096/articles/1`. */
function placeIn(name: string): number | null {
  const place = /^@(\d{1,10})(?:\+\d{1,10}$|[/@]|$)/.exec(name)?.[1];
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
  const at = names.findIndex((file) => mayBe(name, file));
  return at < 0 ? null : at;
}

async function inTar(
  ref: ObjectRef,
  name: string,
  { packing, versionId, most = LIMITS.windowMembers }: Portion,
  objects: RawObjects,
): Promise<Found | null> {
  const stream = await openStream(ref, versionId, packing ?? null, objects);
  if (stream === null) return null;
  try {
    const files = await tarMembers(stream.front, LIMITS.streamedBytes, most, (file) => mayBe(name, file.name));
    const member = named(name, files, stream.object);
    return member === undefined ? null : { member, object: stream.object };
  } finally {
    await stream.close();
  }
}
