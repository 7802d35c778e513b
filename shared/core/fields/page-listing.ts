/**
 * Whether a page lists other articles. In: the page's offers and blocks. Out: what shows it, or null.
 * Promise: asked only of pages that do not call themselves an article; a page with paragraphs of its own is no list.
 */
import type { Block } from '../block.ts';
import { countWords } from '../label/draft.ts';
import { isBody } from '../label.ts';
import type { Sources } from './sources.ts';

export interface Listing {
  readonly where: string;
  readonly rule: string;
  readonly raw: string | null;
}

/** A headline in a list: a link of so many words. */
const ITEM = { fewest: 4, most: 25, linked: 0.9 } as const;
/** Related links of an article are fewer than this beside a text this short. */
const ITEMS_LEAST = 8;
/** Share of the characters of a page that stand in links, when it has hardly any text. */
const LINK_SHARE = 0.8;
const TEXT_WORDS = 50;
/** A teaser; paragraphs of articles come several in a row. */
const LISTING_TYPE = /^(?:CollectionPage|ItemList|website|blog)$/i;
const RUN_WORDS = 80;

export function isListing({ of, page, labelled }: Sources, words: number): Listing | null {
  if (page.format === 'text') return null;
  const items = page.blocks.filter(isItem);
  const stated = of('type').find(({ value }) => LISTING_TYPE.test(value));
  const longest = longestRun(labelled);
  if (items.length >= ITEMS_LEAST && longest < RUN_WORDS && (stated !== undefined || words < TEXT_WORDS)) {
    if (stated?.value === 'CollectionPage') return { where: stated.where, rule: 'kind.stated', raw: stated.value };
    return { where: 'page', rule: 'kind.linked-headlines', raw: items[0]?.text ?? null };
  }
  if (words >= TEXT_WORDS) return null;
  const chars = page.blocks.reduce((sum, { text }) => sum + text.length, 0);
  const links = page.blocks.reduce((sum, { linkChars }) => sum + linkChars, 0);
  return links > chars * LINK_SHARE ? { where: 'page', rule: 'kind.mostly-links', raw: null } : null;
}

function isItem({ text, linkChars }: Block): boolean {
  const words = countWords(text);
  return words >= ITEM.fewest && words <= ITEM.most && linkChars >= text.length * ITEM.linked;
}

/** Most words of body between two linked headlines: teasers are short, articles are not. */
function longestRun(labelled: Sources['labelled']): number {
  let longest = 0;
  let run = 0;
  for (const { block, label } of labelled) {
    if (isItem(block)) run = 0;
    else if (isBody(label)) run += countWords(block.text);
    longest = Math.max(longest, run);
  }
  return longest;
}
