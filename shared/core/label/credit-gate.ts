/**
 * Whether a line can be a credit at all: one pass over its words, before the recogniser takes its time.
 * Promise: no line that the recogniser would call a credit is kept from it.
 */
import { CREDIT_WORDS } from './gate-words.ts';
import { WORD } from './word.ts';

/** In scripts without blanks a label may stand inside a run of characters. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

export function mayBeCredit(text: string): boolean {
  if (text.includes('©') || UNSPACED.test(text)) return true;
  return (text.toLowerCase().match(WORD) ?? []).some((word) => CREDIT_WORDS.has(word));
}
