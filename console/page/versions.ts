/** What the publisher changed: two versions side by side, paragraph by paragraph, word by word. */
import type { RevisedParagraph } from '../../shared/core/copies/revision.ts';
import type { DiffPiece } from '../../shared/core/copies/word-diff.ts';
import type { VersionsDiff } from '../server/shapes.ts';
import { aboutArticle } from './about-article.ts';
import { ask } from './api.ts';
import { command } from './command.ts';
import { h, spoken } from './dom.ts';
import { diffPieces, hasWords } from './pieces.ts';
import { counted, minute } from './words.ts';

const CLASSES = {
  typo: 'Letters and signs only',
  headline: 'The headline only',
  substantive: 'A change of substance',
  rewrite: 'Largely rewritten',
} as const;

export async function versions(id: string, from: string | null, to: string | null): Promise<HTMLElement> {
  const told = await ask<VersionsDiff>('versions', { id, from, to });
  const { diff } = told;
  return h(
    'section',
    {},
    h('p', { class: 'kicker' }, counted(told.versions.length, 'version')),
    h('h1', spoken(told.language), told.headline ?? 'No headline'),
    aboutArticle(id, 'versions'),
    ...(diff === null
      ? [
          h(
            'p',
            { class: 'empty' },
            'There is one version so far. When the publisher changes the text, what changed is shown here.',
          ),
        ]
      : [choice(told, diff), table(told, diff)]),
    await command('diff', id, String(told.from), String(told.to)),
  );
}

type Diff = NonNullable<VersionsDiff['diff']>;

function choice({ id, from, to, versions: all }: VersionsDiff, { revisionClass }: Diff): HTMLElement {
  const pick = (name: string, chosen: number, go: (number: string) => string): HTMLElement => {
    const options = all.map(({ version, at, capturedAt }) => {
      const when = capturedAt === null ? `stored ${minute(at)}` : `captured ${minute(capturedAt)}`;
      const props = { value: String(version), selected: version === chosen ? '' : null };
      return h('option', props, `${version} · ${when}`);
    });
    const change = ({ target }: Event): void => {
      if (target instanceof HTMLSelectElement) location.hash = go(target.value);
    };
    return h('label', {}, name, h('select', { change }, ...options));
  };
  return h(
    'div',
    { class: 'choice' },
    pick('Older version', from, (number) => `#/article/${id}/versions/${number}/${to}`),
    pick('Newer version', to, (number) => `#/article/${id}/versions/${from}/${number}`),
    h('span', { class: 'class' }, revisionClass === null ? 'Nothing that a reader would see' : CLASSES[revisionClass]),
  );
}

function table({ from, to, language }: VersionsDiff, { headline, paragraphs }: Diff): HTMLElement {
  const changed = headline.some(({ kind }) => kind !== 'same');
  const heads = ['', `Version ${from}`, `Version ${to}`].map((text) =>
    h(
      'th',
      { scope: 'col', class: text === '' ? 'sign' : null },
      text === '' ? h('span', { class: 'hidden' }, 'Change') : text,
    ),
  );
  return h(
    'table',
    { class: 'diff' },
    h('caption', { class: 'hidden' }, 'The two versions, paragraph by paragraph'),
    h('thead', {}, h('tr', {}, ...heads)),
    h(
      'tbody',
      { lang: language },
      row('head', changed ? 'headline, edited' : 'headline', headline),
      ...paragraphs.map(paragraph),
    ),
  );
}

const SIGNS = { identical: '', edited: '~ edited', added: '+ added', dropped: '− dropped' } as const;

function paragraph({ kind, moved, pieces }: RevisedParagraph): HTMLElement {
  return row(kind, moved ? `${SIGNS[kind]} ↕ moved`.trim() : SIGNS[kind], pieces);
}

function row(name: string, sign: string, pieces: readonly DiffPiece[]): HTMLElement {
  const older = pieces.filter(({ kind }) => kind !== 'added');
  const newer = pieces.filter(({ kind }) => kind !== 'removed');
  return h('tr', { class: name }, h('td', { class: 'sign' }, sign), side(older), side(newer));
}

function side(pieces: readonly DiffPiece[]): HTMLElement {
  if (!hasWords(pieces)) return h('td', { class: 'nothing' });
  return h('td', { dir: 'auto' }, ...diffPieces(pieces));
}
