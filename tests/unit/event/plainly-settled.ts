/** Settling as plainly as it can be written, in objects and all at once: what the settling of windows must agree with, number for number. */
import { clusters } from '../../../shared/core/event/average-linkage.ts';
import { SETTLE_KEYS, SETTLE_NEIGHBOURS, SETTLE_POSTINGS } from '../../../shared/core/event/event-limits.ts';
import { logOdds, SETTLED_SCORER } from '../../../shared/core/event/event-score.ts';
import { languageDoubt } from '../../../shared/core/event/language-doubt.ts';
import { likeness } from '../../../shared/core/event/likeness.ts';
import { type PrintedStory, SETTLED_LINKAGE } from '../../../shared/core/event/settle-events.ts';
import { type WeighedPrint, weighed } from '../../../shared/core/event/weighed-print.ts';
import { windowRarity } from '../../../shared/core/event/window-rarity.ts';

export function plainlySettled(stories: readonly PrintedStory[]): ReadonlyMap<string, string> {
  const sorted = [...stories].sort((x, y) => (x.id < y.id ? -1 : 1));
  const rarity = windowRarity(sorted);
  const prints = sorted.map(({ print }) => weighed(print, rarity));
  const pairs = neighbourPairs(prints).map(([a, b]) => ({ a, b, figures: figuresOf(prints, a, b) }));
  const nearest = sorted.map((_, story) => {
    const alike = pairs.filter(({ a, b }) => a === story || b === story).map(({ figures }) => figures[0] ?? 0);
    return alike.sort((x, y) => y - x)[Math.min(2, alike.length) - 1] ?? 0;
  });
  const known = Map.groupBy(sorted, ({ print }) => print.language);
  const doubtOf = ({ print: { language } }: PrintedStory) => languageDoubt(language, known.get(language)?.length ?? 0);
  const against = (own: number, story: number) => Math.min(1.5, own / Math.max(0.1, nearest[story] ?? 0));
  const scored = pairs.map(({ a, b, figures }) => {
    const two = [against(figures[0] ?? 0, a), against(figures[0] ?? 0, b)].sort((x, y) => x - y);
    const doubt = Math.max(...[a, b].flatMap((at) => sorted.slice(at, at + 1).map(doubtOf)));
    return { a, b, score: logOdds([...figures, ...two], SETTLED_SCORER) - doubt };
  });
  const roots = clusters(sorted.length, scored, SETTLED_LINKAGE);
  return new Map(sorted.map(({ id }, at) => [id, sorted[roots[at] ?? at]?.id ?? id]));
}

function figuresOf(prints: readonly WeighedPrint[], a: number, b: number): readonly number[] {
  const [x, y] = [prints[a], prints[b]];
  if (x === undefined || y === undefined) throw new Error('no such story');
  return likeness(x, y);
}

interface Posting {
  readonly story: number;
  readonly weight: number;
}

function neighbourPairs(stories: readonly WeighedPrint[]): readonly (readonly [number, number])[] {
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
