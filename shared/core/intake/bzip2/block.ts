/** One block of bzip2 in, its bytes out, piece by piece, each checked against the sum that the block states. */
import { type Bits, damaged } from './bits.ts';
import { readSorted } from './symbols.ts';

/** Bytes are handed on, with how many times they stand there. */
export type Put = (value: number, times: number) => void;

const CRC = Uint32Array.from({ length: 256 }, (_, at) => {
  let value = at << 24;
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x8000_0000 ? (value << 1) ^ 0x04c1_1db7 : value << 1;
  return value >>> 0;
});

/** Gives the sum that the block states. `sorted`: room for the largest block, used again for each. */
export function readBlock(bits: Bits, sorted: Uint32Array, put: Put): number {
  const stated = bits.read(16) * 0x1_0000 + bits.read(16);
  // Blocks that old versions have stirred so that they sort faster: none has been written since 1999.
  if (bits.read(1) === 1) throw damaged();
  const start = bits.read(24);
  const { length, counts } = readSorted(bits, sorted);
  if (start >= length) throw damaged();
  linkUp(sorted, length, counts);
  if (unsorted(sorted, length, start, put) !== stated) throw damaged();
  return stated;
}

/** Undoes Burrows and Wheeler's sorting: each place names, above its byte, the place of the byte that follows. */
function linkUp(sorted: Uint32Array, length: number, counts: Int32Array): void {
  let sum = 0;
  const next = counts.map((count) => {
    sum += count;
    return sum - count;
  });
  for (let at = 0; at < length; at += 1) {
    const value = (sorted[at] ?? 0) & 0xff;
    const place = next[value] ?? 0;
    sorted[place] = (sorted[place] ?? 0) | (at << 8);
    next[value] = place + 1;
  }
}

/** Behind four equal bytes stands how many more of them there are. */
const RUN = 4;

function unsorted(sorted: Uint32Array, length: number, start: number, put: Put): number {
  let crc = 0xffff_ffff;
  let [last, run] = [-1, 0];
  let entry = sorted[start] ?? 0;
  for (let left = length; left > 0; left -= 1) {
    entry = sorted[entry >>> 8] ?? 0;
    const value = entry & 0xff;
    const isCount = run === RUN;
    const times = isCount ? value : 1;
    const byte = isCount ? last : value;
    put(byte, times);
    for (let nth = 0; nth < times; nth += 1) crc = (crc << 8) ^ (CRC[((crc >>> 24) ^ byte) & 0xff] ?? 0);
    run = isCount ? 0 : value === last ? run + 1 : 1;
    last = isCount ? -1 : value;
  }
  return ~crc >>> 0;
}
