/**
 * Zstd data in pieces, where its frames end out: many tools write several, one behind the other, and Node stops behind the first that it is
 * given. Promise: only the lengths that stand in the frames are read; of what is no frame no end is found.
 */
import { zstdDecompressSync } from 'node:zlib';
import { LIMITS } from '../limits.ts';
import { Rejection } from '../rejection.ts';

const FRAME = 0xfd2fb528;
/** The last half byte is free: tools keep a table or a note in such a frame, which holds no text. */
const [NOTE, NOTE_MASK] = [0x184d2a50, 0xfffffff0];
const NOTE_BYTES = 8;
/** A note that holds the dictionary for all frames behind it: as crawls are packed by record (specification of WARC in zstd, 2021). */
const DICTIONARY = 0x184d2a5d;
/** Notes that may stand before the first frame: tools write one. */
const NOTES = 100;
const DESCRIBED = 5;
const BLOCK_BYTES = 3;
const RUN = 1;
const SUM_BYTES = 4;

type Expected = 'frame' | 'block' | 'last-sum' | 'nothing';

/** What stands behind a header that has been read: so many bytes, and then what. */
interface Stretch {
  readonly bytes: number;
  readonly next: Expected;
  readonly isEnd: boolean;
}

/** Each piece in turn; places in it behind which a frame has ended. `most`: one more than these is enough to see that there are too many. */
export function zstdFrameEnds(most = Number.POSITIVE_INFINITY): (piece: Uint8Array) => readonly number[] {
  const head: number[] = [];
  let [left, expected, isEnd]: [number, Expected, boolean] = [0, 'frame', false];
  return (piece) => {
    const ends: number[] = [];
    for (let at = 0; at < piece.length && ends.length <= most; ) {
      if (left > 0) {
        const step = Math.min(left, piece.length - at);
        [at, left] = [at + step, left - step];
      } else {
        head.push(piece[at] ?? 0);
        at += 1;
        const stretch = stretchBehind(expected, head);
        if (stretch === null) continue;
        head.length = 0;
        [left, expected, isEnd] = [stretch.bytes, stretch.next, stretch.isEnd];
      }
      if (left === 0 && isEnd) {
        ends.push(at);
        isEnd = false;
      }
    }
    return ends;
  };
}

/** Null while the header goes on. */
function stretchBehind(expected: Expected, head: readonly number[]): Stretch | null {
  if (expected !== 'frame') return head.length < BLOCK_BYTES ? null : blockBehind(numberOf(head), expected);
  if (head.length < DESCRIBED || (head.length > DESCRIBED && head.length < NOTE_BYTES)) return null;
  const mark = numberOf(head.slice(0, 4));
  if (mark === FRAME) return frameBehind(head[4] ?? 0);
  if (!isNote(mark)) return { bytes: Number.POSITIVE_INFINITY, next: 'nothing', isEnd: false };
  return head.length < NOTE_BYTES ? null : { bytes: numberOf(head.slice(4)), next: 'frame', isEnd: true };
}

/** The descriptor says which fields follow: size of the window, number of the dictionary, size of the content. */
function frameBehind(descriptor: number): Stretch {
  const isSingle = (descriptor & 0x20) !== 0;
  const size = [isSingle ? 1 : 0, 2, 4, 8][descriptor >>> 6] ?? 0;
  const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const hasSum = (descriptor & 4) !== 0;
  return { bytes: (isSingle ? 0 : 1) + dictionary + size, next: hasSum ? 'last-sum' : 'block', isEnd: false };
}

/** `expected`: whether a sum stands behind the last block. */
function blockBehind(header: number, expected: Expected): Stretch {
  const bytes = ((header >>> 1) & 3) === RUN ? 1 : header >>> 3;
  if ((header & 1) === 0) return { bytes, next: expected, isEnd: false };
  return { bytes: bytes + (expected === 'last-sum' ? SUM_BYTES : 0), next: 'frame', isEnd: true };
}

function isNote(mark: number): boolean {
  return (mark & NOTE_MASK) >>> 0 === NOTE;
}

/** `[0x28, 0xb5, 0x2f, 0xfd]` //=> 0xfd2fb528 */
function numberOf(bytes: readonly number[]): number {
  return bytes.reduceRight((sum, value) => sum * 256 + value, 0);
}

/** Notes may stand before the first frame. */
export function isZstd(bytes: Uint8Array): boolean {
  let at = 0;
  for (let notes = 0; notes <= NOTES; notes += 1) {
    const head = [...bytes.subarray(at, at + NOTE_BYTES)];
    const mark = numberOf(head.slice(0, 4));
    if (mark === FRAME) return true;
    if (head.length < NOTE_BYTES || !isNote(mark)) return false;
    at += NOTE_BYTES + numberOf(head.slice(4));
    // Of a long file only the beginning is there.
    if (at > bytes.length) return mark === DICTIONARY;
  }
  return false;
}

/** From the beginning of the data; null where there is none. It may be packed itself. Throws `Rejection` where it is too long, else Node's own errors. */
function zstdDictionary(head: Uint8Array): Uint8Array | null {
  if (numberOf([...head.subarray(0, 4)]) !== DICTIONARY) return null;
  const length = numberOf([...head.subarray(4, NOTE_BYTES)]);
  if (length > LIMITS.dictionaryBytes) throw tooLongDictionary();
  const content = head.subarray(NOTE_BYTES, NOTE_BYTES + length);
  const isPacked = numberOf([...content.subarray(0, 4)]) === FRAME;
  return isPacked ? unpackedDictionary(content) : content;
}

function unpackedDictionary(content: Uint8Array): Uint8Array {
  try {
    return zstdDecompressSync(content, { maxOutputLength: LIMITS.dictionaryBytes });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLongDictionary();
    throw error;
  }
}

function tooLongDictionary(): Rejection {
  const mib = LIMITS.dictionaryBytes / 1024 / 1024;
  return new Rejection('document.too-large', `The dictionary of the zstd data has more than ${mib} MiB: pack it anew.`);
}

/** Frames of data that are there as a whole; what stands behind the last one that ends is one more. Throws `Rejection` for too many. */
function zstdFrames(bytes: Uint8Array): readonly Uint8Array[] {
  const ends = zstdFrameEnds(LIMITS.packedParts)(bytes);
  if (ends.length > LIMITS.packedParts) throw tooManyFrames(LIMITS.packedParts);
  const frames = ends.map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end));
  const rest = bytes.subarray(ends.at(-1) ?? 0);
  return rest.length === 0 ? frames : [...frames, rest];
}

/** Those, and how Node is told what they are packed with. Throws `Rejection` where taking that up so often is too much work. */
export function framesOf(bytes: Uint8Array): {
  readonly frames: readonly Uint8Array[];
  readonly packedWith: PackedWith;
} {
  const frames = zstdFrames(bytes);
  const packedWith = withDictionary(bytes);
  if (frames.length * (packedWith.dictionary?.length ?? 0) > LIMITS.dictionaryWork)
    throw tooManyFrames(Math.floor(LIMITS.dictionaryWork / (packedWith.dictionary?.length ?? 1)));
  return { frames, packedWith };
}

export function tooManyFrames(most: number): Rejection {
  return new Rejection('document.too-large', `The zstd data is cut into more than ${most} pieces: pack it anew.`);
}

interface PackedWith {
  readonly dictionary?: Uint8Array;
}

/** As Node is told of it. */
export function withDictionary(head: Uint8Array): PackedWith {
  const dictionary = zstdDictionary(head);
  return dictionary === null ? {} : { dictionary };
}

/** Node's own errors; `maxOutputLength` counts for all frames together. */
export function unzstd(
  bytes: Uint8Array,
  options: { readonly maxOutputLength: number; readonly finishFlush?: number },
): Uint8Array {
  const pieces: Uint8Array[] = [];
  const { frames, packedWith } = framesOf(bytes);
  let left = options.maxOutputLength;
  for (const frame of frames) {
    // A frame without content may follow when there is no more room.
    const piece = zstdDecompressSync(frame, { ...options, ...packedWith, maxOutputLength: Math.max(1, left) });
    left -= piece.length;
    if (left < 0) throw Object.assign(new RangeError('more than there is room for'), { code: 'ERR_BUFFER_TOO_LARGE' });
    if (piece.length > 0) pieces.push(piece);
  }
  return pieces.length === 1 ? (pieces[0] ?? new Uint8Array()) : Buffer.concat(pieces);
}
