/**
 * A zip archive in, its files out. Promise: nothing is unpacked until it is asked for, and then no more than the limit; locked files
 * are named as such; without the directory at its end (an upload that was cut off) the files before the cut are still found.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { latin } from '../zip.ts';

export interface ZipFile {
  readonly name: string;
  /** Throws `Rejection`. */
  readonly bytes: () => Uint8Array;
}

const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
export const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** The comment behind the end record has at most this many bytes. */
const COMMENT_BYTES = 65_535;
/** Before the end record of an archive in the form for large files, whose fields then say that the figure stands elsewhere. */
const LOCATOR = 0x07064b50;
export const LOCATOR_BYTES = 20;
export const ELSEWHERE = 0xffff_ffff;
const MANY = 0xffff;
const LOCKED = 1;
/** Sizes follow the data, so that they are not known from the front. */
const STREAMED = 8;
const UTF8 = 0x800;

export interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number | null;
  readonly packed: number;
  readonly unpacked: number;
  /** Where the data begin. */
  readonly from: number;
}

export function zipFiles(bytes: Uint8Array, most: number): readonly ZipFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const { entries, rest } = end === null ? fromFront(view, most) : fromDirectory(view, end, most);
  const unpacked = entries.reduce((sum, entry) => sum + (entry.packed === ELSEWHERE ? 0 : entry.unpacked), 0);
  if (unpacked > LIMITS.zipInflatedBytes) {
    const gib = LIMITS.zipInflatedBytes / 1024 ** 3;
    throw new Rejection(
      'document.inflates-too-large',
      `The members of the zip archive unpack to more than ${gib} GiB.`,
    );
  }
  const files = entries.filter(({ name }) => !name.endsWith('/'));
  return [...files.map((entry) => ({ name: entry.name, bytes: () => dataOf(bytes, entry) })), ...rest];
}

export function endRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_BYTES - COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}

interface Listed {
  readonly entries: readonly Entry[];
  /** What could not be read, as a file that says so. */
  readonly rest: readonly ZipFile[];
}

function fromDirectory(view: DataView, end: number, most: number): Listed {
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  if (at === ELSEWHERE || (count === MANY && isLocator(view, end - LOCATOR_BYTES))) throw zip64();
  for (let index = 0; index < count && entries.length <= most; index += 1) {
    const isEntry = at + CENTRAL_BYTES <= view.byteLength && view.getUint32(at, true) === CENTRAL;
    if (!isEntry) return { entries, rest: [broken(at, damaged('directory'))] };
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const local = view.getUint32(at + 42, true);
    entries.push({ ...entryAt(view, at, 8, nameLength ?? 0, at + CENTRAL_BYTES), from: dataFrom(view, local) });
    at += CENTRAL_BYTES + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return { entries, rest: [] };
}

export function isLocator(view: DataView, at: number): boolean {
  return at >= 0 && view.getUint32(at, true) === LOCATOR;
}

/** Behind the local header, whose own lengths count; beyond all data when there is none. */
export function dataFrom(view: DataView, local: number): number {
  if (local + LOCAL_BYTES > view.byteLength || view.getUint32(local, true) !== LOCAL) return view.byteLength;
  return local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

/** `flagsAt`: where the flags stand in this kind of header; method, check sum and sizes follow them in the same order in both kinds. */
export function entryAt(view: DataView, at: number, flagsAt: number, nameLength: number, nameAt: number): Entry {
  const flags = view.getUint16(at + flagsAt, true);
  const nameEnd = Math.min(nameAt + nameLength, view.byteLength);
  const nameBytes = new Uint8Array(view.buffer, view.byteOffset + nameAt, Math.max(0, nameEnd - nameAt));
  return {
    name: nameOf(nameBytes, (flags & UTF8) !== 0),
    flags,
    method: view.getUint16(at + flagsAt + 2, true),
    crc: view.getUint32(at + flagsAt + 8, true),
    packed: view.getUint32(at + flagsAt + 12, true),
    unpacked: view.getUint32(at + flagsAt + 16, true),
    from: 0,
  };
}

/** Old tools write names in the charset of their machine and do not say which: UTF-8 where it fits, else Latin-1. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return latin(bytes);
  }
}

function fromFront(view: DataView, most: number): Listed {
  const entries: Entry[] = [];
  let at = 0;
  while (at + LOCAL_BYTES <= view.byteLength && view.getUint32(at, true) === LOCAL && entries.length <= most) {
    const [nameLength, extra] = [view.getUint16(at + 26, true), view.getUint16(at + 28, true)];
    const from = at + LOCAL_BYTES + nameLength + extra;
    const entry = { ...entryAt(view, at, 6, nameLength, at + LOCAL_BYTES), from };
    if ((entry.flags & STREAMED) !== 0 || from + entry.packed > view.byteLength) break;
    entries.push(entry);
    at = from + entry.packed;
  }
  return { entries, rest: [broken(at, cutOff())] };
}

function broken(at: number, why: Rejection): ZipFile {
  return {
    name: `@${at}`,
    bytes: () => {
      throw why;
    },
  };
}

export function dataOf(bytes: Uint8Array, { flags, method, crc, packed, from }: Entry): Uint8Array {
  if ((flags & LOCKED) !== 0)
    throw new Rejection('document.encrypted', 'This member of the zip archive is locked: pack it without a password.');
  if (packed === ELSEWHERE) throw zip64();
  if (from + packed > bytes.length) throw cutOff();
  const data = bytes.subarray(from, from + packed);
  const inside = method === 0 ? data : method === 8 ? inflated(data) : null;
  if (inside === null)
    throw new Rejection(
      'document.unsupported-format',
      'This member of the zip archive is packed by a method that is not read: pack it with deflate.',
    );
  if (inside.length > LIMITS.inflatedBytes) throw tooLarge();
  if (crc !== null && crc32(inside) !== crc) throw damaged('member');
  return inside;
}

function inflated(data: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: LIMITS.inflatedBytes });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    if (code.startsWith('Z_')) throw damaged('member');
    throw error;
  }
}

export function cutOff(): Rejection {
  return new Rejection(
    'document.truncated',
    'The zip archive ends in the middle: what stands before is read. Upload the whole file.',
  );
}

function zip64(): Rejection {
  return new Rejection(
    'document.unsupported-format',
    'This zip archive is written in the form for large files (ZIP64), which is not read: pack fewer or smaller files, or pack them with tar.',
  );
}

export function damaged(what: string): Rejection {
  return new Rejection('document.damaged', `This ${what} of the zip archive is damaged: upload the file again.`);
}

function tooLarge(): Rejection {
  const most = LIMITS.inflatedBytes / 1024 / 1024;
  return new Rejection(
    'document.inflates-too-large',
    `This member of the zip archive unpacks to more than ${most} MiB.`,
  );
}
