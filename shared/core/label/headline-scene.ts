/**
 * Where a headline is sought: a draft comes in; the lines before the text, what stands around them and which of their words
 * return in the text go out. Promise: each line's words are taken apart once.
 */
import { KIND, kindOf } from '../read/letters.ts';
import type { Draft, Line } from './draft.ts';
import { bylineOf, dateOf } from './readings.ts';
import { bodySpan } from './span.ts';

export interface Overlap {
  /** Share of the line's weighty words that the text has, rare words counting more. */
  readonly share: number;
  /** The same for the first two paragraphs. */
  readonly early: number;
  /** Distinct words that the text has. */
  readonly known: number;
}

export interface HeadlineScene {
  /** Lines among which the headline is sought. */
  readonly lines: readonly Line[];
  /** Where the text begins. */
  readonly until: number;
  readonly bestOverlap: number;
  readonly line: (index: number) => Line | undefined;
  readonly overlapAt: (index: number) => Overlap;
  /** Share of words that two lines have in common. */
  readonly likeness: (index: number, other: number) => number;
  /** A date or byline makes up the line. */
  readonly isFact: (index: number) => boolean;
  readonly factAfter: (index: number) => number | null;
  readonly factBefore: (index: number) => number | null;
  /** Lines of a headline's length in one piece around a line. */
  /** Reads like a headline by itself: length, no stop, words that return. */
  readonly isPlausible: (line: Line) => boolean;
  readonly runAround: (index: number) => number;
  readonly copies: (line: Line) => { readonly before: number; readonly after: number };
  readonly isPartOfOther: (line: Line) => boolean;
}

/** Lines before the text among which the headline is sought; menus, decks, dates, shares and captions stand between. */
const REACH = 64;
/** A page may open with its headline however far its text is. */
const TOP = 16;
/** Lines after the text's first in which the headline may stand when a teaser was taken for text. */
const BEYOND = 6;
/** Paragraphs whose words the headline is compared with. */
const PARAGRAPHS = 10;
const EARLY_PARAGRAPHS = 2;
const PARAGRAPH_CHARS = 800;
const LINE_CHARS = 300;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const WORD = /[\p{L}\p{N}]{2,}/gu;
const IN_WORD = KIND.letter | KIND.number;
/** Shorter words are in every text. */
const WEIGHTY_CHARS = 4;
const ITEM_WORDS = { fewest: 4, most: 25 } as const;
const NOTHING: Overlap = { share: 0, early: 0, known: 0 };

export function headlineScene(draft: Draft): HeadlineScene {
  const span = bodySpan(draft);
  const until = span.last === -1 ? Math.min(draft.lines.length, REACH) : span.first;
  const from = Math.max(0, until - REACH);
  const end = Math.min(draft.lines.length, until + BEYOND);
  const lines = [...draft.lines.slice(0, Math.min(TOP, from)), ...draft.lines.slice(from, end)];
  const terms = new Map(lines.map((line) => [line.index, new Set(termsOf(line.text))]));
  const overlaps = overlapsOf(terms, textWords(draft, span.first, span.last));
  const facts = lines.filter(isFact).map(({ index }) => index);
  return {
    lines,
    isFact: (index) => facts.includes(index),
    until,
    bestOverlap: Math.max(0, ...[...overlaps.values()].map(({ share, known }) => share * Math.min(1, known / 4))),
    line: (index) => draft.lines[index],
    overlapAt: (index) => overlaps.get(index) ?? NOTHING,
    likeness: (index, other) => likeness(terms.get(index), terms.get(other)),
    factAfter: (index) => facts.find((fact) => fact > index) ?? null,
    factBefore: (index) => facts.findLast((fact) => fact < index) ?? null,
    isPlausible: (line) => isPlausible(line, overlaps.get(line.index) ?? NOTHING),
    runAround: (index) => runAround(draft, index),
    ...repeatsIn(draft, lines),
  };
}

function repeatsIn(draft: Draft, lines: readonly Line[]): Pick<HeadlineScene, 'copies' | 'isPartOfOther'> {
  const counts = new Map<string, number>();
  /** By line how many before it say the same. */
  const ranks = draft.lines.map(({ folded }) => {
    const rank = counts.get(folded) ?? 0;
    counts.set(folded, rank + 1);
    return rank;
  });
  const long = lines.filter(({ folded }) => folded.length > 15 && folded.length < LINE_CHARS);
  return {
    copies: (line) => {
      const before = ranks[line.index] ?? 0;
      return { before, after: (counts.get(line.folded) ?? 1) - before - 1 };
    },
    isPartOfOther: ({ folded }) =>
      folded.length > 15 && long.some((other) => other.folded.length > folded.length && other.folded.includes(folded)),
  };
}

function isFact(line: Line): boolean {
  if (line.text.length > 120) return false;
  return dateOf(line) !== null || bylineOf(line) !== null;
}

function isPlausible({ words, text, phrase }: Line, { known }: Overlap): boolean {
  return words >= ITEM_WORDS.fewest && words <= ITEM_WORDS.most && phrase === null && known > 1 && !/[.。]$/.test(text);
}

function runAround(draft: Draft, index: number): number {
  const isItem = (at: number) => {
    const words = draft.lines[at]?.words ?? 0;
    return words >= ITEM_WORDS.fewest && words <= ITEM_WORDS.most;
  };
  let run = 0;
  for (let at = index - 1; at > index - 6 && isItem(at); at--) run++;
  for (let at = index + 1; at < index + 6 && isItem(at); at++) run++;
  return run;
}

/** The text's words, and whether the first paragraphs have them. */
type TextWords = ReadonlyMap<string, boolean>;

function textWords(draft: Draft, first: number, last: number): TextWords {
  const words = new Map<string, boolean>();
  let paragraphs = 0;
  for (let at = first; at <= last && paragraphs < PARAGRAPHS; at++) {
    if (!draft.isBody(at)) continue;
    paragraphs++;
    for (const term of termsOf(draft.lines[at]?.text ?? ''))
      if (paragraphs <= EARLY_PARAGRAPHS) words.set(term, true);
      else if (!words.has(term)) words.set(term, false);
  }
  return words;
}

function overlapsOf(terms: ReadonlyMap<number, ReadonlySet<string>>, text: TextWords): ReadonlyMap<number, Overlap> {
  const counts = new Map<string, number>();
  for (const own of terms.values()) for (const term of own) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weights: number[] = [];
  const weight = (term: string) => {
    const count = counts.get(term) ?? 1;
    weights[count] ??= 1 / (1 + Math.log2(count));
    return weights[count];
  };
  return new Map([...terms].map(([index, own]) => [index, overlapOf(own, text, weight)]));
}

function overlapOf(own: ReadonlySet<string>, text: TextWords, weight: (term: string) => number): Overlap {
  let [sum, all, early, known] = [0, 0, 0, 0];
  for (const term of own) {
    const worth = weight(term);
    sum += worth;
    const isEarly = text.get(term);
    if (isEarly === undefined) continue;
    all += worth;
    known++;
    if (isEarly) early += worth;
  }
  const least = Math.max(sum, 2);
  return { share: all / least, early: early / least, known };
}

function likeness(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): number {
  if (one === undefined || other === undefined || one.size === 0) return 0;
  let both = 0;
  for (const term of one) if (other.has(term)) both++;
  return both / Math.max(one.size, 3);
}

/** Words in lower case without the shortest; where words are not parted by blanks, pairs of characters. */
function termsOf(text: string): readonly string[] {
  const lower = text.slice(0, PARAGRAPH_CHARS).toLowerCase();
  if (!UNSPACED.test(lower)) return spacedTerms(lower);
  const words = lower.match(WORD) ?? [];
  return words.flatMap((word) => (UNSPACED.test(word) ? pairs(word) : isTerm(word) ? [word] : []));
}

/** The same by a walk: only words that are long enough are ever made. */
function spacedTerms(lower: string): readonly string[] {
  const terms: string[] = [];
  let from = -1;
  let hasNumber = false;
  for (let at = 0; at <= lower.length; at += 1) {
    const kind = at < lower.length ? kindOf(lower.charCodeAt(at)) : KIND.other;
    if (kind === KIND.half) return (lower.match(WORD) ?? []).filter(isTerm);
    if ((kind & IN_WORD) !== 0) {
      if (from === -1) from = at;
      if (kind === KIND.number) hasNumber = true;
      continue;
    }
    if (from !== -1 && (at - from >= WEIGHTY_CHARS || (hasNumber && at - from > 1)))
      pushTerm(terms, lower.slice(from, at));
    from = -1;
    hasNumber = false;
  }
  return terms;
}

function pushTerm(terms: string[], word: string): void {
  if (isTerm(word)) terms.push(word);
}

function isTerm(word: string): boolean {
  return word.length >= WEIGHTY_CHARS || /\d/.test(word);
}

function pairs(word: string): readonly string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
}
