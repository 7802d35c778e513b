/** Labels before credits (`Photo:`, `Bildquelle:`, `Quelle:`) and names of picture agencies, found in a line. */
import { PHOTO_LABEL, PHOTO_SOURCE, RUN_WORDS } from './credit-phrases.ts';
import { fold } from './fold.ts';
import { gateOf, mayBegin, mayOpen, plainGateOf } from './gate.ts';
import { type PhraseIndex, phraseAt } from './phrases.ts';
import { type Token, tokenize } from './tokens.ts';

const SIGNS: ReadonlySet<string> = new Set([':', '：', '=', ',', '/', '|', '・', '-', '–', '—', '.', '©']);
/** After these a sign is not needed: `Photo by Anna Müller`, `Courtesy of the museum`. */
const OPEN_ENDED: ReadonlySet<string> = new Set(['by', 'of', 'von', 'de', 'di', 'via', 'from', 'van', 'credit']);
const HEAD_CHARS = 60;

/** Nearly no line begins with a label: told before it is taken apart. */
const PHOTO_GATE = plainGateOf(PHOTO_LABEL.keys());
const SOURCE_GATE = gateOf([...PHOTO_SOURCE.keys()].filter((key) => /^[\x00-\x7f]+$/.test(key)));

/** Characters that a label at the start takes, its sign included; 0 when there is none or nothing separates it from a sentence. */
export function photoLabelLength(index: PhraseIndex<true>, text: string): number {
  const gate = index === PHOTO_LABEL ? PHOTO_GATE : null;
  if (gate !== null && /^[A-Za-z]/.test(text) && !mayOpen(gate, text, 0)) return 0;
  const tokens = tokenize(text.slice(0, HEAD_CHARS), RUN_WORDS);
  const found = phraseAt(index, tokens, 0);
  if (found === null) return 0;
  const last = tokens[found.tokens - 1];
  const sign = tokens[found.tokens];
  const signed = sign !== undefined && SIGNS.has(sign.key);
  if (!signed && !OPEN_ENDED.has(last?.key ?? '')) return 0;
  return afterSigns(tokens, found.tokens, text.length);
}

/** The same for labels that need no sign: `Via AFP newswire`. */
export function labelLength(index: PhraseIndex<true>, text: string): number {
  const tokens = tokenize(text.slice(0, HEAD_CHARS), RUN_WORDS);
  const from = SIGNS.has(tokens[0]?.key ?? '') ? 1 : 0;
  const found = phraseAt(index, tokens, from);
  if (found === null) return from > 0 ? (tokens[1]?.start ?? 0) : 0;
  return afterSigns(tokens, from + found.tokens, text.length);
}

function afterSigns(tokens: readonly Token[], from: number, otherwise: number): number {
  let next = from;
  while (next < from + 2 && SIGNS.has(tokens[next]?.key ?? '')) next += 1;
  return tokens[next]?.start ?? otherwise;
}

const BLANK = 0x20;

/** A no only for plain characters, where no word begins like a source. */
function mayNameSource(text: string): boolean {
  const lower = text.toLowerCase();
  let inWord = false;
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    if (code > 0x7f) return true;
    if (code === BLANK) {
      inWord = false;
      continue;
    }
    const isLetter = code > 0x60 && code < 0x7b;
    // Numbers and signs may be keys too; inside a word no other word begins.
    if (!(isLetter && inWord) && mayBegin(SOURCE_GATE, lower, at)) return true;
    inWord = isLetter;
  }
  return false;
}

/** True when a picture agency, or a word that only credits have, stands in the text. */
export function namesPhotoSource(text: string): boolean {
  if (text.length > 200 || !mayNameSource(text)) return false;
  const tokens = tokenize(fold(text), RUN_WORDS);
  return tokens.some((_, at) => phraseAt(PHOTO_SOURCE, tokens, at) !== null);
}
