/**
 * Which stories of a window are worth comparing. A weighed window comes in, pairs go out, the smaller index first, in order.
 * Promise: near-linear, and a function of the set: what is capped is capped by weight, time and index, never by arrival.
 */
import { SETTLE_KEYS, SETTLE_NEIGHBOURS, SETTLE_POSTINGS } from './event-limits.ts';
import { type SharedTerms, sharedTerms } from './shared-terms.ts';
import type { WeighedWindow } from './weighed-window.ts';

/** Pairs as columns: objects would take more memory than all that they stand for. */
export interface Pairs {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

export function neighbourPairs(window: WeighedWindow): Pairs {
  const { size } = window;
  const terms = sharedTerms(window);
  const kept = new Float64Array(size * SETTLE_NEIGHBOURS);
  let count = 0;
  for (let story = 0; story < size; story += 1) {
    // One story at a time, so that proposals never fill the memory.
    const best = [...proposals(story, terms)].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, SETTLE_NEIGHBOURS);
    for (const [other] of best) {
      kept[count] = Math.min(story, other) * size + Math.max(story, other);
      count += 1;
    }
  }
  return parted(distinct(kept.subarray(0, count).sort()), size);
}

function proposals(story: number, terms: SharedTerms): ReadonlyMap<number, number> {
  const proposed = new Map<number, number>();
  const from = story * SETTLE_KEYS;
  for (let place = from; place < from + (terms.terms[story] ?? 0); place += 1) {
    const list = terms.list[place] ?? 0;
    const [first, end] = [terms.starts[list] ?? 0, terms.starts[list + 1] ?? 0];
    const here = first + (terms.at[place] ?? 0);
    // A short list is compared in full, so that stories without a date meet all others.
    const reach = end - first <= 2 * SETTLE_POSTINGS ? end - first : SETTLE_POSTINGS;
    const own = terms.weight[here] ?? 0;
    for (let near = Math.max(first, here - reach); near <= here + reach && near < end; near += 1) {
      const other = terms.story[near] ?? 0;
      if (other !== story) proposed.set(other, (proposed.get(other) ?? 0) + own * (terms.weight[near] ?? 0));
    }
  }
  return proposed;
}

/** Of numbers in order, each once. */
function distinct(sorted: Float64Array): Float64Array {
  let count = 0;
  for (const pair of sorted) {
    if (count > 0 && sorted[count - 1] === pair) continue;
    sorted[count] = pair;
    count += 1;
  }
  return sorted.subarray(0, count);
}

function parted(pairs: Float64Array, size: number): Pairs {
  return {
    a: Uint32Array.from(pairs, (pair) => Math.floor(pair / size)),
    b: Uint32Array.from(pairs, (pair) => pair % size),
  };
}
