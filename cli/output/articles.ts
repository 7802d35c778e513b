/** One line for each stored article; also what the local run shows. */
import type { ArticleRecord } from '../../shared/core/record.ts';
import { heldBack } from '../../shared/core/released.ts';
import { marked } from './held-back.ts';
import { shortMoment } from './moment.ts';
import { type Column, tableLines } from './table.ts';

export const ARTICLE_COLUMNS: readonly Column[] = [
  { title: 'Headline', max: 80, flexible: true },
  { title: 'Publisher', max: 22 },
  { title: 'Published', max: 18 },
  { title: 'Status', max: 19 },
  { title: 'Ver', max: 4 },
  { title: 'Story', max: 14 },
  { title: 'Event', max: 14 },
  { title: 'Id', max: 30 },
];

/** Enough of a name to see which articles share a story or an event. */
const NAME_CHARS = 12;

/** `now`: decides which embargoes are over. */
export function articleRow(record: ArticleRecord, now: string): readonly string[] {
  const { headline, publisher, published, version, storyId, eventId, id } = record;
  return [
    marked(headline ?? '(no headline)', heldBack(record, now)),
    publisher?.name ?? '-',
    shortMoment(published),
    published.status,
    String(version),
    storyId?.slice(0, NAME_CHARS) ?? '-',
    eventId?.slice(0, NAME_CHARS) ?? '-',
    id,
  ];
}

export function articleTable(records: readonly ArticleRecord[], columns: number, now: string): readonly string[] {
  const rows = records.map((record) => articleRow(record, now));
  return tableLines(ARTICLE_COLUMNS, rows, columns);
}
