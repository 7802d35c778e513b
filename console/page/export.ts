/** What is on the screen, as a file: a choice of formats and a link. Promise: these articles and no others. */
import { EXPORT_NAMES } from '../server/export-names.ts';
import type { Row } from '../server/shapes.ts';
import { addressOf } from './api.ts';
import { h } from './dom.ts';

/** What others may not see leaves with the command line only. */
export function exportOf(items: readonly Row[]): HTMLElement {
  const ids = items.flatMap(({ id, held }) => (held === null ? (id ?? []) : []));
  const held = items.filter((row) => row.held !== null).length;
  const kept = held === 0 ? null : h('span', {}, `${held} held back, not exported`);
  if (ids.length === 0) return h('div', { class: 'export' }, kept);
  const options = EXPORT_NAMES.map((name) => h('option', { value: name }, name));
  const link = h('a', { class: 'button', download: '' }, 'Export these');
  const select = h('select', { id: 'export-format' }, ...options);
  const point = (format: string): void =>
    link.setAttribute('href', addressOf('export', { format, ids: ids.join(',') }));
  select.addEventListener('change', () => point(select instanceof HTMLSelectElement ? select.value : ''));
  point(EXPORT_NAMES[0]);
  return h('div', { class: 'export' }, kept, h('label', { for: 'export-format' }, 'As'), select, link);
}
