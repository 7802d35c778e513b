/** A tar archive in, its files out. Promise: links, devices and folders are no files; a name is a name and never a path; what is cut off or damaged is named. */
import { Rejection } from '../../rejection.ts';
import { latin } from '../zip.ts';

export const BLOCK = 512;
const SPARSE = 'S';
const FILE_TYPES: ReadonlySet<string> = new Set(['0', '\0', '7', SPARSE]);
/** A name longer than this in a header of its own is an attack. */
export const LONG_NAME = 64 * 1024;

export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Why the bytes are not to be read. */
  readonly flaw: Rejection | null;
}

/** The oldest kind has no mark, but a sum that only a header has. */
export function isTar(bytes: Uint8Array): boolean {
  if (bytes.length < BLOCK) return false;
  if (latin(bytes.subarray(257, 262)) === 'ustar') return true;
  const [name, mode, sum] = [[0, 100] as const, [100, 108] as const, [148, 156] as const].map(([from, until]) =>
    latin(bytes.subarray(from, until)),
  );
  const isNamed = /^[^\0]{1,100}\0{0,99}$/.test(name ?? '');
  return (
    isNamed &&
    [mode, sum].every((field) => /^[ 0-7]{5,7}[\0 ]{1,3}$/.test(field ?? '')) &&
    isHeader(bytes.subarray(0, BLOCK))
  );
}

/** `most`: one more than these is enough to see that there are too many. */
export function tarFiles(bytes: Uint8Array, most: number): readonly Packed[] {
  const files: Packed[] = [];
  let longName: string | null = null;
  for (let at = 0; at < bytes.length && files.length <= most; ) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((value) => value === 0)) break;
    if (header.length < BLOCK || !isHeader(header)) {
      files.push({ name: `@${at}`, bytes: new Uint8Array(), flaw: flawOf(header.length < BLOCK) });
      break;
    }
    const size = sizeOf(header);
    const data = bytes.subarray(at + BLOCK, at + BLOCK + size);
    const type = typeOf(header);
    if (isNaming(type)) longName = nameIn(type, data.subarray(0, LONG_NAME)) ?? longName;
    else if (type !== 'g') {
      const name = longName ?? headerName(header);
      longName = null;
      const flaw = data.length < size ? flawOf(true) : holes(type);
      if (isFile(type, name)) files.push({ name, bytes: data, flaw });
    }
    at += BLOCK + padded(size);
  }
  return files;
}

/** Of headers: what stands behind one of this type is the name of the next. */
export function isNaming(type: string): boolean {
  return type === 'L' || type === 'x';
}

/** Null when the data name nothing. */
export function nameIn(type: string, data: Uint8Array): string | null {
  return type === 'L' ? textOf(data) : paxPath(textOf(data));
}

export function isFile(type: string, name: string): boolean {
  return FILE_TYPES.has(type) && !name.endsWith('/');
}

/** GNU tar leaves out blocks of zeros when it is told to, and says where they were. Null for a file that is whole. */
export function holes(type: string): Rejection | null {
  const message =
    'This member was packed without its blocks of zeros (a sparse file): pack the archive without --sparse.';
  return type === SPARSE ? new Rejection('document.unsupported-format', message) : null;
}

export function typeOf(header: Uint8Array): string {
  return latin(header.subarray(156, 157));
}

/** Bytes behind the header. */
export function sizeOf(header: Uint8Array): number {
  return numberAt(header, 124, 12);
}

/** Up to the next header. */
export function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}

export function flawOf(isCut: boolean): Rejection {
  return isCut
    ? new Rejection('document.truncated', 'The tar archive ends in the middle of this member: upload the whole file.')
    : new Rejection('document.damaged', 'The tar archive is damaged from here on: upload the file again.');
}

/** The sum of all bytes of the header, its own field read as blanks. */
export function isHeader(header: Uint8Array): boolean {
  const blanks = header.reduce((sum, value, at) => sum + (at >= 148 && at < 156 ? 0x20 : value), 0);
  return blanks === numberAt(header, 148, 8);
}

/** Octal digits, or, for what is too large for them, bytes behind a first one of 0x80. Never less than zero. */
function numberAt(header: Uint8Array, at: number, length: number): number {
  const field = header.subarray(at, at + length);
  if (((field[0] ?? 0) & 0x80) !== 0) return field.subarray(1).reduce((sum, value) => sum * 256 + value, 0);
  return Number.parseInt(/[0-7]+/.exec(latin(field))?.[0] ?? '0', 8);
}

export function headerName(header: Uint8Array): string {
  const [name, prefix] = [textOf(header.subarray(0, 100)), textOf(header.subarray(345, 500))];
  const isPosix = latin(header.subarray(257, 263)) === 'ustar\0';
  return isPosix && prefix !== '' ? `${prefix}/${name}` : name;
}

/** `27 path=a/long/name.html` //=> `a/long/name.html`, the last one that is stated. */
function paxPath(records: string): string | null {
  const paths = [...records.matchAll(/^\d{1,6} path=([^\n]{1,65536})$/gm)].map(([, path]) => path);
  return paths.at(-1) ?? null;
}

function textOf(field: Uint8Array): string {
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}
