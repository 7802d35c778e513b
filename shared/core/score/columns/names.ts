/** Which kinds of page part a block stands in, by the class names above it. Facts come in, columns go out. */
import type { Element } from '../../block.ts';
import { column, type Columns } from '../columns.ts';
import type { Facts } from '../facts.ts';
import { type Lineage, under } from '../lineage.ts';
import { TOKEN_GROUPS, tokenReader } from '../tokens.ts';

/** An element that holds most of the prose is the page itself: `class="has-sidebar"` there says nothing of the block. */
const WHOLE_PAGE = 0.6;

export function nameColumns(facts: Facts, lineage: Lineage, proseWords: number): Columns {
  const columns: Columns = new Map();
  const read = tokenReader();
  const groups = TOKEN_GROUPS.length;
  const none = new Float32Array(groups);
  const known = new Map<Element, Float32Array>();
  const rowOf = (element: Element | null): Float32Array => {
    if (element === null || under(lineage, element).mass > WHOLE_PAGE * proseWords) return none;
    const before = known.get(element);
    if (before !== undefined) return before;
    const row = rowOf(element.parent).map((distance) => (distance === 0 ? 0 : distance + 1));
    const bits = read(element);
    for (let group = 0; group < groups; group += 1) if (bits & (1 << group)) row[group] = 1;
    known.set(element, row);
    return row;
  };
  const rows = facts.blocks.map((block) => rowOf(block.element));
  for (const [at, name] of TOKEN_GROUPS.entries()) column(columns, `name.${name}`, facts.size, (i) => rows[i]?.[at] ?? 0);
  const wide = facts.blocks.map((block) => bodyNames(block.element, read));
  column(columns, 'name.bodyAbove', facts.size, (i) => wide[i] ?? 0);
  return columns;
}

const BODY_BIT = 1 << TOKEN_GROUPS.indexOf('body');

/** Ancestors called body, content, text ..., wide ones included. */
function bodyNames(element: Element | null, read: (element: Element) => number): number {
  let count = 0;
  for (let at = element; at !== null; at = at.parent) if (read(at) & BODY_BIT) count += 1;
  return count;
}
