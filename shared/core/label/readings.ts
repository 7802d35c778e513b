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

const ANY_LANGUAGE = { language: null } as const;
const NOTHING: Readings = { date: () => null, byline: () => null, credit: () => null };

export function readingsOf(text: string, words: number): Readings {
  if (text.length > FACT_CHARS) return NOTHING;
  // One scope for all three: a page has hundreds of lines, and most of them are asked for nothing.
  let date: DateReading | null | undefined;
  let byline: Byline | null | undefined;
  let credit: Credit | null | undefined;
  return {
    date: () => {
      if (date === undefined) date = mayBeDate(text) ? readDate(text, ANY_LANGUAGE) : null;
      return date;
    },
    byline: () => {
      if (byline === undefined) byline = mayBeByline(text) ? readByline(text, null) : null;
      return byline;
    },
    credit: () => {
      if (credit === undefined) credit = canBeCredit(text, words) ? readCredit(text) : null;
      return credit;
    },
  };
}

function canBeCredit(text: string, words: number): boolean {
  return (words <= BARE_CREDIT_WORDS || SIGNS.test(text)) && mayBeCredit(text);
}
