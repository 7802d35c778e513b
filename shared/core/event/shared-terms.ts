/**
 * Which stories of a window stand under which of their heaviest terms. A weighed window comes in; for each story its terms, and for each term
 * its stories in order of time, go out, as columns of numbers. Promise: a function of the set; what is capped is capped by weight and index.
 */
import { SETTLE_KEYS } from './event-limits.ts';
import type { WeighedPrint } from './weighed-print.ts';
import type { WeighedWindow } from './weighed-window.ts';

export interface SharedTerms {
  /** Of a story: places `story * SETTLE_KEYS` and on, so many as it has terms, by the terms' hashes. */
  readonly terms: Uint8Array;
  /** Of each such place: which list it is in, and where in it. */
  readonly list: Uint32Array;
  readonly at: Uint32Array;
  /** Of each list where it begins, and where the last one ends. */
  readonly starts: Uint32Array;
  /** Entries of the lists: the stories, and what the term weighs there. */
  readonly story: Uint32Array;
  readonly weight: Float32Array;
}

export function sharedTerms(window: WeighedWindow): SharedTerms {
  const { terms, list, weights, lists } = placesOf(window);
  const starts = new Uint32Array(lists + 1);
  eachPlace(terms, (place) => {
    starts[(list[place] ?? 0) + 1] = (starts[(list[place] ?? 0) + 1] ?? 0) + 1;
  });
  for (let at = 0; at < lists; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const entries = starts[lists] ?? 0;
  const [story, weight] = [new Uint32Array(entries), new Float32Array(entries)];
  const [at, filled] = [new Uint32Array(list.length), new Uint32Array(lists)];
  // In order of time, so that each list is.
  for (const own of byTime(window)) {
    for (let place = own * SETTLE_KEYS; place < own * SETTLE_KEYS + (terms[own] ?? 0); place += 1) {
      const into = list[place] ?? 0;
      const here = filled[into] ?? 0;
      const entry = (starts[into] ?? 0) + here;
      story[entry] = own;
      weight[entry] = weights[place] ?? 0;
      at[place] = here;
      filled[into] = here + 1;
    }
  }
  return { terms, list, at, starts, story, weight };
}

/** The heaviest terms of each story, by their hashes; terms are numbered as they are met. */
function placesOf(window: WeighedWindow) {
  const terms = new Uint8Array(window.size);
  const list = new Uint32Array(window.size * SETTLE_KEYS);
  const weights = new Float32Array(window.size * SETTLE_KEYS);
  const numbers = new Map<number, number>();
  for (let story = 0; story < window.size; story += 1) {
    const print = window.at(story);
    const heaviest = heaviestOf(print);
    terms[story] = heaviest.length;
    for (const [nth, at] of heaviest.entries()) {
      const hash = print.hash[at] ?? 0;
      const number = numbers.get(hash) ?? numbers.size;
      numbers.set(hash, number);
      list[story * SETTLE_KEYS + nth] = number;
      weights[story * SETTLE_KEYS + nth] = print.body[at] ?? 0;
    }
  }
  return { terms, list, weights, lists: numbers.size };
}

/** Terms stand in order of their hashes. */
function heaviestOf({ hash, body, number }: WeighedPrint): readonly number[] {
  return [...hash.keys()]
    .filter((at) => number[at] === 0)
    .sort((x, y) => (body[y] ?? 0) - (body[x] ?? 0) || x - y)
    .slice(0, SETTLE_KEYS)
    .sort((x, y) => x - y);
}

function eachPlace(terms: Uint8Array, visit: (place: number) => void): void {
  for (const [story, count] of terms.entries())
    for (let place = story * SETTLE_KEYS; place < story * SETTLE_KEYS + count; place += 1) visit(place);
}

/** Stories without a date stand together, after all others. */
function byTime(window: WeighedWindow): Uint32Array {
  const days = Float64Array.from({ length: window.size }, (_, story) => window.at(story).days ?? Number.MAX_VALUE);
  return Uint32Array.from(days.keys()).sort((x, y) => (days[x] ?? 0) - (days[y] ?? 0) || x - y);
}
