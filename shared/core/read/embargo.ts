/**
 * An embargo that a line or a note tells of. In: the words. Out: until when, as they say it, and the date in that; null when they tell of none.
 * Promise: an embargo that an article writes about is none; what is left open is said to be open.
 */
import { EMBARGO_BARE, EMBARGO_ORDERS, EMBARGO_WORDS, MIDNIGHT_WORDS } from '../tables/embargo-calls.ts';
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
const TIMED = [...ALL, ...EMBARGO_BARE];
const GATE = plainGateOf(TIMED);
const SIGNS = ' \t(*+-–—/[!';
const MOST_SIGNS = 10;
const NO_CONTEXT: DateContext = { language: null };

/** Of a line that may be the article's own. */
export function embargoLine(line: string, context: DateContext = NO_CONTEXT): EmbargoCall | null {
  if (line.length > LINE_CHARS || !mayOpen(GATE, line, signsBefore(line))) return null;
  const { text, lower } = plainly(line.replace(/^[\s(*+\-–—/[!]{1,10}/u, ''));
  const order = ORDERS.find((call) => begins(lower, call));
  if (order !== undefined) return callOf(text.slice(order.length), context);
  const word = TIMED.find((call) => begins(lower, call));
  if (word === undefined) return null;
  const rest = tidied(text.slice(word.length));
  return isTime(rest, context) ? callOf(rest, context) : orderIn(rest, context);
}

/** `EMBARGO: Not for publication before …` */
function orderIn(rest: string, context: DateContext): EmbargoCall | null {
  const order = ORDERS.find((call) => begins(rest.toLowerCase(), call));
  return order === undefined ? null : callOf(rest.slice(order.length), context);
}

function isTime(rest: string, context: DateContext): boolean {
  return readDate(rest, context)?.kind === 'absolute';
}

/** Signs that are dropped from the beginning of a line; what is none of these may still be one once it is folded. */
export function signsBefore(line: string): number {
  let at = 0;
  while (at < Math.min(line.length, MOST_SIGNS) && SIGNS.includes(line[at] ?? '')) at += 1;
  return at;
}

/** Of what is known to be for desks: at the beginning of any of its sentences. */
export function embargoNote(note: string, context: DateContext = NO_CONTEXT): EmbargoCall | null {
  const { text, lower } = plainly(note.slice(0, NOTE_CHARS));
  const places = TIMED.flatMap((call) => {
    const at = lower.indexOf(call);
    const isCall = at >= 0 && !/\p{L}\s?$/u.test(lower.slice(Math.max(0, at - 2), at)) && begins(lower.slice(at), call);
    if (!isCall || (EMBARGO_BARE.includes(call) && !isTime(sentence(text.slice(at + call.length)), context))) return [];
    return [{ at, end: at + call.length }];
  });
  const [first] = places.toSorted((a, b) => a.at - b.at || b.end - a.end);
  return first === undefined ? null : callOf(text.slice(first.end), context);
}

function sentence(text: string): string {
  return tidied(text.split(/[;.](?:\s|$)/u, 1)[0] ?? '');
}

function callOf(behind: string, context: DateContext): EmbargoCall {
  const rest = tidied(behind);
  const found = findDates(rest, context).find(({ value }) => value.year !== null && value.day !== null);
  const lower = rest.toLowerCase();
  return { rest, end: found?.value ?? null, isMidnight: MIDNIGHT_WORDS.some((word) => lower.includes(word)) };
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
    .replace(/\b([ap])\.\s?m\.?(?=[\s,)]|$)/giu, '$1m')
    .replace(/\b([01]\d|2[0-3])([0-5]\d)(?=\s?(?:gmt|utc|bst|cet|cest|est|edt|hrs|hours|h|uhr|uur)\b)/giu, '$1:$2')
    .replace(/^(0\d)([0-5]\d)(?=\s)/u, '$1:$2');
}

/** Calls are sought in lower case; zones are known by their capitals (`EST`, `Z`), so the text behind a call keeps them. */
function plainly(given: string): { readonly text: string; readonly lower: string } {
  const text = given.normalize('NFKC').replaceAll('’', "'");
  const lower = text.toLowerCase();
  // A letter that grows in lower case moves all places behind it.
  return { text: lower.length === text.length ? text : lower, lower };
}
