/**
 * What speaks for and against one text being a copy of the other. Two prints come in, one number for each trait goes out.
 * Promise: the order of the two makes no difference; linear in their lengths.
 */
import { type Run, sharedRuns } from './alignment.ts';
import { orderedRuns } from './chain.ts';
import { type Gaps, gapsOf } from './gaps.ts';
import type { TextPrint } from './text-print.ts';

export const TRAIT_NAMES = [
  /** Share of the shorter text's words in shared runs of at least 8, and of at least 16. */
  'inRuns8',
  'inRuns16',
  /** Logarithm of how many words are shared. */
  'sharedWords',
  /** The longest run's share of the shorter text, and the logarithm of the mean run. */
  'longestRun',
  'meanRun',
  /** Share of the shorter text's first words that are shared: news is cut from the bottom. */
  'opening',
  /** Share of the middle half of the shorter text that is shared: furniture stands at the edges. */
  'middle',
  /** Share of the shorter text that is shared in the same order. */
  'inOrder',
  /** Gaps of each kind for every fifty shared words; see gaps.ts. */
  'numberGaps',
  'wordGaps',
  'rewrittenGaps',
  /** Numbers of the text with fewer that the other lacks. */
  'missingNumbers',
  /** Share of the names of the text with fewer that the other has. */
  'names',
  /** Logarithm of the words of each text that are not shared in order. */
  'restOfShorter',
  'restOfLonger',
] as const;

/** How two texts run alike, seen from the shorter one. */
export interface Order {
  /** Words of the shorter text that are shared, and those of them that stand in whole passages, not in turns of phrase. */
  readonly sharedWords: number;
  readonly passageWords: number;
  /** Share of the shorter text that is shared in order, and where in the longer one what is shared begins. */
  readonly inOrder: number;
  readonly beginsAt: number;
  readonly gaps: Gaps;
  /** Numbers of the text with fewer that the other lacks. */
  readonly missingNumbers: number;
  /** Names likewise. */
  readonly missingNames: number;
}

export interface Comparison extends Order {
  readonly traits: readonly number[];
  /** Share of the words of each text, as kept, that stand in shared runs. */
  readonly coverageA: number;
  readonly coverageB: number;
}

/** Words in a row that hardly stand in two texts by chance. */
const PASSAGE_WORDS = 8;
const LONG_PASSAGE_WORDS = 16;
const OPENING_WORDS = 40;
const GAP_WORDS = 50;
/** More than this says no more. */
const MOST_MISSING = 10;
/** As if three names were there of which 1.8 agree: few names prove little. */
const NAMES_BEFORE = { agreeing: 1.8, all: 3 } as const;

export function compareTexts(a: TextPrint, b: TextPrint): Comparison {
  const swapped = isBefore(b.sequence, a.sequence);
  const [shorter, longer] = swapped ? [b, a] : [a, b];
  const runs = sharedRuns(shorter.sequence, longer.sequence);
  const cover = coverOf(runs, shorter.sequence.length);
  const sharedWords = wordsIn(cover, 1, 0, cover.length);
  const inShorter = sharedWords / Math.max(1, cover.length);
  const inLonger = wordsOfRuns(runs) / Math.max(1, longer.sequence.length);
  const chain = orderedRuns(runs);
  const order: Order = {
    sharedWords,
    passageWords: wordsIn(cover, PASSAGE_WORDS, 0, cover.length),
    inOrder: wordsOfRuns(chain) / Math.max(1, cover.length),
    beginsAt: beginningOf(runs, chain),
    gaps: gapsOf(chain, shorter.sequence, longer.sequence),
    missingNumbers: fewer(shorter.numbers, longer.numbers) - common(shorter.numbers, longer.numbers),
    missingNames: fewer(shorter.names, longer.names) - common(shorter.names, longer.names),
  };
  return {
    ...order,
    traits: [...traitsOfRuns(runs, cover, order), ...traitsOfOrder(shorter, longer, order)],
    coverageA: swapped ? inLonger : inShorter,
    coverageB: swapped ? inShorter : inLonger,
  };
}

/** The first passage counts also where the order leaves it out: one that ends in a word of the next is as long as a word too much. */
function beginningOf(runs: readonly Run[], chain: readonly Run[]): number {
  const ordered = chain[0]?.inLonger ?? 0;
  const passage = runs.find(({ size }) => size >= PASSAGE_WORDS)?.inLonger ?? ordered;
  return Math.min(ordered, passage);
}

function wordsOfRuns(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.size, 0);
}

/** For each word of the shorter text the size of the longest run it stands in. */
function coverOf(runs: readonly Run[], size: number): Uint16Array {
  const cover = new Uint16Array(size);
  for (const run of runs) {
    for (let at = run.at; at < run.at + run.size; at += 1) cover[at] = Math.max(cover[at] ?? 0, run.size);
  }
  return cover;
}

function wordsIn(cover: Uint16Array, least: number, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if ((cover[at] ?? 0) >= least) count += 1;
  return count;
}

function traitsOfRuns(runs: readonly Run[], cover: Uint16Array, order: Order): readonly number[] {
  const size = Math.max(1, cover.length);
  const opening = Math.min(OPENING_WORDS, size);
  return [
    order.passageWords / size,
    wordsIn(cover, LONG_PASSAGE_WORDS, 0, cover.length) / size,
    Math.log1p(order.sharedWords),
    runs.reduce((longest, run) => Math.max(longest, run.size), 0) / size,
    Math.log1p(order.sharedWords / Math.max(1, runs.length)),
    wordsIn(cover, 1, 0, opening) / opening,
    wordsIn(cover, 1, size >> 2, size - (size >> 2)) / Math.max(1, size - 2 * (size >> 2)),
  ];
}

function traitsOfOrder(shorter: TextPrint, longer: TextPrint, order: Order): readonly number[] {
  const { sharedWords, inOrder, gaps, missingNumbers, missingNames } = order;
  const per = sharedWords / GAP_WORDS + 1;
  const names = fewer(shorter.names, longer.names) - missingNames + NAMES_BEFORE.agreeing;
  const ordered = inOrder * shorter.sequence.length;
  return [
    inOrder,
    gaps.numbers / per,
    gaps.words / per,
    gaps.rewritten / per,
    Math.min(MOST_MISSING, missingNumbers),
    names / (fewer(shorter.names, longer.names) + NAMES_BEFORE.all),
    Math.log1p(shorter.sequence.length - ordered),
    Math.log1p(longer.sequence.length - ordered),
  ];
}

function fewer(a: Uint16Array, b: Uint16Array): number {
  return Math.min(a.length, b.length);
}

/** Members of both; each ascends without repeats. */
function common(a: Uint16Array, b: Uint16Array): number {
  let [i, j, count] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i] ?? 0, b[j] ?? 0];
    if (one === other) count += 1;
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return count;
}

/** A total order of texts, the shorter first: it decides which of two is looked up in the other. */
function isBefore(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return a.length < b.length;
  const at = a.findIndex((byte, place) => byte !== b[place]);
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0);
}
