/**
 * How much of the page's mass stands with a block: under its parents, and in blocks built like it. Facts, a mass and what stands
 * under each element come in, columns go out. The article is where the paragraphs are together.
 */
import type { Block, Element } from '../../block.ts';
import { type Columns, column, log, ratio } from '../columns.ts';
import type { Facts } from '../facts.ts';
import { type Lineage, under } from '../lineage.ts';

const GENERATIONS = ['own', 'parent', 'grandparent', 'third', 'fourth'];

export function shareColumns(
  columns: Columns,
  facts: Facts,
  mass: Float32Array,
  lineage: Lineage,
  whole: number,
  prefix: string,
): void {
  const { blocks, size } = facts;
  for (const [generation, name] of GENERATIONS.entries()) {
    const stats = blocks.map((block) => under(lineage, ancestor(block.element, generation)));
    const at = (i: number) => stats[i] ?? under(lineage, null);
    column(columns, `${prefix}.${name}.share`, size, (i) => ratio(at(i).mass, whole));
    column(columns, `${prefix}.${name}.density`, size, (i) => ratio(at(i).mass, at(i).words));
    if (prefix !== 'prose') continue;
    column(columns, `${name}.links`, size, (i) => ratio(at(i).linkChars, at(i).chars));
    column(columns, `${name}.blocks`, size, (i) => log(at(i).blocks));
    column(columns, `${name}.paragraphs`, size, (i) => log(at(i).paragraphs));
    column(columns, `${name}.headings`, size, (i) => log(at(i).headings));
  }
  const signatures = new Map<Element, string>();
  likeColumns(facts, mass, whole, `${prefix}.like`, (block) => signatureOf(block.element, 2, signatures), columns);
  likeColumns(facts, mass, whole, `${prefix}.likeOwn`, (block) => ownSignature(block.element), columns);
}

function ancestor(element: Element | null, generation: number): Element | null {
  let at = element;
  for (let i = 0; i < generation && at !== null; i += 1) at = at.parent;
  return at;
}

function ownSignature(element: Element | null): string {
  return element === null ? '' : `${element.tag}.${element.attributes['class'] ?? ''}`;
}

function signatureOf(element: Element | null, generations: number, known: Map<Element, string>): string {
  if (element === null) return '';
  const before = known.get(element);
  if (before !== undefined) return before;
  const above = generations > 1 ? ownSignature(element.parent) : '';
  const signature = `${ownSignature(element)}<${above}`;
  known.set(element, signature);
  return signature;
}

interface Alike {
  mass: number;
  words: number;
  blocks: number;
}

function likeColumns(
  facts: Facts,
  mass: Float32Array,
  whole: number,
  name: string,
  signature: (block: Block) => string,
  columns: Columns,
): void {
  const all = new Map<string, Alike>();
  const alike = facts.blocks.map((block) => {
    const key = signature(block);
    const group = all.get(key) ?? { mass: 0, words: 0, blocks: 0 };
    all.set(key, group);
    group.mass += mass[block.index] ?? 0;
    group.words += facts.words[block.index] ?? 0;
    group.blocks += 1;
    return group;
  });
  const at = (i: number) => alike[i] ?? { mass: 0, words: 0, blocks: 0 };
  column(columns, `${name}.share`, facts.size, (i) => ratio(at(i).mass, whole));
  column(columns, `${name}.density`, facts.size, (i) => ratio(at(i).mass, at(i).words));
  column(columns, `${name}.blocks`, facts.size, (i) => log(at(i).blocks));
}
