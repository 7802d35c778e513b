/**
 * What the recognisers read in a line, each asked at most once a line, since several passes want to know.
 * Promise: a line that cannot be what is asked for is not looked at.
 */
import { type Byline, readByline } from '../read/byline.ts';
import { type Credit, readCredit } from '../read/credit.ts';
import { type DateReading, readDate } from '../read/dates.ts';
import { type FactsLine, readFactsLine } from '../read/facts-line.ts';
import { mayBeCredit } from './credit-gate.ts';
import { mayBeByline, mayBeDate } from './fact-gate.ts';

/** A place to remember in: a page has hundreds of lines, and most of them are asked for nothing. */
export interface Readings {
  readonly text: string;
  readonly words: number;
  /** Undefined until somebody asks. */
  date: DateReading | null | undefined;
  byline: Byline | null | undefined;
  credit: Credit | null | undefined;
  facts: FactsLine | null | undefined;
}

/** Longer lines are prose for every recogniser. */
const FACT_CHARS = 200;
/** A credit this long names more than an agency, and then it has a sign in it. */
const BARE_CREDIT_WORDS = 6;
const SIGNS = /[:：/©|)\]）】=,–—]|\bby\b/i;
const ANY_LANGUAGE = { language: null } as const;

export function readingsOf(text: string, words: number): Readings {
  const unread = text.length > FACT_CHARS ? null : undefined;
  return { text, words, date: unread, byline: unread, credit: unread, facts: unread };
}

export function dateOf({ readings }: { readonly readings: Readings }): DateReading | null {
  const { text, date } = readings;
  if (date !== undefined) return date;
  const read = mayBeDate(text) ? readDate(text, ANY_LANGUAGE) : null;
  readings.date = read;
  return read;
}

export function bylineOf({ readings }: { readonly readings: Readings }): Byline | null {
  const { text, byline } = readings;
  if (byline !== undefined) return byline;
  const read = mayBeByline(text) ? readByline(text, null) : null;
  readings.byline = read;
  return read;
}

export function creditOf({ readings }: { readonly readings: Readings }): Credit | null {
  const { text, words, credit } = readings;
  if (credit !== undefined) return credit;
  const mayBe = (words <= BARE_CREDIT_WORDS || SIGNS.test(text)) && mayBeCredit(text);
  const read = mayBe ? readCredit(text) : null;
  readings.credit = read;
  return read;
}

export function factsOf({ readings }: { readonly readings: Readings }): FactsLine | null {
  const { text, facts } = readings;
  if (facts !== undefined) return facts;
  const read = readFactsLine(text, ANY_LANGUAGE);
  readings.facts = read;
  return read;
}
