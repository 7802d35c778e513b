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

export function lineageOf(facts: Facts, mass: Float32Array): Lineage {
  const lineage = new Map<Element, Under>();
  for (const block of facts.blocks) {
    const own = mass[block.index] ?? 0;
    for (let at = block.element; at !== null; at = at.parent) {
      let under = lineage.get(at);
      if (under === undefined) {
        under = { ...NOTHING, first: block.index };
        lineage.set(at, under);
      }
      under.words += facts.words[block.index] ?? 0;
      under.chars += block.text.length;
      under.linkChars += block.linkChars;
      under.mass += own;
      if (own > 0) under.solid += 1;
      under.blocks += 1;
      if (block.tag === 'p') under.paragraphs += 1;
      if (isHeading(block.tag)) under.headings += 1;
      under.last = block.index;
    }
  }
  return lineage;
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
