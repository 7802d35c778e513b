/** Outlets: volume over time with its gaps, share of agency copy, what they say of dates. */
import type { Outlet, Outlets } from '../server/shapes.ts';
import { ask } from './api.ts';
import { bars } from './chart.ts';
import { command } from './command.ts';
import { h } from './dom.ts';
import { learnedAddress } from './learned.ts';
import { counted, dayInWords, grouped } from './words.ts';

const DATES = [
  { status: 'stated', name: 'stated', says: 'date stated with its zone' },
  { status: 'stated-zone-assumed', name: 'assumed', says: 'date stated, zone assumed' },
  { status: 'estimated', name: 'estimated', says: 'estimated' },
  { status: 'missing', name: 'none', says: 'no date' },
] as const;
const UNITS = [
  { unit: 'day', name: 'Six weeks by day' },
  { unit: 'month', name: 'Two years by month' },
] as const;

export async function outlets(unit: string | null): Promise<HTMLElement> {
  const told = await ask<Outlets>('outlets', { unit });
  const tabs = UNITS.map((one) =>
    h('a', { href: `#/outlets/${one.unit}`, 'aria-current': one.unit === told.unit ? 'page' : null }, one.name),
  );
  const notes = [
    told.more > 0 ? `${counted(told.more, 'smaller outlet')} not shown.` : '',
    told.complete ? '' : 'Still counting: reload in a moment.',
    told.cut ? 'The newest articles are counted; there are more.' : '',
  ].filter((note) => note !== '');
  return h(
    'section',
    {},
    h('h1', {}, 'Outlets'),
    h(
      'p',
      { class: 'lead' },
      'Who publishes how much, how much of it is agency copy, and how far its dates can be trusted.',
    ),
    h('nav', { class: 'tabs', 'aria-label': 'Time' }, ...tabs),
    told.outlets.length === 0 ? h('p', { class: 'empty' }, 'No articles yet, so no outlets.') : table(told),
    notes.length === 0 ? null : h('p', { class: 'hint' }, notes.join(' ')),
    told.outlets.length === 0 ? null : legend(),
    await command('sql', 'select publisher, count(*) from articles group by publisher order by 2 desc'),
  );
}

function table({ labels, unit, outlets: all }: Outlets): HTMLElement {
  const [first = '', last = ''] = [labels[0], labels.at(-1)];
  const heads = ['Outlet', 'Articles', `${dayInWords(first)} to ${dayInWords(last)}`, 'Agency copy', 'Dates'];
  return h(
    'table',
    { class: 'outlets' },
    h('caption', { class: 'hidden' }, `Outlets, the busiest first, by ${unit}`),
    h(
      'thead',
      {},
      h('tr', {}, ...heads.map((head, at) => h('th', { scope: 'col', class: at === 1 ? 'number' : null }, head))),
    ),
    h('tbody', {}, ...all.map((outlet) => row(outlet, labels, unit))),
  );
}

function row(outlet: Outlet, labels: readonly string[], unit: string): HTMLElement {
  const { name, articles, counts, agency, agencies, firstDay, lastDay } = outlet;
  const span = firstDay === lastDay ? dayInWords(firstDay) : `${dayInWords(firstDay)} to ${dayInWords(lastDay)}`;
  const shown = counts.reduce((sum, count) => sum + count, 0);
  const inside = (at: number) =>
    counts.slice(0, at).some((count) => count > 0) && counts.slice(at).some((count) => count > 0);
  const gaps = counts.filter((count, at) => count === 0 && inside(at)).length;
  const silent = `nothing in ${counted(gaps, unit)} between`;
  const says = `${counted(shown, 'article')} in this time${gaps === 0 ? '' : `, ${silent}`}`;
  const title = (at: number) => `${dayInWords(labels[at] ?? '')}: ${counts[at] ?? 0}`;
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      name === ''
        ? h('span', { class: 'name' }, 'Publisher not known')
        : h('a', { class: 'name', href: `#/search?outlet=${encodeURIComponent(name)}`, dir: 'auto' }, name),
      h('p', { class: 'hint' }, span),
      name === '' ? null : h('p', { class: 'hint' }, h('a', { href: learnedAddress(name) }, 'What it repeats')),
    ),
    h('td', { class: 'number', 'data-of': 'Articles' }, grouped(articles)),
    h(
      'td',
      { class: 'over' },
      h('div', { class: 'spark', 'aria-hidden': 'true' }, ...bars(counts, title, inside)),
      h('p', { class: 'hint' }, says),
    ),
    h(
      'td',
      { 'data-of': 'Agency copy' },
      agency === 0 ? 'none' : `${Math.round(100 * agency)} % `,
      agencies.length === 0 ? null : h('span', { class: 'hint' }, agencies.slice(0, 3).join(', ')),
    ),
    h('td', {}, dates(outlet)),
  );
}

function dates({ dates: counts, articles }: Outlet): HTMLElement {
  const parts = DATES.map((one) => ({ ...one, count: counts[one.status] ?? 0 })).filter(({ count }) => count > 0);
  const sure = counts['stated'] ?? 0;
  return h(
    'div',
    {},
    h(
      'div',
      { class: 'dates', 'aria-hidden': 'true' },
      ...parts.map(({ name, count, says }) =>
        h('span', { class: name, '--n': String(count), title: `${count} ${says}` }),
      ),
    ),
    h('p', { class: 'hint' }, `${Math.round((100 * sure) / articles)} % stated with zone`),
  );
}

function legend(): HTMLElement {
  const entries = [
    ['bar', 'articles'],
    ['gap', 'nothing, between the first and the last'],
    ...DATES.map(({ name, says }) => [name, says]),
  ];
  return h(
    'ul',
    { class: 'legend' },
    ...entries.map(([name, says]) => h('li', {}, h('span', { class: `swatch ${name}` }), says ?? '')),
  );
}
