/**
 * Where a block stands to the element that holds the article. Facts, a mass and what stands under each element come in, columns go
 * out. A container is the deepest element with most of the mass; its children are the branches.
 */
import type { Element } from '../../block.ts';
import { type Columns, column, log, ratio } from '../columns.ts';
import type { Facts } from '../facts.ts';
import { isHeading, type Lineage, type Under, under } from '../lineage.ts';

/** The tight one holds the text proper, the wide one also its headline and its end. */
const TIGHT = 0.55;
const WIDE = 0.85;

export function containerColumns(
  columns: Columns,
  facts: Facts,
  lineage: Lineage,
  whole: number,
  prefix: string,
): void {
  for (const [name, least] of [
    ['tight', TIGHT],
    ['wide', WIDE],
  ] as const) {
    const container = deepest(facts, lineage, whole * least);
    branchColumns(facts, lineage, container, whole, `${prefix}.${name}`, columns);
  }
}

function deepest(facts: Facts, lineage: Lineage, least: number): Element | null {
  let found: Element | null = null;
  for (const block of facts.blocks) {
    for (let at = block.element; at !== null; at = at.parent) {
      if (found !== null && at.depth <= found.depth) break;
      if (under(lineage, at).mass >= least) {
        found = at;
        break;
      }
    }
  }
  return found;
}

interface Branch {
  readonly stats: Under;
  readonly element: Element | null;
  readonly below: number;
}

const OUTSIDE: Branch = { stats: under(new Map(), null), element: null, below: -1 };

function branchColumns(
  facts: Facts,
  lineage: Lineage,
  container: Element | null,
  whole: number,
  name: string,
  columns: Columns,
): void {
  const { blocks, size } = facts;
  const branches = blocks.map((block) => branchOf(block.element, container, lineage));
  const at = (i: number) => branches[i] ?? OUTSIDE;
  const place = under(lineage, container);
  column(columns, `${name}.below`, size, (i) => at(i).below);
  column(columns, `${name}.share`, size, (i) => ratio(at(i).stats.mass, whole));
  column(columns, `${name}.density`, size, (i) => ratio(at(i).stats.mass, at(i).stats.words));
  column(columns, `${name}.links`, size, (i) => ratio(at(i).stats.linkChars, at(i).stats.chars));
  column(columns, `${name}.words`, size, (i) => log(at(i).stats.words));
  column(columns, `${name}.blocks`, size, (i) => log(at(i).stats.blocks));
  column(columns, `${name}.text`, size, (i) => (isText(at(i).element) ? 1 : 0));
  column(columns, `${name}.place`, size, (i) => placeIn(i, place));
  column(columns, `${name}.toEnd`, size, (i) => log(place.last - i));
  rivalColumns(facts, branches, whole, name, columns);
}

/** A branch with at least this share of the mass may be an article of its own. */
const RIVAL = 0.08;

/** A page of several articles has several heavy branches; the first one is the article. */
function rivalColumns(facts: Facts, branches: readonly Branch[], whole: number, name: string, columns: Columns): void {
  const ordinals = new Map<Element | null, number>();
  for (const { element, stats } of branches) {
    if (element === null || isText(element) || ordinals.has(element)) continue;
    if (stats.mass >= RIVAL * whole) ordinals.set(element, ordinals.size + 1);
  }
  column(columns, `${name}.rival`, facts.size, (i) => ordinals.get(branches[i]?.element ?? null) ?? 0);
  column(columns, `${name}.rivals`, facts.size, () => ordinals.size);
}

function branchOf(element: Element | null, container: Element | null, lineage: Lineage): Branch {
  if (container === null) return OUTSIDE;
  let branch = element;
  let below = 0;
  for (let at = element; at !== null && at.depth >= container.depth; at = at.parent) {
    if (at === container) return { stats: under(lineage, branch), element: branch, below };
    branch = at;
    below += 1;
  }
  return OUTSIDE;
}

function isText(element: Element | null): boolean {
  return element !== null && (element.tag === 'p' || element.tag === 'blockquote' || isHeading(element.tag));
}

function placeIn(index: number, place: Under): number {
  if (place.blocks === 0) return 0;
  if (index < place.first) return -log(place.first - index);
  return index > place.last ? 1 + log(index - place.last) : (index - place.first) / (place.last - place.first + 1);
}
