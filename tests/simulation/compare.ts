/**
 * Items to text that can be compared byte for byte. Left out is only what may differ between right answers: generations (they
 * count attempts), traces of a story that nobody is in any more, and directory entries of days that have become empty.
 */

type Plain = Readonly<Record<string, unknown>>;

export function linesOf(items: readonly Plain[]): readonly string[] {
  const feeds = items.flatMap(({ feedPk }) => (typeof feedPk === 'string' ? [feedPk] : []));
  const isUsed = ({ sk }: Plain) => feeds.some((feed) => feed === sk || feed.startsWith(`${String(sk)}#`));
  const isTrace = (item: Plain) => String(item['pk']).startsWith('story#') && item['present'] === false;
  const kept = items.filter((item) => !isTrace(item) && (item['pk'] !== 'directory' || isUsed(item)));
  return kept.map(({ gen: _, ...item }) => JSON.stringify(sorted(item))).sort();
}

function sorted(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, sorted(part)] as const)
      .sort(byName),
  );
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}
