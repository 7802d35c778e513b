/**
 * Pages that load one article after another: blocks come in; where the headline of the next article stands, the text ends.
 * Promise: a heading inside the text is no headline, since only one made like the page's own headline, after a text of some length,
 * in another article element, counts.
 */
import type { Element } from '../block.ts';
import type { Draft } from './draft.ts';
import { headlineIndex } from './headline.ts';

/** Words of text above, before an article can be over. */
const LEAST_ABOVE = 40;
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2']);

export function labelNextArticle(draft: Draft): void {
  const headline = headlineIndex(draft);
  const own = headline === null ? null : headingOf(draft.lines[headline]?.block.element ?? null);
  const ownArticle = articleOf(own);
  if (headline === null || own === null || ownArticle === null) return;
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
