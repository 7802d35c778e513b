/** Search: by what articles have in common, or by a phrase that they say; over time; as a command; and out of here in another format. */
import type { Chart, Listed, Phrase, Row } from '../server/shapes.ts';
import { ask } from './api.ts';
import { chartOf } from './chart.ts';
import { command } from './command.ts';
import { h } from './dom.ts';
import { exportOf } from './export.ts';
import { rowList } from './rows.ts';
import { searchForm } from './search-form.ts';
import { addressOf, argumentsOf, type Search } from './search-query.ts';
import { counted, errorInWords } from './words.ts';

/** Waited for, so that the page comes at once and whole where the answer is near: an archive may take seconds. */
const PATIENCE_MS = 150;

export async function search(asked: Search): Promise<HTMLElement> {
  const found = h('div', {}, h('p', { class: 'hint', role: 'status' }, 'Looking …'));
  const answer = asked['phrase'] === null ? byFilters(asked) : byPhrase(asked);
  // What was typed stays, also where it cannot be answered.
  const show = answer.then(
    (parts) => found.replaceChildren(...parts.filter((part) => part !== null)),
    (error: unknown) => found.replaceChildren(h('p', { class: 'problem', role: 'alert' }, errorInWords(error))),
  );
  const line = command(...argumentsOf(asked));
  void show.then(() => found.dispatchEvent(new Event('wirefold:late', { bubbles: true })));
  await Promise.race([show, pause(PATIENCE_MS)]);
  return h('section', {}, h('h1', {}, 'Search'), searchForm(asked), await line, found);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function byFilters(asked: Search): Promise<readonly (HTMLElement | null)[]> {
  const { cursor, ...filter } = asked;
  const isAsked = Object.values(asked).some((value) => value !== null);
  const [listed, chart] = await Promise.all([
    ask<Listed>('search', asked),
    asked['url'] === null ? ask<Chart>('chart', filter) : null,
  ]);
  const total = chart === null ? null : `${counted(chart.total, 'article')}${chart.cut ? ' and more' : ''}`;
  const older =
    listed.cursor === null
      ? null
      : h('a', { class: 'button', href: addressOf({ ...asked, cursor: listed.cursor }) }, 'Older →');
  const newest =
    cursor === null ? null : h('a', { class: 'button', href: addressOf({ ...asked, cursor: null }) }, '⇤ Newest');
  const pages = h('div', { class: 'pages' }, newest, older);
  if (listed.items.length === 0) return [nothing(listed.cursor === null, isAsked), pages];
  return [
    chart === null ? null : chartOf(chart, 'article'),
    between(listed.items, total),
    rowList(listed.items),
    pages,
  ];
}

async function byPhrase(asked: Search): Promise<readonly (HTMLElement | null)[]> {
  const { items, more, chart, behind } = await ask<Phrase>('phrase', asked);
  const late =
    behind === null
      ? null
      : h(
          'p',
          { class: 'hint' },
          'The archive is written every few minutes: the newest articles may not be in it yet.',
        );
  if (items.length === 0) return [nothing(true), late];
  const passages = new Map(items.map(({ id, passage }) => [id, passage]));
  const total = more ? null : counted(items.length, 'article');
  const passage = ({ id }: Row) =>
    h('p', { class: 'passage', dir: 'auto' }, '… ', ...marked(passages.get(id) ?? '', asked['phrase'] ?? ''), ' …');
  const rest = more ? h('p', { class: 'hint' }, 'There are older ones that say it: bound the days to see them.') : null;
  return [chartOf(chart, 'article'), between(items, total), late, rowList(items, passage), rest];
}

/** Passages come folded, and so is the phrase here as far as letters go; where they differ still, nothing is marked. */
function marked(text: string, phrase: string): readonly (Node | string)[] {
  const folded = phrase
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();
  const at = folded === '' ? -1 : text.indexOf(folded);
  if (at < 0) return [text];
  return [text.slice(0, at), h('mark', {}, text.slice(at, at + folded.length)), text.slice(at + folded.length)];
}

function between(items: readonly Row[], total: string | null): HTMLElement {
  return h(
    'div',
    { class: 'between' },
    h(
      'p',
      { class: 'hint', role: 'status' },
      `${items.length} on this page${total === null ? '' : `, ${total} in all`}`,
    ),
    exportOf(items),
  );
}

function nothing(isAll: boolean, isAsked = true): HTMLElement {
  const text = !isAll
    ? 'None on this page: the conditions let few through. Go on to older ones.'
    : isAsked
      ? 'Nothing was found. Fewer conditions find more.'
      : 'No articles yet. Drop one on the Inbox.';
  return h('p', { class: 'empty', role: 'status' }, text);
}
