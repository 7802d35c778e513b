/** News agencies by the ways pages write them. In: a name, or a text with names in it. Out: the agency, by the table. */
import { AGENCIES } from '../tables/agencies.ts';
import { fold } from './fold.ts';
import { signsOf, trimEndSigns, trimStartSigns } from './trim.ts';

export interface Agency {
  readonly code: string;
  readonly name: string;
}

const BY_FOLD = new Map<string, Agency>();
const BY_EXACT = new Map<string, Agency>();

/** Spaces, dots between capitals and `the` differ from page to page. */
function key(text: string): string {
  return fold(text)
    .replace(/[\s.]+/g, ' ')
    .trim();
}

for (const { code, name, spellings } of AGENCIES) {
  const agency: Agency = { code, name };
  for (const spelling of spellings
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    if (spelling.startsWith('=')) BY_EXACT.set(spelling.slice(1), agency);
    else BY_FOLD.set(key(spelling), agency);
  }
  if (name.length > 4 || name !== name.toUpperCase()) BY_FOLD.set(key(name), agency);
  else BY_EXACT.set(name, agency);
}

/** What stands around an agency's name without changing whose copy it is. */
const OPENING = signsOf('("\'©/\\|•·—–-');
const CLOSING = signsOf(')"\'/\\|•·.,:;—–-');
const WORD_END = signsOf(".'’-");
const LEADING_THE = /^the\s/i;
const THE_CHARS = 4;

/** Longest spelling in the table with some room. */
const NAME_CHARS = 60;

/** The agency that a whole text names: `(AP)`, `The Associated Press`, `dpa/lno`, `REUTERS`; else null. */
export function agencyOf(text: string): Agency | null {
  if (text.length > NAME_CHARS) return null;
  const bare = trimEndSigns(trimStartSigns(text, OPENING), CLOSING);
  const exact = BY_EXACT.get(bare) ?? (bare.includes('.') ? BY_EXACT.get(bare.replaceAll('.', '')) : undefined);
  if (exact !== undefined) return exact;
  const whole =
    BY_FOLD.get(key(bare)) ?? (LEADING_THE.test(bare) ? BY_FOLD.get(key(bare.slice(THE_CHARS))) : undefined);
  if (whole !== undefined) return whole;
  if (!bare.includes('/')) return null;
  const [head, tail, ...rest] = bare.split('/');
  // `dpa/lno` is a regional desk of the same agency; `X/REUTERS` is somebody's photo through it.
  if (head === undefined || tail === undefined || rest.length > 1) return null;
  return tail.length <= 4 ? (BY_EXACT.get(head) ?? BY_FOLD.get(key(head)) ?? null) : null;
}

const WORDS = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.’'-]*/gu;
/** The longest spelling has five words. */
const LONGEST = 5;
/** Credits are shorter than two lines. */
const SEARCHED_CHARS = 300;

/**
 * The agency named inside a text. The last one owns a picture (`MINISTRY/HANDOUT/REUTERS`); the first one wrote a text
 * (`AAP with Reuters`).
 */
export function agencyIn(text: string, which: 'first' | 'last'): Agency | null {
  const words = (text.slice(0, SEARCHED_CHARS).match(WORDS) ?? []).map((word) => trimEndSigns(word, WORD_END));
  const mayBegin = words.map((word) => FIRST_WORDS.has(firstOf(word)));
  if (!mayBegin.includes(true)) return null;
  const places = which === 'last' ? words.map((_, at) => words.length - at) : words.map((_, at) => at + 1);
  for (const end of places) {
    for (let length = Math.min(LONGEST, end); length > 0; length -= 1) {
      if (mayBegin[end - length] !== true) continue;
      const found = spelled(words.slice(end - length, end).join(' '));
      if (found !== null) return found;
    }
  }
  return null;
}

/** Of every spelling the first word, as `key` leaves it: where none stands, none is looked for. A word of marks alone
 * leaves nothing, and the next one is the first. */
const FIRST_WORDS: ReadonlySet<string> = new Set(['', ...BY_FOLD.keys(), ...BY_EXACT.keys()].map(firstOf));

function firstOf(name: string): string {
  return key(name).split(' ', 1)[0] ?? '';
}

function spelled(name: string): Agency | null {
  return BY_EXACT.get(name) ?? BY_FOLD.get(key(name)) ?? null;
}
