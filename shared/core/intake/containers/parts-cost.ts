/**
 * Packed data in; what it costs to begin its parts, in bytes that would take as long to unpack. Promise: the data are looked through once for each
 * kind of mark, and nothing is unpacked; a mark that stands there by chance, one in sixteen million places, costs little.
 */
import { LIMITS } from '../../limits.ts';

/** By which a part of gzip, zstd and bzip2 begins. */
const MARKS: readonly Uint8Array[] = [
  new Uint8Array([0x1f, 0x8b, 0x08]),
  new Uint8Array([0x28, 0xb5, 0x2f, 0xfd]),
  new Uint8Array([0x42, 0x5a, 0x68]),
];

export function partsCost(packed: Uint8Array): number {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  let parts = 0;
  for (const mark of MARKS)
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) parts += 1;
  return parts * LIMITS.unpackedPartBytes;
}
