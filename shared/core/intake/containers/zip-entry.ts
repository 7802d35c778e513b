/** Headers and the end record of a zip, each at its place in. Out: what they state. Promise: nothing is unpacked, and no place is believed that is not there. */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { latin } from '../zip.ts';

export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
const END = 0x06054b50;
export const LOCAL_BYTES = 30;
export const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** The comment behind the end record has at most this many bytes. */
const COMMENT_BYTES = 65_535;
/** Before the end record of an archive in the form for large files, whose fields then say that the figure stands elsewhere. */
const LOCATOR = 0x07064b50;
export const LOCATOR_BYTES = 20;
export const ELSEWHERE = 0xffff_ffff;
export const MANY = 0xffff;
export const LOCKED = 1;
/** Sizes follow the data, so that they are not known from the front. */
export const STREAMED = 8;
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

/** The last one whose comment ends where the bytes do: a comment may hold its mark. With bytes behind it, the last one that may be true. */
export function endRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_BYTES - COMMENT_BYTES);
  let last: number | null = null;
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength) return at;
    const directory = view.getUint32(at + 12, true);
    if (directory <= LIMITS.zipDirectoryBytes || directory === ELSEWHERE) last ??= at;
  }
  return last;
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

export function cutOff(): Rejection {
  return new Rejection(
    'document.truncated',
    'The zip archive ends in the middle: what stands before is read. Upload the whole file.',
  );
}

export function damaged(what: string): Rejection {
  return new Rejection('document.damaged', `This ${what} of the zip archive is damaged: upload the file again.`);
}
