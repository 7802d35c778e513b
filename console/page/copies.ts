/** Who carries this text: columns per outlet in time order, paragraphs as rows, identical ones joined, disputed dates hatched; and who had it from whom. */
import type { CopiesMap } from '../server/copy-shapes.ts';
import { aboutArticle } from './about-article.ts';
import { ask } from './api.ts';
import { command } from './command.ts';
import { copiesMap, nameOf } from './copies-map.ts';
import { copiesTold } from './copies-told.ts';
import { type Child, h, named, spoken } from './dom.ts';
import { counted, minute } from './words.ts';

export async function copies(id: string): Promise<HTMLElement> {
  const map = await ask<CopiesMap>('copies', { id });
  const base = map.columns[map.base];
  const alone = map.columns.length < 2;
  return h(
    'section',
    {},
    h('p', { class: 'kicker' }, `Story ${map.storyId}`),
    h('h1', spoken(base?.language ?? null), base?.headline ?? 'No headline'),
    aboutArticle(base?.id ?? id, 'copies'),
    h('p', { class: 'lead' }, ...sentences(map)),
    ...(alone ? [h('p', { class: 'empty' }, 'No other article carries this text.')] : shared(map)),
    passages(map),
    await command('copies', base?.id ?? id),
  );
}

function shared(map: CopiesMap): readonly HTMLElement[] {
  return [copiesMap(map), legend(map), h('h2', {}, 'Who had it from whom'), copiesTold(map)];
}

function sentences({ columns, providers, more }: CopiesMap): readonly Child[] {
  const firsts = columns.filter(({ first }) => first !== 'no');
  const names = providers.flatMap((name, at) => [at === 0 ? '' : ' and ', named(name)]);
  const whose = names.length === 0 ? [] : [' It is agency copy: ', ...names, ', as credits or datelines say.'];
  const who = firsts.flatMap((one, at) => [at === 0 ? '' : ' or by ', named(nameOf(one)), `, ${timeOf(one.at)}`]);
  const unsure = firsts.length > 1 ? '; their dates do not tell which.' : '.';
  const order =
    firsts.length === 0 ? [' Nobody states a date that can be trusted.'] : [' First published by ', ...who, unsure];
  const rest = more > 0 ? [` ${columns.length} of them are shown, the earliest first.`] : [];
  return [`${counted(columns.length + more, 'article')} with this text.`, ...whose, ...order, ...rest];
}

function timeOf(at: string): string {
  return at.includes('T') ? `${minute(at)} UTC` : at;
}

function legend({ columns }: CopiesMap): HTMLElement {
  const entries = [
    ['identical', 'the same; joined where neighbours have it'],
    ['moved', 'the same, elsewhere'],
    ['edited', 'edited: open it to see the words'],
    ['added', 'not in the base'],
    ['absent', 'not in the copy'],
    ...(columns.some(({ dateStatus }) => dateStatus === 'disputed')
      ? [['disputed', 'the date is disputed: the same text is much older']]
      : []),
  ];
  return h(
    'ul',
    { class: 'legend' },
    ...entries.map(([name, text]) => h('li', {}, h('span', { class: `swatch ${name}` }), text ?? '')),
  );
}

function passages({ passages: found }: CopiesMap): HTMLElement | null {
  if (found.length === 0) return null;
  const items = found.map(({ id, publisher, coverage, coverageOfOther }) =>
    h(
      'li',
      {},
      h('a', { href: `#/article/${id}/copies` }, named(publisher ?? id)),
      ` has ${coverage} % of this article, which makes ${coverageOfOther} % of its own text`,
    ),
  );
  return h('div', {}, h('h2', {}, 'Shares a passage with texts of other stories'), h('ul', {}, ...items));
}
