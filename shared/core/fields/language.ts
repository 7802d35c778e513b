/**
 * The language. In: the body's first words and what the page declares. Out: a BCP 47 language, how sure, and the region for
 * reading dates. Promise: what the text is written in wins over what a template declares, unless the text is too short to tell.
 */
import { eld } from 'eld/extrasmall';
import { type Found, found, type Loser, withLosers } from './found.ts';
import { isPlainly } from './plain-language.ts';
import type { Sources } from './sources.ts';

export interface Language {
  /** Primary language: `en`; `und` when nothing can be said. */
  readonly code: string;
  readonly confidence: number;
  /** With the region when the page declares one of the same language: `en-GB`. Null when unknown. */
  readonly tag: string | null;
  /** What the record says: the code, with its region where the page or the object declares one for itself. */
  readonly stated: string;
}

/** Enough for the detector to be sure; more only takes time. */
const SAMPLE_CHARS = 240;
/** Under this many letters a detector guesses. */
const ENOUGH_LETTERS = 60;
/** Share of the detector's score that its best guess needs over a declared language. */
const OVERRULE = 1.15;
/** Written so alike that a declaration decides between them. */
const TWINS: readonly (readonly string[])[] = [
  ['no', 'nb', 'nn', 'da'],
  ['id', 'ms'],
  ['hr', 'bs', 'sr', 'sl'],
  ['cs', 'sk'],
  ['gl', 'pt', 'es'],
  ['ca', 'es'],
  ['af', 'nl'],
];

/** `og:locale` is what a template was installed with. */
const OWN = /^(?:metadata of the object|html\[lang\]|json-ld)/;

const TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i;

export function readLanguage(sources: Sources, body: readonly string[], headline: string | null): Found<Language> {
  const declared = declarations(sources);
  const sample = [...body, headline ?? ''].join(' ').slice(0, SAMPLE_CHARS);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const { language: guess, scores } = guessed(sample, letters, primary(declared[0]?.raw ?? ''));
  const chosen = choose(declared, guess, scores, letters);
  const region = declared.find(({ raw }) => sameLanguage(raw, chosen.code) && raw.includes('-'));
  const tag = chosen.code === 'und' ? null : region === undefined ? chosen.code : tidy(region.raw);
  const own = declared.find(({ where, raw }) => OWN.test(where) && sameLanguage(raw, chosen.code) && raw.includes('-'));
  const stated = own === undefined ? chosen.code : tidy(own.raw);
  const base = found(
    { code: chosen.code, confidence: chosen.confidence, tag, stated },
    'language',
    chosen.where,
    chosen.rule,
    chosen.raw,
  );
  const quality = chosen.confidence < 0.5 ? (['language-uncertain'] as const) : [];
  return {
    ...withLosers(
      base,
      'language',
      declared.filter(({ raw }) => raw !== chosen.raw),
    ),
    quality,
  };
}

/** What a text without a page around it is written in: `en`; `und` when it is too short to say. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARS);
  return guessed(sample, sample.match(/\p{L}/gu)?.length ?? 0, '').language || 'und';
}

interface Guess {
  readonly language: string;
  readonly scores: Readonly<Record<string, number>>;
}

function guessed(sample: string, letters: number, declared: string): Guess {
  if (letters < LEAST_LETTERS) return { language: '', scores: {} };
  if (isPlainly(declared, sample)) return { language: declared, scores: {} };
  const guess = eld.detect(sample);
  return { language: guess.language, scores: guess.getScores() };
}

/** Under this many letters there is nothing to guess from. */
const LEAST_LETTERS = 8;

function declarations({ hints, of }: Sources): readonly Loser[] {
  const hint = hints.language === null ? [] : [{ where: 'metadata of the object', raw: hints.language }];
  const offered = of('language').map(({ where, value }) => ({
    where,
    raw: value.split(',')[0]?.trim().replace('_', '-') ?? '',
  }));
  return [...hint, ...offered].filter(({ raw }) => TAG.test(raw));
}

interface Choice {
  readonly code: string;
  readonly confidence: number;
  readonly where: string;
  readonly rule: string;
  readonly raw: string | null;
}

function choose(
  declared: readonly Loser[],
  guess: string,
  scores: Readonly<Record<string, number>>,
  letters: number,
): Choice {
  const [first] = declared;
  const code = primary(first?.raw ?? '');
  if (guess === '')
    return first === undefined
      ? UNKNOWN
      : { code, confidence: 0.5, where: first.where, rule: 'language.declared', raw: first.raw };
  const enough = Math.min(1, letters / ENOUGH_LETTERS);
  const detected: Choice = {
    code: guess,
    confidence: round((scores[guess] ?? 0.5) * enough),
    where: 'text',
    rule: 'language.detected',
    raw: guess,
  };
  if (first === undefined) return detected;
  if (sameLanguage(first.raw, guess))
    return { code, confidence: round(0.5 + enough / 2), where: first.where, rule: 'language.agreed', raw: first.raw };
  const twins = TWINS.some((group) => group.includes(code) && group.includes(guess));
  const sure = letters >= ENOUGH_LETTERS && (scores[guess] ?? 0) > (scores[code] ?? 0) * OVERRULE;
  if (twins || !sure) return { code, confidence: 0.5, where: first.where, rule: 'language.declared', raw: first.raw };
  return detected;
}

const UNKNOWN: Choice = { code: 'und', confidence: 0, where: 'nowhere', rule: 'language.unknown', raw: null };

function primary(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

function sameLanguage(tag: string, code: string): boolean {
  return primary(tag) === code;
}

/** `EN-gb` //=> `en-GB` */
function tidy(tag: string): string {
  const [language = '', ...rest] = tag.split('-');
  return [language.toLowerCase(), ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join('-');
}

function round(confidence: number): number {
  return Math.round(Math.min(1, confidence) * 100) / 100;
}
