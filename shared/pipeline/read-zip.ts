/**
 * A long zip by its directory: some of its files by their places in it. In: which. Out: members. Promise: only the directory and the bytes
 * of those files are read; what is unpacked is bounded, and only when it is opened.
 */
import type { ObjectRef } from '../core/change.ts';
import { tooLong } from '../core/intake/containers/long-format.ts';
import { type Member, uniqueNames, unreadable } from '../core/intake/containers/member.ts';
import { fileName } from '../core/intake/containers/names-inside.ts';
import { fileMember, mostInside, realShare } from '../core/intake/containers/open-container.ts';
import { dataOf } from '../core/intake/containers/zip-data.ts';
import {
  directoryEntries,
  directoryPlace,
  TAIL_BYTES,
  type ZipEntry,
} from '../core/intake/containers/zip-directory.ts';
import { cutOff, damaged, dataFrom } from '../core/intake/containers/zip-entry.ts';
import { sizeOf } from '../core/intake/containers/zip-files.ts';
import { LIMITS } from '../core/limits.ts';
import { Rejection } from '../core/rejection.ts';
import type { ObjectSlice, RawObjects } from './ports.ts';

type Objects = Pick<RawObjects, 'slice'>;

const MOST_MIB = LIMITS.objectBytes / 1024 / 1024;

export interface ZipDirectory {
  readonly object: ObjectSlice;
  readonly entries: readonly ZipEntry[];
}

/** Null when it is gone. Throws `Rejection` for one that cannot be read. */
export async function zipDirectory(
  ref: ObjectRef,
  versionId: string | null,
  objects: Objects,
): Promise<ZipDirectory | null> {
  const size = (await objects.slice(ref, versionId, 0, 1))?.size ?? null;
  if (size === null) return null;
  const base = Math.max(0, size - TAIL_BYTES);
  const object = await objects.slice(ref, versionId, base, size);
  if (object === null) return null;
  const place = directoryPlace(object.bytes, base);
  if (place === null) throw withoutDirectory();
  const { from, until } = place;
  if (from > until || until > size) throw damaged('directory');
  if (until - from > LIMITS.zipDirectoryBytes) {
    const message = `The directory of the zip archive has more than ${LIMITS.zipDirectoryBytes / 1024 / 1024} MiB: upload it in parts.`;
    throw new Rejection('container.too-many-members', message);
  }
  const bytes = await rangeOf(ref, versionId, from, until, objects);
  if (bytes === null) return null;
  const entries = directoryEntries(bytes, place);
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > LIMITS.longZipInflatedBytes) {
    const gib = LIMITS.longZipInflatedBytes / 1024 ** 3;
    throw new Rejection(
      'document.inflates-too-large',
      `The members of the zip archive unpack to more than ${gib} GiB.`,
    );
  }
  return { object, entries: entries.filter(({ name }) => !name.endsWith('/')) };
}

/** A short one is read from its front then; of a long one every message would have to read all before its members. */
function withoutDirectory(): Rejection {
  const mib = LIMITS.objectBytes / 1024 / 1024;
  const message = `The zip archive ends in the middle, and the list of its files stood at its end: upload the whole file. (Of one of up to ${mib} MiB, what stands before the cut is read.)`;
  return new Rejection('document.truncated', message);
}

/** More than one answer may hold. */
async function rangeOf(
  ref: ObjectRef,
  versionId: string | null,
  from: number,
  until: number,
  objects: Objects,
): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  for (let at = from; at < until; at += LIMITS.pieceBytes) {
    const piece = await objects.slice(ref, versionId, at, Math.min(until, at + LIMITS.pieceBytes));
    if (piece === null) return null;
    pieces.push(piece.bytes);
  }
  return Buffer.concat(pieces);
}

/** Members from one place in the directory to before another; null when the bytes are gone. */
export async function zipMembers(
  ref: ObjectRef,
  versionId: string | null,
  { entries, object }: ZipDirectory,
  { from, until }: { readonly from: number; readonly until: number },
  objects: Objects,
): Promise<readonly Member[] | null> {
  const names = zipNames(entries);
  const files = entries.map((entry) => ({ size: sizeOf(entry) }));
  const real = realShare(files, object.size);
  const members: Member[] = [];
  for (const run of runsOf(entries.slice(from, until))) {
    const [first, last] = [run.at(0)?.local ?? 0, run.at(-1)?.until ?? 0];
    const why = last <= first ? damaged('directory') : last - first > LIMITS.objectBytes ? tooLong(MOST_MIB) : null;
    const slice = why === null ? await objects.slice(ref, versionId, first, last) : null;
    if (slice === null && why === null) return null;
    for (const entry of run) {
      const name = names[from + members.length] ?? entry.name;
      const bytes = slice?.bytes ?? null;
      members.push(
        bytes === null
          ? unreadable(name, why ?? cutOff())
          : fileMember(name, () => fileOf(entry, bytes, first), {
              depth: 0,
              most: mostInside(sizeOf(entry) * real, entries.length),
            }),
      );
    }
  }
  return members;
}

/** Of the members, in the order of the directory. */
export function zipNames(entries: readonly ZipEntry[]): readonly string[] {
  return uniqueNames(entries.map(({ name }) => unreadable(fileName(name), cutOff()))).map(({ name }) => name);
}

function fileOf(entry: ZipEntry, bytes: Uint8Array, base: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const local = entry.local - base;
  return dataOf(bytes, { ...entry, from: local < 0 ? bytes.length : dataFrom(view, local) });
}

/** Neighbours are asked for together, as far as they fit into one piece. `most`: members of one run. */
export function runsOf(entries: readonly ZipEntry[], most: number = entries.length): readonly (readonly ZipEntry[])[] {
  const runs: ZipEntry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    const [first, last] = [run?.[0], run?.at(-1)];
    const isSound = entry.until > entry.local;
    const follows = first !== undefined && last !== undefined && isSound && entry.local >= last.local;
    if (follows && (run?.length ?? 0) < most && entry.until - first.local <= LIMITS.pieceBytes) run?.push(entry);
    else runs.push([entry]);
  }
  return runs;
}
