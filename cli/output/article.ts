/** One article for a person to read. In: a record. Out: lines, wrapped to the terminal, safe to print. */
import type { ArticleRecord } from '../../shared/core/record.ts';
import type { Io } from '../io.ts';
import { heldBackSentence } from './held-back.ts';
import { paints } from './paints.ts';
import { percent } from './percent.ts';
import { visible } from './visible.ts';
import { wrapped } from './width.ts';

/** Longer lines are hard to read. */
const MAX_COLUMNS = 96;

export function articleLines(record: ArticleRecord, io: Pick<Io, 'columns' | 'color' | 'now'>): readonly string[] {
  const paint = paints(io.color);
  const columns = Math.min(io.columns, MAX_COLUMNS);
  const held: readonly [string, string] = ['not public', heldBackSentence(record, io.now().toISOString())];
  const facts = [held, ...factsOf(record)].filter(([, value]) => value !== '');
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

/** `art_… (abridged: 60 % of it)` */
function copyOf({ copyOf: copy }: ArticleRecord): string {
  if (copy === null) return '';
  const { id, relation, coverageOfOther, direction } = copy;
  const share = relation === 'identical' ? '' : `, has ${percent(coverageOfOther)} of it`;
  return `${id ?? '-'} (${relation}${share}; direction ${direction})`;
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
    ['effective', record.effectiveDate.basis === 'earliest-copy' ? `${record.effectiveDate.utc} (earliest copy)` : ''],
    ['dateline', dateline?.raw ?? ''],
    ['language', record.language],
    ['url', record.canonicalUrl ?? record.url ?? ''],
    ['version', String(record.version)],
    ['story', record.storyId ?? ''],
    ['event', record.eventId ?? ''],
    ['copy of', copyOf(record)],
    ['quality', record.quality.join(' ')],
    ['source', source.key ?? source.path ?? ''],
  ];
}
