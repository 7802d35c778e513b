/**
 * A line that an agency wrote for desks, not for readers. In: one line, or a note that its format calls one. Out: what kind it is, or null.
 * Promise: only whole lines; no expression runs over more than its first words.
 */

import { ADVISORY_KINDS, ADVISORY_WORDS, type AdvisoryKind, DESK_CALLS, KILL_CALLS } from '../tables/advisories.ts';
import { embargoLine } from './embargo.ts';
import { mayOpen, plainGateOf } from './gate.ts';

/** Longer is a paragraph, in brackets or not. */
const MOST_CHARS = 400;
/** A desk's call names the kind within its first words. */
const WORDS_READ = 12;

/** All that such a line can begin with, an embargo apart. */
const GATE = plainGateOf([...KILL_CALLS, ...DESK_CALLS, '(', 'attention', 'achtung']);

/** `(Adds quotes, background)` //=> `update`; `Eds: note language in paragraph 3` //=> `note`; a line of the article //=> null. */
export function readAdvisory(line: string): AdvisoryKind | null {
  if (line.length > MOST_CHARS) return null;
  if (!mayOpen(GATE, line, 0)) return embargoLine(line) === null ? null : 'note';
  const lower = line.toLowerCase();
  if (KILL_CALLS.some((call) => startsAs(lower, call))) return 'kill';
  const call = DESK_CALLS.find((one) => lower.startsWith(one));
  if (call !== undefined) return kindOfNote(lower.slice(call.length));
  if (embargoLine(line) !== null) return 'note';
  const inside =
    /^\((.{3,398})\)$/u.exec(lower)?.[1] ?? /^(?:attention|achtung) ?[-–—] ?(.{3,380}?) ?\/{3}$/u.exec(lower)?.[1];
  return inside === undefined ? null : kindOfWord(wordsOf(inside)[0] ?? '');
}

/** Of what is known to be a note for desks: the first word that says what it does. */
export function kindOfNote(note: string): AdvisoryKind {
  const lower = note.slice(0, MOST_CHARS).toLowerCase();
  if (KILL_CALLS.some((call) => lower.includes(call))) return 'kill';
  return (
    wordsOf(lower)
      .slice(0, WORDS_READ)
      .map(kindOfWord)
      .find((kind) => kind !== null) ?? 'note'
  );
}

/** `mandatory killing spree` is none. */
function startsAs(lower: string, call: string): boolean {
  return lower.startsWith(call) && !/^\p{L}/u.test(lower.slice(call.length));
}

function kindOfWord(word: string): AdvisoryKind | null {
  return ADVISORY_KINDS.find((kind) => kind !== 'note' && ADVISORY_WORDS[kind].includes(word)) ?? null;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}]{1,40}/gu) ?? [];
}
