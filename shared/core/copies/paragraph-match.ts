/**
 * Which paragraph is which. Paragraphs of two texts come in; for those of the second their partners in the first go out.
 * Promise: no paragraph has two partners; the equal are found before the similar, and a phrase that stands everywhere joins nothing.
 */
import { foldedText } from '../fingerprint.ts';
import { joined } from './mixing.ts';
import { wordsOf } from './words.ts';

export interface ReadParagraph {
  readonly folded: string;
  /** Hashes in order. */
  readonly words: Uint32Array;
  /** Where it begins and how much room it takes, counted in words of the whole text; an empty one takes one. */
  readonly from: number;
  readonly size: number;
}

export interface Partner {
  /** Place in the first text. */
  readonly of: number;
  readonly identical: boolean;
  /** Words that both have. */
  readonly sharedWords: number;
}

/** Words in a row by which similar paragraphs are found. */
const WIDTH = 3;
/** Paragraphs with the same three words that are looked at. */
const TRIED = 8;
/** Share of the shorter paragraph's words that must be the same. */
const SIMILAR_FROM = 0.5;

export function readParagraphs(texts: readonly string[]): readonly ReadParagraph[] {
  let from = 0;
  return texts.map((text) => {
    const { hashes, size } = wordsOf([text]);
    const paragraph = { folded: foldedText(text), words: hashes.subarray(0, size), from, size: Math.max(1, size) };
    from += paragraph.size;
    return paragraph;
  });
}

export function matchParagraphs(
  a: readonly ReadParagraph[],
  b: readonly ReadParagraph[],
): ReadonlyMap<number, Partner> {
  const partners = new Map<number, Partner>();
  const free = new Set(a.keys());
  const byText = Map.groupBy(a.keys(), (place) => a[place]?.folded ?? '');
  // From the end, so that the first of several equal ones is taken first.
  for (const places of byText.values()) places.reverse();
  for (const [place, { folded, words }] of b.entries()) {
    const of = byText.get(folded)?.pop();
    if (of === undefined) continue;
    partners.set(place, { of, identical: true, sharedWords: words.length });
    free.delete(of);
  }
  const index = indexOf(a, free);
  for (const [place, paragraph] of b.entries()) {
    if (partners.has(place)) continue;
    const partner = mostSimilar(paragraph, a, free, index);
    if (partner === null) continue;
    partners.set(place, partner);
    free.delete(partner.of);
  }
  return new Map([...partners].sort(([one], [other]) => one - other));
}

type Index = ReadonlyMap<number, readonly number[]>;

function indexOf(paragraphs: readonly ReadParagraph[], free: ReadonlySet<number>): Index {
  const index = new Map<number, number[]>();
  for (const place of free) {
    for (const shingle of shinglesOf(paragraphs[place]?.words)) {
      const places = index.get(shingle);
      if (places === undefined) index.set(shingle, [place]);
      else if (places.length < TRIED && places.at(-1) !== place) places.push(place);
    }
  }
  return index;
}

function shinglesOf(words: Uint32Array = new Uint32Array()): readonly number[] {
  return Array.from({ length: Math.max(0, words.length - WIDTH + 1) }, (_, at) =>
    words.subarray(at, at + WIDTH).reduce(joined, WIDTH),
  );
}

function mostSimilar(
  { words }: ReadParagraph,
  a: readonly ReadParagraph[],
  free: ReadonlySet<number>,
  index: Index,
): Partner | null {
  const votes = new Map<number, number>();
  for (const shingle of shinglesOf(words))
    for (const place of index.get(shingle) ?? []) if (free.has(place)) votes.set(place, (votes.get(place) ?? 0) + 1);
  const [best] = [...votes].sort(([one, more], [other, fewer]) => fewer - more || one - other);
  if (best === undefined) return null;
  const other = a[best[0]]?.words ?? new Uint32Array();
  const sharedWords = wordsInBoth(words, other);
  const similar = sharedWords >= SIMILAR_FROM * Math.min(words.length, other.length);
  return similar ? { of: best[0], identical: false, sharedWords } : null;
}

function wordsInBoth(one: Uint32Array, other: Uint32Array): number {
  const left = new Map<number, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return shared;
}
