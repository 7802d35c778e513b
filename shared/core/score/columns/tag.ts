/** The tags a block stands in. Facts come in, columns go out. */
import type { Element } from '../../block.ts';
import { type Columns, column, log } from '../columns.ts';
import type { Facts } from '../facts.ts';
import { isHeading } from '../lineage.ts';

const OWN = ['p', 'div', 'li', 'td', 'figcaption', 'blockquote', 'section', 'dd', 'pre'];
/** How far above a block the nearest of these is: 1 is the element itself, 0 is nowhere. */
const ABOVE = [
  'article',
  'main',
  'aside',
  'nav',
  'footer',
  'header',
  'figure',
  'ul',
  'ol',
  'table',
  'blockquote',
  'form',
  'section',
  'li',
  'a',
];
const ROLES = ['main', 'navigation', 'complementary', 'contentinfo', 'banner', 'article', 'dialog'];

export function tagColumns(columns: Columns, facts: Facts): void {
  const { blocks, size } = facts;
  for (const tag of OWN) column(columns, `tag.${tag}`, size, (i) => (blocks[i]?.tag === tag ? 1 : 0));
  column(columns, 'tag.heading', size, (i) => (isHeading(blocks[i]?.tag ?? '') ? Number(blocks[i]?.tag.slice(1)) : 0));
  column(columns, 'tag.depth', size, (i) => blocks[i]?.element?.depth ?? 0);
  const above = new Map<Element, Float32Array>();
  const rows = blocks.map((block) => (block.element === null ? EMPTY : nearness(block.element, above)));
  for (const [at, name] of NEARNESS_NAMES.entries()) {
    column(columns, `above.${name}`, size, (i) => rows[i]?.[at] ?? 0);
  }
  brColumns(facts, columns);
}

const NEARNESS_NAMES = [...ABOVE, ...ROLES.map((role) => `role-${role}`), 'itemprop-body', 'schema', 'hidden'];
const EMPTY = new Float32Array(NEARNESS_NAMES.length);

function nearness(element: Element, known: Map<Element, Float32Array>): Float32Array {
  const before = known.get(element);
  if (before !== undefined) return before;
  const parents = element.parent === null ? EMPTY : nearness(element.parent, known);
  const row = new Float32Array(parents.length);
  for (let i = 0; i < row.length; i += 1) row[i] = parents[i] === 0 ? 0 : (parents[i] ?? 0) + 1;
  const tag = ABOVE.indexOf(element.tag);
  if (tag >= 0) row[tag] = 1;
  const role = ROLES.indexOf(element.attributes['role'] ?? '');
  if (role >= 0) row[ABOVE.length + role] = 1;
  if ((element.attributes['itemprop'] ?? '').toLowerCase().includes('articlebody'))
    row[ABOVE.length + ROLES.length] = 1;
  if ((element.attributes['itemtype'] ?? '').includes('Article')) row[ABOVE.length + ROLES.length + 1] = 1;
  if (element.attributes['hidden'] !== undefined) row[ABOVE.length + ROLES.length + 2] = 1;
  known.set(element, row);
  return row;
}

/** Pages that break paragraphs with `<br>` put many blocks into one element. */
function brColumns(facts: Facts, columns: Columns): void {
  const counts = new Map<Element, number>();
  for (const { element } of facts.blocks) if (element !== null) counts.set(element, (counts.get(element) ?? 0) + 1);
  column(columns, 'tag.blocksInElement', facts.size, (i) => {
    const element = facts.blocks[i]?.element;
    return element ? log(counts.get(element) ?? 0) : 0;
  });
}
