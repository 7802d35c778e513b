/** A zip in; what it is called and whether it is locked out. Promise: nothing is unpacked; the names of its files say what it is, and never what stands in them. */
import { Rejection } from '../rejection.ts';
import { directoryPlace, directoryRead } from './containers/zip-directory.ts';
import { dataFrom, entryAt, LOCAL_BYTES } from './containers/zip-entry.ts';
import { latin } from './zip.ts';

const FILE = 'PK\x03\x04';
const SIGNATURES: readonly string[] = [FILE, 'PK\x05\x06', 'PK\x07\x08'];
const PLAIN = 'a zip archive';

/** Books and open documents say what they are in their first file, which is never packed. */
const TYPES: readonly (readonly [string, string])[] = [
  ['application/epub+zip', 'an EPUB book'],
  ['application/vnd.oasis.opendocument', 'an OpenDocument file'],
];
const TYPE_NAME = 'mimetype';
const TYPE_BYTES = 60;

/** Office documents list their parts in one file and keep them in a folder; either alone proves nothing. */
const PARTS = '[Content_Types].xml';
const FOLDERS: readonly (readonly [string, string])[] = [
  ['word/', 'a Microsoft Word document'],
  ['xl/', 'a Microsoft Excel workbook'],
  ['ppt/', 'a Microsoft PowerPoint presentation'],
];

export interface Zip {
  readonly name: string;
  readonly encrypted: boolean;
}

export function isZip({ name }: Zip): boolean {
  return name === PLAIN;
}

export function beginsZip(bytes: Uint8Array): boolean {
  return SIGNATURES.includes(latin(bytes.subarray(0, 4)));
}

/** Of the beginning of a long one only its first file is known. */
export function zipKind(bytes: Uint8Array): Zip | null {
  if (!beginsZip(bytes)) return null;
  const [flags = 0] = bytes.subarray(6, LOCAL_BYTES);
  const first = firstName(bytes);
  const name =
    (first === TYPE_NAME ? typeOf(bytes) : null) ?? officeKind(namesIn(bytes) ?? []) ?? cutOffice(bytes, first);
  return { name: name ?? PLAIN, encrypted: latin(bytes.subarray(0, 4)) === FILE && (flags & 1) === 1 };
}

/** Null for what is no office document. */
export function officeKind(names: readonly string[]): string | null {
  if (!names.includes(PARTS)) return null;
  return FOLDERS.find(([folder]) => names.some((name) => name.startsWith(folder)))?.[1] ?? null;
}

/** Programs write the list of parts first. */
function cutOffice(bytes: Uint8Array, first: string | null): string | null {
  return first === PARTS && namesIn(bytes) === null ? 'a Microsoft Office document' : null;
}

function firstName(bytes: Uint8Array): string | null {
  if (bytes.length < LOCAL_BYTES) return null;
  const view = viewOf(bytes);
  return entryAt(view, 0, 6, view.getUint16(26, true), LOCAL_BYTES).name;
}

function typeOf(bytes: Uint8Array): string | null {
  const from = dataFrom(viewOf(bytes), 0);
  const stated = latin(bytes.subarray(from, from + TYPE_BYTES));
  return TYPES.find(([type]) => stated.startsWith(type))?.[1] ?? null;
}

/** Null without a directory. */
function namesIn(bytes: Uint8Array): readonly string[] | null {
  try {
    const place = directoryPlace(bytes, 0);
    if (place === null) return null;
    return directoryRead(bytes.subarray(place.from, place.until), place).entries.map(({ name }) => name);
  } catch (error) {
    // Whoever opens it says what is wrong with its directory.
    if (error instanceof Rejection) return [];
    throw error;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
