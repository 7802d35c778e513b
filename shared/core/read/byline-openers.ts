/**
 * Words that open a byline as tokens, by language: taken apart once, in a bundle when it is made (infra/prepared-tables.ts).
 * Promise: pure data.
 */
import { STRONG_BYLINE_WORDS, WEAK_BYLINE_WORDS } from '../tables/byline-words.ts';
import { keysOf, listed } from './phrases.ts';

/** The keys of each phrase. */
export type Openers = readonly (readonly string[])[];

export const STRONG_OPENERS = byLanguage(STRONG_BYLINE_WORDS);
export const WEAK_OPENERS = byLanguage(WEAK_BYLINE_WORDS);
/** Words of scripts without spaces: the tokenizer cuts runs at them. */
export const RUN_WORDS: ReadonlySet<string> = new Set(
  [...listed(STRONG_BYLINE_WORDS)].filter((word) => /[\p{Script=Han}\p{Script=Hangul}]/u.test(word)),
);

function byLanguage(table: Readonly<Record<string, string>>): ReadonlyMap<string, Openers> {
  return new Map(Object.entries(table).map(([language, row]) => [language, [...listed({ row })].map(keysOf)]));
}
