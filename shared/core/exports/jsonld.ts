/**
 * schema.org as JSON-LD: an article, or a graph of them. Promise: it can stand in a script element of a page as it is; dates are as
 * exact as the page states them, and left out where they are doubtful.
 */
import type { ArticleRecord } from '../record.ts';
import { scriptSafeJson } from '../safe-json.ts';
import { bodyText } from './body-text.ts';
import type { ExportFormat } from './format.ts';
import { given, knownLanguage } from './given.ts';
import { jsonldMedia } from './jsonld-media.ts';
import { statedInstant, statedLocal } from './stated-date.ts';
import { linkOf, urnOf, webUri } from './uris.ts';

const CONTEXT = 'https://schema.org';

export const JSONLD: ExportFormat = {
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  begin: () => `{"@context":"${CONTEXT}","@graph":[\n`,
  item: (record) => scriptSafeJson(jsonldArticle(record)),
  between: ',\n',
  end: '\n]}\n',
  alone: (record) => `${scriptSafeJson({ '@context': CONTEXT, ...jsonldArticle(record) })}\n`,
};

export function jsonldArticle(record: ArticleRecord): Readonly<Record<string, unknown>> {
  const { identity, version, status, headline, deck, dateline, published, modified, expires } = record;
  return given({
    '@type': typeOf(record),
    '@id': urnOf('article', record.id),
    identifier: { '@type': 'PropertyValue', propertyID: identity.kind, value: identity.value },
    url: linkOf(record),
    version,
    creativeWorkStatus: status,
    headline,
    alternativeHeadline: deck,
    dateline: dateline?.raw ?? null,
    // schema.org takes a wall time without its zone, and a bare day.
    datePublished: statedInstant(published) ?? statedLocal(published),
    dateModified: statedInstant(modified) ?? statedLocal(modified),
    expires,
    inLanguage: knownLanguage(record.language),
    ...parties(record),
    ...content(record),
  });
}

/** What is no article is not called one. */
function typeOf({ quality }: ArticleRecord): string {
  if (quality.includes('not-an-article')) return 'WebPage';
  return quality.includes('live-blog') ? 'LiveBlogPosting' : 'NewsArticle';
}

function parties({ authors, provider, creditLine, publisher, rights, copyOf }: ArticleRecord) {
  const holder = rights.holder === null ? null : { '@type': 'Organization', name: rights.holder };
  return {
    author: authors.map(({ name, kind }) => ({ '@type': kind === 'person' ? 'Person' : 'Organization', name })),
    sourceOrganization: provider === null ? null : { '@type': 'NewsMediaOrganization', name: provider.name },
    creditText: creditLine,
    publisher: publisher === null ? null : publisherOf(publisher),
    copyrightHolder: holder,
    copyrightNotice: rights.notice,
    usageInfo: webUri(rights.terms) ?? rights.terms,
    isBasedOn: copyOf === null || copyOf.id === null ? null : { '@id': urnOf('article', copyOf.id) },
  };
}

function publisherOf({ name, domain }: NonNullable<ArticleRecord['publisher']>) {
  return given({ '@type': 'NewsMediaOrganization', name, url: domain === null ? null : webUri(`https://${domain}/`) });
}

function content({ section, keywords, genre, media, body, summary, wordCount }: ArticleRecord) {
  return {
    articleSection: section,
    keywords,
    genre,
    ...jsonldMedia(media),
    abstract: summary,
    articleBody: bodyText(body) || null,
    wordCount,
  };
}
