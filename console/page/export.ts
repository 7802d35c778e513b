/** What is on the screen, as a file: a choice of formats and a link. Promise: these articles and no others. */
import { EXPORT_NAMES } from '../server/export-names.ts';
import { addressOf } from './api.ts';
import { h } from './dom.ts';

export function exportOf(ids: readonly string[]): HTMLElement {
  const options = EXPORT_NAMES.map((name) => h('option', { value: name }, name));
  const link = h('a', { class: 'button', download: '' }, 'Export these');
  const select = h('select', { id: 'export-format' }, ...options);
  const point = (format: string): void =>
    link.setAttribute('href', addressOf('export', { format, ids: ids.join(',') }));
  select.addEventListener('change', () => point(select instanceof HTMLSelectElement ? select.value : ''));
  point(EXPORT_NAMES[0]);
  return h('div', { class: 'export' }, h('label', { for: 'export-format' }, 'As'), select, link);
}
