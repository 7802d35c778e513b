/**
 * Whether a line can be a date or a byline at all: one look at its first word, before the recognisers take it apart.
 * Promise: no line that a recogniser would accept is kept from it.
 */
import { fold } from '../read/fold.ts';
import {
  AFTER,
  AFTER_NOON,
  BEFORE,
  BEFORE_NOON,
  COMPANIONS,
  COUNTS,
  FILLERS,
  MONTH_NAMES,
  NOW,
  ROLE_WORDS,
  UNITS,
  WEEKDAY_NAMES,
  ZONE_NAMES,
} from '../read/vocabulary.ts';
import { STRONG_BYLINE_WORDS, WEAK_BYLINE_WORDS } from '../tables/byline-words.ts';

/** Signs, at most so many characters, then a digit or the first word. */
const OPENING = /^[^\p{L}\p{M}\p{N}]{0,8}(?:(\p{N})|([\p{L}\p{M}]{1,40}(?:['’]\p{L}{1,20})?))/u;
/** Scripts in which no blank ends the first word. */
const UNSPACED = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const GLUED_BY = /^(?:by|von|par|por|door|di)\p{Lu}/iu;

const DATE_WORDS: ReadonlySet<string> = new Set([
  ...[
    MONTH_NAMES,
    WEEKDAY_NAMES,
    ROLE_WORDS,
    FILLERS,
    COMPANIONS,
    BEFORE,
    AFTER,
    UNITS,
    COUNTS,
    NOW,
    ZONE_NAMES,
  ].flatMap((index) => [...index.keys()]),
  ...BEFORE_NOON,
  ...AFTER_NOON,
]);

const BYLINE_WORDS: ReadonlySet<string> = new Set(
  [STRONG_BYLINE_WORDS, WEAK_BYLINE_WORDS]
    .flatMap((table) => Object.values(table).flatMap((row) => row.split(',')))
    .map((phrase) => fold(OPENING.exec(phrase.trim())?.[2] ?? '')),
);

export function mayBeDate(text: string): boolean {
  const word = OPENING.exec(text)?.[2];
  return word === undefined || UNSPACED.test(word) || DATE_WORDS.has(fold(word));
}

export function mayBeByline(text: string): boolean {
  const word = OPENING.exec(text)?.[2];
  if (word === undefined) return false;
  return UNSPACED.test(word) || BYLINE_WORDS.has(fold(word)) || GLUED_BY.test(word);
}
