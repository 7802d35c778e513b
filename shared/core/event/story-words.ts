/** A story's text comes in, its terms with where they stood go out. Promise: any script, one linear pass, nothing kept of the wording. */
import { LEAD_CHARS, READ_CHARS, SHORTEST_TERM, STEM_CHARS } from './event-limits.ts';

export interface StoryText {
  readonly headline: string | null;
  readonly paragraphs: readonly string[];
}

export interface StoryTerm {
  readonly count: number;
  readonly inHeadline: boolean;
  readonly inLead: boolean;
  /** Written with a capital where the sentence did not ask for one. */
  readonly isName: boolean;
  readonly isNumber: boolean;
}

interface Tally {
  count: number;
  inHeadline: boolean;
  inLead: boolean;
  mid: number;
  capitals: number;
  readonly isNumber: boolean;
}

type Part = 'headline' | 'lead' | 'body';

const TOKEN = /\p{Nd}+(?:[.,:]\p{Nd}+)*|[\p{L}\p{M}\u2019']+/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SENTENCE_END = /[.!?:…。"“„«\n\-–—•]/u;
const MARKS = /\p{M}+/gu;
const POSSESSIVE = /['\u2019]s?$/u;
const QUOTES = /['\u2019]/gu;
const CAPITAL = /^\p{Lu}/u;
const ARABIC_ARTICLE = /^(?:وال|بال|كال|فال|لل|ال)(?=\p{L}{3})/u;

/** `storyTerms({ headline: null, paragraphs: ['Floods in Lisbon.'] })` //=> Map { 'flood', 'lisbon', ... } */
export function storyTerms(text: StoryText): ReadonlyMap<string, StoryTerm> {
  const tallies = new Map<string, Tally>();
  if (text.headline !== null) readPart(tallies, text.headline, 'headline');
  let left = READ_CHARS;
  let lead = LEAD_CHARS;
  for (const paragraph of text.paragraphs) {
    if (left <= 0) break;
    const read = paragraph.slice(0, left);
    if (lead > 0) readPart(tallies, read.slice(0, lead), 'lead');
    if (read.length > lead) readPart(tallies, read.slice(Math.max(0, lead)), 'body');
    left -= read.length;
    lead -= read.length;
  }
  return new Map([...tallies].map(([term, tally]) => [term, closed(tally)]));
}

function closed(tally: Tally): StoryTerm {
  const { count, inHeadline, inLead, isNumber, mid, capitals } = tally;
  return { count, inHeadline, inLead, isNumber, isName: mid > 0 && capitals * 2 > mid };
}

function readPart(tallies: Map<string, Tally>, text: string, part: Part): void {
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    if (UNSPACED.test(token)) {
      for (const pair of characterPairs(token)) add(tallies, pair, part, null);
      continue;
    }
    const term = termOf(token);
    if (term === null) continue;
    add(tallies, term, part, part === 'headline' || startsSentence(text, match.index) ? null : CAPITAL.test(token));
  }
}

function add(tallies: Map<string, Tally>, term: string, part: Part, capital: boolean | null): void {
  const known = tallies.get(term);
  const tally = known ?? {
    count: 0,
    inHeadline: false,
    inLead: false,
    mid: 0,
    capitals: 0,
    isNumber: /^\p{Nd}/u.test(term),
  };
  if (known === undefined) tallies.set(term, tally);
  tally.count += 1;
  if (part === 'headline') tally.inHeadline = true;
  if (part === 'lead') tally.inLead = true;
  if (capital === null) return;
  tally.mid += 1;
  if (capital) tally.capitals += 1;
}

function startsSentence(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /\s/u.test(text.charAt(before)) && text.charAt(before) !== '\n') before -= 1;
  return before < 0 || SENTENCE_END.test(text.charAt(before));
}

/** Languages that put no space between words are read two characters at a time. */
function characterPairs(token: string): readonly string[] {
  const characters = [...token.normalize('NFKC')];
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

/** The stem of one word, or null for words too short to say anything. */
export function termOf(token: string): string | null {
  if (/^\p{Nd}/u.test(token)) return token;
  const bare = token.replace(POSSESSIVE, '').replace(QUOTES, '').normalize('NFKD').replace(MARKS, '').toLowerCase();
  const word = bare.replace(ARABIC_ARTICLE, '');
  if (word.length < SHORTEST_TERM) return null;
  const singular = word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  return singular.slice(0, STEM_CHARS);
}
