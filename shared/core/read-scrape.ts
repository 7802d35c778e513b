/** A plain-text document in, its reading out. Kept apart from the HTML reader so that text never loads an HTML parser. */
import type { Hints, OutletProfile, RawDocument } from './document.ts';
import { type Reading, readPage } from './read-page.ts';
import { scrapePage } from './scrape.ts';

/** Throws `Rejection` when there is nothing to read. */
export function readScrape(document: RawDocument, hints: Hints, profile: OutletProfile): Reading {
  return readPage(scrapePage(document), hints, profile);
}
