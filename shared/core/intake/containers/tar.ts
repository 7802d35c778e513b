/** A tar archive in, its files out. Promise: links, devices and folders are no files; a name is a name and never a path; what is cut off or damaged is named. */
import { Rejection } from '../../rejection.ts';
import { latin } from '../zip.ts';

const BLOCK = 512;
const FILE_TYPES: ReadonlySet<string> = new Set(['0', '\0', '7']);
/** A name longer than this in a header of its own is an attack. */
const LONG_NAME = 64 * 1024;

export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Why the bytes are not to be read. */
  readonly flaw: Rejection | null;
}

export function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= BLOCK && latin(bytes.subarray(257, 262)) === 'ustar';
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
    const size = numberAt(header, 124, 12);
    const data = bytes.subarray(at + BLOCK, at + BLOCK + size);
    const type = latin(header.subarray(156, 157));
    if (type === 'L') longName = textOf(data.subarray(0, LONG_NAME));
    else if (type === 'x') longName = paxPath(textOf(data.subarray(0, LONG_NAME))) ?? longName;
    else if (type !== 'g') {
      const name = longName ?? headerName(header);
      longName = null;
      if (FILE_TYPES.has(type) && !name.endsWith('/'))
        files.push({ name, bytes: data, flaw: data.length < size ? flawOf(true) : null });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function flawOf(isCut: boolean): Rejection {
  return isCut
    ? new Rejection('document.truncated', 'The tar archive ends in the middle of this member: upload the whole file.')
    : new Rejection('document.damaged', 'The tar archive is damaged from here on: upload the file again.');
}

/** The sum of all bytes of the header, its own field read as blanks. */
function isHeader(header: Uint8Array): boolean {
  const blanks = header.reduce((sum, value, at) => sum + (at >= 148 && at < 156 ? 0x20 : value), 0);
  return blanks === numberAt(header, 148, 8);
}

/** Octal digits, or, for what is too large for them, bytes behind a first one of 0x80. Never less than zero. */
function numberAt(header: Uint8Array, at: number, length: number): number {
  const field = header.subarray(at, at + length);
  if (((field[0] ?? 0) & 0x80) !== 0) return field.subarray(1).reduce((sum, value) => sum * 256 + value, 0);
  return Number.parseInt(/[0-7]+/.exec(latin(field))?.[0] ?? '0', 8);
}

function headerName(header: Uint8Array): string {
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
