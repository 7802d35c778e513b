/**
 * A PDF in, a refusal of one whose packed parts unpack to more than any text has. Pictures do not count: nobody unpacks them to read the text.
 * Promise: each byte is looked at once; what a part is packed by is read where it stands, and parts that hide it are left to the watch over memory.
 */
import zlib from 'node:zlib';
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { latin } from '../zip.ts';

/** The dictionary before a part has some hundred bytes. */
const DICTIONARY_BYTES = 2_048;
const MARK = Buffer.from('stream');
const END = Buffer.from('endstream');
const FLATE = /\/Fl(?:ateDecode)?\b/g;

export function refuseBombs(bytes: Uint8Array): void {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left: number = LIMITS.pdfInflatedBytes;
  for (let at = whole.indexOf(MARK); at >= 0; ) {
    const found = whole.indexOf(END, at + MARK.length);
    const end = found < 0 ? whole.length : found;
    const layers = layersOf(latin(bytes.subarray(Math.max(0, at - DICTIONARY_BYTES), at)));
    let part: Uint8Array = bytes.subarray(behindLineEnd(bytes, at + MARK.length), end);
    for (let layer = 0; layer < layers; layer += 1) {
      part = inflated(part, left);
      left -= part.length;
    }
    at = whole.indexOf(MARK, end + END.length);
  }
}

/** More than two are no way to pack anything. */
const MOST_LAYERS = 3;

/** How many times the part behind this dictionary is packed by deflate. */
function layersOf(before: string): number {
  const dictionary = before.slice(before.lastIndexOf('obj') + 1);
  if (/\/Subtype\s{0,9}\/Image\b/.test(dictionary)) return 0;
  return Math.min(MOST_LAYERS, dictionary.match(FLATE)?.length ?? 0);
}

function behindLineEnd(bytes: Uint8Array, at: number): number {
  const next = bytes[at] === 0x0d ? at + 1 : at;
  return bytes[next] === 0x0a ? next + 1 : next;
}

/** What is damaged unpacks to nothing here: whoever reads the file says so. */
function inflated(part: Uint8Array, most: number): Uint8Array {
  try {
    return zlib.inflateSync(part, { maxOutputLength: Math.max(1, most), finishFlush: zlib.constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code !== 'ERR_BUFFER_TOO_LARGE') return new Uint8Array(0);
    const mib = LIMITS.pdfInflatedBytes / 1024 / 1024;
    throw new Rejection(
      'document.inflates-too-large',
      `The text and fonts of this PDF unpack to more than ${mib} MiB.`,
    );
  }
}
