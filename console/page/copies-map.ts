/** Paragraphs as rows, articles as columns. Promise: what is the same in neighbours is one cell; what was edited opens word by word. */
import type { CopiesMap, CopyCell, CopyColumn, CopyRow } from '../server/copy-shapes.ts';
import { h, spoken } from './dom.ts';
import { diffPieces } from './pieces.ts';
import { HELD, minute, statusInWords } from './words.ts';

/** Names before a cell of several columns, where the columns stand below one another. */
const MOST_NAMES = 3;

export function copiesMap({ columns, rows, base }: CopiesMap): HTMLElement {
  const heads = columns.map((column, at) => headOf(column, at === base));
  const map = h(
    'table',
    { class: 'map', '--columns': String(columns.length) },
    h('caption', { class: 'hidden' }, 'Which paragraph stands in which copy'),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Paragraph'), ...heads)),
    h('tbody', {}, ...rows.flatMap((row, at) => rowOf(row, at, columns))),
  );
  return h('div', { class: 'wide-table', tabindex: '0', role: 'region', 'aria-label': 'Map of copies' }, map);
}

function headOf({ id, at, dateStatus, first, has, held, relation, ...named }: CopyColumn, isBase: boolean) {
  const doubt = dateStatus === 'stated' ? null : h('span', {}, ` · ${statusInWords(dateStatus)}`);
  const kind = relationInWords({ relation, has });
  const role = isBase ? 'the base of comparison' : `${kind === '' ? '' : `${kind}, `}has\u00a0${has}\u00a0%`;
  const classes = [isBase ? 'from-base' : '', dateStatus === 'disputed' ? 'disputed' : ''].join(' ').trim();
  const name = nameOf(named);
  return h(
    'th',
    { scope: 'col', class: classes === '' ? null : classes },
    isBase ? h('b', { dir: 'auto' }, name) : h('a', { href: `#/article/${id}`, dir: 'auto' }, name),
    h('time', { datetime: at }, minute(at)),
    doubt,
    h('br'),
    first === 'no' ? null : first === 'yes' ? 'first · ' : 'first? · ',
    role,
    held === null ? null : h('span', { class: 'tag held' }, HELD[held]),
  );
}

/** Below it, closed, what the words became where it was edited. */
function rowOf(row: CopyRow, at: number, columns: readonly CopyColumn[]): readonly HTMLElement[] {
  const edited = row.cells.flatMap(({ column, pieces }) => {
    const copy = columns[column];
    if (pieces === null || copy === undefined) return [];
    const name = h('b', { dir: 'auto' }, nameOf(copy));
    const words = h('p', { class: 'words', ...spoken(copy.language) }, ...diffPieces(pieces));
    const colspan = String(columns.length + 1);
    return [h('tr', { id: wordsId(at, column), hidden: '' }, h('td', { class: 'opened', colspan }, name, words))];
  });
  return [h('tr', {}, rowHead(row), ...cellsOf(row, at, columns)), ...edited];
}

function wordsId(row: number, column: number): string {
  return `words-${row}-${column}`;
}

function rowHead({ number, text, language }: CopyRow): HTMLElement {
  const nth = h('span', { class: 'nth' }, number === null ? '+' : String(number));
  const told = number === null ? h('span', { class: 'hidden' }, 'not in the base: ') : null;
  return h('th', { scope: 'row', class: number === null ? 'theirs' : null, ...spoken(language) }, nth, told, text);
}

/** What a cell says, and looks like; neighbours that say the same are one. */
interface Said {
  readonly kind: string;
  readonly says: string;
}

function cellsOf(row: CopyRow, at: number, columns: readonly CopyColumn[]): readonly HTMLElement[] {
  const byColumn = new Map(row.cells.map((cell) => [cell.column, cell]));
  const said = columns.map((column, place) => saidOf(byColumn.get(place), column, row));
  const found: HTMLElement[] = [];
  for (let place = 0; place < columns.length; ) {
    const own = said[place];
    let span = 1;
    while (own?.kind !== 'edited' && place + span < columns.length && said[place + span]?.says === own?.says) span += 1;
    const names = namesOf(columns.slice(place, place + span));
    if (own !== undefined) found.push(cellOf(own, byColumn.get(place), { span, names, row: at }));
    place += span;
  }
  return found;
}

/** By which of the two came out first, as far as anybody knows: what the later one has not was left out of it. */
function saidOf(cell: CopyCell | undefined, { way }: CopyColumn, { number }: CopyRow): Said {
  const isOlder = way?.from === 'column';
  const isYounger = way?.from === 'base';
  if (cell === undefined && (number === null || way === null)) return { kind: 'absent none', says: '–' };
  if (cell === undefined) return { kind: 'absent', says: isYounger ? 'left out' : 'not there' };
  const { kind, moved } = cell;
  if (kind === 'added') return { kind, says: isOlder ? 'left out by the base' : isYounger ? 'added' : 'only there' };
  if (kind === 'edited') return { kind, says: moved ? 'edited, elsewhere' : 'edited' };
  return { kind, says: moved ? 'the same, elsewhere' : 'the same' };
}

interface Place {
  readonly span: number;
  readonly names: string;
  readonly row: number;
}

function cellOf({ kind, says }: Said, cell: CopyCell | undefined, { span, names, row }: Place): HTMLElement {
  const props = { class: `cell ${kind}`, colspan: span === 1 ? null : String(span), 'data-of': names };
  if (says === '–') {
    const told = [h('span', { class: 'hidden' }, 'not there'), h('span', { 'aria-hidden': 'true' }, says)];
    return h('td', props, ...told);
  }
  if (cell === undefined || cell.pieces === null) return h('td', props, says);
  const words = wordsId(row, cell.column);
  const toggle = ({ currentTarget }: Event): void => {
    const opened = document.getElementById(words);
    if (opened === null || !(currentTarget instanceof Element)) return;
    opened.hidden = !opened.hidden;
    currentTarget.setAttribute('aria-expanded', String(!opened.hidden));
  };
  const label = `${says}: paragraph ${row + 1} in ${names}`;
  const button = { type: 'button', 'aria-expanded': 'false', 'aria-controls': words, 'aria-label': label };
  return h('td', props, h('button', { ...button, click: toggle }, says));
}

function namesOf(columns: readonly CopyColumn[]): string {
  const names = columns.slice(0, MOST_NAMES).map(nameOf).join(', ');
  return columns.length > MOST_NAMES ? `${names} and ${columns.length - MOST_NAMES} more` : names;
}

/** A slip, or a figure, does not make another text. Nothing where they are in one story through others only. */
export function relationInWords({ relation, has }: Pick<CopyColumn, 'relation' | 'has'>): string {
  if (relation === null) return '';
  if (relation === 'identical') return has === 100 ? 'identical' : 'all but identical';
  return relation === 'partial' ? 'shares a part' : relation;
}

export function nameOf({ publisher, headline }: Pick<CopyColumn, 'publisher' | 'headline'>): string {
  return publisher ?? headline ?? 'Publisher not known';
}
