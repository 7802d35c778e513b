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

type Compression = 'gzip' | 'zstd' | 'bzip2' | 'brotli' | 'deflate' | 'raw-deflate';

interface Most {
  readonly maxOutputLength: number;
}

const INFLATE: Readonly<Record<Compression, (bytes: Uint8Array, most: Most) => Uint8Array>> = {
  gzip: (bytes, most) => zlib.gunzipSync(bytes, most),
  zstd: (bytes, most) => zlib.zstdDecompressSync(bytes, most),
  bzip2: (bytes, most) => bunzip2(bytes, most.maxOutputLength),
  brotli: (bytes, most) => zlib.brotliDecompressSync(bytes, most),
  deflate: (bytes, most) => zlib.inflateSync(bytes, most),
  'raw-deflate': (bytes, most) => zlib.inflateRawSync(bytes, most),
};

function startsWith(bytes: Uint8Array, ...first: readonly number[]): boolean {
  return first.every((value, at) => bytes[at] === value);
}

function marked(bytes: Uint8Array): Compression | null {
  if (startsWith(bytes, 0x1f, 0x8b, 0x08)) return 'gzip';
  if (startsWith(bytes, 0x28, 0xb5, 0x2f, 0xfd)) return 'zstd';
  return isBzip2(bytes) ? 'bzip2' : null;
}

/** Compressed bytes hold control characters within their first few hundred, text holds none. */
function plainlyText(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && !bytes.some((value) => value < 0x09 || (value > 0x0d && value < 0x20 && value !== 0x1b));
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What the decompressor's complaint means. Anything it does not know is no fact about the input and is thrown on. */
function asRejection(error: unknown, name: string, most: number): Rejection {
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

function inflate(bytes: Uint8Array, compression: Compression, most: number): Uint8Array | Rejection {
  try {
    return INFLATE[compression](bytes, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof Rejection) return error;
    return asRejection(error, compression, most);
  }
}

export interface CompressionHints {
  readonly contentEncoding: string | null;
  readonly name: string;
}

function hinted({ contentEncoding, name }: CompressionHints): readonly Compression[] {
  const said = (contentEncoding ?? '').toLowerCase().slice(0, 200).split(',');
  const coded = said.map((coding) => coding.trim());
  const file = name.toLowerCase();
  const brotli: readonly Compression[] = coded.includes('br') || file.endsWith('.br') ? ['brotli'] : [];
  const deflate: readonly Compression[] =
    coded.includes('deflate') || file.endsWith('.zz') ? ['deflate', 'raw-deflate'] : [];
  return [...brotli, ...deflate];
}

/** One layer off, or null when there is none. A hint that does not hold is told apart from a broken file by what the bytes look like. */
function unwrap(bytes: Uint8Array, hints: readonly Compression[], most: number): Uint8Array | null {
  const sure = marked(bytes);
  if (sure === null && (hints.length === 0 || plainlyText(bytes))) return null;
  const tried = (sure === null ? hints : [sure]).map((compression) => inflate(bytes, compression, most));
  const inside = tried.find((result) => !(result instanceof Rejection));
  if (inside instanceof Uint8Array) return inside;
  const [reason] = tried;
  const bomb = tried.find((result) => result instanceof Rejection && result.code === 'document.inflates-too-large');
  if (bomb instanceof Rejection) throw bomb;
  if (sure !== null && reason instanceof Rejection) throw reason;
  return null;
}

/** `most`: bytes that may come out. */
export function inflateAll(
  bytes: Uint8Array,
  hints: CompressionHints,
  most: number = LIMITS.inflatedBytes,
): Uint8Array {
  let current = bytes;
  const named = hinted(hints);
  for (let depth = 0; depth <= LIMITS.inflateDepth; depth += 1) {
    const inside = unwrap(current, named, most);
    if (inside === null) return current;
    current = inside;
  }
  const message = `The file is compressed more than ${LIMITS.inflateDepth} times over: unpack it first.`;
  throw new Rejection('document.nested-too-deep', message);
}
