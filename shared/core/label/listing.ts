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
/** Where the page does not state that it is no article, only teasers of a sentence or two are believed. */
const SHORT_TEASER_WORDS = 30;
const LISTING_TYPE = /^(?:CollectionPage|SearchResultsPage|website|blog)$/i;
/** A teaser stands right under its headline, or under a line with its date or topic. */
const NEAR = 2;
/** Share of the pieces of text that are teasers: an introduction may stand before them. */
const LISTED = 0.8;
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
  const runs = textRuns(draft);
  const states = page.candidates.some(({ field, value }) => field === 'type' && LISTING_TYPE.test(value));
  const most = states ? TEASER_WORDS : SHORT_TEASER_WORDS;
  const listed = runs.filter((run) => run.listed).length;
  if (listed < TEASERS_LEAST || listed < runs.length * LISTED || runs.some(({ words }) => words >= most)) return;
  for (const { index } of draft.lines) if (draft.isBody(index)) draft.put(index, 'related.item', 'listing.teaser');
}

interface Run {
  words: number;
  /** It is, or stands right under, a linked headline. */
  readonly listed: boolean;
}

/** What reads like text between one linked headline and the next. */
function textRuns(draft: Draft): readonly Run[] {
  const runs: Run[] = [];
  let item = -NEAR - 1;
  let open: Run | null = null;
  for (const { index, block, words } of draft.lines) {
    if (isItem(block)) {
      item = index;
      open = null;
    }
    if (!draft.isBody(index)) continue;
    if (open === null) {
      open = { words: 0, listed: index - item <= NEAR };
      runs.push(open);
    }
    open.words += words;
  }
  return runs;
}

function isItem({ text, linkChars }: Block): boolean {
  if (linkChars === 0) return false;
  const words = countWords(text);
  return words >= ITEM.fewest && words <= ITEM.most && linkChars >= text.length * ITEM.linked;
}
