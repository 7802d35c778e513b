/**
 * Does a block speak of what the article speaks of? Facts and the blocks that are surely article (by mass) come in, columns go out.
 * The next article, comments and appeals are prose too, but they share few of its rarer words. No language is known here.
 */
import { type Columns, column, ratio } from '../columns.ts';
import type { Facts } from '../facts.ts';
import { bestSegment } from '../segment.ts';
import type { Words } from '../words.ts';

const PRICE = 8;
/** The start of the article, by which the rest is judged, even when another article is longer. */
const OPENING_BLOCKS = 6;

export function cohesionColumns(columns: Columns, facts: Facts, mass: Float32Array, prefix: string): void {
  const words = facts.content;
  const core = bestSegment(mass.map((value, i) => value - PRICE - 0.5 * Math.max(0, (facts.words[i] ?? 0) - value)));
  const inCore = Array.from({ length: core.to - core.from }, (_, i) => core.from + i).filter((i) => (mass[i] ?? 0) > 0);
  const solid = Array.from({ length: facts.size }, (_, i) => i).filter((i) => (mass[i] ?? 0) > 0);
  addAgainst(facts, words, inCore, `${prefix}.core`, columns);
  addAgainst(facts, words, inCore.slice(0, OPENING_BLOCKS), `${prefix}.opening`, columns);
  addAgainst(facts, words, solid.slice(0, OPENING_BLOCKS), `${prefix}.first`, columns);
}

/** Share of a block's content words that stand in other blocks of `against`. */
function addAgainst(facts: Facts, words: Words, against: readonly number[], name: string, columns: Columns): void {
  const counts = new Uint16Array(words.vocabulary);
  const members = new Set(against);
  for (const i of against) for (const word of words.blocks[i] ?? []) counts[word] = (counts[word] ?? 0) + 1;
  column(columns, name, facts.size, (i) => {
    const own = words.blocks[i] ?? [];
    const self = members.has(i) ? 1 : 0;
    let shared = 0;
    for (const word of own) if ((counts[word] ?? 0) > self) shared += 1;
    return own.length === 0 ? -1 : ratio(shared, own.length);
  });
}
