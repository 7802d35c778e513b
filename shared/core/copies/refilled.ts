/**
 * Whether one text is the other's template filled anew. Two prints and what was compared of them come in, yes or no goes out.
 * Promise: pure and symmetric; figures and names count together, so that the next company's results are as little a copy as the
 * same company's next ones; a long text, and one whose figures mostly stand, is not judged.
 */
import { COPIES_LIMITS } from './copies-limits.ts';
import type { TextPrint } from './text-print.ts';
import type { Comparison } from './traits.ts';

/** Slots of a bulletin, or facts of it, that one figure brought up to date does not touch. */
const REFILLED_FROM = 2;
/** Share of the facts (figures and names) of the text with fewer that the other lacks. */
const OTHER_FACTS_FROM = 0.25;
/** Share of the figures that stand in one text only: in a table with one figure mended it is under a tenth. */
const OTHER_FIGURES_FROM = 0.125;
/** Share of the shorter text that stands in the other one in the same order: the rest is slots. */
const SHAPE_FROM = 0.6;

export function isRefilled(a: TextPrint, b: TextPrint, comparison: Comparison): boolean {
  const words = Math.min(a.words, b.words);
  if (words < COPIES_LIMITS.noticeWords) return isOtherNotice(a, b, comparison) || hasOtherFigures(comparison);
  if (words < COPIES_LIMITS.bulletinWords && hasOtherFigures(comparison)) return true;
  return words < COPIES_LIMITS.templateWords && isOtherFilling(a, b, comparison);
}

/** In two sentences the figure is the news. An excerpt lacks the figures of the rest, so only those that it has count. */
function isOtherNotice(a: TextPrint, b: TextPrint, { missingNumbers }: Comparison): boolean {
  const [fewer, more] = [Math.min(a.numbers.length, b.numbers.length), Math.max(a.numbers.length, b.numbers.length)];
  if (!isEven(a, b)) return missingNumbers > OTHER_FIGURES_FROM * fewer;
  return more - fewer + 2 * missingNumbers > OTHER_FIGURES_FROM * (fewer + more);
}

function isEven(a: TextPrint, b: TextPrint): boolean {
  return Math.max(a.words, b.words) <= COPIES_LIMITS.wholeRatio * Math.min(a.words, b.words);
}

/** Two figures, and little else, were replaced. */
function hasOtherFigures({ gaps, missingNumbers }: Comparison): boolean {
  return gaps.numbers >= REFILLED_FROM && gaps.numbers > gaps.words && missingNumbers > 0;
}

/** Texts of one shape that tell of other facts, figures among them. */
function isOtherFilling(a: TextPrint, b: TextPrint, comparison: Comparison): boolean {
  const { gaps, inOrder, missingNumbers, missingNames } = comparison;
  if (!isEven(a, b)) return false;
  if (gaps.rewritten > 0 || inOrder < SHAPE_FROM || missingNumbers + gaps.numbers === 0) return false;
  const names = Math.min(a.names.length, b.names.length);
  // Scripts without capitals show no names, and one of their figures may be several characters: slots are counted.
  if (names === 0 && gaps.numbers < REFILLED_FROM) return false;
  const others = missingNumbers + missingNames;
  return others >= REFILLED_FROM && others >= OTHER_FACTS_FROM * (Math.min(a.numbers.length, b.numbers.length) + names);
}
