/**
 * The events of a window of stories. Stories with their prints come in, each story's event goes out, named after its smallest member.
 * Promise: a function of the set of stories; the order in which they are given never matters.
 */
import { clusters, type Linkage, type ScoredPair } from './average-linkage.ts';
import type { EventPrint } from './event-print.ts';
import { logOdds, type Scorer, SETTLED_SCORER } from './event-score.ts';
import { languageDoubt } from './language-doubt.ts';
import { likeness } from './likeness.ts';
import { neighbourPairs } from './neighbours.ts';
import { type WeighedPrint, weighed } from './weighed-print.ts';
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
const NEAREST = 2;
const LEAST_NEAREST = 0.1;
const MOST_AGAINST_NEAREST = 1.5;

export function settleEvents(stories: Iterable<PrintedStory>): ReadonlyMap<string, string> {
  const sorted = sortedStories(stories);
  return named(sorted, settledClusters(comparedPairs(sorted), sorted.length));
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

export function comparedPairs(sorted: readonly PrintedStory[]): readonly ComparedPair[] {
  const rarity = windowRarity(sorted.map(({ print }) => print));
  const prints = sorted.map(({ print }) => weighed(print, rarity));
  const pairs = neighbourPairs(prints).flatMap(([a, b]) => compared(prints, a, b));
  const nearest = nearestOf(pairs, sorted.length);
  const doubts = doubtsOf(sorted);
  return pairs.map(({ a, b, figures }) => {
    const own = figures[0] ?? 0;
    const [x, y] = [against(own, nearest[a]), against(own, nearest[b])];
    const doubt = Math.max(doubts[a] ?? 0, doubts[b] ?? 0);
    return { a, b, figures: [...figures, Math.min(x, y), Math.max(x, y)], doubt };
  });
}

/** Of each story, by how many texts of its language are known here: its table's and the window's. */
function doubtsOf(sorted: readonly PrintedStory[]): readonly number[] {
  const stories = Map.groupBy(sorted, ({ print }) => print.language);
  const doubts = new Map([...stories].map(([language, own]) => [language, languageDoubt(language, own.length)]));
  return sorted.map(({ print }) => doubts.get(print.language) ?? 0);
}

function compared(prints: readonly WeighedPrint[], a: number, b: number): readonly Omit<ComparedPair, 'doubt'>[] {
  const [x, y] = [prints[a], prints[b]];
  return x === undefined || y === undefined ? [] : [{ a, b, figures: likeness(x, y) }];
}

const against = (own: number, nearest: number | undefined): number =>
  Math.min(MOST_AGAINST_NEAREST, own / Math.max(LEAST_NEAREST, nearest ?? 0));

function nearestOf(pairs: readonly Omit<ComparedPair, 'doubt'>[], count: number): readonly number[] {
  const bodies = Array.from({ length: count }, (): number[] => []);
  for (const { a, b, figures } of pairs) {
    bodies[a]?.push(figures[0] ?? 0);
    bodies[b]?.push(figures[0] ?? 0);
  }
  return bodies.map((own) => own.sort((x, y) => y - x)[Math.min(NEAREST, own.length) - 1] ?? 0);
}

function named(sorted: readonly PrintedStory[], roots: readonly number[]): ReadonlyMap<string, string> {
  return new Map(sorted.map(({ id }, at) => [id, sorted[roots[at] ?? at]?.id ?? id]));
}
