/** Who publishes how much. In: the ledger. Out: outlets, the busiest first, each over time, with what it says of agencies and dates. Promise: counted from heads alone. */
import type { LiveHead } from '../../shared/core/head.ts';
import { outletKey } from '../../shared/core/list-names.ts';
import { countBy, labelOf, labelsBack } from './buckets.ts';
import type { Ledger } from './ledger.ts';
import type { Outlet, Outlets, Unit } from './shapes.ts';

/** Rows that anybody reads; the rest are counted. */
const MOST_OUTLETS = 60;
/** Bars in a row: six weeks, or two years. */
const BARS: Readonly<Record<'day' | 'month', number>> = { day: 42, month: 24 };
const NAMELESS = '';

export async function outlets(unit: Unit | null, ledger: Ledger): Promise<Outlets> {
  const { heads, complete, cut } = await ledger.look();
  const byName = new Map<string, LiveHead[]>();
  const keys = new Map<string, string>();
  for (const head of heads) {
    const printed = head.publisher ?? head.domain ?? NAMELESS;
    const name = keys.get(printed) ?? outletKey(printed);
    keys.set(printed, name);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [head]);
    else known.push(head);
  }
  const last = heads.reduce((latest, { sortDate }) => (sortDate.utc > latest ? sortDate.utc : latest), '');
  const shown = unit === 'day' || unit === 'month' ? unit : unitFor(heads, last);
  const labels = last === '' ? [] : labelsBack(last, shown, BARS[shown]);
  const sorted = [...byName.values()].sort((a, b) => b.length - a.length || (nameOf(a) < nameOf(b) ? -1 : 1));
  const listed = sorted.slice(0, MOST_OUTLETS).map((own) => outletOf(own, labels, shown));
  return { unit: shown, labels, outlets: listed, more: sorted.length - listed.length, complete, cut };
}

/** Days, when they show at least half of all articles. */
function unitFor(heads: readonly LiveHead[], last: string): 'day' | 'month' {
  if (last === '') return 'day';
  const [first = ''] = labelsBack(last, 'day', BARS.day);
  return 2 * heads.filter(({ sortDate }) => sortDate.utc >= first).length >= heads.length ? 'day' : 'month';
}

function outletOf(own: readonly LiveHead[], labels: readonly string[], unit: Unit): Outlet {
  const days = own.map(({ sortDate }) => labelOf(sortDate.utc, 'day')).sort();
  const counts = countBy(own.map(({ sortDate }) => labelOf(sortDate.utc, unit)));
  const agencies = own.flatMap(({ provider }) => provider ?? []);
  return {
    ...{ name: nameOf(own), articles: own.length, firstDay: days[0] ?? '', lastDay: days.at(-1) ?? '' },
    counts: labels.map((label) => counts.get(label) ?? 0),
    agency: agencies.length / own.length,
    agencies: [...new Set(agencies)].sort(),
    dates: Object.fromEntries(countBy(own.map(({ published }) => published.status))),
  };
}

/** Of several spellings the most frequent. */
function nameOf(own: readonly LiveHead[]): string {
  const counts = countBy(own.map(({ publisher, domain }) => publisher ?? domain ?? NAMELESS));
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? NAMELESS;
}
