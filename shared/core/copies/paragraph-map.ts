/**
 * How the paragraphs of one text lie in another. Two lists of paragraphs come in; a map in the order of the second goes out.
 * Promise: every paragraph of either text is in exactly one entry; linear in what the texts share, bounded for giant ones.
 */
import type { Run } from './alignment.ts';
import { orderedRuns } from './chain.ts';
import { matchParagraphs, type ReadParagraph, readParagraphs } from './paragraph-match.ts';

export interface ParagraphEntry {
  /** `edited`: the same paragraph with other words in it. */
  readonly kind: 'identical' | 'edited' | 'added' | 'dropped';
  /** Place in the first text and in the second, from 0; null where it does not stand. */
  readonly inA: number | null;
  readonly inB: number | null;
  /** It stands elsewhere among its neighbours. */
  readonly moved: boolean;
}

export interface ParagraphMap {
  readonly entries: readonly ParagraphEntry[];
  /** Words of each text that the other has, in per cent, whole numbers. */
  readonly coverageA: number;
  readonly coverageB: number;
}

export function alignParagraphs(a: readonly string[], b: readonly string[]): ParagraphMap {
  const [inA, inB] = [readParagraphs(a), readParagraphs(b)];
  const partners = matchParagraphs(inA, inB);
  const runs = [...partners].map(([place, { of }]): Run => runOf(inA[of], inB[place]));
  const inOrder = new Set(orderedRuns(runs).map((run) => run.inLonger));
  const entries = inB.map(({ from }, place): ParagraphEntry => {
    const partner = partners.get(place);
    if (partner === undefined) return { kind: 'added', inA: null, inB: place, moved: false };
    const kind = partner.identical ? 'identical' : 'edited';
    return { kind, inA: partner.of, inB: place, moved: !inOrder.has(from) };
  });
  const shared = [...partners.values()].reduce((sum, { sharedWords }) => sum + sharedWords, 0);
  return {
    entries: withDropped(entries, a.length),
    coverageA: percent(shared, wordsOfAll(inA)),
    coverageB: percent(shared, wordsOfAll(inB)),
  };
}

/** Places in words, so that a paragraph weighs what it has. Paragraphs without a word weigh one. */
function runOf(a: ReadParagraph | undefined, b: ReadParagraph | undefined): Run {
  return { at: a?.from ?? 0, inLonger: b?.from ?? 0, size: Math.max(1, Math.min(a?.size ?? 0, b?.size ?? 0)) };
}

/** What the second text left out follows what it followed in the first. */
function withDropped(entries: readonly ParagraphEntry[], size: number): readonly ParagraphEntry[] {
  const kept = new Set(entries.map(({ inA }) => inA));
  const all: ParagraphEntry[] = [];
  const dropFrom = (first: number) => {
    for (let place = first; place < size && !kept.has(place); place += 1)
      all.push({ kind: 'dropped', inA: place, inB: null, moved: false });
  };
  dropFrom(0);
  for (const entry of entries) {
    all.push(entry);
    if (entry.inA !== null) dropFrom(entry.inA + 1);
  }
  return all;
}

function wordsOfAll(paragraphs: readonly ReadParagraph[]): number {
  return paragraphs.reduce((sum, { words }) => sum + words.length, 0);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * Math.min(part, whole)) / whole);
}
