/**
 * Pages that load one article after another: blocks come in; where the headline of the next article stands, the text ends.
 * Promise: a heading inside the text is no headline, since only one made like the page's own headline, after a text of some length,
 * in another article element, counts.
 */
import type { Element } from '../block.ts';
import type { Draft, Line } from './draft.ts';
import { headlineIndex } from './headline.ts';

/** Words of text above, before an article can be over. */
const LEAST_ABOVE = 40;
const PROSE_WORDS = 20;
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2']);

export function labelNextArticle(draft: Draft): void {
  const headline = headlineIndex(draft);
  const own = headline === null ? null : headingOf(draft.lines[headline]?.block.element ?? null);
  const ownArticle = articleOf(own);
  if (headline === null || own === null || ownArticle === null) return;
  labelRelatedArticles(draft, ownArticle);
  let above = 0;
  for (const { index, block, words } of draft.lines.slice(headline + 1)) {
    if (draft.isBody(index)) above += words;
    const heading = above < LEAST_ABOVE ? null : headingOf(block.element);
    if (heading === null || heading === own || !isAlike(heading, own)) continue;
    const article = articleOf(heading);
    if (article === null || article === ownArticle || !isAlike(article, ownArticle)) continue;
    for (const line of draft.lines.slice(index))
      if (draft.isBody(line.index)) draft.put(line.index, 'other', 'next.article');
    return;
  }
}

/** Articles below a heading for other articles, outside this one, however whole they are. */
function labelRelatedArticles(draft: Draft, own: Element): void {
  const inside = (line: Line) => holds(own, line.block.element);
  const words = draft.lines.filter(inside).reduce((sum, line) => sum + (isProse(line, draft) ? line.words : 0), 0);
  const last = draft.lines.findLastIndex(inside);
  const from = draft.lines.findIndex(({ index }) => index > last && draft.labelOf(index) === 'related.heading');
  if (words < LEAST_ABOVE || from === -1) return;
  for (const { index, block } of draft.lines.slice(from + 1)) {
    if (draft.isBody(index) && articleOf(block.element) !== null) draft.put(index, 'related.item', 'next.related');
  }
}

/** Enough in a row to be read, and nothing that has been said to be something else. */
function isProse({ index, words }: Line, draft: Draft): boolean {
  return words >= PROSE_WORDS && draft.labelOf(index) === null;
}

function holds(article: Element, element: Element | null): boolean {
  for (let here = element; here !== null; here = here.parent) if (here === article) return true;
  return false;
}

function headingOf(element: Element | null): Element | null {
  for (let here = element, up = 0; here !== null && up < 3; here = here.parent, up++)
    if (HEADINGS.has(here.tag)) return here;
  return null;
}

function articleOf(element: Element | null): Element | null {
  for (let here = element; here !== null; here = here.parent) if (here.tag === 'article') return here;
  return null;
}

function isAlike(one: Element, other: Element): boolean {
  return one.tag === other.tag && (one.attributes['class'] ?? '') === (other.attributes['class'] ?? '');
}
