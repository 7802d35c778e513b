/** What one outlet prints on page after page: the lines, how often, and whether they were kept; as a profile to save. */
import type { Learned } from '../server/shapes.ts';
import { addressOf, ask } from './api.ts';
import { command } from './command.ts';
import { h } from './dom.ts';
import { counted, errorInWords, grouped } from './words.ts';

type Line = Learned['lines'][number];

export const learnedAddress = (outlet: string): string => `#/outlet?${new URLSearchParams({ name: outlet })}`;

/** Its pages are read again, which takes seconds: the screen comes first, its lines after. */
export async function learned(outlet: string): Promise<HTMLElement> {
  const found = h('div', {}, h('p', { class: 'hint', role: 'status' }, 'Reading its newest articles again …'));
  ask<Learned>('learned', { outlet }).then(
    (told) => found.replaceChildren(...results(told)),
    (error: unknown) => found.replaceChildren(h('p', { class: 'problem', role: 'alert' }, errorInWords(error))),
  );
  return h(
    'section',
    {},
    h('p', { class: 'kicker' }, h('a', { href: '#/outlets' }, 'Outlets')),
    h('h1', { dir: 'auto' }, outlet),
    h('p', { class: 'lead' }, 'Lines that its pages have in common, whatever the story.'),
    found,
    await command('learn', outlet),
  );
}

function results({ outlet, articles, stories, unreadable, lines, profile }: Learned): readonly HTMLElement[] {
  const gone = unreadable === 0 ? '' : ` ${counted(unreadable, 'raw file')} could not be read again.`;
  const read = h(
    'p',
    { class: 'hint' },
    `Read again: ${counted(articles, 'article')} of ${stories === 1 ? '1 story' : `${grouped(stories)} stories`}.${gone}`,
  );
  if (lines.length === 0) {
    const few =
      'No line stands on three stories or more. Where there are few articles, or plain text, that is as it should be.';
    return [read, h('p', { class: 'empty' }, few)];
  }
  const save = h(
    'a',
    { class: 'button', href: addressOf('learned', { outlet, as: 'profile' }), download: '' },
    'Save as a profile',
  );
  const kept = counted(profile.boilerplate.length, 'line');
  const about = h(
    'p',
    { class: 'hint' },
    `The profile holds ${kept}; wirefold clean --outlet FILE drops them. Names, captions and short headings are left out of it.`,
  );
  return [read, table(lines, stories), h('div', { class: 'export' }, save), about];
}

function table(lines: readonly Line[], stories: number): HTMLElement {
  const heads = ['Line', 'Stories', 'Read as'];
  return h(
    'table',
    { class: 'outlets repeated' },
    h('caption', { class: 'hidden' }, 'Repeated lines, the most frequent first'),
    h(
      'thead',
      {},
      h('tr', {}, ...heads.map((head, at) => h('th', { scope: 'col', class: at === 1 ? 'number' : null }, head))),
    ),
    h('tbody', {}, ...lines.map((line) => row(line, stories))),
  );
}

function row({ text, label, stories, inBody }: Line, all: number): HTMLElement {
  const kept = inBody === 0 ? 'never in the text' : `in the text of ${counted(inBody, 'story', 'stories')}`;
  return h(
    'tr',
    {},
    h('th', { scope: 'row', dir: 'auto' }, text),
    h('td', { class: 'number', 'data-of': 'Stories' }, `${stories} of ${all}`),
    h('td', { 'data-of': 'Read as' }, label, h('p', { class: 'hint' }, kept)),
  );
}
