/** Who carries this text: columns per outlet in time order, paragraphs as rows, identical ones joined, disputed dates hatched. */
import type { CopiesMap, CopyCell, CopyColumn, CopyRow } from '../server/shapes.ts';
import { aboutArticle } from './about-article.ts';
import { ask } from './api.ts';
import { command } from './command.ts';
import { h } from './dom.ts';
import { diffPieces } from './pieces.ts';
import { counted, minute, statusInWords } from './words.ts';

export async function copies(id: string): Promise<HTMLElement> {
  const map = await ask<CopiesMap>('copies', { id });
  const base = map.columns[map.base];
  const alone = map.columns.length < 2;
  return h(
    'section',
    {},
    h('p', { class: 'kicker' }, `Story ${map.storyId}`),
    h('h1', { dir: 'auto' }, base?.headline ?? 'No headline'),
    aboutArticle(base?.id ?? id, 'copies'),
    h('p', { class: 'lead' }, sentence(map)),
    alone ? h('p', { class: 'empty' }, 'No other article carries this text.') : table(map),
    alone ? null : legend(map),
    passages(map),
    await command('copies', base?.id ?? id),
  );
}

function sentence({ columns, more }: CopiesMap): string {
  const first = columns.find((column) => column.first);
  const who =
    first === undefined
      ? 'Nobody states a date that can be trusted.'
      : `First published by ${nameOf(first)}, ${minute(first.at)}.`;
  const rest = more > 0 ? ` The earliest ${columns.length} are shown, ${more} more are in the story.` : '';
  return `${counted(columns.length + more, 'article')} with this text. ${who}${rest}`;
}

function table({ columns, rows, base }: CopiesMap): HTMLElement {
  const heads = columns.map((column, at) => headOf(column, at === base));
  const body = rows.flatMap((row, at) => rowOf(row, at, columns));
  const map = h(
    'table',
    { class: 'map', '--columns': String(columns.length) },
    h('caption', { class: 'hidden' }, 'Which paragraph stands in which copy'),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Paragraph'), ...heads)),
    h('tbody', {}, ...body),
  );
  return h('div', { class: 'wide-table', tabindex: '0', role: 'region', 'aria-label': 'Map of copies' }, map);
}

/** Below it, closed, what the words became where it was edited. */
function rowOf(row: CopyRow, at: number, columns: readonly CopyColumn[]): readonly HTMLElement[] {
  const edited = row.cells.flatMap(({ column, pieces }) => {
    const copy = columns[column];
    if (pieces === null || copy === undefined) return [];
    const name = h('b', { dir: 'auto' }, nameOf(copy));
    const words = h('p', { class: 'words', dir: 'auto' }, ...diffPieces(pieces));
    const colspan = String(columns.length + 1);
    return [h('tr', { id: wordsId(at, column), hidden: '' }, h('td', { class: 'opened', colspan }, name, words))];
  });
  return [h('tr', {}, rowHead(row), ...cellsOf(row, at, columns.length)), ...edited];
}

function wordsId(row: number, column: number): string {
  return `words-${row}-${column}`;
}

function headOf(column: CopyColumn, isBase: boolean): HTMLElement {
  const { id, at, dateStatus, first, has } = column;
  const doubt = dateStatus === 'stated' ? null : h('span', {}, ` · ${statusInWords(dateStatus)}`);
  const role = isBase ? 'compared with the others' : `has ${has} %`;
  const classes = [isBase ? 'from-base' : '', dateStatus === 'disputed' ? 'disputed' : ''].join(' ').trim();
  return h(
    'th',
    { scope: 'col', class: classes === '' ? null : classes },
    isBase ? h('b', { dir: 'auto' }, nameOf(column)) : h('a', { href: `#/article/${id}`, dir: 'auto' }, nameOf(column)),
    h('time', { datetime: at }, minute(at)),
    doubt,
    h('br'),
    first ? 'first · ' : null,
    role,
  );
}

function rowHead({ number, text }: CopyRow): HTMLElement {
  const nth = h('span', { class: 'nth' }, number === null ? '+' : String(number));
  return h('th', { scope: 'row', class: number === null ? 'theirs' : null, dir: 'auto' }, nth, text);
}

/** Neighbours that have the same are one cell: a run of copies is seen as one. */
function cellsOf({ cells }: CopyRow, row: number, columns: number): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  for (let at = 0; at < columns; ) {
    const cell = byColumn.get(at);
    let span = 1;
    while (cell?.kind !== 'edited' && at + span < columns && byColumn.get(at + span)?.kind === cell?.kind) span += 1;
    found.push(cellOf(cell, span, row));
    at += span;
  }
  return found;
}

const WORDS = { identical: 'the same', moved: 'the same, elsewhere', edited: 'edited', added: 'added' } as const;

function cellOf(cell: CopyCell | undefined, span: number, row: number): HTMLElement {
  const colspan = span === 1 ? null : String(span);
  if (cell === undefined) {
    const told = [h('span', { class: 'hidden' }, 'not there'), h('span', { 'aria-hidden': 'true' }, '–')];
    return h('td', { class: 'cell absent', colspan }, ...told);
  }
  const { kind, pieces, column } = cell;
  if (pieces === null) return h('td', { class: `cell ${kind}`, colspan }, WORDS[kind]);
  const words = wordsId(row, column);
  const toggle = ({ currentTarget }: Event): void => {
    const opened = document.getElementById(words);
    if (opened === null || !(currentTarget instanceof Element)) return;
    opened.hidden = !opened.hidden;
    currentTarget.setAttribute('aria-expanded', String(!opened.hidden));
  };
  const button = { type: 'button', 'aria-expanded': 'false', 'aria-controls': words, click: toggle };
  return h('td', { class: `cell ${kind}` }, h('button', button, WORDS[kind]));
}

function legend({ columns }: CopiesMap): HTMLElement {
  const entries = [
    ['identical', 'the same; joined where neighbours have it'],
    ['moved', 'the same, elsewhere'],
    ['edited', 'edited: open it to see the words'],
    ['added', 'only there'],
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
  const items = found.map(({ id, publisher, coverage }) =>
    h(
      'li',
      {},
      h('a', { href: `#/article/${id}`, dir: 'auto' }, publisher ?? id),
      ` has ${coverage} % of this article`,
    ),
  );
  return h('div', {}, h('h2', {}, 'Shares a passage with texts of other stories'), h('ul', {}, ...items));
}

function nameOf({ publisher, headline }: CopyColumn): string {
  return publisher ?? headline ?? 'Publisher not known';
}
