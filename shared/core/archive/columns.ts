/**
 * The columns of the archive, in order: the one list from which files, the catalog's table, the local table and the documentation
 * come. Promise: flat, typed, and only ever longer, so that old files stay readable.
 */

/** `instant` is a time in UTC without a zone; `texts` a list. */
export type ColumnType = 'text' | 'texts' | 'whole' | 'instant' | 'flag';

export interface ArchiveColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly says: string;
}

const text = (name: string, says: string): ArchiveColumn => ({ name, type: 'text', says });
const texts = (name: string, says: string): ArchiveColumn => ({ name, type: 'texts', says });
const whole = (name: string, says: string): ArchiveColumn => ({ name, type: 'whole', says });
const instant = (name: string, says: string): ArchiveColumn => ({ name, type: 'instant', says });
const flag = (name: string, says: string): ArchiveColumn => ({ name, type: 'flag', says });

export const ARCHIVE_COLUMNS: readonly ArchiveColumn[] = [
  text('id', 'the article'),
  text('mark', 'of the rows of one article in one partition, the one with the greatest mark is what holds'),
  flag('gone', 'the article is not, or no longer, in this partition'),
  whole('version', 'rank of this text among the publisher’s texts of the article, from 1'),
  text('status', 'usable, withheld or canceled'),
  text('identity_kind', 'what names the article: id, url, guid or key'),
  text('url', 'address as given'),
  text('canonical_url', 'address that the page claims'),
  text('publisher', 'name of the publisher'),
  text('domain', 'site of the publisher'),
  text('headline', 'headline'),
  text('deck', 'standfirst'),
  text('byline', 'byline as a reader would quote it'),
  texts('authors', 'names of the authors'),
  text('provider', 'code of the agency whose copy it is'),
  text('credit_line', 'credit as printed'),
  text('dateline', 'dateline as printed'),
  instant('published_utc', 'when it was published; null where the page does not state its zone'),
  text('published_local', 'the date as printed, in ISO form'),
  text('date_status', 'stated, stated-zone-assumed, estimated, disputed or missing'),
  instant('modified_utc', 'when it was modified'),
  instant('sort_utc', 'the date under which it is filed; never null'),
  text('sort_basis', 'what that date rests on'),
  instant('effective_utc', 'sort_utc, or the date of an identical older copy'),
  instant('captured_utc', 'when it was fetched'),
  instant('ingested_utc', 'when it was stored'),
  instant('embargoed_utc', 'not to be shown before'),
  instant('changed_utc', 'when the change that brought this row was logged'),
  text('language', 'BCP 47'),
  text('section', 'section of the publication'),
  text('genre', 'genre'),
  texts('keywords', 'keywords of the page'),
  texts('quality', 'closed list of codes; see the record'),
  whole('word_count', 'words of the body'),
  text('summary', 'what the page offers as its summary'),
  text('body', 'paragraphs, with an empty line between two'),
  text('search_text', 'headline, deck and body, folded: lower case, no accents, plain quotes and dashes'),
  text('story_id', 'its story, as known when the row was written'),
  text('event_id', 'its event, as known when the row was written'),
  text('copy_of', 'the first copy, as known when the row was written'),
  text('copy_relation', 'what it is of that copy'),
  text('content_hash', 'equal for equal texts'),
  text('source_key', 'the upload that it was read from'),
  text('source_version', 'the version of that upload'),
  whole('extractor', 'version of the extractor'),
];

/** Column of the partition: the folder's name holds it, the files do not. */
export const DAY_COLUMN = 'day';
