/** The conditions of a search. Promise: what is chosen is in the address, so that a search is a link that stays. */
import { DATE_FILTERS } from '../../shared/core/tables/date-filters.ts';
import { h } from './dom.ts';
import { addressOf, FIELDS, type Search, WITH_PHRASE } from './search-query.ts';
import { statusInWords } from './words.ts';

export function searchForm(asked: Search): HTMLElement {
  const text = (name: string, label: string, hint: string, type = 'text') =>
    h(
      'label',
      {},
      label,
      h('input', {
        type,
        name,
        id: `field-${name}`,
        value: asked[name] ?? null,
        placeholder: hint,
        autocomplete: 'off',
      }),
    );
  const statuses = DATE_FILTERS.map((status) =>
    h('option', { value: status, selected: asked['dateStatus'] === status ? '' : null }, statusInWords(status)),
  );
  const phrase = text('phrase', 'Says the phrase', 'as it stands in the text', 'search');
  phrase.classList.add('double');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) location.hash = addressOf(readForm(event.target));
  };
  const rest = FIELDS.filter((name) => !WITH_PHRASE.includes(name));
  const isOpen = rest.some((name) => (asked[name] ?? null) !== null);
  return h(
    'form',
    { class: 'form', role: 'search', submit },
    phrase,
    text('outlet', 'Outlet', 'name or host'),
    text('from', 'From', '', 'date'),
    text('to', 'To', '', 'date'),
    h(
      'details',
      { class: 'wide', open: isOpen ? '' : null },
      h('summary', {}, 'More, without a phrase: author, agency, language, date, address'),
      h(
        'div',
        { class: 'more' },
        text('author', 'Author', 'full name'),
        text('agency', 'Agency', 'AP, Reuters …'),
        text('language', 'Language', 'en, de …'),
        h('label', {}, 'Date is', h('select', { name: 'dateStatus' }, h('option', { value: '' }, 'any'), ...statuses)),
        text('url', 'At the address', 'of the page'),
      ),
    ),
    h(
      'div',
      { class: 'acts' },
      h('button', { type: 'submit', class: 'main-button' }, 'Search'),
      h('a', { class: 'button', href: '#/search' }, 'Clear'),
    ),
  );
}

function readForm(form: HTMLFormElement): Search {
  const data = new FormData(form);
  return Object.fromEntries(FIELDS.map((name) => [name, String(data.get(name) ?? '').trim() || null]));
}
