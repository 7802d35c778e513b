/** JSON Feed 1.1: a feed of articles. What a reader has no place for and a program may want stands under `_wirefold`. */
import type { ArticleRecord } from '../record.ts';
import { safeJson } from '../safe-json.ts';
import { bodyText } from './body-text.ts';
import type { ExportFormat } from './format.ts';
import { given, knownLanguage } from './given.ts';
import { htmlBody } from './html-body.ts';
import { statedInstant } from './stated-date.ts';
import { linkOf, urnOf, webUri } from './uris.ts';

export const JSON_FEED: ExportFormat = {
  mediaType: 'application/feed+json',
  extension: 'feed.json',
  begin: ({ title }) => `{"version":"https://jsonfeed.org/version/1.1","title":${safeJson(title)},"items":[\n`,
  item: (record) => safeJson(jsonFeedItem(record)),
  between: ',\n',
  end: '\n]}\n',
};

export function jsonFeedItem(record: ArticleRecord): Readonly<Record<string, unknown>> {
  const { headline, summary, body, published, modified, authors, section, keywords, media } = record;
  return given({
    id: urnOf('article', record.id),
    url: linkOf(record),
    title: headline,
    content_text: bodyText(body),
    content_html: htmlBody(body),
    summary,
    image: media
      .filter(({ kind }) => kind === 'image')
      .map(({ href }) => webUri(href))
      .find((uri) => uri !== null),
    date_published: statedInstant(published),
    date_modified: statedInstant(modified),
    authors: authors.map(({ name }) => ({ name })),
    tags: [...(section === null ? [] : [section]), ...keywords],
    language: knownLanguage(record.language),
    _wirefold: beyond(record),
  });
}

function beyond({ deck, byline, publisher, provider, published, storyId, eventId, quality, version }: ArticleRecord) {
  return given({
    version,
    deck,
    byline,
    publisher: publisher?.name,
    provider: provider?.name,
    published_local: published.local,
    published_status: published.status,
    story_id: storyId,
    event_id: eventId,
    quality,
  });
}
