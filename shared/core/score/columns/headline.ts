/** Where a block stands to the headline in the tree: under the same `article`, below a near common ancestor. Facts come in, columns go out. */
import type { Element } from '../../block.ts';
import { type Columns, column, log } from '../columns.ts';
import type { Facts } from '../facts.ts';
import { ancestry, type Lineage, under } from '../lineage.ts';

export function headlineColumns(columns: Columns, facts: Facts, lineage: Lineage, headline: number): void {
  const element = facts.blocks[headline]?.element ?? null;
  const line = new Map(ancestry(element).map((at, up) => [at, up]));
  const meetings = facts.blocks.map((block) => meeting(block.element, line));
  column(columns, 'headline.up', facts.size, (i) => meetings[i]?.headlineUp ?? -1);
  column(columns, 'headline.down', facts.size, (i) => meetings[i]?.blockUp ?? -1);
  column(columns, 'headline.meetDepth', facts.size, (i) => meetings[i]?.element?.depth ?? -1);
  column(columns, 'headline.meetBlocks', facts.size, (i) => log(under(lineage, meetings[i]?.element ?? null).blocks));
  const own = articleOf(element);
  const articles = new Map<Element | null, number>();
  const article = facts.blocks.map((block) => articleOf(block.element));
  for (const at of article) if (!articles.has(at)) articles.set(at, articles.size);
  column(columns, 'headline.sameArticle', facts.size, (i) => (own === null ? -1 : article[i] === own ? 1 : 0));
  column(columns, 'headline.articles', facts.size, () => log(articles.size));
  column(columns, 'headline.articleOrdinal', facts.size, (i) => log(articles.get(article[i] ?? null) ?? 0));
}

interface Meeting {
  readonly element: Element | null;
  readonly headlineUp: number;
  readonly blockUp: number;
}

function meeting(element: Element | null, line: ReadonlyMap<Element, number>): Meeting {
  let up = 0;
  for (let at = element; at !== null; at = at.parent) {
    const headlineUp = line.get(at);
    if (headlineUp !== undefined) return { element: at, headlineUp, blockUp: up };
    up += 1;
  }
  return { element: null, headlineUp: -1, blockUp: -1 };
}

function articleOf(element: Element | null): Element | null {
  for (let at = element; at !== null; at = at.parent) if (at.tag === 'article') return at;
  return null;
}
