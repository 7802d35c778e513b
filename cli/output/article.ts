/** One article for a person to read. In: a record. Out: lines, wrapped to the terminal, safe to print. */
import type { ArticleRecord } from '../../shared/core/record.ts';
import type { Io } from '../io.ts';
import { paints } from './paints.ts';
import { visible } from './visible.ts';
import { wrapped } from './width.ts';

/** Longer lines are hard to read. */
const MAX_COLUMNS = 96;

export function articleLines(record: ArticleRecord, io: Pick<Io, 'columns' | 'color'>): readonly string[] {
  const paint = paints(io.color);
  const columns = Math.min(io.columns, MAX_COLUMNS);
  const facts = factsOf(record).filter(([, value]) => value !== '');
  return [
    ...wrapped(visible(record.headline ?? '(no headline)'), columns).map(paint.bold),
    ...wrapped(visible(record.deck ?? ''), columns),
    '',
    ...facts.map(([name, value]) => `${paint.dim(name.padEnd(11))} ${visible(value)}`),
    ...record.body.flatMap((part) => {
      const mark = part.role === 'list' ? '- ' : part.role === 'quote' ? '> ' : '';
      const lines = wrapped(mark + visible(part.text), columns);
      return ['', ...(part.role === 'h2' ? lines.map(paint.bold) : lines)];
    }),
  ];
}

function factsOf(record: ArticleRecord): readonly (readonly [string, string])[] {
  const { published, provider, publisher, dateline, source } = record;
  return [
    ['id', record.id],
    ['by', record.byline ?? ''],
    ['publisher', publisher?.name ?? ''],
    ['agency', provider?.name ?? record.creditLine ?? ''],
    [
      'published',
      `${published.utc ?? published.local ?? '-'} (${published.status})${published.raw === null ? '' : `, "${published.raw}"`}`,
    ],
    ['disputed', published.contradicts.join('; ')],
    ['dateline', dateline?.raw ?? ''],
    ['language', record.language],
    ['url', record.canonicalUrl ?? record.url ?? ''],
    ['version', String(record.version)],
    ['story', record.storyId ?? ''],
    ['copy of', record.copyOf?.id ?? ''],
    ['quality', record.quality.join(' ')],
    ['source', source.key ?? source.path ?? ''],
  ];
}
