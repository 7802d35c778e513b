/** A page of articles as JSON Feed 1.1 (jsonfeed.org). In: records. Out: a feed. Promise: its items are those of an export. */
import { JSON_FEED, jsonFeedItem } from '../core/exports/json-feed.ts';
import type { ArticleRecord } from '../core/record.ts';

export interface FeedFacts {
  readonly title: string;
  /** Absolute addresses of this page and the next. */
  readonly here: string;
  readonly next: string | null;
}

export const FEED_TYPE = JSON_FEED.mediaType;

export function jsonFeed(records: readonly ArticleRecord[], { title, here, next }: FeedFacts) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    feed_url: here,
    ...(next === null ? {} : { next_url: next }),
    items: records.map(jsonFeedItem),
  };
}
