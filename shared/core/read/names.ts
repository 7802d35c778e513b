/**
 * Names of people. In: a short text. Out: whether it can be a person's name, in scripts with and without capitals.
 * Promise: words that only menus and headlines capitalise are no names.
 */
import { HONORIFICS, NAME_PARTICLES } from '../tables/byline-words.ts';
import { fold } from './fold.ts';
import { NOT_NAMES, ROLES } from './name-words.ts';

const PARTICLES: ReadonlySet<string> = new Set(NAME_PARTICLES);
const TITLES: ReadonlySet<string> = new Set(HONORIFICS);

/** Surnames and first names that are also words of menus. */
const NAMES_TOO: ReadonlySet<string> = new Set(
  'page day best street north west young post case free price bush day an en i in my mark will art sky city su so san de da april may june august'.split(
    ' ',
  ),
);

const CAPITALISED = /^[\p{Lu}\p{Lt}][\p{L}\p{M}'’.‑-]*$/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const UNCASED = /^[\p{Lo}\p{M}'’-]+$/u;
const HAN_NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}・·ー々]{2,12}$/u;
const HANGUL_NAME = /^\p{Script=Hangul}{2,4}$/u;
const HAN_OR_HANGUL = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u;

/** Longer names exist; longer lines of capitals are headlines. */
const MOST_WORDS = 6;
const MOST_CHARS = 60;
/** Whoever asks about more asks about a paragraph. */
const MOST_TEXT_CHARS = 300;

export type NameTrust = 'bare' | 'prefixed';

/** `bare`: nothing but the line itself speaks for a name. `prefixed`: a word such as "by" stands before it. */
export function looksLikeName(text: string, trust: NameTrust = 'bare'): boolean {
  if (text.length < 2 || text.length > MOST_CHARS) return false;
  if (HAN_OR_HANGUL.test(text))
    return trust === 'prefixed' && (HAN_NAME.test(text.replace(/\s/g, '')) || HANGUL_NAME.test(text));
  const words = withoutTitle(text.trim().split(/\s+/));
  if (words.length < 2 || words.length > MOST_WORDS) return false;
  if (words.every((word) => UNCASED.test(word))) return trust === 'prefixed' && words.length <= 4;
  return allNameWords(words) && !readsAsWords(words.map(wordKey), trust);
}

/** Half of its words, or more, are those of menus and sentences. */
export function readsAsText(text: string): boolean {
  return text.length <= MOST_TEXT_CHARS && readsAsWords(text.trim().split(/\s+/).map(wordKey), 'prefixed');
}

function allNameWords(words: readonly string[]): boolean {
  let capitalised = 0;
  let spelledOut = 0;
  for (const [index, word] of words.entries()) {
    const last = index === words.length - 1;
    if (SUFFIX.test(word)) continue;
    if (CAPITALISED.test(word)) {
      capitalised += 1;
      if (word.replace(/[.'’]/g, '').length > 1) spelledOut += 1;
    } else if (last || !PARTICLES.has(word.toLowerCase())) return false;
  }
  // `Von der Leyen` begins with a particle: a full name brings its first name along.
  return (
    capitalised >= 2 &&
    spelledOut >= 1 &&
    !(PARTICLES.has(words[0]?.toLowerCase() ?? '') && capitalised < 3 && words[0] === words[0]?.toLowerCase())
  );
}

function readsAsWords(keys: readonly string[], trust: NameTrust): boolean {
  const strange = keys.filter(
    (key, index) => NOT_NAMES.has(key) && !NAMES_TOO.has(key) && !(PARTICLES.has(key) && index > 0),
  );
  if (trust === 'bare') return strange.length > 0 || keys.some((key) => ROLES.has(key));
  return strange.length * 2 >= keys.length;
}

function withoutTitle(words: readonly string[]): readonly string[] {
  let from = 0;
  while (from < 2 && words.length - from > 2 && TITLES.has(wordKey(words[from] ?? ''))) from += 1;
  return words.slice(from);
}

function wordKey(word: string): string {
  return fold(word).replaceAll('.', '');
}
