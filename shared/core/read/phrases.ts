/**
 * Phrases of the tables, found in tokens. In: a table of phrases with a meaning each. Out: a lookup that tells the meaning and
 * the number of tokens of the longest phrase that starts at a place. Promise: cost depends on the place, not on the table.
 */
import { type Token, tokenize } from './tokens.ts';

export interface PhraseHit<Meaning> {
  readonly meaning: Meaning;
  readonly tokens: number;
}

export interface KeyedPhrase<Meaning> {
  readonly keys: readonly string[];
  readonly meaning: Meaning;
}

/** By the first key, longest first. */
export type PhraseIndex<Meaning> = ReadonlyMap<string, readonly KeyedPhrase<Meaning>[]>;

const NONE: ReadonlySet<string> = new Set();

export function phraseIndex<Meaning>(entries: Iterable<readonly [string, Meaning]>): PhraseIndex<Meaning> {
  return keyIndex([...entries].map(([phrase, meaning]) => ({ keys: keysOf(phrase), meaning })));
}

export function keysOf(phrase: string): readonly string[] {
  return tokenize(phrase, NONE).map((token) => token.key);
}

export function keyIndex<Meaning>(entries: Iterable<KeyedPhrase<Meaning>>): PhraseIndex<Meaning> {
  const index = new Map<string, KeyedPhrase<Meaning>[]>();
  for (const entry of entries) {
    const [first] = entry.keys;
    if (first === undefined) continue;
    const list = index.get(first) ?? [];
    list.push(entry);
    index.set(first, list);
  }
  for (const list of index.values()) list.sort((a, b) => b.keys.length - a.keys.length);
  return index;
}

export function phraseAt<Meaning>(
  index: PhraseIndex<Meaning>,
  tokens: readonly Token[],
  at: number,
): PhraseHit<Meaning> | null {
  const first = tokens[at];
  if (first === undefined) return null;
  const entries = index.get(first.key);
  if (entries === undefined) return null;
  for (const { keys, meaning } of entries) if (stands(keys, tokens, at)) return { meaning, tokens: keys.length };
  return null;
}

/** The first key is known to stand there. */
function stands(keys: readonly string[], tokens: readonly Token[], at: number): boolean {
  for (let offset = 1; offset < keys.length; offset += 1) if (tokens[at + offset]?.key !== keys[offset]) return false;
  return true;
}

/** Rows of `language: 'one | two | …'` with variants parted by commas, as pairs of phrase and place from 1. */
export function* numberedRows(table: Readonly<Record<string, string>>): Generator<readonly [string, number]> {
  for (const row of Object.values(table)) {
    for (const [place, cell] of row.split('|').entries()) {
      for (const variant of cell.split(',')) yield [variant.trim(), place + 1];
    }
  }
}

/** `'a, b, c'` of every language as one list. */
export function* listed(table: Readonly<Record<string, string>>): Generator<string> {
  for (const row of Object.values(table)) for (const entry of row.split(',')) yield entry.trim();
}
