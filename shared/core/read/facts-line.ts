/**
 * Lines that hold several facts at once: `World Dec 22, 2023 10:59 AM EST`, `Anna Müller, The Bugle - Dec 20, 2023 3:06 pm UTC`,
 * `posted on 2023-12-19 23:30 by Jo Li`. In: one line. Out: its dates and its byline, or null.
 * Promise: a sentence or a caption with a date in it is no such line.
 */
import { NAME_PARTICLES } from '../tables/byline-words.ts';
import { type Byline, readByline } from './byline.ts';
import { bylinePrefix } from './byline-prefix.ts';
import { dateTokens } from './date-tokens.ts';
import { type DateContext, type DateStatement, findDates } from './dates.ts';
import { partedTail } from './glued-tail.ts';
import { phraseAt } from './phrases.ts';
import { COMPANIONS, FILLERS, ROLE_WORDS } from './vocabulary.ts';

export interface FactsLine {
  readonly dates: readonly DateStatement[];
  readonly byline: Byline | null;
}

const LINE_CHARS = 160;
/** Words beside the dates: two names, an outlet, a section. */
const MOST_WORDS = 14;
/** Plain words beside the dates that such lines may still hold. */
const MOST_PLAIN = 1;
const DIGIT = /\p{Nd}/u;
const SMALL: ReadonlySet<string> = new Set([
  ...NAME_PARTICLES,
  'by',
  'and',
  'und',
  'et',
  'y',
  'e',
  'for',
  'in',
  'from',
  'von',
  'par',
  'por',
  'door',
  'with',
]);

export function readFactsLine(line: string, context: DateContext): FactsLine | null {
  if (line.length > LINE_CHARS || !DIGIT.test(line)) return null;
  const read = factsIn(line, context);
  if (read !== null) return read;
  const parted = partedTail(line, context.language);
  return parted === line ? null : factsIn(parted, context);
}

function factsIn(text: string, context: DateContext): FactsLine | null {
  const dates = findDates(text, context).filter(({ value }) => value.year !== null && value.day !== null);
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [before, after] = [text.slice(0, first.start), text.slice(last.end)];
  if (!isTerse(`${before} ${after}`)) return null;
  return { dates, byline: bylineIn(before, context) ?? bylineIn(after, context) };
}

/** Names, labels and outlets, no sentence. */
function isTerse(beside: string): boolean {
  const tokens = dateTokens(beside).filter(({ kind }) => kind === 'word');
  if (tokens.length > MOST_WORDS) return false;
  const plain = tokens.filter(({ key, start }, at) => {
    const letter = beside[start] ?? '';
    const small = letter === letter.toLowerCase() && letter !== letter.toUpperCase();
    return small && !SMALL.has(key) && !isKnown(tokens, at);
  });
  return plain.length <= MOST_PLAIN;
}

function isKnown(tokens: Parameters<typeof phraseAt>[1], at: number): boolean {
  return [ROLE_WORDS, COMPANIONS, FILLERS].some((index) => phraseAt<unknown>(index, tokens, at) !== null);
}

const EDGES = /^[\s|•·●,–—-]{1,6}|[\s|•·●,:–—-]{1,6}$/g;
const LABEL_END =
  /[\s|•·,:–—-]{1,4}(?:published|posted|updated|first published|last updated|on|at|am|le|el|il|em|op)$/i;

function bylineIn(part: string, { language }: DateContext): Byline | null {
  let text = part.replace(EDGES, '');
  // `… | Published on`: at most a label and its preposition stand between the name and the date.
  for (let label = 0; label < 2; label += 1) text = text.replace(LABEL_END, '').replace(EDGES, '');
  const whole = readByline(text, language, { asNameLine: true, besideDate: true });
  if (whole !== null && whole.names.length > 0) return whole;
  const signed = text.split(PARTS).find((one) => bylinePrefix(one, language) !== null);
  return signed === undefined ? whole : (readByline(signed, language, { besideDate: true }) ?? whole);
}

/** `Harbour | By Anna Lee |`, `3 min read · By Anna Lee`: the part that says so names the writer. */
const PARTS = /\s[|•·●—–]\s|(?<=\s)(?=(?:by|von|par|por) )/i;
