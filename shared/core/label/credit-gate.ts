/**
 * Whether a line can be a credit at all: one pass over its words, before the recogniser takes its time.
 * Promise: no line that the recogniser would call a credit is kept from it.
 */
import { AGENCIES } from '../tables/agencies.ts';
import { PHOTO_LABELS, PHOTO_SOURCES } from '../tables/credit-words.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** In scripts without blanks a label may stand inside a run of characters. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** The longest word of each entry: a line without it cannot hold the entry, and `the` or `news` would let every line pass. */
const KNOWN: ReadonlySet<string> = new Set(
  [
    ...AGENCIES.flatMap(({ code, name, spellings }) => [code, name, ...spellings.split(',')]),
    ...Object.values(PHOTO_LABELS).flatMap((labels) => labels.split(',')),
    ...PHOTO_SOURCES,
  ].flatMap((text) => longestWord(text)),
);

function longestWord(text: string): readonly string[] {
  return (text.toLowerCase().match(WORD) ?? []).toSorted((a, b) => b.length - a.length).slice(0, 1);
}

export function mayBeCredit(text: string): boolean {
  if (text.includes('©') || UNSPACED.test(text)) return true;
  return (text.toLowerCase().match(WORD) ?? []).some((word) => KNOWN.has(word));
}
