/** The store's view of copies: prints as bytes. Promise: the same verdicts as `likeness` gives on what the bytes say. */
import type { Kinship } from '../kinship.ts';
import { COPIES_LIMITS } from './copies-limits.ts';
import { likeness } from './likeness.ts';
import { unpackPrint } from './packed-print.ts';
import { candidateKeys, type TextPrint } from './text-print.ts';

export const COPIES: Kinship = {
  cap: COPIES_LIMITS.keyLeaders,
  keysOf: (print) => candidateKeys(unpacked(print)),
  same: (a, b) => likeness(unpacked(a), unpacked(b)).same,
};

/** One text is compared with many: while somebody holds its bytes they are unpacked once. */
const known = new WeakMap<Uint8Array, TextPrint>();

function unpacked(bytes: Uint8Array): TextPrint {
  const print = known.get(bytes) ?? unpackPrint(bytes);
  known.set(bytes, print);
  return print;
}
