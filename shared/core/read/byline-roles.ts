/**
 * What stands beside a name in one breath. In: the words of a piece of a byline. Out: the words without titles, degrees and
 * employers. Promise: a name is never cut inside; words that nobody is called by are told as a title.
 */
import { agencyOf } from './agencies.ts';
import { fold } from './fold.ts';
import { QUALIFIERS, ROLE_NOUNS, ROLES } from './name-words.ts';

export interface Word {
  readonly text: string;
  readonly start: number;
}

/** A title of this many words behind two of a name is none of the table's, and still a title by its last word. */
const NAMED_ROLE_WORDS = 4;
/** Degrees behind a name. */
const DEGREES: ReadonlySet<string> = new Set(
  'md phd ms rd rdn ld mph mba ma ba msc bsc rn cpt esq jd dds do np pa-c cscs lcsw ma rdn cdces facp edd psyd dvm cfp cfa cpa'.split(
    ' ',
  ),
);

/** `Chief Security Officer`, `Head of Research`: what somebody is, by its last or its first words. */
export function endsAsRole(run: readonly Word[]): boolean {
  const [first, second] = run;
  if (second === undefined) return false;
  return ROLE_NOUNS.has(wordKey(run.at(-1))) || (wordKey(first) === 'head' && second.text === 'of');
}

function wordKey(word: Word | undefined): string {
  return fold(word?.text ?? '').replace(/[.:*]$/, '');
}

const NAME_WORDS = 2;
/** `Landespolitische Korrespondentin` */
const GERMAN_FIELD = /isch(?:e|er|en|es)$/;

function isQualifier(word: Word | undefined): boolean {
  const key = wordKey(word);
  return QUALIFIERS.has(key) || GERMAN_FIELD.test(key);
}

/** `Political Editor Anna Müller`, `Anna Müller Staff Writer`, `홍길동 기자` //=> the name alone. */
export function withoutRoles(run: readonly Word[]): readonly Word[] {
  let from = 0;
  let until = run.length;
  for (let length = Math.min(4, until); length > 0; length -= 1) {
    if (!isRole(run.slice(0, length))) continue;
    // `Head of Harbour Security`: what follows is a department.
    if (run[length - 1]?.text === 'of') return [];
    from = length;
    break;
  }
  for (let length = Math.min(4, until - from); length > 0; length -= 1) {
    if (!isRole(run.slice(until - length, until))) continue;
    until -= length;
    break;
  }
  // `Anna Lee Parliamentary Editor`, `Anna Lee Globe Staff`: a field or an outlet belongs to the title, never the only surname.
  while (until < run.length && until - from > NAME_WORDS && isQualifier(run[until - 1])) until -= 1;
  const rest = run.slice(from, until);
  // `Anna Lee Content Marketing Coordinator`
  return until === run.length && rest.length >= NAMED_ROLE_WORDS && endsAsRole(rest) ? rest.slice(0, 2) : rest;
}

/** `Anna Müller PhD`, `Anna Müller The Associated Press` //=> the name alone; nothing is left of degrees alone. */
export function withoutEmployer(run: readonly Word[]): readonly Word[] {
  let until = run.length;
  while (until > 0 && DEGREES.has((run[until - 1]?.text ?? '').toLowerCase().replaceAll('.', ''))) until -= 1;
  for (let from = 2; from < until; from += 1) {
    if (
      agencyOf(
        run
          .slice(from, until)
          .map((word) => word.text)
          .join(' '),
      ) !== null
    )
      return run.slice(0, from);
  }
  const shouted = run.findIndex((word, at) => at >= 2 && at < until - 1 && isShouted(word) && isShouted(run[at + 1]));
  // `Anna Müller DAILY BUGLE`: capitals behind a name in small letters are an outlet's.
  return run.slice(0, shouted >= 2 && !run.slice(0, shouted).some(isShouted) ? shouted : until);
}

function isShouted(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    word.text.length > 2 &&
    word.text === word.text.toUpperCase() &&
    word.text !== word.text.toLowerCase()
  );
}

/** Departments of Japanese and Chinese newsrooms: `文化部`, `ソウル支局`. */
const HAN_DESK = /^[\p{Script=Han}\p{Script=Katakana}ー]{1,8}(?:部|支局|総局|取材班|编辑部)$/u;

function isRole(words: readonly Word[]): boolean {
  if (words.length === 1 && HAN_DESK.test(words[0]?.text ?? '')) return true;
  return ROLES.has(fold(words.map((word) => word.text).join(' ')).replace(/[.:]$/, ''));
}
