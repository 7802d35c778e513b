/**
 * An embargo that a line or a note tells of. In: the words. Out: until when, as they say it, and the date in that; null when they tell of none.
 * Promise: an embargo that an article writes about is none; what is left open is said to be open.
 */
import { EMBARGO_ORDERS, EMBARGO_WORDS, MIDNIGHT_WORDS } from '../tables/embargo-calls.ts';
import { type DateContext, type DateValue, findDates, readDate } from './dates.ts';
import { mayOpen, plainGateOf } from './gate.ts';

export interface EmbargoCall {
  /** What stands behind the call. */
  readonly rest: string;
  /** Null: no day with its year can be read there. */
  readonly end: DateValue | null;
  /** A bare day is meant with its end. */
  readonly isMidnight: boolean;
}

/** Longer is a paragraph. */
const LINE_CHARS = 250;
const NOTE_CHARS = 600;
const byLength = (calls: Readonly<Record<string, readonly string[]>>) =>
  Object.values(calls)
    .flat()
    .toSorted((a, b) => b.length - a.length);
const ORDERS = byLength(EMBARGO_ORDERS);
const ALL = byLength({ orders: ORDERS, words: Object.values(EMBARGO_WORDS).flat() });
const GATE = plainGateOf(ALL);
const SIGNS = ' \t(*+-–—/[!';
const MOST_SIGNS = 10;
const NO_CONTEXT: DateContext = { language: null };

/** Of a line that may be the article's own. */
export function embargoLine(line: string, context: DateContext = NO_CONTEXT): EmbargoCall | null {
  if (line.length > LINE_CHARS || !mayOpen(GATE, line, signsBefore(line))) return null;
  const plain = folded(line).replace(/^[\s(*+\-–—/[!]{1,10}/u, '');
  const order = ORDERS.find((call) => begins(plain, call));
  if (order !== undefined) return callOf(plain.slice(order.length), context);
  const word = ALL.find((call) => begins(plain, call));
  if (word === undefined) return null;
  const rest = tidied(plain.slice(word.length));
  return readDate(rest, context)?.kind === 'absolute' ? callOf(rest, context) : null;
}

/** Signs that are dropped from the beginning of a line; what is none of these may still be one once it is folded. */
function signsBefore(line: string): number {
  let at = 0;
  while (at < Math.min(line.length, MOST_SIGNS) && SIGNS.includes(line[at] ?? '')) at += 1;
  return at;
}

/** Of what is known to be for desks: at the beginning of any of its sentences. */
export function embargoNote(note: string, context: DateContext = NO_CONTEXT): EmbargoCall | null {
  const plain = folded(note.slice(0, NOTE_CHARS));
  const places = ALL.flatMap((call) => {
    const at = plain.indexOf(call);
    return at >= 0 && !/\p{L}\s?$/u.test(plain.slice(Math.max(0, at - 2), at)) && begins(plain.slice(at), call)
      ? [{ at, end: at + call.length }]
      : [];
  });
  const [first] = places.toSorted((a, b) => a.at - b.at || b.end - a.end);
  return first === undefined ? null : callOf(plain.slice(first.end), context);
}

function callOf(behind: string, context: DateContext): EmbargoCall {
  const rest = tidied(behind);
  const found = findDates(rest, context).find(({ value }) => value.year !== null && value.day !== null);
  return { rest, end: found?.value ?? null, isMidnight: MIDNIGHT_WORDS.some((word) => rest.includes(word)) };
}

/** `embargoed tomatoes` is no `embargoed to`. */
function begins(text: string, call: string): boolean {
  return text.startsWith(call) && !(/\p{L}$/u.test(call) && /^\p{L}/u.test(text.slice(call.length)));
}

/** Agencies write hours without a colon, `0001 GMT`, and half of the day with dots. */
function tidied(rest: string): string {
  return rest
    .slice(0, LINE_CHARS)
    .replace(/^[\s:.,()\-–—]{1,10}/u, '')
    .replace(/[\s)*+/.\]!]{1,10}$/u, '')
    .replace(/\b([ap])\.\s?m\.?(?=[\s,)]|$)/gu, '$1m')
    .replace(/\b([01]\d|2[0-3])([0-5]\d)(?=\s?(?:gmt|utc|bst|cet|cest|est|edt|hrs|hours|h|uhr|uur)\b)/gu, '$1:$2')
    .replace(/^(0\d)([0-5]\d)(?=\s)/u, '$1:$2');
}

function folded(text: string): string {
  return text.normalize('NFKC').replaceAll('’', "'").toLowerCase();
}
