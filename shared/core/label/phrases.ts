/**
 * Labelling: a line comes in, what the phrase tables know of it goes out.
 * Promise: one look costs a few map look-ups, however many tables and languages there are.
 */
import type { Label } from '../label.ts';
import { mayBegin, mayOpen, plainGateOf } from '../read/gate.ts';
import { isWordStart } from './fold.ts';
import { type GatedIndex, gated, phrasesAt, phrasesOf } from './phrase-index.ts';
import * as tables from './phrase-words.ts';
import { mayBeWhole, wholeGateOf } from './whole-gate.ts';

export interface PhraseHit {
  readonly label: Label;
  readonly phrase: string;
  /** How the phrase stands in the line. */
  readonly place: 'whole' | 'start' | 'inside';
}

export interface AppealCount {
  /** Distinct phrases that only an appeal to the reader uses. */
  readonly strong: number;
  /** Distinct words of the trade or of money that appeals use. */
  readonly cues: number;
  /** The paper speaks of itself or to its reader: `we`, `our`, `your`. */
  readonly address: boolean;
}

type LabelledPhrase = tables.LabelledPhrase;

const { WHOLE, LONGEST_WHOLE } = tables;
const WHOLE_GATE = wholeGateOf(WHOLE.keys());
const STARTS = gated(tables.STARTS);
const INSIDE = gated(tables.INSIDE);
const APPEAL = gated(tables.APPEAL);

const FURNITURE_GATE = plainGateOf([...WHOLE.keys(), ...phrasesOf(tables.STARTS)]);

/** A quick no to whether a line that begins with plain letters is furniture or begins with it. */
export function mayBeFurniture(line: string): boolean {
  return !/^[A-Za-z ]{4}/.test(line) || mayOpen(FURNITURE_GATE, line, 0);
}

const MENU_CHARS = 160;
const MENU_PARTS = 3;
const MENU_SIGNS = /[ |•·/>,]/;
const LETTER = /[\p{L}\p{N}]/u;

/** The label of a line that is nothing but furniture; `folded` is the line after `fold`. */
export function wholePhrase(folded: string): PhraseHit | null {
  if (folded.length > LONGEST_WHOLE || !mayBeWhole(WHOLE_GATE, folded, folded.length)) return null;
  const label = WHOLE.get(folded);
  return label === undefined ? null : { label, phrase: folded, place: 'whole' };
}

/** The line is furniture or begins with it; `unstripped` is the line after `foldInside`. The longest phrase wins. */
export function findPhrase(folded: string, unstripped: string): PhraseHit | null {
  const stripped = folded.length < unstripped.length;
  return (
    wholePhrase(folded) ?? longestStart(folded) ?? (stripped ? longestStart(unstripped) : null) ?? menuPhrase(folded)
  );
}

/** `Home World Sport`: three words or more, each of which is furniture by itself. */
function menuPhrase(folded: string): PhraseHit | null {
  if (folded.length > MENU_CHARS) return null;
  // Nearly every line fails at its first word, so the rest is not taken apart.
  const first = folded.search(MENU_SIGNS);
  if (first < 1 || !mayBeWhole(WHOLE_GATE, folded, first) || !WHOLE.has(folded.slice(0, first))) return null;
  const parts = folded.split(MENU_SIGNS).filter((part) => part !== '');
  if (parts.length < MENU_PARTS || !parts.every((part) => part !== '#' && WHOLE.has(part))) return null;
  return { label: 'nav.menu', phrase: folded, place: 'whole' };
}

/** The longest phrase somewhere in the line. */
export function phraseInside(folded: string): PhraseHit | null {
  let best: LabelledPhrase | null = null;
  for (let at = 0; at < folded.length; at++) {
    if (!mayBegin(INSIDE.gate, folded, at) || !isWordStart(folded, at)) continue;
    const hit = longestAt(INSIDE, folded, at);
    if (hit !== null && hit.phrase.length > (best?.phrase.length ?? 0)) best = hit;
  }
  return best === null ? null : { ...best, place: 'inside' };
}

/** Counts what makes a paragraph an appeal; `folded` should be without what is quoted. */
export function countAppeal(folded: string): AppealCount {
  const strong = new Set<string>();
  const cues = new Set<string>();
  let address = false;
  for (let at = 0; at < folded.length; at++) {
    if (!mayBegin(APPEAL.gate, folded, at) || !isWordStart(folded, at)) continue;
    for (const { phrase, kind } of phrasesAt(APPEAL, folded, at)) {
      // A cue may be a stem (`journalis`), anything else must be whole words.
      if (kind === 'cue') cues.add(phrase);
      else if (!isWordEnd(folded, at + phrase.length)) continue;
      else if (kind === 'strong') strong.add(phrase);
      else address = true;
    }
  }
  return { strong: strong.size, cues: cues.size, address };
}

function longestStart(text: string): PhraseHit | null {
  const best = longestAt(STARTS, text, 0);
  return best === null ? null : { ...best, place: 'start' };
}

function longestAt(index: GatedIndex<LabelledPhrase>, text: string, at: number): LabelledPhrase | null {
  let best: LabelledPhrase | null = null;
  if (!mayBegin(index.gate, text, at)) return null;
  for (const hit of phrasesAt(index, text, at)) {
    if (hit.phrase.length > (best?.phrase.length ?? 0) && isWordEnd(text, at + hit.phrase.length)) best = hit;
  }
  return best;
}

/** A phrase that itself ends in a blank or sign ends a word wherever it stands. */
function isWordEnd(text: string, end: number): boolean {
  return !LETTER.test(text[end] ?? ' ') || !LETTER.test(text[end - 1] ?? ' ') || isWordStart(text, end);
}
