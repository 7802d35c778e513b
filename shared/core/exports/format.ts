/** What a format is. In: records, one at a time. Out: pieces of a document. Promise: no format needs more than one record in memory. */
import type { ArticleRecord } from '../record.ts';

/** What a list says of itself, in the formats that have a place for it. */
export interface About {
  readonly title: string;
  /** An absolute URI that names the list for good: feed readers know a feed by it. */
  readonly uri: string;
  /** When the list was asked for, ISO 8601 instant: what a feed gives as its own last change. */
  readonly at: string;
  /** Also what is withheld, canceled or under embargo: for its owner, who asked for it. */
  readonly heldBack?: boolean | undefined;
}

export interface ExportFormat {
  readonly mediaType: string;
  /** Of a file of it, without the dot. */
  readonly extension: string;
  begin(about: About): string;
  /** Complete in itself, so that pieces can be joined. */
  item(record: ArticleRecord): string;
  /** Stands between two items. */
  readonly between: string;
  readonly end: string;
  /** The document of one article, where that is another than a list of one. */
  readonly alone?: (record: ArticleRecord) => string;
}
