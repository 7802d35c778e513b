/** Columns of the CSV export: a name, and what of a record stands in it. The order is part of the format: new ones go to the end. */
import type { ArticleRecord } from '../record.ts';
import { bodyText } from './body-text.ts';
import { linkOf } from './uris.ts';

type Column = readonly [name: string, value: (record: ArticleRecord) => string | number | null | undefined];

/** Names and keywords hold commas, so that lists in a cell are cut at semicolons. */
const list = (values: readonly string[]) => values.join('; ');

export const CSV_COLUMNS: readonly Column[] = [
  ['id', ({ id }) => id],
  ['url', linkOf],
  ['canonical_url', ({ canonicalUrl }) => canonicalUrl],
  ['version', ({ version }) => version],
  ['headline', ({ headline }) => headline],
  ['deck', ({ deck }) => deck],
  ['byline', ({ byline }) => byline],
  ['authors', ({ authors }) => list(authors.map(({ name }) => name))],
  ['provider', ({ provider }) => provider?.name],
  ['credit_line', ({ creditLine }) => creditLine],
  ['publisher', ({ publisher }) => publisher?.name],
  ['publisher_domain', ({ publisher }) => publisher?.domain],
  ['dateline', ({ dateline }) => dateline?.raw],
  ['published_utc', ({ published }) => published.utc],
  ['published_local', ({ published }) => published.local],
  ['published_status', ({ published }) => published.status],
  ['modified_utc', ({ modified }) => modified?.utc],
  ['modified_local', ({ modified }) => modified?.local],
  ['sort_utc', ({ sortDate }) => sortDate.utc],
  ['sort_basis', ({ sortDate }) => sortDate.basis],
  ['effective_utc', ({ effectiveDate }) => effectiveDate.utc],
  ['effective_basis', ({ effectiveDate }) => effectiveDate.basis],
  ['captured_at', ({ capturedAt }) => capturedAt],
  ['ingested_at', ({ ingestedAt }) => ingestedAt],
  ['expires', ({ expires }) => expires],
  ['language', ({ language }) => language],
  ['section', ({ section }) => section],
  ['keywords', ({ keywords }) => list(keywords)],
  ['genre', ({ genre }) => genre],
  ['word_count', ({ wordCount }) => wordCount],
  ['summary', ({ summary }) => summary],
  ['rights_holder', ({ rights }) => rights.holder],
  ['rights_notice', ({ rights }) => rights.notice],
  ['quality', ({ quality }) => list(quality)],
  ['story_id', ({ storyId }) => storyId],
  ['event_id', ({ eventId }) => eventId],
  ['copy_of', ({ copyOf }) => copyOf?.id],
  ['copy_relation', ({ copyOf }) => copyOf?.relation],
  ['content_hash', ({ fingerprint }) => fingerprint.contentHash],
  ['source_key', ({ source }) => source.key ?? source.path],
  ['body', ({ body }) => bodyText(body)],
  ['slugline', ({ slugline }) => slugline],
  ['advisory', ({ advisory }) => advisory?.note],
  ['replaces', ({ replaces }) => replaces],
];
