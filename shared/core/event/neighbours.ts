/**
 * Which stories of a window are worth comparing. Weighed prints come in, pairs go out, the smaller index first, in order.
 * Promise: near-linear, and a function of the set: what is capped is capped by weight, time and index, never by arrival.
 */
import { SETTLE_KEYS, SETTLE_NEIGHBOURS, SETTLE_POSTINGS } from './event-limits.ts';
import type { WeighedPrint } from './weighed-print.ts';

interface Posting {
  readonly story: number;
  readonly weight: number;
}

export function neighbourPairs(stories: readonly WeighedPrint[]): readonly (readonly [number, number])[] {
  const kept = new Set<number>();
  for (const [story, places] of placesOf(stories).entries()) {
    // One story at a time, so that proposals never fill the memory.
    const best = [...proposals(story, places)].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, SETTLE_NEIGHBOURS);
    for (const [other] of best) kept.add(Math.min(story, other) * stories.length + Math.max(story, other));
  }
  return [...kept].sort((x, y) => x - y).map((pair) => [Math.floor(pair / stories.length), pair % stories.length]);
}

/** Where a story stands in a list of those that share a term, which is in order of time. */
interface Place {
  readonly list: readonly Posting[];
  readonly at: number;
}

function placesOf(stories: readonly WeighedPrint[]): readonly (readonly Place[])[] {
  const places = stories.map((): Place[] => []);
  for (const [, posting] of [...postings(stories)].sort((x, y) => x[0] - y[0])) {
    const list = posting.sort((x, y) => time(stories, x) - time(stories, y) || x.story - y.story);
    for (const [at, { story }] of list.entries()) places[story]?.push({ list, at });
  }
  return places;
}

function proposals(story: number, places: readonly Place[]): ReadonlyMap<number, number> {
  const proposed = new Map<number, number>();
  for (const { list, at } of places) {
    // A short list is compared in full, so that stories without a date meet all others.
    const reach = list.length <= 2 * SETTLE_POSTINGS ? list.length : SETTLE_POSTINGS;
    const own = list[at]?.weight ?? 0;
    for (let near = Math.max(0, at - reach); near <= at + reach && near < list.length; near += 1) {
      const other = list[near];
      if (other === undefined || other.story === story) continue;
      proposed.set(other.story, (proposed.get(other.story) ?? 0) + own * other.weight);
    }
  }
  return proposed;
}

/** Stories without a date stand together, after all others. */
const time = (stories: readonly WeighedPrint[], posting: Posting): number =>
  stories[posting.story]?.days ?? Number.MAX_VALUE;

function postings(stories: readonly WeighedPrint[]): ReadonlyMap<number, Posting[]> {
  const lists = new Map<number, Posting[]>();
  for (const [story, { hash, body, number }] of stories.entries()) {
    const heaviest = [...hash.keys()]
      .filter((at) => number[at] === 0)
      .sort((x, y) => (body[y] ?? 0) - (body[x] ?? 0) || x - y)
      .slice(0, SETTLE_KEYS);
    for (const at of heaviest) {
      const key = hash[at] ?? 0;
      const posting = { story, weight: body[at] ?? 0 };
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [posting]);
      else list.push(posting);
    }
  }
  return lists;
}
