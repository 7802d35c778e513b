/**
 * What stands between runs that two texts share in order. The runs come in; counts of the kinds of gaps go out.
 * Promise: a template filled with other numbers shows as many small gaps with numbers in them, an edited copy does not.
 */
import type { Run } from './alignment.ts';
import { isNumberByte } from './sequence.ts';

export interface Gaps {
  /** Small gaps with a number on either side: the slots of a template, or a figure brought up to date. */
  readonly numbers: number;
  /** Other small gaps: a word replaced, a typing error mended. */
  readonly words: number;
  /** Both texts go on with something else for a while. */
  readonly rewritten: number;
}

const SMALL = 8;
/** A passage that only one text has leaves at most this many words on the other side. */
const ONE_SIDED = 3;

export function gapsOf(chain: readonly Run[], shorter: Uint8Array, longer: Uint8Array): Gaps {
  let [numbers, words, rewritten] = [0, 0, 0];
  let before: Run | null = null;
  for (const run of chain) {
    if (before !== null) {
      const [from, fromLonger] = [before.at + before.size, before.inLonger + before.size];
      const [own, other] = [run.at - from, run.inLonger - fromLonger];
      if (Math.max(own, other) > SMALL) rewritten += Math.min(own, other) > ONE_SIDED ? 1 : 0;
      else if (hasNumber(shorter, from, run.at) || hasNumber(longer, fromLonger, run.inLonger)) numbers += 1;
      else words += 1;
    }
    before = run;
  }
  return { numbers, words, rewritten };
}

function hasNumber(text: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isNumberByte(text[at] ?? 0)) return true;
  return false;
}
