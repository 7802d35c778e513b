/**
 * The events of a window of stories. Stories with their prints come in, each story's event goes out, named after its smallest member.
 * Promise: a function of the set of stories; the order in which they are given never matters.
 */
import { clusters, clustersOf, type Linkage, type ScoredPair, type ScoredPairs } from './average-linkage.ts';
import type { EventPrint } from './event-print.ts';
import { logOdds, oddsOf, type Scorer, SETTLED_SCORER, withinCertain } from './event-score.ts';
import { languageDoubt } from './language-doubt.ts';
import { FIGURES, likeness } from './likeness.ts';
import { neighbourPairs, type Pairs } from './neighbours.ts';
import { type WeighedWindow, weighedWindow } from './weighed-window.ts';
import { windowRarity } from './window-rarity.ts';

export interface PrintedStory {
  readonly id: string;
  readonly print: EventPrint;
}

export interface ComparedPair {
  readonly a: number;
  readonly b: number;
  readonly figures: readonly number[];
  /** Log-odds that its likeness is worth less, since too little is known of how common its words are. */
  readonly doubt: number;
}

/** Pairs nobody proposed have little in common. Fitted together with the scorer, see bench/stories/events.ts. */
export const SETTLED_LINKAGE: Linkage = { missing: -5, least: -1 };

/** A story's nearest but one says how dense its neighbourhood is: the nearest may be a copy. */
const LEAST_NEAREST = 0.1;
const MOST_AGAINST_NEAREST = 1.5;

/** Prints may be made when they are asked for: each is asked for three times, and none is kept. */
export function settleEvents(stories: Iterable<PrintedStory>): ReadonlyMap<string, string> {
  const sorted = sortedStories(stories);
  const window = windowOf(sorted);
  const roots = clustersOf(sorted.length, scoredPairs(window, doubtsOf(sorted)), SETTLED_LINKAGE);
  return named(sorted, roots);
}

const windowOf = (sorted: readonly PrintedStory[]): WeighedWindow => weighedWindow(sorted, windowRarity(sorted));

/** As `settledClusters` scores what `comparedPairs` gives, sum by sum, without keeping the figures. */
function scoredPairs(window: WeighedWindow, doubts: readonly number[]): ScoredPairs {
  const pairs = neighbourPairs(window);
  const { own, score } = firstSums(window, pairs);
  const nearest = nearestOf(pairs, own, window.size);
  for (const [at, a] of pairs.a.entries()) {
    const b = pairs.b[at] ?? 0;
    const [x, y] = [against(own[at] ?? 0, nearest[a]), against(own[at] ?? 0, nearest[b])];
    const odds = oddsOf([Math.min(x, y), Math.max(x, y)], SETTLED_SCORER, FIGURES.length, score[at] ?? 0);
    score[at] = withinCertain(odds) - Math.max(doubts[a] ?? 0, doubts[b] ?? 0);
  }
  return { ...pairs, score };
}

/** Of each pair how much of the stories is alike, and its odds so far. */
function firstSums(window: WeighedWindow, { a, b }: Pairs) {
  const [own, score] = [new Float64Array(a.length), new Float64Array(a.length)];
  for (const [at, first] of a.entries()) {
    const figures = likeness(window.at(first), window.at(b[at] ?? 0));
    own[at] = figures[0] ?? 0;
    score[at] = oddsOf(figures, SETTLED_SCORER, 0, SETTLED_SCORER.bias);
  }
  return { own, score };
}

export function settledClusters(
  pairs: readonly ComparedPair[],
  count: number,
  scorer: Scorer = SETTLED_SCORER,
  linkage: Linkage = SETTLED_LINKAGE,
): readonly number[] {
  const scored: readonly ScoredPair[] = pairs.map(({ a, b, figures, doubt }) => ({
    a,
    b,
    score: logOdds(figures, scorer) - doubt,
  }));
  return clusters(count, scored, linkage);
}

/** By id; ids are distinct. */
export function sortedStories(stories: Iterable<PrintedStory>): readonly PrintedStory[] {
  return [...stories].sort((x, y) => (x.id < y.id ? -1 : 1));
}

/** All that is known of each pair, for whoever fits the scorer. */
export function comparedPairs(sorted: readonly PrintedStory[]): readonly ComparedPair[] {
  const window = windowOf(sorted);
  const pairs = neighbourPairs(window);
  const figures = Array.from(pairs.a, (a, at) => likeness(window.at(a), window.at(pairs.b[at] ?? 0)));
  const own = Float64Array.from(figures, ([body = 0]) => body);
  const nearest = nearestOf(pairs, own, sorted.length);
  const doubts = doubtsOf(sorted);
  return figures.map((of, at) => {
    const [a = 0, b = 0] = [pairs.a[at], pairs.b[at]];
    const [x, y] = [against(own[at] ?? 0, nearest[a]), against(own[at] ?? 0, nearest[b])];
    const doubt = Math.max(doubts[a] ?? 0, doubts[b] ?? 0);
    return { a, b, figures: [...of, Math.min(x, y), Math.max(x, y)], doubt };
  });
}

/** Of each story, by how many texts of its language are known here: its table's and the window's. */
function doubtsOf(sorted: readonly PrintedStory[]): readonly number[] {
  const languages = sorted.map(({ print }) => print.language);
  const stories = new Map<string, number>();
  for (const language of languages) stories.set(language, (stories.get(language) ?? 0) + 1);
  const doubts = new Map([...stories].map(([language, own]) => [language, languageDoubt(language, own)]));
  return languages.map((language) => doubts.get(language) ?? 0);
}

const against = (own: number, nearest: number | undefined): number =>
  Math.min(MOST_AGAINST_NEAREST, own / Math.max(LEAST_NEAREST, nearest ?? 0));

/** Of each story the likeness of its nearest but one; of a story with one neighbour, of that one. */
function nearestOf({ a, b }: Pairs, own: Float64Array, count: number): Float64Array {
  const [first, second] = [new Float64Array(count).fill(NONE), new Float64Array(count).fill(NONE)];
  const meet = (story: number, alike: number) => {
    if (alike > (first[story] ?? NONE)) {
      second[story] = first[story] ?? NONE;
      first[story] = alike;
    } else if (alike > (second[story] ?? NONE)) second[story] = alike;
  };
  for (const [at, alike] of own.entries()) {
    meet(a[at] ?? 0, alike);
    meet(b[at] ?? 0, alike);
  }
  return second.map((alike, story) => Math.max(0, alike === NONE ? (first[story] ?? NONE) : alike));
}

/** Less than any likeness. */
const NONE = -1;

function named(sorted: readonly PrintedStory[], roots: Uint32Array): ReadonlyMap<string, string> {
  return new Map(sorted.map(({ id }, at) => [id, sorted[roots[at] ?? at]?.id ?? id]));
}
