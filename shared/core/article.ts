/** A document of either format in, its reading out. Imports the HTML reader: only workers and tools may import this file. */
import type { Hints, OutletProfile, RawDocument } from './document.ts';
import { openPage } from './html/page.ts';
import { type Reading, readPage } from './read-page.ts';
import { readScrape } from './read-scrape.ts';
import { readStated } from './read-stated.ts';
import type { Article } from './record.ts';

/** Throws `Rejection` when the document is hostile or holds nothing to read. */
export function readDocument(document: RawDocument, hints: Hints, profile: OutletProfile): Reading {
  if (document.format === 'stated') return readStated(document, hints, profile);
  if (document.format === 'text') return readScrape(document, hints, profile);
  const { page, ask } = openPage(document);
  return readPage(page, hints, profile, ask);
}

export function readArticle(document: RawDocument, hints: Hints, profile: OutletProfile): Article {
  return readDocument(document, hints, profile).article;
}
