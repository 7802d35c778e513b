/**
 * How one text relates to another. Two prints come in, the judgement goes out.
 * Promise: pure and symmetric, from the prints alone: the mirrored question gets the mirrored answer.
 */
import { COPIES_LIMITS } from './copies-limits.ts';
import { isRefilled } from './refilled.ts';
import { isShort, type TextPrint } from './text-print.ts';
import { type Comparison, compareTexts } from './traits.ts';
import { probabilityOf } from './verifier.ts';

export interface Likeness {
  /** That one copies the other, edited or not. */
  readonly probability: number;
  /**
   * What the first is of the second: `identical` but for typing errors, `abridged` (the second has more), `extended` (the first
   * has more), `partial` (they share a passage: an excerpt, a round-up), or `none`.
   */
  readonly relation: 'identical' | 'abridged' | 'extended' | 'partial' | 'none';
  /** Share of the words of each text that the other has, 0 to 1. */
  readonly coverageA: number;
  readonly coverageB: number;
  /** The same text but for a slip or a line: every figure and nearly every word stand in both. */
  readonly verbatim: boolean;
  /** They belong to one story. */
  readonly same: boolean;
  /** Not sure enough to belong to one story, sure enough to be shown. */
  readonly possible: boolean;
}

const SAME_FROM = 0.8;
const POSSIBLE_FROM = 0.5;
/** Two texts that have this much of each other differ by typing errors and a line of credit. */
const IDENTICAL_FROM = 0.95;
/** Enough to speak against a date: in a text of a hundred words one or two are other. */
const VERBATIM_FROM = 0.98;
/** Word for word the other text, with a word in ten misspelt. */
const MISSPELT_FROM = 0.85;
/** Share of an excerpt that stands in the longer text in order; the rest is its dateline and credit. */
const EXCERPT_FROM = 0.8;
const NOTHING: Likeness = {
  probability: 0,
  relation: 'none',
  coverageA: 0,
  coverageB: 0,
  verbatim: false,
  same: false,
  possible: false,
};
const EQUAL: Likeness = {
  probability: 1,
  relation: 'identical',
  coverageA: 1,
  coverageB: 1,
  verbatim: true,
  same: true,
  possible: false,
};

export function likeness(a: TextPrint, b: TextPrint): Likeness {
  if (a.words === 0 || b.words === 0) return NOTHING;
  if (a.digest === b.digest) return EQUAL;
  if (isShort(a.words) || isShort(b.words)) return NOTHING;
  const comparison = compareTexts(a, b);
  const probability = probabilityOf(comparison.traits);
  const same = probability >= SAME_FROM && mayMerge(a, b, comparison);
  const possible = !same && probability >= POSSIBLE_FROM;
  if (same && !isUneven(a, b)) {
    const { coverageA, coverageB } = comparison;
    const relation = relationOf(a, b, comparison);
    return { probability, relation, coverageA, coverageB, verbatim: isVerbatim(a, b, comparison), same, possible };
  }
  return { probability, ...passageOf(a, b, comparison), verbatim: false, same, possible };
}

/** What no probability may overrule. */
export function mayMerge(a: TextPrint, b: TextPrint, comparison: Comparison): boolean {
  return !isRefilled(a, b, comparison) && (isWhole(a, b) || isBeginning(a, b, comparison));
}

/** Nothing of the longer text's size stands beside the shorter one. */
function isWhole(a: TextPrint, b: TextPrint): boolean {
  return ratioOf(a, b) <= COPIES_LIMITS.wholeRatio;
}

/**
 * A long text holds short ones for many reasons. A digest of briefs must not join their stories, so that only what it begins with
 * merges with it: news is cut from the bottom, and so are teasers and briefs made.
 */
function isBeginning(a: TextPrint, b: TextPrint, { inOrder, beginsAt }: Comparison): boolean {
  const shorter = Math.min(a.words, b.words);
  if (!isUneven(a, b)) return beginsAt <= shorter * COPIES_LIMITS.beforeShare;
  if (ratioOf(a, b) > COPIES_LIMITS.excerptRatio || inOrder < EXCERPT_FROM) return false;
  return beginsAt <= Math.min(COPIES_LIMITS.beforeExcerptWords, shorter * COPIES_LIMITS.beforeShare);
}

function isUneven(a: TextPrint, b: TextPrint): boolean {
  return ratioOf(a, b) > COPIES_LIMITS.mergeRatio;
}

function ratioOf(a: TextPrint, b: TextPrint): number {
  return Math.max(a.words, b.words) / Math.max(1, Math.min(a.words, b.words));
}

/** Of two texts of one length neither was made from the other by cutting: each has a part of its own. */
function relationOf(a: TextPrint, b: TextPrint, { coverageA, coverageB, gaps }: Comparison): Likeness['relation'] {
  const least = Math.min(coverageA, coverageB);
  if (least >= IDENTICAL_FROM) return 'identical';
  if (a.words !== b.words) return a.words < b.words ? 'abridged' : 'extended';
  return least >= MISSPELT_FROM && gaps.rewritten === 0 ? 'identical' : 'partial';
}

function isVerbatim(a: TextPrint, b: TextPrint, { coverageA, coverageB, missingNumbers }: Comparison): boolean {
  const sameFigures = missingNumbers === 0 && a.numbers.length === b.numbers.length;
  return sameFigures && Math.min(coverageA, coverageB) >= VERBATIM_FROM;
}

/** Turns of phrase that any two texts share do not count here. */
function passageOf(
  a: TextPrint,
  b: TextPrint,
  { passageWords }: Comparison,
): Pick<Likeness, 'relation' | 'coverageA' | 'coverageB'> {
  if (passageWords < COPIES_LIMITS.passageWords) return { relation: 'none', coverageA: 0, coverageB: 0 };
  const share = ({ sequence }: TextPrint) => Math.min(1, passageWords / Math.max(1, sequence.length));
  return { relation: 'partial', coverageA: share(a), coverageB: share(b) };
}
