/** What is stored of a story to decide on events. A story's text and date come in, its heaviest terms go out. Promise: bounded, no wording kept. */
import { PRINT_TERMS } from './event-limits.ts';
import { rarity } from './rarity.ts';
import { type StoryTerm, type StoryText, storyTerms } from './story-words.ts';

export interface EventStory extends StoryText {
  /** Primary language: `en`; `und` when unknown. */
  readonly language: string;
  /** When it was published, ISO 8601; null when unknown or disputed. */
  readonly published: string | null;
}

export interface PrintTerm {
  /** 24 bits of a hash of the term. */
  readonly hash: number;
  /** Inverse document frequency in its language, sixteenths of a nat, up to 255. */
  readonly rarity: number;
  /** How often it occurs, capped at 7. */
  readonly count: number;
  readonly inHeadline: boolean;
  readonly inLead: boolean;
  readonly isName: boolean;
  readonly isNumber: boolean;
}

export interface EventPrint {
  readonly language: string;
  /** Minutes since 1970; null when the date is unknown. */
  readonly minutes: number | null;
  /** In order of hash. */
  readonly terms: readonly PrintTerm[];
}

export const RARITY_STEPS = 16;
export const MOST_COUNTED = 7;
const HASH_MASK = 0xffffff;
const MINUTE_MS = 60_000;

export function eventPrint(story: EventStory): EventPrint {
  const language = story.language.slice(0, 3).split('-')[0] ?? 'und';
  const weighed = Array.from(storyTerms(story), ([term, facts]) => {
    const kept = printTerm(language, term, facts);
    return { kept, weight: heft(kept) };
  });
  const heaviest = weighed.sort((a, b) => b.weight - a.weight || a.kept.hash - b.kept.hash).slice(0, PRINT_TERMS);
  const terms = heaviest.map(({ kept }) => kept).sort((a, b) => a.hash - b.hash);
  return {
    language,
    minutes: minutesOf(story.published),
    terms: terms.filter((t, at) => t.hash !== terms[at - 1]?.hash),
  };
}

/** What a term weighs in its story: often and rare is heavy, the headline and the lead count more. */
export function heft(term: PrintTerm): number {
  const place = (term.inHeadline ? 0.6 : 0) + (term.inLead ? 0.3 : 0);
  return (term.rarity / RARITY_STEPS) * (1 + Math.log(term.count) + place);
}

function printTerm(language: string, term: string, facts: StoryTerm): PrintTerm {
  const rare = Math.min(255, Math.round(rarity(language, term, facts.isNumber) * RARITY_STEPS));
  return {
    hash: hash24(term),
    rarity: rare,
    count: Math.min(MOST_COUNTED, facts.count),
    inHeadline: facts.inHeadline,
    inLead: facts.inLead,
    isName: facts.isName,
    isNumber: facts.isNumber,
  };
}

function minutesOf(published: string | null): number | null {
  const ms = published === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(ms) ? null : Math.floor(ms / MINUTE_MS);
}

/** FNV-1a with a last mixing, folded to 24 bits. */
function hash24(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash >>> 8) ^ hash) & HASH_MASK;
}
