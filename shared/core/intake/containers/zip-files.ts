/**
 * A zip archive in, its files out. Promise: nothing is unpacked until it is asked for, and then no more than the limit; locked files
 * are named as such; without the directory at its end (an upload that was cut off) the files before the cut are still found.
 */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { dataOf } from './zip-data.ts';
import { type DirectoryPlace, directoryPlace, directoryRead } from './zip-directory.ts';
import { cutOff, damaged, dataFrom, type Entry } from './zip-entry.ts';
import { zipFront } from './zip-front.ts';

export interface ZipFile {
  readonly name: string;
  /** Throws `Rejection`. */
  readonly bytes: () => Uint8Array;
  /** Bytes as it lies there, and never more than it says that it unpacks to. */
  readonly size: number;
}

export function zipFiles(bytes: Uint8Array, most: number): readonly ZipFile[] {
  const { entries, rest } = listed(bytes, most);
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > LIMITS.zipInflatedBytes) {
    const gib = LIMITS.zipInflatedBytes / 1024 ** 3;
    throw new Rejection(
      'document.inflates-too-large',
      `The members of the zip archive unpack to more than ${gib} GiB.`,
    );
  }
  const files = entries.filter(({ name }) => !name.endsWith('/'));
  return [
    ...files.map((entry) => ({ name: entry.name, size: sizeOf(entry), bytes: () => dataOf(bytes, entry) })),
    ...rest,
  ];
}

interface Listed {
  readonly entries: readonly Entry[];
  /** What could not be read, as a file that says so. */
  readonly rest: readonly ZipFile[];
}

function listed(bytes: Uint8Array, most: number): Listed {
  const place = directoryPlace(bytes, 0);
  return (place === null ? null : fromDirectory(bytes, place)) ?? fromFront(bytes, most);
}

/** Null where none is: what looks like its end may stand in a zip that is a file of a cut one. */
function fromDirectory(bytes: Uint8Array, place: DirectoryPlace): Listed | null {
  const { entries, brokenAt } = directoryRead(bytes.subarray(place.from, Math.max(place.from, place.until)), place);
  if (brokenAt === 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    entries: entries.map((entry) => ({ ...entry, from: dataFrom(view, entry.local) })),
    rest: brokenAt === null ? [] : [broken(place.from + brokenAt, damaged('directory'))],
  };
}

function fromFront(bytes: Uint8Array, most: number): Listed {
  const { entries, at } = zipFront(bytes, most);
  return { entries, rest: [broken(at, cutOff())] };
}

export function sizeOf({ packed, unpacked }: Entry): number {
  return Math.min(packed, unpacked);
}

function broken(at: number, why: Rejection): ZipFile {
  return {
    name: `@${at}`,
    size: 0,
    bytes: () => {
      throw why;
    },
  };
}
