/**
 * Bytes in any compression that Node can undo in, and in bzip2; the bytes inside out, under a limit of size and of nesting. Gzip, zstd
 * and bzip2 are known by their first bytes; brotli and deflate have none, so they are tried only when somebody said so and never on
 * what is plainly text.
 */
import { isUtf8 } from 'node:buffer';
import zlib from 'node:zlib';
import { LIMITS } from '../limits.ts';
import { Rejection } from '../rejection.ts';
import { bunzip2, isBzip2 } from './bzip2/bunzip2.ts';
import { wholeParts } from './whole-parts.ts';
import { isZstd, unzstd } from './zstd.ts';

export type Compression = 'gzip' | 'zstd' | 'bzip2' | 'brotli' | 'deflate' | 'raw-deflate';

interface Most {
  readonly maxOutputLength: number;
  /** What is there is enough: data that end in the middle give what they have by then. */
  readonly finishFlush?: number;
}

const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush } = zlib.constants;
/** Bzip2 is undone by whole blocks of our own reader, which gives all or nothing. */
const AS_FAR_AS_IT_GOES: Readonly<Record<Exclude<Compression, 'bzip2'>, number>> = {
  gzip: Z_SYNC_FLUSH,
  zstd: ZSTD_e_flush,
  brotli: BROTLI_OPERATION_FLUSH,
  deflate: Z_SYNC_FLUSH,
  'raw-deflate': Z_SYNC_FLUSH,
};

const INFLATE: Readonly<Record<Compression, (bytes: Uint8Array, most: Most) => Uint8Array>> = {
  gzip: (bytes, most) => zlib.gunzipSync(bytes, most),
  zstd: (bytes, most) => unzstd(bytes, most),
  bzip2: (bytes, most) => bunzip2(bytes, most.maxOutputLength),
  brotli: (bytes, most) => zlib.brotliDecompressSync(bytes, most),
  deflate: (bytes, most) => zlib.inflateSync(bytes, most),
  'raw-deflate': (bytes, most) => zlib.inflateRawSync(bytes, most),
};

function startsWith(bytes: Uint8Array, ...first: readonly number[]): boolean {
  return first.every((value, at) => bytes[at] === value);
}

export function marked(bytes: Uint8Array): Compression | null {
  if (startsWith(bytes, 0x1f, 0x8b, 0x08)) return 'gzip';
  if (isZstd(bytes)) return 'zstd';
  return isBzip2(bytes) ? 'bzip2' : null;
}

/** Compressed bytes hold control characters within their first few hundred, text holds none. */
export function plainlyText(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && !bytes.some((value) => value < 0x09 || (value > 0x0d && value < 0x20 && value !== 0x1b));
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What the decompressor's complaint means. Anything it does not know is no fact about the input and is thrown on. */
export function asRejection(error: unknown, name: string, most: number): Rejection {
  const code = errorCode(error);
  if (code === 'ERR_BUFFER_TOO_LARGE') {
    const mib = most / 1024 / 1024;
    return new Rejection('document.inflates-too-large', `The ${name} data unpacks to more than ${mib} MiB.`);
  }
  if (code === 'Z_BUF_ERROR' || code === 'ZSTD_error_srcSize_wrong') {
    return new Rejection('document.truncated', `The ${name} data ends in the middle: upload the whole file.`);
  }
  if (/^(?:Z_DATA_ERROR|Z_NEED_DICT|ERR__ERROR_|ZSTD_error_)/.test(code)) {
    return new Rejection('document.damaged', `The ${name} data is damaged: upload the file again.`);
  }
  throw error;
}

function inflate(bytes: Uint8Array, compression: Compression, most: number): Unpacked | Rejection {
  try {
    return { bytes: INFLATE[compression](bytes, { maxOutputLength: most }), cut: null };
  } catch (error) {
    const why = error instanceof Rejection ? error : asRejection(error, compression, most);
    if (why.code === 'document.truncated') return beginning(bytes, compression, most, why) ?? why;
    return why.code === 'document.damaged' ? (beforeFlaw(bytes, compression, most) ?? why) : why;
  }
}

/** What can be read of data that end in the middle; null for nothing. */
function beginning(bytes: Uint8Array, compression: Compression, most: number, cut: Rejection): Unpacked | null {
  if (compression === 'bzip2') return null;
  try {
    const finishFlush = AS_FAR_AS_IT_GOES[compression];
    const inside = INFLATE[compression](bytes, { maxOutputLength: most, finishFlush });
    return inside.length === 0 ? null : { bytes: inside, cut };
  } catch (error) {
    // It is damaged before it ends, or too large: the whole said that it ends, which is true too.
    if (!(error instanceof Rejection)) asRejection(error, compression, most);
    return null;
  }
}

/** Whole parts in front of what cannot be read; null for none. */
function beforeFlaw(bytes: Uint8Array, compression: Compression, most: number): Unpacked | null {
  if (compression !== 'gzip' && compression !== 'zstd') return null;
  const { bytes: inside, end } = wholeParts(bytes, compression, most);
  if (inside.length === 0) return null;
  const isBehind = marked(bytes.subarray(end)) === null;
  const message = isBehind
    ? `Behind the ${compression} data stand ${bytes.length - end} bytes that are none of it, and are not read.`
    : `The ${compression} data is damaged behind its first part: upload the file again.`;
  return { bytes: inside, cut: new Rejection('document.damaged', message), isBehind };
}

export interface CompressionHints {
  readonly contentEncoding: string | null;
  readonly name: string;
}

/** What name and type say, likeliest first. */
export function wanted({ contentEncoding, name }: CompressionHints): readonly Compression[] {
  const said = (contentEncoding ?? '').toLowerCase().slice(0, 200).split(',');
  const coded = said.map((coding) => coding.trim());
  const file = name.toLowerCase();
  const brotli: readonly Compression[] = coded.includes('br') || file.endsWith('.br') ? ['brotli'] : [];
  const deflate: readonly Compression[] =
    coded.includes('deflate') || file.endsWith('.zz') ? ['deflate', 'raw-deflate'] : [];
  return [...brotli, ...deflate];
}

/** What nobody has marked may give a beginning of anything; text that grew is one. A character may be cut, too. */
function isLikely({ bytes }: Unpacked, packed: Uint8Array): boolean {
  const isText = [0, 1, 2, 3].some((bytesCut) => plainlyText(bytes.subarray(0, bytes.length - bytesCut)));
  return isText && bytes.length > packed.length;
}

export interface Unpacked {
  readonly bytes: Uint8Array;
  /** Why it is the beginning only; null: it is all. */
  readonly cut: Rejection | null;
  /** What is said to be missing stands behind data that are whole, and looks like no more of them. */
  readonly isBehind?: boolean;
}

/** One layer off, or null when there is none. A hint that does not hold is told apart from a broken file by what the bytes look like. */
function unwrap(bytes: Uint8Array, hints: readonly Compression[], most: number): Unpacked | null {
  const sure = marked(bytes);
  if (sure === null && (hints.length === 0 || plainlyText(bytes))) return null;
  const tried = (sure === null ? hints : [sure]).map((compression) => inflate(bytes, compression, most));
  const read = tried.flatMap((result) => (result instanceof Rejection ? [] : [result]));
  const inside = read.find(({ cut }) => cut === null) ?? read.find((one) => sure !== null || isLikely(one, bytes));
  if (inside !== undefined) return inside;
  const [reason] = tried;
  const bomb = tried.find((result) => result instanceof Rejection && result.code === 'document.inflates-too-large');
  if (bomb instanceof Rejection) throw bomb;
  if (sure !== null && reason instanceof Rejection) throw reason;
  return null;
}

/** Throws for data that end in the middle. */
export function inflateAll(bytes: Uint8Array, hints: CompressionHints): Uint8Array {
  const { bytes: inside, cut, isBehind = false } = unpack(bytes, hints);
  if (cut !== null && !isBehind) throw cut;
  return inside;
}

/** As far as it goes. `most`: bytes that may come out. */
export function unpack(bytes: Uint8Array, hints: CompressionHints, most: number = LIMITS.inflatedBytes): Unpacked {
  let current: Unpacked = { bytes, cut: null };
  const named = wanted(hints);
  for (let depth = 0; depth <= LIMITS.inflateDepth; depth += 1) {
    const inside = unwrap(current.bytes, named, most);
    if (inside === null) return current;
    current = current.cut === null ? inside : { ...current, bytes: inside.bytes };
  }
  const message = `The file is compressed more than ${LIMITS.inflateDepth} times over: unpack it first.`;
  throw new Rejection('document.nested-too-deep', message);
}
