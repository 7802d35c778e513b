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
  const proposed = proposals(stories);
  const kept = new Set<number>();
  for (const [story, others] of proposed.entries()) {
    const best = [...others].sort((x, y) => y[1] - x[1] || x[0] - y[0]).slice(0, SETTLE_NEIGHBOURS);
    for (const [other] of best) kept.add(Math.min(story, other) * stories.length + Math.max(story, other));
  }
  return [...kept].sort((x, y) => x - y).map((pair) => [Math.floor(pair / stories.length), pair % stories.length]);
}

function proposals(stories: readonly WeighedPrint[]): readonly ReadonlyMap<number, number>[] {
  const proposed = stories.map(() => new Map<number, number>());
  const propose = (from: number, to: number, weight: number) => {
    const own = proposed[from];
    own?.set(to, (own.get(to) ?? 0) + weight);
  };
  for (const [, posting] of [...postings(stories)].sort((x, y) => x[0] - y[0])) {
    // A short list is compared in full, so that stories without a date meet all others.
    const reach = posting.length <= 2 * SETTLE_POSTINGS ? posting.length : SETTLE_POSTINGS;
    const inTime = posting.sort((x, y) => time(stories, x) - time(stories, y) || x.story - y.story);
    for (const [at, a] of inTime.entries()) {
      for (const b of inTime.slice(at + 1, at + 1 + reach)) {
        propose(a.story, b.story, a.weight * b.weight);
        propose(b.story, a.story, a.weight * b.weight);
      }
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
