/**
 * What scrapes run into the name before it: `Anna LeeCity Columnist`, `Anna Lee2 hours ago`, `Anna LeeDec. 18, 2023`. In: a line and its language. Out: the
 * line with a comma at the seam. Promise: names with capitals inside (`McCarthy`, `LaKeith`) stay whole, for nothing that stands behind names follows there.
 */
import { agencyOf } from './agencies.ts';
import { dateTokens } from './date-tokens.ts';
import { findDates } from './dates.ts';
import { fold } from './fold.ts';
import { ROLE_NOUNS, ROLES } from './name-words.ts';
import { relativeAt } from './relative.ts';

/** Most lines have none. */
const HINT = /\p{L}(?:\p{Lu}\p{Ll}|\p{Nd})/u;
const WORD = /[\p{L}\p{M}'’-]{1,80}/gu;
const CAPITAL = /^\p{Lu}/u;
const SMALL = /^\p{Ll}/u;
const LETTER_END = /\p{L}$/u;
const DIGIT = /^\p{Nd}/u;
/** Longer ones are no names. */
const NAME_CHARS = 31;
const NAME_STARTS: ReadonlySet<string> = new Set(
  'mc mac de la le van von di du da del della fitz st ben al el des'.split(' '),
);
/** A line with more seams is a menu. */
const MOST_SEAMS = 3;
/** Behind a title stand an outlet, a date, a counter. */
const TITLE_END = /[,|·•⋅∙;:(]|\s[–—-]\s/u;
const TITLE_WORDS = 5;
const BELONGS = /^(?:at|of|for)$/;
const LABEL =
  /^(?:published|posted|updated|modified|edited|aktualisiert|veröffentlicht|publié|publicado|actualizado|pubblicato|aggiornato)\b/iu;
/** `Anna LeeThe Harbour Gazette`, `Anna LeeIn Travel` */
const NAME_OR_SECTION = /^(?:The|In) \p{Lu}/u;

export function partedTail(text: string, language: string | null): string {
  if (!HINT.test(text)) return text;
  const seams = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => seamsOf(word, index, text));
  if (seams.length > MOST_SEAMS) return text;
  for (const { at, before } of seams) {
    const tail = text.slice(at);
    if (!NAME_STARTS.has(before.toLowerCase()) && isTail(tail, language)) return `${text.slice(0, at)}, ${tail}`;
  }
  return text;
}

interface Seam {
  readonly at: number;
  /** What stands before it in its word: `Anna De` and `Santis` are one name. */
  readonly before: string;
}

/** Inside a word with a capital: before another capital with a small letter behind it, or a digit. */
function seamsOf(word: string, start: number, text: string): readonly Seam[] {
  if (!CAPITAL.test(word)) return [];
  return Array.from({ length: Math.min(word.length, NAME_CHARS) }, (_, at) => at + 1).flatMap((end) => {
    const [before, behind] = [word.slice(0, end), text.slice(start + end, start + end + 2)];
    const isSeam = DIGIT.test(behind) || (CAPITAL.test(behind) && SMALL.test(behind.slice(1)));
    return isSeam && LETTER_END.test(before) ? [{ at: start + end, before }] : [];
  });
}

function isTail(tail: string, language: string | null): boolean {
  if (LABEL.test(tail) || NAME_OR_SECTION.test(tail)) return true;
  const title = (tail.split(TITLE_END)[0] ?? '').trim();
  const words = title.split(/\s+/);
  if (words.length <= TITLE_WORDS && (isRole(title, words) || agencyOf(title) !== null)) return true;
  return findDates(tail, { language })[0]?.start === 0 || relativeAt(dateTokens(tail), 0) > 0;
}

function isRole(title: string, words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  const isTitle = ROLES.has(fold(title)) || (words.length > 1 && ROLE_NOUNS.has(fold(words.at(-1) ?? '')));
  // `Founder at Harbour Works`
  return isTitle || (BELONGS.test(second) && (ROLES.has(fold(first)) || ROLE_NOUNS.has(fold(first))));
}
