/**
 * Whether a line can be a date or a byline at all: one look at its first word, before the recognisers take it apart.
 * Promise: no line that a recogniser would accept is kept from it.
 */
import { fold } from '../read/fold.ts';
import { mayOpen, plainGateOf } from '../read/gate.ts';
import { BYLINE_WORDS, DATE_WORDS } from './gate-words.ts';
import { openingWord } from './opening.ts';

/** Scripts in which no blank ends the first word. */
const UNSPACED = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const GLUED_BY = /^(?:by|von|par|por|door|di)\p{Lu}/iu;

const DATE_GATE = plainGateOf(DATE_WORDS);
/** With the beginnings of what is glued to a name, `byAnna`. */
const BYLINE_GATE = plainGateOf([...BYLINE_WORDS, 'by', 'von', 'par', 'por', 'door', 'di']);

export function mayBeDate(text: string): boolean {
  const word = openingWord(text);
  if (word === undefined) return true;
  return mayOpen(DATE_GATE, word, 0) && (UNSPACED.test(word) || DATE_WORDS.has(fold(word)));
}

export function mayBeByline(text: string): boolean {
  const word = openingWord(text);
  if (word === undefined || !mayOpen(BYLINE_GATE, word, 0)) return false;
  return UNSPACED.test(word) || BYLINE_WORDS.has(fold(word)) || GLUED_BY.test(word);
}
