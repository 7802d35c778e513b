/** Sums over the elements of a page. Blocks with their elements and a mass by block come in; what stands under each element goes out. */
import type { Element } from '../block.ts';
import type { Facts } from './facts.ts';

export interface Under {
  words: number;
  chars: number;
  linkChars: number;
  mass: number;
  /** Blocks with mass. */
  solid: number;
  blocks: number;
  paragraphs: number;
  headings: number;
  first: number;
  last: number;
}

export type Lineage = ReadonlyMap<Element, Under>;

export const NOTHING: Under = {
  words: 0,
  chars: 0,
  linkChars: 0,
  mass: 0,
  solid: 0,
  blocks: 0,
  paragraphs: 0,
  headings: 0,
  first: 0,
  last: 0,
};

export function isHeading(tag: string): boolean {
  return tag.length === 2 && tag.charCodeAt(0) === 104 && tag.charCodeAt(1) <= 54;
}

/** Each block is added to its own element only, and each element once to its parent: deep pages cost no more than flat ones. */
export function lineageOf(facts: Facts, mass: Float32Array): Lineage {
  const lineage = new Map<Element, Under>();
  for (const { element, index } of facts.blocks)
    addBlock(openLine(lineage, element, index), facts, index, mass[index] ?? 0);
  for (const element of [...lineage.keys()].sort((a, b) => b.depth - a.depth)) {
    const parent = element.parent === null ? undefined : lineage.get(element.parent);
    if (parent !== undefined) addUnder(parent, lineage.get(element) ?? NOTHING);
  }
  return lineage;
}

/** Makes room for `element` and those of its ancestors that are new. */
function openLine(lineage: Map<Element, Under>, element: Element | null, index: number): Under {
  for (let at = element; at !== null && !lineage.has(at); at = at.parent)
    lineage.set(at, { ...NOTHING, first: index, last: index });
  return under(lineage, element);
}

function addBlock(sums: Under, facts: Facts, index: number, mass: number): void {
  const block = facts.blocks[index];
  if (block === undefined || sums === NOTHING) return;
  sums.words += facts.words[index] ?? 0;
  sums.chars += block.text.length;
  sums.linkChars += block.linkChars;
  sums.mass += mass;
  if (mass > 0) sums.solid += 1;
  sums.blocks += 1;
  if (block.tag === 'p') sums.paragraphs += 1;
  if (isHeading(block.tag)) sums.headings += 1;
  sums.last = index;
}

function addUnder(sums: Under, more: Under): void {
  sums.words += more.words;
  sums.chars += more.chars;
  sums.linkChars += more.linkChars;
  sums.mass += more.mass;
  sums.solid += more.solid;
  sums.blocks += more.blocks;
  sums.paragraphs += more.paragraphs;
  sums.headings += more.headings;
  sums.first = Math.min(sums.first, more.first);
  sums.last = Math.max(sums.last, more.last);
}

export function under(lineage: Lineage, element: Element | null): Under {
  return (element === null ? undefined : lineage.get(element)) ?? NOTHING;
}

/** `element` and its ancestors, innermost first. */
export function ancestry(element: Element | null): readonly Element[] {
  const list: Element[] = [];
  for (let at = element; at !== null; at = at.parent) list.push(at);
  return list;
}
