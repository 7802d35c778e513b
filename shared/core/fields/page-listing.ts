/**
 * Whether a page lists other articles. In: the page's offers and labelled blocks. Out: what shows it, or null.
 * Promise: asked only of pages that do not call themselves an article; a page with a text of its own is no list.
 */
import { linkedHeadlines } from '../label/listing.ts';
import { placeOf } from './found.ts';
import type { Sources } from './sources.ts';

export interface Listing {
  readonly where: string;
  readonly rule: string;
  readonly raw: string | null;
}

/** Related links of an article are fewer than this. */
const ITEMS_LEAST = 8;
/** Share of the characters of a page that stand in links, when it has hardly any text. */
const LINK_SHARE = 0.8;
const TEXT_WORDS = 50;

export function isListing({ of, page, labelled }: Sources, words: number): Listing | null {
  if (page.format === 'text' || words >= TEXT_WORDS) return null;
  const stated = of('type').find(({ value }) => value === 'CollectionPage');
  if (stated !== undefined) return { where: stated.where, rule: 'kind.stated', raw: stated.value };
  const teaser = labelled.find(({ reason }) => reason.rule === 'listing.teaser');
  if (teaser !== undefined) return { where: placeOf(teaser.block), rule: 'kind.teasers', raw: teaser.block.text };
  const items = linkedHeadlines(page);
  if (words === 0 && items.length >= ITEMS_LEAST)
    return { where: 'page', rule: 'kind.linked-headlines', raw: items[0]?.text ?? null };
  const chars = page.blocks.reduce((sum, { text }) => sum + text.length, 0);
  const links = page.blocks.reduce((sum, { linkChars }) => sum + linkChars, 0);
  return links > chars * LINK_SHARE ? { where: 'page', rule: 'kind.mostly-links', raw: null } : null;
}
