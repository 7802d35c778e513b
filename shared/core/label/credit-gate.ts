/**
 * Whether a line can be a credit at all: one walk over its words, before the recogniser takes its time.
 * Promise: no line that the recogniser would call a credit is kept from it.
 */
import { gateOf, mayBegin } from '../read/gate.ts';
import { KIND, kindOf } from '../read/letters.ts';
import { CREDIT_WORDS } from './gate-words.ts';
import { WORD } from './word.ts';

/** In scripts without blanks a label may stand inside a run of characters. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const GATE = gateOf(CREDIT_WORDS);
const IN_WORD = KIND.letter | KIND.mark | KIND.number;

export function mayBeCredit(text: string): boolean {
  const lower = text.toLowerCase();
  let before: number = KIND.other;
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === KIND.half || (code > 0x7f && (code === 0xa9 || UNSPACED.test(lower[at] ?? ''))))
      return kind !== KIND.half || hasWord(text, lower);
    const opens = (kind & IN_WORD) !== 0 && (before & IN_WORD) === 0;
    if (opens && mayBegin(GATE, lower, at)) {
      const end = wordEnd(lower, at);
      if (end < lower.length && kindOf(lower.charCodeAt(end)) === KIND.half) return hasWord(text, lower);
      if (CREDIT_WORDS.has(lower.slice(at, end))) return true;
    }
    before = kind;
  }
  return false;
}

function wordEnd(lower: string, from: number): number {
  let end = from + 1;
  while (end < lower.length && (kindOf(lower.charCodeAt(end)) & IN_WORD) !== 0) end += 1;
  return end;
}

/** The same where characters beyond the first 65,536 stand, by a pattern. */
function hasWord(text: string, lower: string): boolean {
  if (text.includes('©') || UNSPACED.test(text)) return true;
  return (lower.match(WORD) ?? []).some((word) => CREDIT_WORDS.has(word));
}
