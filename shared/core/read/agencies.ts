/** News agencies by the ways pages write them. In: a name, or a text with names in it. Out: the agency, by the table. */
import { agencyKey, firstWordOf } from './agency-key.ts';
import { AGENCY_LIST, type Agency, BY_EXACT, BY_FOLD, FIRST_WORDS } from './agency-spellings.ts';
import { signsOf, trimEndSigns, trimStartSigns } from './trim.ts';

export type { Agency } from './agency-spellings.ts';

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
  const exact = exactly(bare) ?? (bare.includes('.') ? exactly(bare.replaceAll('.', '')) : null);
  if (exact !== null) return exact;
  const whole = folded(bare) ?? (LEADING_THE.test(bare) ? folded(bare.slice(THE_CHARS)) : null);
  if (whole !== null) return whole;
  if (!bare.includes('/')) return null;
  const [head, tail, ...rest] = bare.split('/');
  // `dpa/lno` is a regional desk of the same agency; `X/REUTERS` is somebody's photo through it.
  if (head === undefined || tail === undefined || rest.length > 1) return null;
  return tail.length <= 4 ? spelled(head) : null;
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
  const mayBegin = words.map((word) => FIRST_WORDS.has(firstWordOf(word)));
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

function spelled(name: string): Agency | null {
  return exactly(name) ?? folded(name);
}

function exactly(name: string): Agency | null {
  return AGENCY_LIST[BY_EXACT.get(name) ?? -1] ?? null;
}

function folded(name: string): Agency | null {
  return AGENCY_LIST[BY_FOLD.get(agencyKey(name)) ?? -1] ?? null;
}
