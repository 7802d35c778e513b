/**
 * A portion of a container in, its members out, each with its place. Promise: no more is read of a long container than the portion and a
 * little beyond it; null when the bytes are gone.
 */
import type { ObjectRef } from '../core/change.ts';
import type { Portion } from '../core/container-task.ts';
import { bounded, type LongFormat, type Placed, readWindow, tooLong } from '../core/intake/containers/long-format.ts';
import { LONG_FORMATS } from '../core/intake/containers/long-formats.ts';
import { unreadable } from '../core/intake/containers/member.ts';
import { openContainer } from '../core/intake/containers/open-container.ts';
import { mappingOrNone, readMapping } from '../core/intake/formats/mapping.ts';
import { LIMITS } from '../core/limits.ts';
import type { ObjectSlice, RawObjects, StoredObject } from './ports.ts';
import { readStream } from './read-stream.ts';
import { zipDirectory, zipMembers } from './read-zip.ts';

export interface PortionRead {
  readonly object: StoredObject;
  readonly placed: readonly Placed[];
}

type Objects = Pick<RawObjects, 'read' | 'slice'>;

export async function readPortion(ref: ObjectRef, portion: Portion, objects: Objects): Promise<PortionRead | null> {
  const { format: id, packing } = portion;
  if (id === null) return readWhole(ref, portion, objects);
  if (id === 'zip') return readZip(ref, portion, objects);
  const format = LONG_FORMATS.find((one) => one.id === id);
  if (format === undefined || packing !== undefined) return readStream(ref, portion, format ?? null, objects);
  return readLong(ref, portion, format, objects);
}

async function readZip(
  ref: ObjectRef,
  { from, until, versionId }: Portion,
  objects: Objects,
): Promise<PortionRead | null> {
  const directory = await zipDirectory(ref, versionId, objects);
  if (directory === null) return null;
  const members = await zipMembers(ref, versionId, directory, { from, until }, objects);
  if (members === null) return null;
  return { object: directory.object, placed: members.map((member, at) => ({ member, start: from + at })) };
}

async function readWhole(
  ref: ObjectRef,
  { from, until, versionId }: Portion,
  objects: Objects,
): Promise<PortionRead | null> {
  const object = await objects.read(ref, versionId);
  if (object === null) return null;
  const { bytes, contentType, contentEncoding } = object;
  const mapping = readMapping(object.metadata);
  const found = openContainer(bytes, { contentType, contentEncoding, name: ref.key, mapping });
  const members = found?.members.slice(from, until) ?? [];
  return { object, placed: members.map((member, at) => ({ member, start: from + at })) };
}

async function readLong(
  ref: ObjectRef,
  { from, until, versionId }: Portion,
  format: LongFormat,
  objects: Objects,
): Promise<PortionRead | null> {
  const base = Math.max(0, from - format.before);
  const object = await objects.slice(ref, versionId, base, until + LIMITS.overhangBytes);
  if (object === null) return null;
  const { placed, cutAt } = readWindow(format, stretchOf(object, base), from, until);
  const more = cutAt === null ? [] : await readRecord(ref, cutAt, versionId, format, objects);
  return { object, placed: bounded([...placed, ...more], mostMembers(object.size), LIMITS.windowBytes) };
}

/** A function of the size, so that every reading of a window ends at the same member. */
export function mostMembers(size: number): number {
  const windows = Math.max(1, Math.ceil(size / LIMITS.windowBytes));
  return Math.max(LIMITS.windowMembers, Math.floor(LIMITS.containerMembers / windows));
}

function stretchOf({ bytes, size, metadata }: ObjectSlice, base: number) {
  return { bytes, base, isEnd: base + bytes.length >= size, mapping: mappingOrNone(metadata) };
}

/** A record that is longer than what was read with its window. */
async function readRecord(
  ref: ObjectRef,
  start: number,
  versionId: string | null,
  format: LongFormat,
  objects: Objects,
): Promise<readonly Placed[]> {
  const base = Math.max(0, start - format.before);
  const object = await objects.slice(ref, versionId, base, base + LIMITS.objectBytes);
  if (object === null) return [];
  const { placed, cutAt } = readWindow(format, stretchOf(object, base), start, start + 1);
  if (cutAt === null) return placed;
  return [{ start, member: unreadable(`@${start}`, tooLong(LIMITS.objectBytes / 1024 / 1024)) }];
}
