/**
 * Gzip and zstd may hold several parts, one behind the other. In: data that cannot be read to their end. Out: what the parts before the
 * flaw unpack to, and where they end. Promise: each of them is whole, its sum checked.
 */
import { crc32, zstdDecompressSync } from 'node:zlib';
import { LIMITS } from '../limits.ts';
import { gzipHeader } from './containers/gzip-header.ts';
import { inflatedFront } from './inflated-front.ts';
import { framesOf } from './zstd.ts';

export interface WholeParts {
  readonly bytes: Uint8Array;
  /** Place behind the last of them. */
  readonly end: number;
}

/** Check sum and length behind what gzip has packed. */
const TRAILER = 8;

interface Part {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** Empty when there is none. `most`: bytes that may come out. */
export function wholeParts(bytes: Uint8Array, packing: 'gzip' | 'zstd', most: number): WholeParts {
  const pieces: Uint8Array[] = [];
  let [end, left] = [0, most];
  const parts = packing === 'gzip' ? gzipParts(bytes, () => left) : zstdParts(bytes, () => left);
  for (let next = nextPart(parts); next !== null && pieces.length < LIMITS.packedParts; next = nextPart(parts)) {
    pieces.push(next.bytes);
    end += next.length;
    left -= next.bytes.length;
    if (left <= 0) break;
  }
  return { bytes: Buffer.concat(pieces), end };
}

/** Null where one is not whole, and at the end. */
function nextPart(parts: Iterator<Part>): Part | null {
  try {
    const next = parts.next();
    return next.done === true ? null : next.value;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^(?:Z_|ZSTD_error_|ERR_BUFFER_TOO_LARGE)/.test(code)) return null;
    throw error;
  }
}

function* gzipParts(bytes: Uint8Array, left: () => number): Generator<Part> {
  for (let at = 0; ; ) {
    const header = gzipHeader(bytes, at);
    if (header === null) return;
    const { bytes: inside, used } = inflatedFront(bytes.subarray(at + header), left());
    const length = header + used + TRAILER;
    if (at + length > bytes.length || crc32(inside) !== sumAt(bytes, at + header + used)) return;
    yield { bytes: inside, length };
    at += length;
  }
}

function sumAt(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true);
}

function* zstdParts(bytes: Uint8Array, left: () => number): Generator<Part> {
  const { frames, packedWith } = framesOf(bytes);
  for (const frame of frames)
    yield { bytes: zstdDecompressSync(frame, { ...packedWith, maxOutputLength: left() }), length: frame.length };
}
