/**
 * A page that lists other articles: linked headlines with a teaser each come in; the teasers are no text of an article.
 * Promise: a page that calls itself an article, or has paragraphs of its own in a row, is no list.
 */
import type { Block, Candidate, Page } from '../block.ts';
import { countWords, type Draft } from './draft.ts';

/** A headline in a list: a link of so many words. */
const ITEM = { fewest: 4, most: 25, linked: 0.9 } as const;
const ITEMS_LEAST = 8;
/** Pieces of text between linked headlines. */
const TEASERS_LEAST = 4;
/** A teaser is shorter than this, an article is not. */
const TEASER_WORDS = 80;
const ARTICLE_TYPE = /article|posting|report|review|recipe/i;

export function saysArticle(candidates: readonly Candidate[]): boolean {
  return candidates.some(({ field, value }) => field === 'type' && ARTICLE_TYPE.test(value));
}

export function linkedHeadlines({ blocks }: Page): readonly Block[] {
  return blocks.filter(isItem);
}

export function labelListing(draft: Draft): void {
  const { page } = draft;
  if (page.format === 'text' || saysArticle(page.candidates)) return;
  if (linkedHeadlines(page).length < ITEMS_LEAST) return;
  const teasers = teaserRuns(draft);
  if (teasers.length < TEASERS_LEAST || teasers.some((words) => words >= TEASER_WORDS)) return;
  for (const { index } of draft.lines) if (draft.isBody(index)) draft.put(index, 'related.item', 'listing.teaser');
}

/** Words of what reads like text between one linked headline and the next. */
function teaserRuns(draft: Draft): readonly number[] {
  const runs: number[] = [];
  let open = false;
  for (const { index, block, words } of draft.lines) {
    const item = isItem(block);
    if (item) open = false;
    if (!draft.isBody(index)) continue;
    if (!open) runs.push(0);
    open = !item;
    runs[runs.length - 1] = (runs.at(-1) ?? 0) + words;
  }
  return runs;
}

function isItem({ text, linkChars }: Block): boolean {
  if (linkChars === 0) return false;
  const words = countWords(text);
  return words >= ITEM.fewest && words <= ITEM.most && linkChars >= text.length * ITEM.linked;
}
