/**
 * Words without which a line is no date, no byline and no credit, built once: in a bundle when it is made (infra/prepared-tables.ts).
 * Promise: pure data; every word with which a table's entry can begin, or its longest.
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
import { AGENCIES } from '../tables/agencies.ts';
import { STRONG_BYLINE_WORDS, WEAK_BYLINE_WORDS } from '../tables/byline-words.ts';
import { PHOTO_LABELS, PHOTO_SOURCES } from '../tables/credit-words.ts';
import { OPENING } from './opening.ts';
import { WORD } from './word.ts';

export const DATE_WORDS: ReadonlySet<string> = new Set([
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

export const BYLINE_WORDS: ReadonlySet<string> = new Set(
  [STRONG_BYLINE_WORDS, WEAK_BYLINE_WORDS]
    .flatMap((table) => Object.values(table).flatMap((row) => row.split(',')))
    .map((phrase) => fold(OPENING.exec(phrase.trim())?.[2] ?? '')),
);

/** The longest word of each entry: a line without it cannot hold the entry, and `the` or `news` would let every line pass. */
export const CREDIT_WORDS: ReadonlySet<string> = new Set(
  [
    ...AGENCIES.flatMap(({ code, name, spellings }) => [code, name, ...spellings.split(',')]),
    ...Object.values(PHOTO_LABELS).flatMap((labels) => labels.split(',')),
    ...PHOTO_SOURCES,
  ].flatMap((text) => longestWord(text)),
);

function longestWord(text: string): readonly string[] {
  return (text.toLowerCase().match(WORD) ?? []).toSorted((a, b) => b.length - a.length).slice(0, 1);
}
