/**
 * Side columns: what the page marks as an aside and reads like text comes in; where the text is elsewhere, it is none of it.
 * Promise: an aside that holds a good part of the text, or stands between its paragraphs, keeps what it says.
 */
import type { Element } from '../block.ts';
import { type Draft, wordsOf } from './draft.ts';
import { headlineIndex } from './headline.ts';

/** Of the words that the model reads as text must be outside, where the headline does not tell where the article is. */
const SHARE = 0.5;
/** Where the headline is outside as well, so much is an article. */
const LEAST_WORDS = 40;

export function labelSideColumns(draft: Draft): void {
  const body = draft.lines.filter(({ index }) => draft.isBody(index));
  const outside = body.filter(({ block }) => !isAside(block.element));
  const half = wordsOf(body) * SHARE;
  const headline = draft.lines[headlineIndex(draft) ?? -1];
  const least = headline === undefined || isAside(headline.block.element) ? half : Math.min(half, LEAST_WORDS);
  if (wordsOf(outside) < least) return;
  const [first, last] = [outside[0]?.index ?? 0, outside.at(-1)?.index ?? -1];
  for (const { index, block } of body) {
    if ((index < first || index > last) && isAside(block.element)) draft.put(index, 'other', 'aside.column');
  }
}

function isAside(element: Element | null): boolean {
  for (let here = element; here !== null; here = here.parent) if (here.tag === 'aside') return true;
  return false;
}
