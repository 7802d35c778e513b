/**
 * Whether a line can be a credit at all: one pass over its words, before the recogniser takes its time.
 * Promise: no line that the recogniser would call a credit is kept from it.
 */
import { AGENCIES } from '../tables/agencies.ts';
import { PHOTO_LABELS, PHOTO_SOURCES } from '../tables/credit-words.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** In scripts without blanks a label may stand inside a run of characters. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

const KNOWN: ReadonlySet<string> = new Set(
  [
    ...AGENCIES.flatMap(({ code, name, spellings }) => [code, name, spellings]),
    ...Object.values(PHOTO_LABELS),
    ...PHOTO_SOURCES,
  ].flatMap((text) => text.toLowerCase().match(WORD) ?? []),
);

export function mayBeCredit(text: string): boolean {
  if (text.includes('©') || UNSPACED.test(text)) return true;
  return (text.toLowerCase().match(WORD) ?? []).some((word) => KNOWN.has(word));
}
