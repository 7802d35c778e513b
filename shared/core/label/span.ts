/**
 * Where the text is: a draft comes in, the stretch of blocks that holds the article's text goes out.
 * Promise: a teaser far above or a comment far below does not stretch it.
 */
import type { Draft, Line } from './draft.ts';

export interface Span {
  /** First and last block of body; `first > last` when there is none. */
  readonly first: number;
  readonly last: number;
}

/** What a word of non-body costs against a word of body: long menus inside a text are rare, so a little. */
const AVERSION = 0.5;
const MOST_WORDS = 120;

/** The text with so many lines around it; menus further off are not worth a look. */
export function aroundText(draft: Draft, around: { readonly before: number; readonly after: number }): readonly Line[] {
  const { first, last } = bodySpan(draft);
  return last === -1 ? draft.lines : draft.lines.slice(Math.max(0, first - around.before), last + 1 + around.after);
}

/** Passes ask again and again, and few of them have labelled anything since. */
const known = new WeakMap<Draft, { readonly decided: number; readonly span: Span }>();

/** The stretch with the most body words over non-body words. */
export function bodySpan(draft: Draft): Span {
  const decided = draft.decided();
  const before = known.get(draft);
  if (before?.decided === decided) return before.span;
  const span = longestSpan(draft);
  known.set(draft, { decided, span });
  return span;
}

function longestSpan(draft: Draft): Span {
  let best = 0;
  let span: Span = { first: draft.lines.length, last: -1 };
  let sum = 0;
  let from = 0;
  for (const line of draft.lines) {
    const words = Math.min(line.words, MOST_WORDS);
    if (sum <= 0) {
      sum = 0;
      from = line.index;
    }
    sum += draft.isBody(line.index) ? words : -AVERSION * words;
    if (sum > best) {
      best = sum;
      span = { first: from, last: line.index };
    }
  }
  return span;
}
