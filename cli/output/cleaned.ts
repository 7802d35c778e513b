/** One line for each cleaned file. */
import type { ArticleRecord } from '../../shared/core/record.ts';
import { shortMoment } from './moment.ts';
import type { Column } from './table.ts';

export const CLEANED_COLUMNS: readonly Column[] = [
  { title: 'File', max: 40, keepEnd: true },
  { title: 'Headline', max: 80, flexible: true },
  { title: 'Published', max: 18 },
  { title: 'Words', max: 7 },
  { title: 'To note', max: 50 },
];

export function cleanedRow(record: ArticleRecord): readonly string[] {
  const { source, headline, published, wordCount, quality } = record;
  return [
    source.path ?? '-',
    headline ?? '(no headline)',
    shortMoment(published),
    String(wordCount),
    quality.join(' '),
  ];
}
