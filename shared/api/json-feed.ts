/** Articles as JSON Feed 1.1 (jsonfeed.org). In: records. Out: a feed. Promise: plain text only; a date stands there only if the record has it as an instant. */
import type { ArticleRecord } from '../core/record.ts';

export interface FeedFacts {
  readonly title: string;
  /** Absolute addresses of this page and the next. */
  readonly here: string;
  readonly next: string | null;
}

export const FEED_TYPE = 'application/feed+json';

export function jsonFeed(records: readonly ArticleRecord[], { title, here, next }: FeedFacts) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    feed_url: here,
    ...(next === null ? {} : { next_url: next }),
    items: records.map(feedItem),
  };
}

function feedItem({
  id,
  canonicalUrl,
  url,
  headline,
  deck,
  body,
  published,
  modified,
  authors,
  language,
  keywords,
}: ArticleRecord) {
  const address = canonicalUrl ?? url;
  return {
    id,
    ...(address === null ? {} : { url: address }),
    ...(headline === null ? {} : { title: headline }),
    ...(deck === null ? {} : { summary: deck }),
    content_text: body.map(({ text }) => text).join('\n\n'),
    ...(published.utc === null ? {} : { date_published: published.utc }),
    ...(modified?.utc == null ? {} : { date_modified: modified.utc }),
    ...(authors.length === 0 ? {} : { authors: authors.map(({ name }) => ({ name })) }),
    ...(language === 'und' ? {} : { language }),
    ...(keywords.length === 0 ? {} : { tags: keywords }),
  };
}
