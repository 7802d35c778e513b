/**
 * An index over phrases: all phrases that stand at one place of a text, in one or two look-ups.
 * Promise: cost grows with what is found, not with the number of phrases.
 */

import { type Gate, gateOf, mayBegin } from '../read/gate.ts';

interface Phrased {
  readonly phrase: string;
}

export interface PhraseIndex<Entry extends Phrased> {
  /** By their first three characters. */
  readonly long: ReadonlyMap<number, readonly Entry[]>;
  /** Phrases of one or two characters. */
  readonly short: ReadonlyMap<number, readonly Entry[]>;
}

/** The same with its gate, which is no plain data and is made when a program starts. */
export interface GatedIndex<Entry extends Phrased> extends PhraseIndex<Entry> {
  readonly gate: Gate;
}

export function gated<Entry extends Phrased>({ long, short }: PhraseIndex<Entry>): GatedIndex<Entry> {
  return { long, short, gate: gateOf(phrasesOf({ long, short })) };
}

export function phrasesOf({ long, short }: PhraseIndex<Phrased>): readonly string[] {
  return [...long.values(), ...short.values()].flatMap((entries) => entries.map(({ phrase }) => phrase));
}

const LONG = 3;
const NONE: readonly never[] = [];

export function phraseIndex<Entry extends Phrased>(entries: readonly Entry[]): PhraseIndex<Entry> {
  const long = Map.groupBy(
    entries.filter(({ phrase }) => phrase.length >= LONG),
    ({ phrase }) => longKey(phrase, 0),
  );
  const short = Map.groupBy(
    entries.filter(({ phrase }) => phrase.length < LONG && phrase !== ''),
    ({ phrase }) => shortKey(phrase, 0),
  );
  return { long, short };
}

export function phrasesAt<Entry extends Phrased>(index: GatedIndex<Entry>, text: string, at: number): readonly Entry[] {
  if (!mayBegin(index.gate, text, at)) return NONE;
  const long = at + LONG <= text.length ? index.long.get(longKey(text, at)) : undefined;
  const short = index.short.size === 0 ? undefined : index.short.get(shortKey(text, at));
  if (long === undefined && short === undefined) return NONE;
  const found = standing(long, text, at, null);
  return standing(short, text, at, found) ?? NONE;
}

/** `found` and those that stand at `at`; null while there is none, since nearly never one does. */
function standing<Entry extends Phrased>(
  entries: readonly Entry[] | undefined,
  text: string,
  at: number,
  found: Entry[] | null,
): Entry[] | null {
  if (entries === undefined) return found;
  let all = found;
  for (const entry of entries) {
    const { phrase } = entry;
    const last = phrase.length - 1;
    // Phrases that begin alike mostly end otherwise: told by one character.
    if (text.charCodeAt(at + last) !== phrase.charCodeAt(last) || !text.startsWith(phrase, at)) continue;
    if (all === null) all = [entry];
    else all.push(entry);
  }
  return all;
}

/** Three code units in one number: cheaper to look up than a slice at every word of a page. */
function longKey(text: string, at: number): number {
  return shortKey(text, at) * 0x10000 + text.charCodeAt(at + 2);
}

function shortKey(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + (at + 1 < text.length ? text.charCodeAt(at + 1) : 0);
}
