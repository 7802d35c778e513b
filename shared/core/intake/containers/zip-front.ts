/**
 * A zip whose directory was cut off in; its files by their own headers, from the front, out. Promise: what the directory would have said
 * is read from what stands behind the data, so that no file hides those behind it; bounded by what unpacking is for the whole.
 */
import { LIMITS } from '../../limits.ts';
import { inflatedFront } from '../inflated-front.ts';
import { type Entry, entryAt, LOCAL, LOCAL_BYTES, STREAMED } from './zip-entry.ts';

export interface FrontRead {
  readonly entries: readonly Entry[];
  /** Where reading ends. */
  readonly at: number;
}

const DESCRIPTOR = Buffer.from('PK\x07\x08', 'latin1');

/** What stands behind data whose sizes were not known before: check sum and both sizes, of four bytes or of eight. */
interface Descriptor extends Pick<Entry, 'crc' | 'packed' | 'unpacked'> {
  readonly end: number;
}

export function zipFront(bytes: Uint8Array, most: number): FrontRead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  const behind = descriptorsOf(bytes, view);
  let [at, unpacked] = [0, 0];
  while (isLocal(view, at) && entries.length <= most && unpacked <= LIMITS.zipInflatedBytes) {
    const [nameLength, extra] = [view.getUint16(at + 26, true), view.getUint16(at + 28, true)];
    const from = at + LOCAL_BYTES + nameLength + extra;
    const stated = { ...entryAt(view, at, 6, nameLength, at + LOCAL_BYTES), from };
    const found = (stated.flags & STREAMED) === 0 ? { ...stated, end: from + stated.packed } : behind(stated);
    if (found === null || found.end > view.byteLength) break;
    const { crc, packed, end } = found;
    entries.push({ ...stated, crc, packed, unpacked: found.unpacked });
    unpacked += found.unpacked;
    at = end;
  }
  return { entries, at };
}

function isLocal(view: DataView, at: number): boolean {
  return at + LOCAL_BYTES <= view.byteLength && view.getUint32(at, true) === LOCAL;
}

/** Most tools mark it; once its mark is not found, it is not looked for any more, so that the bytes are gone through once. */
function descriptorsOf(bytes: Uint8Array, view: DataView): (entry: Entry) => Descriptor | null {
  let isMarked = true;
  return ({ from, method }) => {
    const marked = isMarked ? markedAfter(bytes, view, from) : null;
    isMarked &&= marked !== null;
    return marked ?? (method === 8 ? afterInflated(bytes, view, from) : null);
  };
}

/** Of marks that stand in the data by chance, none states their length. */
function markedAfter(bytes: Uint8Array, view: DataView, from: number): Descriptor | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = all.indexOf(DESCRIPTOR, from); at >= 0; at = all.indexOf(DESCRIPTOR, at + 1)) {
    const found = fieldsAt(view, at + DESCRIPTOR.length, at - from);
    if (found !== null) return found;
  }
  return null;
}

/** Deflated data say themselves where they end. */
function afterInflated(bytes: Uint8Array, view: DataView, from: number): Descriptor | null {
  try {
    const { used } = inflatedFront(bytes.subarray(from), LIMITS.inflatedBytes);
    return fieldsAt(view, from + used, used);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw error;
  }
}

/** Null where they do not state how long the data were. */
function fieldsAt(view: DataView, at: number, packed: number): Descriptor | null {
  if (at + 12 > view.byteLength) return null;
  const crc = view.getUint32(at, true);
  if (view.getUint32(at + 4, true) === packed) {
    const isLarge = at + 20 <= view.byteLength && view.getUint32(at + 8, true) === 0 && isLarger(view, at);
    const unpacked = view.getUint32(at + (isLarge ? 12 : 8), true);
    return { crc, packed, unpacked, end: at + (isLarge ? 20 : 12) };
  }
  return null;
}

/** With sizes of eight bytes the next header stands behind all twenty of them. */
function isLarger(view: DataView, at: number): boolean {
  const isHeader = (place: number) => view.getUint16(place, true) === 0x4b50;
  return !isHeader(at + 12) && (at + 22 > view.byteLength || isHeader(at + 20));
}
