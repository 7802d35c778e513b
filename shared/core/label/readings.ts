/**
 * What the recognisers read in a line, each asked at most once a line, since several passes want to know.
 * Promise: a line that cannot be what is asked for is not looked at.
 */
import { type Byline, readByline } from '../read/byline.ts';
import { type Credit, readCredit } from '../read/credit.ts';
import { type DateReading, readDate } from '../read/dates.ts';
import { mayBeCredit } from './credit-gate.ts';
import { mayBeByline, mayBeDate } from './fact-gate.ts';

export interface Readings {
  readonly date: () => DateReading | null;
  readonly byline: () => Byline | null;
  readonly credit: () => Credit | null;
}

/** Longer lines are prose for every recogniser. */
const FACT_CHARS = 200;
/** A credit this long names more than an agency, and then it has a sign in it. */
const BARE_CREDIT_WORDS = 6;
const SIGNS = /[:：/©|)\]）】=,–—]|\bby\b/i;

export function readingsOf(text: string, words: number): Readings {
  const short = text.length <= FACT_CHARS;
  return {
    date: once(() => (short && mayBeDate(text) ? readDate(text, { language: null }) : null)),
    byline: once(() => (short && mayBeByline(text) ? readByline(text, null) : null)),
    credit: once(() =>
      short && (words <= BARE_CREDIT_WORDS || SIGNS.test(text)) && mayBeCredit(text) ? readCredit(text) : null,
    ),
  };
}

function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}
