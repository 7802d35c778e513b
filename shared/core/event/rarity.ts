/** How rare a term is in its language. A term comes in, its inverse document frequency in nats goes out. Promise: any language has an answer. */

import { FREQUENT_WORDS } from '../tables/frequent-words.ts';
import tables from './frequency-tables.weights.json' with { type: 'json' };
import { termOf } from './story-words.ts';

interface Table {
  readonly known: ReadonlyMap<string, number>;
  /** Of a term that the table does not hold. */
  readonly unseen: number;
}

/** A table cuts off after its commonest words: what it lacks is rarer than its last by about this much. */
const BEYOND_TABLE = 1;
const LARGEST = 8;
/** Without a table: how rare a term of few letters is taken to be, and how each letter adds, up to a name's length. */
const SHORT_TERM = 3;
const PER_LETTER = 0.6;
const PAIR = 5;
const NUMBER = 4.5;
const FREQUENT = 0.8;
/** Japanese writes its grammar in this script, and what is told in others. */
const GRAMMAR = /^\p{Script=Hiragana}+$/u;

const LANGUAGES: Readonly<Record<string, { readonly texts: number; readonly levels: readonly string[] }>> =
  tables.languages;
const opened = new Map<string, Table | null>();

function tableOf(language: string): Table | null {
  const known = opened.get(language);
  if (known !== undefined) return known;
  const table = openTable(language);
  opened.set(language, table);
  return table;
}

function openTable(language: string): Table | null {
  const source = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
  if (source === undefined) return null;
  const entries = source.levels.flatMap((words, level) =>
    words === '' ? [] : words.split(' ').map((word): readonly [string, number] => [word, level / tables.levelsPerNat]),
  );
  const last = (source.levels.length - 1) / tables.levelsPerNat;
  return { known: new Map(entries), unseen: Math.min(LARGEST, last + BEYOND_TABLE) };
}

/** Texts of which the language's table was made; 0 without one. */
export function textsInTable(language: string): number {
  return Object.hasOwn(LANGUAGES, language) ? (LANGUAGES[language]?.texts ?? 0) : 0;
}

const frequent = new Map<string, ReadonlySet<string>>();

function frequentOf(language: string): ReadonlySet<string> {
  const known = frequent.get(language);
  if (known !== undefined) return known;
  const words = Object.hasOwn(FREQUENT_WORDS, language) ? (FREQUENT_WORDS[language] ?? '') : '';
  const terms = new Set(words.split(' ').flatMap((word) => termOf(word) ?? []));
  frequent.set(language, terms);
  return terms;
}

/** `rarity('en', 'the', false)` //=> 0.2 */
export function rarity(language: string, term: string, isNumber: boolean): number {
  if (isNumber) return NUMBER + Math.min(1.5, 0.5 * (term.length - 2));
  const table = tableOf(language);
  if (table !== null) return table.known.get(term) ?? table.unseen;
  if (frequentOf(language).has(term) || GRAMMAR.test(term)) return FREQUENT;
  const letters = [...term].length;
  return letters === 2 ? PAIR : Math.min(LARGEST - 1.5, SHORT_TERM + PER_LETTER * (letters - 3));
}
