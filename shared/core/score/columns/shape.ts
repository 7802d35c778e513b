/** What a block's own text looks like. Facts come in, columns go out. */
import { type Columns, log, ratio, shiftedColumn } from '../columns.ts';
import { ENDING } from '../ending.ts';
import type { Facts } from '../facts.ts';
import type { Measure } from '../measure.ts';

type Measured = (measure: Measure) => number;

/** Each a number that the text of one block gives by itself. */
const MEASURED: readonly (readonly [string, Measured])[] = [
  ['words', (m) => log(m.words)],
  ['chars', (m) => log(m.chars)],
  ['wordLength', (m) => ratio(m.letters, m.words)],
  ['digits', (m) => ratio(m.digits, m.chars)],
  ['capitalised', (m) => ratio(m.capitalised, m.words)],
  ['upper', (m) => ratio(m.upper, m.letters)],
  ['commas', (m) => ratio(m.commas, m.words)],
  ['sentences', (m) => Math.min(20, m.sentences)],
  ['wordsPerSentence', (m) => ratio(m.words, m.sentences)],
  ['separators', (m) => ratio(m.separators, m.words)],
  ['quotes', (m) => Math.min(10, m.quotes)],
  ['questions', (m) => Math.min(5, m.questions)],
  ['symbols', (m) => ratio(m.symbols, m.words)],
];

const FLAGS = Object.entries(ENDING).map(([name, flag]) => [`ending.${name}`, flag] as const);

/** Of these the lines next to a block tell something too. */
const BESIDE: ReadonlySet<string> = new Set([
  'ending.stop',
  'ending.colon',
  'capitalised',
  'digits',
  'ending.year',
  'ending.clock',
  'separators',
  'symbols',
  'sentences',
]);
const OFFSETS = [-2, -1, 1, 2];
/** Beyond the page. */
const NO_LINE = -1;

export function shapeColumns(columns: Columns, facts: Facts): void {
  const { size, measures, endings } = facts;
  for (const [name, value] of MEASURED) {
    const values = roomFor(columns, name, size);
    if (values === null) continue;
    let i = 0;
    for (const measure of measures) values[i++] = value(measure);
    neighbourColumns(columns, name, values);
  }
  for (const [name, flag] of FLAGS) {
    const values = roomFor(columns, name, size);
    if (values === null) continue;
    for (let i = 0; i < size; i += 1) values[i] = ((endings[i] ?? 0) & flag) === 0 ? 0 : 1;
    neighbourColumns(columns, name, values);
  }
}

/** Null when neither the column nor those of its neighbours are wanted. */
function roomFor(columns: Columns, name: string, size: number): Float32Array | null {
  return columns.room(name, size) ?? (BESIDE.has(name) ? new Float32Array(size) : null);
}

function neighbourColumns(columns: Columns, name: string, values: Float32Array): void {
  if (!BESIDE.has(name)) return;
  for (const offset of OFFSETS) shiftedColumn(columns, `${name}.at${offset}`, values, offset, NO_LINE);
}
