/**
 * Labels of credits and names of picture agencies as they are looked up, built once: in a bundle when it is made
 * (infra/prepared-tables.ts). Promise: pure data.
 */
import { AGENCY_LABELS, PHOTO_LABELS, PHOTO_SOURCES } from '../tables/credit-words.ts';
import { listed, type PhraseIndex, phraseIndex } from './phrases.ts';

export const AGENCY_LABEL = known(listed(AGENCY_LABELS));
export const PHOTO_LABEL = known(listed(PHOTO_LABELS));
export const PHOTO_SOURCE = known(PHOTO_SOURCES);
/** Words of scripts without spaces: the tokenizer cuts runs at them. */
export const RUN_WORDS: ReadonlySet<string> = new Set(
  [...listed(PHOTO_LABELS)].filter((label) => /[\p{Script=Han}\p{Script=Hangul}]/u.test(label)),
);

function known(phrases: Iterable<string>): PhraseIndex<true> {
  return phraseIndex([...phrases].map((phrase) => [phrase, true] as const));
}
