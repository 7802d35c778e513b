/**
 * Where a headline is sought: a draft comes in; the lines before the text, what stands around them and which of their words
 * return in the text go out. Promise: each line's words are taken apart once.
 */
import type { Draft, Line } from './draft.ts';
import { newTerms, type Terms } from './headline-terms.ts';
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
const LINE_CHARS = 300;
const ITEM_WORDS = { fewest: 4, most: 25 } as const;
const NOTHING: Overlap = { share: 0, early: 0, known: 0 };

export function headlineScene(draft: Draft): HeadlineScene {
  const span = bodySpan(draft);
  const until = span.last === -1 ? Math.min(draft.lines.length, REACH) : span.first;
  const from = Math.max(0, until - REACH);
  const end = Math.min(draft.lines.length, until + BEYOND);
  const lines = [...draft.lines.slice(0, Math.min(TOP, from)), ...draft.lines.slice(from, end)];
  const terms = newTerms();
  const own = new Map<number, readonly number[]>();
  for (const { index, text } of lines) own.set(index, terms.of(text));
  const overlaps = overlapsOf(own, textWords(draft, terms, span.first, span.last));
  const facts = lines.filter(isFact).map(({ index }) => index);
  return {
    lines,
    isFact: (index) => facts.includes(index),
    until,
    bestOverlap: Math.max(0, ...[...overlaps.values()].map(({ share, known }) => share * Math.min(1, known / 4))),
    line: (index) => draft.lines[index],
    overlapAt: (index) => overlaps.get(index) ?? NOTHING,
    likeness: (index, other) => likeness(terms, own.get(index), own.get(other)),
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

/** By number of a word: whether the text has it, and whether its first paragraphs do. */
const HAS = 1;
const HAS_EARLY = 2;

function textWords(draft: Draft, terms: Terms, first: number, last: number): readonly number[] {
  const words: number[] = [];
  let paragraphs = 0;
  for (let at = first; at <= last && paragraphs < PARAGRAPHS; at++) {
    if (!draft.isBody(at)) continue;
    paragraphs++;
    for (const term of terms.knownIn(draft.lines[at]?.text ?? ''))
      if (paragraphs <= EARLY_PARAGRAPHS) words[term] = HAS_EARLY;
      else words[term] ??= HAS;
  }
  return words;
}

type LineTerms = ReadonlyMap<number, readonly number[]>;

function overlapsOf(terms: LineTerms, text: readonly number[]): ReadonlyMap<number, Overlap> {
  const counts: number[] = [];
  for (const own of terms.values()) for (const term of own) counts[term] = (counts[term] ?? 0) + 1;
  const weights: number[] = [];
  const weight = (term: number) => {
    const count = counts[term] ?? 1;
    weights[count] ??= 1 / (1 + Math.log2(count));
    return weights[count];
  };
  const overlaps = new Map<number, Overlap>();
  for (const [index, own] of terms) overlaps.set(index, overlapOf(own, text, weight));
  return overlaps;
}

function overlapOf(own: readonly number[], text: readonly number[], weight: (term: number) => number): Overlap {
  let sum = 0;
  let all = 0;
  let early = 0;
  let known = 0;
  for (const term of own) {
    const worth = weight(term);
    sum += worth;
    const has = text[term];
    if (has === undefined) continue;
    all += worth;
    known++;
    if (has === HAS_EARLY) early += worth;
  }
  const least = Math.max(sum, 2);
  return { share: all / least, early: early / least, known };
}

/** Share of the words of the first that the second has. */
function likeness(terms: Terms, one: readonly number[] | undefined, other: readonly number[] | undefined): number {
  if (one === undefined || other === undefined || one.length === 0) return 0;
  return terms.shared(one, other) / Math.max(one.length, 3);
}
