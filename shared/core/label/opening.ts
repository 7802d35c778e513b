/** What a line opens with. */
import { KIND, kindOf } from '../read/letters.ts';

/** Signs, at most so many characters, then a digit or the first word. */
export const OPENING = /^[^\p{L}\p{M}\p{N}]{0,8}(?:(\p{N})|([\p{L}\p{M}]{1,40}(?:['’]\p{L}{1,20})?))/u;

const MOST_SIGNS = 8;
const WORD_CHARS = 40;
const TAIL_CHARS = 20;
const IN_WORD = KIND.letter | KIND.mark;
const APOSTROPHES = "'’";

/** The first word as `OPENING` finds it, by a walk: nearly every line is asked, some of them twice. Undefined: a digit, or none. */
export function openingWord(text: string): string | undefined {
  let from = 0;
  let kind = kindAt(text, from);
  while (from < MOST_SIGNS && from < text.length && (kind === KIND.other || kind === KIND.blank))
    kind = kindAt(text, ++from);
  if (kind === KIND.half) return OPENING.exec(text)?.[2];
  if ((kind & IN_WORD) === 0) return undefined;
  let end = from + 1;
  while (end - from < WORD_CHARS && (kindAt(text, end) & IN_WORD) !== 0) end += 1;
  const tail = tailEnd(text, end);
  return kindAt(text, tail) === KIND.half ? OPENING.exec(text)?.[2] : text.slice(from, tail);
}

/** `d’Anna`: a word goes on behind an apostrophe. */
function tailEnd(text: string, end: number): number {
  if (end >= text.length || !APOSTROPHES.includes(text[end] ?? ' ')) return end;
  let tail = end + 1;
  while (tail - end <= TAIL_CHARS && kindAt(text, tail) === KIND.letter) tail += 1;
  return tail > end + 1 || kindAt(text, tail) === KIND.half ? tail : end;
}

function kindAt(text: string, at: number): number {
  return at < text.length ? kindOf(text.charCodeAt(at)) : KIND.other;
}
