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
import { evidenceOf as foundEvidence } from './found.ts';
import { pageQuality } from './quality.ts';
import { type Readings, readingsOf } from './readings.ts';
import { type Sources, sourcesOf } from './sources.ts';

const NO_TEXT = 'The document holds no readable text: neither a headline nor a paragraph.';

/** Throws `Rejection` `article.no-text` when the page has no block, or nothing in it can be read as headline or paragraph. */
export function composeArticle(
  page: Page,
  labelled: readonly LabelledBlock[],
  hints: Hints,
  profile: OutletProfile,
): Article {
  if (page.blocks.length === 0) throw new Rejection('article.no-text', NO_TEXT);
  const sources = sourcesOf(page, labelled, hints, profile);
  const read = readingsOf(sources);
  const { parts, wordCount, charCount } = read.body.value;
  if (parts.length === 0 && read.headline.value === null) throw new Rejection('article.no-text', NO_TEXT);
  const quality = pageQuality(sources, { parts, wordCount, media: read.media.value });
  return {
    ...whoAndWhat(read),
    published: read.published.value,
    modified: read.modified.value,
    url: addressOf(sources, 'url'),
    canonicalUrl: addressOf(sources, 'canonicalUrl'),
    language: read.language.value.stated,
    languageConfidence: read.language.value.confidence,
    section: read.section.value,
    keywords: [...read.keywords.value],
    genre: read.genre.value,
    media: [...read.media.value],
    body: [...parts],
    summary: read.deck.value.summary,
    wordCount,
    charCount,
    paragraphCount: parts.length,
    rights: read.rights.value,
    advisory: read.advisory.value,
    embargoedUntil: read.embargo.value,
    quality: codesOf(read, quality.codes),
    evidence: { ...evidenceOf(read), ...Object.fromEntries(quality.evidence), ...attached(page) },
  };
}

type WhoAndWhat = Pick<
  Article,
  'headline' | 'deck' | 'byline' | 'bylineRaw' | 'authors' | 'provider' | 'creditLine' | 'publisher' | 'dateline'
>;

function whoAndWhat({ headline, deck, authors, provider, publisher, body }: Readings): WhoAndWhat {
  const { dateline } = body.value;
  return {
    headline: headline.value,
    deck: deck.value.deck,
    byline: authors.value.byline,
    bylineRaw: authors.value.bylineRaw,
    authors: [...authors.value.authors],
    provider: provider.value.provider,
    creditLine: provider.value.creditLine,
    publisher: publisher.value,
    dateline:
      dateline === null
        ? null
        : { raw: dateline.raw, places: [...dateline.places], agency: dateline.agency, date: dateline.date },
  };
}

function addressOf({ of, hints }: Sources, field: 'url' | 'canonicalUrl'): string | null {
  const offered = of(field).find(({ value }) => parseWebUrl(value) !== null)?.value ?? null;
  return field === 'url' ? (hints.url ?? offered) : offered;
}

function codesOf(read: Readings, ofPage: readonly QualityCode[]): QualityCode[] {
  return [...new Set([...ofPage, ...Object.values(read).flatMap(({ quality }) => quality)])];
}

/** A field of no record: whoever looks for what a mail brought besides finds it named. */
function attached({ attachments = [] }: Page): Record<string, Evidence> {
  return attachments.length === 0
    ? {}
    : { attachments: foundEvidence('mail', 'attachments.not-read', attachments.join(', ')) };
}

function evidenceOf(read: Readings): Record<string, Evidence> {
  return Object.fromEntries(Object.values(read).flatMap(({ evidence }) => evidence));
}
