/**
 * The article, put together. In: the page, its labelled blocks, what stands beside the bytes, and the outlet's profile. Out:
 * every field with its evidence. Promise: what is missing is null with a status; nothing is invented.
 */
import type { Page } from '../block.ts';
import type { Hints, OutletProfile } from '../document.ts';
import type { LabelledBlock } from '../label.ts';
import type { Article, Evidence, QualityCode } from '../record.ts';
import { Rejection } from '../rejection.ts';
import { parseWebUrl } from '../url.ts';
import { readAuthors } from './authors.ts';
import { readBody } from './body.ts';
import { readDeck } from './deck.ts';
import type { Found } from './found.ts';
import { readHeadline } from './headline-field.ts';
import { readLanguage } from './language.ts';
import { readMedia } from './media.ts';
import { readProvider } from './provider.ts';
import { readModified, readPublished } from './published.ts';
import { readPublisher } from './publisher.ts';
import { pageQuality } from './quality.ts';
import { readRights } from './rights.ts';
import { type Sources, sourcesOf } from './sources.ts';
import { surroundingsOf } from './surroundings.ts';
import { readGenre, readKeywords, readSection } from './tags.ts';

/** Throws `Rejection` `article.no-text` when the page has no block at all. */
export function composeArticle(
  page: Page,
  labelled: readonly LabelledBlock[],
  hints: Hints,
  profile: OutletProfile,
): Article {
  if (page.blocks.length === 0) throw new Rejection('article.no-text', 'The document holds no readable text.');
  const sources = sourcesOf(page, labelled, hints, profile);
  const headline = readHeadline(sources);
  const body = readBody(sources);
  const paragraphs = body.value.parts.map(({ text }) => text);
  const language = readLanguage(sources, paragraphs, headline.value);
  const around = surroundingsOf(sources, language.value);
  const deck = readDeck(sources, headline.value, paragraphs);
  const authors = readAuthors(sources, around.language);
  const { printed, ...authorship } = authors.value;
  const { dateline } = body.value;
  const provider = readProvider(sources, { dateline, byline: printed, authors: authorship.authors });
  const publisher = readPublisher(sources);
  const published = readPublished(sources, around, paragraphs);
  const modified = readModified(sources, around);
  const [section, keywords, genre] = [readSection(sources), readKeywords(sources), readGenre(sources)];
  const [media, rights] = [readMedia(sources), readRights(sources)];
  const all = [
    headline,
    body,
    language,
    deck,
    authors,
    provider,
    publisher,
    published,
    modified,
    section,
    keywords,
    genre,
    media,
    rights,
  ];
  return {
    headline: headline.value,
    deck: deck.value.deck,
    byline: authorship.byline,
    bylineRaw: authorship.bylineRaw,
    authors: [...authorship.authors],
    provider: provider.value.provider,
    creditLine: provider.value.creditLine,
    publisher: publisher.value,
    dateline:
      dateline === null
        ? null
        : { raw: dateline.raw, places: [...dateline.places], agency: dateline.agency, date: dateline.date },
    published: published.value,
    modified: modified.value,
    url: addressOf(sources, 'url'),
    canonicalUrl: addressOf(sources, 'canonicalUrl'),
    language: language.value.code,
    languageConfidence: language.value.confidence,
    section: section.value,
    keywords: [...keywords.value],
    genre: genre.value,
    media: [...media.value],
    body: [...body.value.parts],
    summary: deck.value.summary,
    wordCount: body.value.wordCount,
    charCount: body.value.charCount,
    paragraphCount: paragraphs.length,
    rights: rights.value,
    quality: codesOf(all, pageQuality(sources, body.value.parts, body.value.wordCount)),
    evidence: evidenceOf(all),
  };
}

function addressOf({ of, hints }: Sources, field: 'url' | 'canonicalUrl'): string | null {
  const offered = of(field).find(({ value }) => parseWebUrl(value) !== null)?.value ?? null;
  return field === 'url' ? (hints.url ?? offered) : offered;
}

function codesOf(all: readonly Found<unknown>[], ofPage: readonly QualityCode[]): QualityCode[] {
  return [...new Set([...ofPage, ...all.flatMap(({ quality }) => quality)])];
}

function evidenceOf(all: readonly Found<unknown>[]): Record<string, Evidence> {
  return Object.fromEntries(all.flatMap(({ evidence }) => evidence));
}
