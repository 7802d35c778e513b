/** Which kinds of page part a block stands in, by the class names above it. Facts come in, columns go out. */
import type { Element } from '../../block.ts';
import { type Columns, column } from '../columns.ts';
import { type Facts, total } from '../facts.ts';
import { ancestry, type Lineage, under } from '../lineage.ts';
import { TOKEN_GROUPS, type TokenReader, tokenReader } from '../tokens.ts';

/** Without a headline, an element that holds most of the prose is taken for the page itself. */
const WHOLE_PAGE = 0.6;

export function nameColumns(columns: Columns, facts: Facts, lineage: Lineage, headline: number): void {
  const read = tokenReader();
  const groups = TOKEN_GROUPS.length;
  const none = new Float32Array(groups);
  const known = new Map<Element, Float32Array>();
  const isPage = pageTest(facts, lineage, headline);
  const rowOf = (element: Element | null): Float32Array => {
    if (element === null || isPage(element)) return none;
    const before = known.get(element);
    if (before !== undefined) return before;
    const parents = rowOf(element.parent);
    const bits = read(element);
    const row = new Float32Array(groups);
    for (let group = 0; group < groups; group += 1) {
      const distance = parents[group] ?? 0;
      row[group] = bits & (1 << group) ? 1 : distance === 0 ? 0 : distance + 1;
    }
    known.set(element, row);
    return row;
  };
  const rows = facts.blocks.map((block) => rowOf(block.element));
  for (const [at, name] of TOKEN_GROUPS.entries())
    column(columns, `name.${name}`, facts.size, (i) => rows[i]?.[at] ?? 0);
  const above = new Map<Element, number>();
  const wide = facts.blocks.map((block) => bodyNames(block.element, read, above));
  column(columns, 'name.bodyAbove', facts.size, (i) => wide[i] ?? 0);
}

/** What holds the headline is the page itself: `class="has-sidebar"` there says nothing of the block. */
function pageTest(facts: Facts, lineage: Lineage, headline: number): (element: Element) => boolean {
  const holders = new Set(ancestry(facts.blocks[headline]?.element ?? null));
  const most = WHOLE_PAGE * total(facts.prose);
  return (element) => holders.has(element) || (holders.size === 0 && under(lineage, element).mass > most);
}

const BODY_BIT = 1 << TOKEN_GROUPS.indexOf('body');

/** Ancestors called body, content, text ..., wide ones included. Depth is bounded by the tree's own limit. */
function bodyNames(element: Element | null, read: TokenReader, known: Map<Element, number>): number {
  if (element === null) return 0;
  const before = known.get(element);
  if (before !== undefined) return before;
  const count = bodyNames(element.parent, read, known) + (read(element) & BODY_BIT ? 1 : 0);
  known.set(element, count);
  return count;
}
