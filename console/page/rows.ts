/** A list of articles or files, each row a link where there is something behind it. */
import type { Row } from '../server/shapes.ts';
import { h, spoken } from './dom.ts';
import { HELD, minute, statusInWords } from './words.ts';

export function rowList(items: readonly Row[], below: (row: Row) => HTMLElement | null = () => null): HTMLElement {
  return h('ol', { class: 'rows' }, ...items.map((row) => rowElement(row, below(row))));
}

function rowElement(row: Row, below: HTMLElement | null): HTMLElement {
  const { id, key, headline, language, at, code, message } = row;
  const name = headline ?? (id === null ? key : 'No headline');
  const title =
    id === null
      ? h('span', { class: 'name' }, name)
      : h('a', { class: 'name', href: `#/article/${id}`, ...spoken(headline === null ? null : language) }, name);
  const reason = message === null && code === null ? null : reasonOf(message, code);
  return h('li', {}, h('time', { datetime: at }, minute(at)), h('div', {}, title, facts(row), below, reason));
}

function reasonOf(message: string | null, code: string | null): HTMLElement {
  return h('p', { class: 'reason' }, `${message ?? ''} `, code === null ? null : h('code', {}, code));
}

function facts({ id, key, headline, publisher, dateStatus, copy, version, held }: Row): HTMLElement | null {
  const parts = [
    publisher === null ? null : h('span', { dir: 'auto' }, publisher),
    id === null || headline === null || key === '' ? null : h('span', { class: 'key' }, key),
    held === null ? null : h('span', { class: 'tag held' }, HELD[held]),
    dateStatus === null || dateStatus === 'stated'
      ? null
      : h('span', { class: 'tag doubt' }, `date ${statusInWords(dateStatus)}`),
    copy === null ? null : h('span', { class: 'tag' }, copy === 'partial' ? 'shares a passage' : `${copy} copy`),
    version === null || version < 2 ? null : h('span', { class: 'tag' }, `version ${version}`),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : h('p', { class: 'facts' }, ...parts);
}
