/**
 * The order of a text's words, one byte each. Words come in, bytes go out.
 * Promise: equal words give equal bytes; numbers have a range of their own, so that slots of templates can be told.
 */
import { COPIES_LIMITS } from './copies-limits.ts';
import { isFigure, type Words } from './words.ts';

const NUMBERS = { from: 208, count: 48 } as const;

export function isNumberByte(byte: number): boolean {
  return byte >= NUMBERS.from;
}

export function sequenceOf({ size, hashes, kinds }: Words): Uint8Array {
  const bytes = new Uint8Array(Math.min(size, COPIES_LIMITS.keptWords));
  for (let at = 0; at < bytes.length; at += 1) {
    const hash = hashes[at] ?? 0;
    bytes[at] = isFigure(kinds[at]) ? NUMBERS.from + (hash % NUMBERS.count) : hash % NUMBERS.from;
  }
  return bytes;
}
