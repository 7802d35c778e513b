/**
 * Lists of articles that pass for text, because each item tells the beginning of a story: blocks come in; where this page's own headline
 * begins one of the items, the list is labelled. Promise: a list without the page's own headline is never touched.
 */
import type { Element } from '../block.ts';
import type { Draft, Line } from './draft.ts';

/** Fewer alike in a row may be a note about the article itself. */
const FEWEST_ITEMS = 4;
/** A shorter headline begins other lines by chance. */
const HEADLINE_CHARS = 20;
const SOURCES: ReadonlySet<string> = new Set(['title', 'meta', 'json-ld', 'html']);

export function labelNewsList(draft: Draft): void {
  const headlines = ownHeadlines(draft);
  if (headlines.length === 0) return;
  for (const items of listsOf(draft.lines)) {
    if (items.length < FEWEST_ITEMS || !items.some(({ folded }) => begins(folded, headlines))) continue;
    for (const { index } of items) if (draft.isBody(index)) draft.put(index, 'related.item', 'related.own');
  }
}

function ownHeadlines({ page, lines }: Draft): readonly string[] {
  const stated = new Set(
    page.candidates.flatMap(({ field, source, value }) => (field === 'headline' && SOURCES.has(source) ? [value] : [])),
  );
  return lines.filter(({ text }) => text.length >= HEADLINE_CHARS && stated.has(text)).map(({ folded }) => folded);
}

/** Items of one list, in order: the element that they share, not their place, makes them a list. */
function listsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const lists = new Map<Element, Line[]>();
  for (const line of lines) {
    const list = line.block.tag === 'li' ? line.block.element?.parent : null;
    if (list === null || list === undefined) continue;
    const items = lists.get(list) ?? [];
    items.push(line);
    lists.set(list, items);
  }
  return [...lists.values()];
}

/** With more after it: an item that is the headline alone stands in menus and tables of contents. */
function begins(folded: string, headlines: readonly string[]): boolean {
  return headlines.some((headline) => folded.length > headline.length && folded.startsWith(headline));
}
