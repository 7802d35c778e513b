/**
 * The directory of a zip. In: the bytes at its end, then those of the directory. Out: where its files
 * stand. Promise: nothing is unpacked; the form for large files (ZIP64) is read too.
 */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import {
  CENTRAL,
  CENTRAL_BYTES,
  damaged,
  ELSEWHERE,
  type Entry,
  endRecord,
  entryAt,
  isLocator,
  LOCATOR_BYTES,
  MANY,
} from './zip-entry.ts';

/** The end record with the longest comment, the locator before it, and the end record of the large form. */
export const TAIL_BYTES = 66 * 1024;
const LARGE_END = 0x06064b50;
const LARGE_END_BYTES = 56;
const LARGE_FIELDS = 1;

export interface DirectoryPlace {
  readonly from: number;
  readonly until: number;
  readonly count: number;
}

/** Where a file begins with a header of its own, and before which place it ends. */
export interface ZipEntry extends Entry {
  readonly local: number;
  readonly until: number;
}

/** `base`: where in the archive these bytes, its last ones, begin. Null: there is no directory, the upload was cut off. */
export function directoryPlace(tail: Uint8Array, base: number): DirectoryPlace | null {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const end = endRecord(view);
  if (end === null) return null;
  const plain = { from: view.getUint32(end + 16, true), count: view.getUint16(end + 10, true), until: base + end };
  const isElsewhere = plain.from === ELSEWHERE || plain.count === MANY;
  if (!isElsewhere || !isLocator(view, end - LOCATOR_BYTES)) return plain;
  const at = Number(view.getBigUint64(end - LOCATOR_BYTES + 8, true)) - base;
  const isThere = at >= 0 && at + LARGE_END_BYTES <= end && view.getUint32(at, true) === LARGE_END;
  if (!isThere) throw damaged('directory');
  const [count, from] = [view.getBigUint64(at + 32, true), view.getBigUint64(at + 48, true)].map(Number);
  return { from: from ?? 0, count: count ?? 0, until: base + at };
}

export interface DirectoryRead {
  readonly entries: readonly ZipEntry[];
  /** Where it is damaged; null: nowhere. */
  readonly brokenAt: number | null;
}

/** `bytes`: of the directory, which begins at `from` in the archive. Throws `Rejection` for one that lists too many. */
export function directoryRead(bytes: Uint8Array, { from, count }: DirectoryPlace): DirectoryRead {
  if (count > LIMITS.containerMembers) {
    const message = `The container holds more than ${LIMITS.containerMembers} members: upload it in parts.`;
    throw new Rejection('container.too-many-members', message);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    const isEntry = at + CENTRAL_BYTES <= view.byteLength && view.getUint32(at, true) === CENTRAL;
    if (!isEntry) return { entries: ended(entries), brokenAt: at };
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const entry = {
      ...entryAt(view, at, 8, name, at + CENTRAL_BYTES),
      local: view.getUint32(at + 42, true),
      until: from,
    };
    const end = at + CENTRAL_BYTES + name + extra + comment;
    if (end > view.byteLength) return { entries: ended(entries), brokenAt: at };
    entries.push(withLarge(entry, view, at + CENTRAL_BYTES + name, extra));
    at = end;
  }
  return { entries: ended(entries), brokenAt: null };
}

/** The same of one that has to be sound. */
export function directoryEntries(bytes: Uint8Array, place: DirectoryPlace): readonly ZipEntry[] {
  const { entries, brokenAt } = directoryRead(bytes, place);
  if (brokenAt !== null) throw damaged('directory');
  return entries;
}

/** What does not fit into the plain fields stands behind the name, in the order of those fields. */
function withLarge(entry: ZipEntry, view: DataView, from: number, length: number): ZipEntry {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== LARGE_FIELDS) continue;
    const end = Math.min(at + 4 + view.getUint16(at + 2, true), from + length);
    let next = at + 4;
    const large = (value: number): number => {
      if (value !== ELSEWHERE || next + 8 > end) return value;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    const [unpacked, packed, local] = [large(entry.unpacked), large(entry.packed), large(entry.local)];
    return { ...entry, unpacked, packed, local };
  }
  return entry;
}

/** Before the one that stands behind it, or before the directory. */
function ended(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const places = [...new Set(entries.map(({ local }) => local))].sort((a, b) => a - b);
  const next = new Map(places.map((place, at) => [place, places[at + 1]]));
  return entries.map((entry) => ({ ...entry, until: Math.min(next.get(entry.local) ?? entry.until, entry.until) }));
}
