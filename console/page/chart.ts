/** Counts over time as bars. Promise: the same numbers as a table for those who do not see bars. */
import type { Bucket, Chart } from '../server/shapes.ts';
import { h } from './dom.ts';
import { counted, dayInWords } from './words.ts';

export function chartOf({ buckets, unit, total, complete, cut }: Chart, what: string): HTMLElement | null {
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (first === undefined || last === undefined) return null;
  const span = first === last ? dayInWords(first.at) : `${dayInWords(first.at)} to ${dayInWords(last.at)}`;
  const limits = [complete ? '' : ', still counting', cut ? ', the newest only' : ''].join('');
  const says = `${counted(total, what)} by ${unit}, ${span}${limits}`;
  return h(
    'figure',
    { class: 'chart', '--count': String(buckets.length) },
    h('figcaption', {}, says),
    h(
      'div',
      { class: 'bars', 'aria-hidden': 'true' },
      ...bars(
        buckets.map(({ count }) => count),
        (at) => `${dayInWords(buckets[at]?.at ?? '')}: ${buckets[at]?.count ?? 0}`,
      ),
    ),
    h(
      'div',
      { class: 'axis', 'aria-hidden': 'true' },
      h('span', {}, dayInWords(first.at)),
      first === last ? null : h('span', {}, dayInWords(last.at)),
    ),
    numbers(buckets),
  );
}

export function bars(
  counts: readonly number[],
  title: (at: number) => string,
  gap: (at: number) => boolean = () => false,
): readonly HTMLElement[] {
  const most = Math.max(1, ...counts);
  return counts.map((count, at) => {
    const kind = count > 0 ? 'some' : gap(at) ? 'gap' : null;
    return h('i', { class: kind, '--h': kind === 'gap' ? null : String((100 * count) / most), title: title(at) });
  });
}

function numbers(buckets: readonly Bucket[]): HTMLElement {
  const rows = buckets
    .filter(({ count }) => count > 0)
    .map(({ at, count }) => h('tr', {}, h('th', { scope: 'row' }, dayInWords(at)), h('td', {}, String(count))));
  return h(
    'details',
    { class: 'numbers' },
    h('summary', { class: 'hint' }, 'As numbers'),
    h('table', {}, h('tbody', {}, ...rows)),
  );
}
