/**
 * Compressions that are undone piece by piece. In: the first bytes, and hints. Out: which one it is, and what undoes it. Promise: what gives
 * an error has given all that stands before the place of it.
 */
import zlib from 'node:zlib';
import { type CompressionHints, marked, plainlyText, wanted } from './inflate.ts';
import { withDictionary } from './zstd.ts';

export const PACKINGS = ['gzip', 'zstd', 'brotli', 'deflate'] as const;
export type Packing = (typeof PACKINGS)[number];

/** Bytes that come out at a time. */
const CHUNK_BYTES = 256 * 1024;
/** Enough to tell packed bytes from text. */
const LOOKED_AT = 4_096;

const OPTIONS = { chunkSize: CHUNK_BYTES };
const UNPACKER = {
  gzip: () => zlib.createGunzip(OPTIONS),
  zstd: (head) => zlib.createZstdDecompress({ ...OPTIONS, ...withDictionary(head) }),
  brotli: () => zlib.createBrotliDecompress(OPTIONS),
  deflate: () => zlib.createInflate(OPTIONS),
} as const satisfies Readonly<Record<Packing, (head: Uint8Array) => unknown>>;

/** `head`: the first piece, with what the others are packed with. Node's own errors. */
export function unpacker(packing: Packing, head: Uint8Array) {
  return UNPACKER[packing](head);
}

/** Null for what is not packed, or in a way that is undone as a whole only. */
export function packingOf(head: Uint8Array, hints: CompressionHints): Packing | null {
  const sure = marked(head);
  if (sure !== null) return PACKINGS.find((packing) => packing === sure) ?? null;
  if (plainlyText(head.subarray(0, LOOKED_AT))) return null;
  return PACKINGS.find((packing) => wanted(hints).includes(packing)) ?? null;
}
