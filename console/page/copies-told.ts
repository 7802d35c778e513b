/** Each copy in words: what it is of the base, how much of it, what became of its paragraphs, which way the text went and how that is known. */
import type { CopiesMap, CopyColumn, CopyWay } from '../server/copy-shapes.ts';
import { nameOf, relationInWords } from './copies-map.ts';
import { type Child, h, named } from './dom.ts';
import { counted } from './words.ts';

export function copiesTold({ columns, base }: CopiesMap): HTMLElement {
  const own = columns[base];
  const others = columns.filter((_, at) => at !== base);
  const items = own === undefined ? [] : others.map((column) => told(column, own));
  return h('ul', { class: 'told' }, ...items);
}

function told(column: CopyColumn, base: CopyColumn): HTMLElement {
  const { id, has, from, way } = column;
  const kind = relationInWords(column) || 'in this story through others';
  return h(
    'li',
    {},
    h('a', { class: 'who', href: `#/article/${id}`, dir: 'auto' }, nameOf(column)),
    h(
      'p',
      { class: 'facts' },
      h('span', { class: 'tag' }, kind),
      share('of the base', has),
      share('of its own text', from),
      h(
        'a',
        { href: `#/article/${id}/copies` },
        'compare from its side',
        h('span', { class: 'hidden' }, `: ${nameOf(column)}`),
      ),
    ),
    h('p', { class: 'reason' }, ...(way === null ? [] : wayInWords(way, base))),
    h('p', { class: 'hint' }, paragraphsInWords(column)),
  );
}

/** A bar besides the figure: two shares are compared at a glance. */
function share(what: string, percent: number): HTMLElement {
  return h(
    'span',
    { class: 'portion' },
    h('i', { class: 'meter', '--n': String(percent), 'aria-hidden': 'true' }),
    `${percent}\u00a0% ${what}`,
  );
}

/** `Text of Associated Press, as a credit or dateline says; it came out after Northern Wire.` */
function wayInWords({ basis, provider, from, isSource }: CopyWay, base: CopyColumn): readonly Child[] {
  const other = named(nameOf(base));
  if (provider !== null && isSource && from !== null) {
    const source = from === 'column' ? ['It is the source'] : ['It has the text from ', other];
    return [...source, ': a credit or dateline names ', named(provider), '.'];
  }
  const order =
    from === null
      ? ['nobody knows which of the two was first']
      : [from === 'column' ? 'it came out before ' : 'it came out after ', other];
  if (provider !== null)
    return ['Both have it from ', named(provider), ', as a credit or dateline says; ', ...order, '.'];
  if (basis === 'inferred')
    return [...capital(order), ', by dates that can be trusted; no credit tells whose text it is.'];
  return ['No credit tells whose text it is, and the dates do not tell which of the two was first.'];
}

function capital([first = '', ...rest]: readonly Child[]): readonly Child[] {
  return [typeof first === 'string' ? `${first.slice(0, 1).toUpperCase()}${first.slice(1)}` : first, ...rest];
}

function paragraphsInWords({ paragraphs: { same, edited, moved, own, missing } }: CopyColumn): string {
  const parts = [
    `${counted(same, 'paragraph')} the same`,
    ...(edited > 0 ? [`${edited} edited`] : []),
    ...(moved > 0 ? [`${moved} of these elsewhere`] : []),
    ...(missing > 0 ? [`${missing} not in it`] : []),
    ...(own > 0 ? [`${own} of its own`] : []),
  ];
  return parts.join(', ');
}
