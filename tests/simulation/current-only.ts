/**
 * Items in, those out that say what containers hold now. Left out is what only says which contents somebody happened to see on the way: of
 * a member that its container has left, all but its history; its place in the list; counts of earlier contents. Of a member that is taken
 * down: which of several extractors its row is named after.
 */
import { shortHash } from '../../shared/core/short-hash.ts';

type Plain = Readonly<Record<string, unknown>>;

export function currentOnly(items: readonly Plain[]): readonly Plain[] {
  const rows = items.filter(({ sk }) => sk === 'obj');
  const now = new Map(rows.map((row) => [row['pk'], row['state'] === 'container' ? sequencerOf(row) : null]));
  return items.flatMap((item) => {
    if (item['sk'] === 'obj') return rowNow(item, now.get(`obj#${shortHash(`${item['key']}\0`)}`) ?? null);
    const [kind, id] = String(item['pk']).split('#');
    const sequencer = now.get(`obj#${id}`) ?? null;
    if (kind === 'obj') return String(item['sk']).split('#')[1] === sequencer ? [item] : [];
    if (kind !== 'members') return [item];
    if ('counts' in item) return tallyNow(item, sequencer);
    return item['sequencer'] === sequencer ? [item['state'] === 'taken-down' ? unnamed(item) : item] : [];
  });
}

function sequencerOf({ revision }: Plain): string {
  return String(revision).slice(0, 40);
}

function rowNow(row: Plain, sequencer: string | null): readonly Plain[] {
  const { touched: _looked, ...rest } = row;
  if (row['member'] !== null && row['state'] === 'taken-down' && sequencerOf(row) === sequencer) return [unnamed(rest)];
  if (row['member'] === null || sequencerOf(row) === sequencer) return [rest];
  const marks = Object.entries(row).filter(([name]) => name.startsWith('rev:'));
  const { pk, sk, key, member } = row;
  return marks.length === 0 ? [] : [{ pk, sk, key, member, ...Object.fromEntries(marks) }];
}

function unnamed({ articleId: _article, text: _text, extractor: _by, revision: _rank, ...item }: Plain): Plain {
  return item;
}

function tallyNow(item: Plain, sequencer: string | null): readonly Plain[] {
  const counts = Object.entries(item['counts'] ?? {}).filter(([change]) => change === sequencer);
  return counts.length === 0 ? [] : [{ ...item, counts: Object.fromEntries(counts) }];
}
