/**
 * The words of lines as numbers, to be counted and compared. In: texts. Out: for each the numbers of its distinct words, in order.
 * Promise: each word is looked up once a text; the shortest words, which are in every text, have no number.
 */
import { KIND, kindOf } from '../read/letters.ts';

export interface Terms {
  /** Gives words that are new a number. */
  readonly of: (text: string) => readonly number[];
  /** Only the words that have a number, as often as they stand there. */
  readonly knownIn: (text: string) => readonly number[];
  /** How many of the first list are in the second. */
  readonly shared: (one: readonly number[], other: readonly number[]) => number;
}

const TEXT_CHARS = 800;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const WORD = /[\p{L}\p{N}]{2,}/gu;
const IN_WORD = KIND.letter | KIND.number;
/** Shorter words are in every text. */
const WEIGHTY_CHARS = 4;

export function newTerms(): Terms {
  const numbers = new Map<string, number>();
  /** By number the last list that had it. */
  const seen: number[] = [];
  let lists = 0;
  return {
    of(text) {
      lists += 1;
      const own: number[] = [];
      for (const term of termsOf(text)) {
        const number = numbers.get(term) ?? numbers.size;
        if (number === numbers.size) numbers.set(term, number);
        if (seen[number] === lists) continue;
        seen[number] = lists;
        own.push(number);
      }
      return own;
    },
    knownIn(text) {
      const known: number[] = [];
      for (const term of termsOf(text)) {
        const number = numbers.get(term);
        if (number !== undefined) known.push(number);
      }
      return known;
    },
    shared(one, other) {
      lists += 1;
      for (const number of other) seen[number] = lists;
      let both = 0;
      for (const number of one) if (seen[number] === lists) both += 1;
      return both;
    },
  };
}

/** Words in lower case without the shortest; where words are not parted by blanks, pairs of characters. */
function termsOf(text: string): readonly string[] {
  const lower = text.slice(0, TEXT_CHARS).toLowerCase();
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
