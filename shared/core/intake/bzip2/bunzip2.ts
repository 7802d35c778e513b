/**
 * bzip2 data in, the bytes inside out, no more than asked for. Several streams one behind the other are one file, as `pbzip2` writes them.
 * Throws `Rejection`. Node has no bzip2, and the packages that do read streams through event handlers or bring a command line along.
 */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { type Bits, bitsOf, damaged } from './bits.ts';
import { type Put, readBlock } from './block.ts';

const BLOCK = [0x314159, 0x265359] as const;
const END = [0x177245, 0x385090] as const;
const STEP_BYTES = 100_000;
/** The first room for what comes out; it doubles as it fills. */
const FIRST_BYTES = 64 * 1024;

/** `BZh`, a digit, and a block or the end. */
export function isBzip2(bytes: Uint8Array, at = 0): boolean {
  const head = Buffer.from(bytes.subarray(at, at + 10)).toString('latin1');
  return /^BZh[1-9](?:1AY&SY|\x17\x72\x45\x38\x50\x90)$/.test(head);
}

export function bunzip2(bytes: Uint8Array, most: number): Uint8Array {
  const out = output(most);
  // Blocks are of one size in all streams of most files: room for the largest is made once.
  let sorted = new Uint32Array(0);
  const budget = { blocks: LIMITS.bzip2Blocks };
  for (let at = 0; at === 0 || isBzip2(bytes, at); ) {
    const size = ((bytes[at + 3] ?? 0x30) - 0x30) * STEP_BYTES;
    if (size > sorted.length) sorted = new Uint32Array(size);
    at = readStream(bitsOf(bytes, at + 4), sorted.subarray(0, size), out.put, budget);
  }
  return out.bytes();
}

/** Gives the place behind the stream. */
function readStream(bits: Bits, sorted: Uint32Array, put: Put, budget: { blocks: number }): number {
  for (let sum = 0; ; ) {
    budget.blocks -= 1;
    if (budget.blocks < 0) {
      throw new Rejection(
        'document.too-large',
        `The bzip2 data is cut into more than ${LIMITS.bzip2Blocks} pieces: pack it anew.`,
      );
    }
    const [high, low] = [bits.read(24), bits.read(24)];
    if (high === END[0] && low === END[1]) {
      if (bits.read(16) * 0x1_0000 + bits.read(16) !== sum) throw damaged();
      return bits.nextByte();
    }
    if (high !== BLOCK[0] || low !== BLOCK[1]) throw damaged();
    sum = (((sum << 1) | (sum >>> 31)) ^ readBlock(bits, sorted, put)) >>> 0;
  }
}

function output(most: number): { readonly put: Put; readonly bytes: () => Uint8Array } {
  let room = Buffer.alloc(Math.min(FIRST_BYTES, most));
  let length = 0;
  return {
    put(value, times) {
      if (length + times > room.length) {
        if (length + times > most) {
          const mib = most / 1024 / 1024;
          throw new Rejection('document.inflates-too-large', `The bzip2 data unpacks to more than ${mib} MiB.`);
        }
        room = Buffer.concat([room], Math.min(most, room.length * 2));
      }
      if (times === 1) room[length] = value;
      else room.fill(value, length, length + times);
      length += times;
    },
    bytes: () => room.subarray(0, length),
  };
}
