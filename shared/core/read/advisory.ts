/**
 * A line that an agency wrote for desks, not for readers. In: one line, or a note that its format calls one. Out: what kind it is, or null.
 * Promise: only whole lines; no expression runs over more than its first words.
 */

import {
  ADVISORY_KINDS,
  ADVISORY_WORDS,
  type AdvisoryKind,
  DESK_CALLS,
  KILL_CALLS,
  KILL_LINES,
  KILL_OPENINGS,
  KILL_ORDERS,
  REPORTED_WORDS,
  WITHDRAWN_NOUNS,
  WITHDRAWN_OTHERS,
  WITHDRAWN_VERBS,
} from '../tables/advisories.ts';
import { embargoLine, signsBefore } from './embargo.ts';
import { mayOpen, plainGateOf } from './gate.ts';

/** Longer is a paragraph, in brackets or not. */
const MOST_CHARS = 400;
/** A desk's call names the kind within its first words. */
const WORDS_READ = 12;

/** All that such a line can begin with, an embargo apart. */
const ATTENTION = ['attention', 'achtung', 'atención', 'atencion', 'attenzione', 'atenção'];
const GATE = plainGateOf([...KILL_CALLS, ...KILL_LINES, ...KILL_OPENINGS, ...DESK_CALLS, ...ATTENTION, '(']);

/** `(Adds quotes, background)` //=> `update`; `Eds: note language in paragraph 3` //=> `note`; a line of the article //=> null. */
export function readAdvisory(line: string): AdvisoryKind | null {
  if (line.length > MOST_CHARS) return null;
  if (!mayOpen(GATE, line, 0) && !mayOpen(GATE, line, signsBefore(line)))
    return embargoLine(line) === null ? null : 'note';
  const lower = line.toLowerCase();
  if (KILL_CALLS.some((call) => startsAs(lower, call)) || isKillLine(lower)) return 'kill';
  const call = DESK_CALLS.find((one) => lower.startsWith(one));
  if (call !== undefined) return kindOfNote(lower.slice(call.length));
  if (embargoLine(line) !== null) return 'note';
  const inside = /^\((.{3,398})\)$/u.exec(lower)?.[1] ?? DESK_LINE.exec(lower)?.[1];
  return inside === undefined ? null : kindOfWord(wordsOf(inside)[0] ?? '');
}

/** `ATTENTION - ANNULE … ///` */
const DESK_LINE = /^(?:attention|achtung|atención|atencion|attenzione|atenção) ?[-–—] ?(.{3,380}?) ?\/{3}$/u;

/** Of what is known to be a note for desks: the first word that says what it does. */
export function kindOfNote(note: string): AdvisoryKind {
  const lower = note.slice(0, MOST_CHARS).toLowerCase();
  if (KILL_CALLS.some((call) => lower.includes(call)) || lower.split(/[.;]\s/u).some(isKillLine)) return 'kill';
  const words = wordsOf(lower).slice(0, WORDS_READ);
  const kinds = words.map((word, at) => {
    const kind = kindOfWord(word);
    return kind === 'kill' && !isOrder(words, at) ? null : kind;
  });
  return kinds.find((kind) => kind !== null) ?? 'note';
}

/** Nothing but a withdrawal of the story in which it stands. */
function isKillLine(lower: string): boolean {
  const bare = lower.replace(/^[\s(*+\-–—/[!]{1,10}/u, '').replace(/[\s)*+/.\]!]{1,10}$/u, '');
  const plain = bare.replace(/\s{0,5}[:–—-]\s{1,5}/u, ': ');
  if (KILL_LINES.includes(plain)) return true;
  return (
    KILL_OPENINGS.some((call) => startsAs(plain, call)) && !wordsOf(plain).some((word) => REPORTED_WORDS.includes(word))
  );
}

/** `photos of the blast that kills five` is none. */
function isOrder(words: readonly string[], at: number): boolean {
  const before = words[at - 1];
  if (before === undefined || KILL_ORDERS.includes(before)) return true;
  const front = words.slice(0, at);
  const isOfStory = front.some((word) => WITHDRAWN_NOUNS.includes(word)) && WITHDRAWN_VERBS.includes(before);
  return isOfStory && !front.some((word) => WITHDRAWN_OTHERS.includes(word));
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
