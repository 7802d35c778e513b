/** What a block's own text looks like. Facts come in, columns go out. */
import { type Columns, column, log, ratio } from '../columns.ts';
import { ENDING } from '../ending.ts';
import type { Facts } from '../facts.ts';
import type { Measure } from '../measure.ts';

const EMPTY: Measure = {
  chars: 0,
  words: 0,
  letters: 0,
  digits: 0,
  capitalised: 0,
  upper: 0,
  commas: 0,
  sentences: 0,
  separators: 0,
  quotes: 0,
  questions: 0,
  symbols: 0,
};

type Shape = (facts: Facts, index: number) => number;

const MEASURED: readonly (readonly [string, (measure: Measure) => number])[] = [
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

/** Each a number that the text of one block gives by itself. */
export const SHAPES: readonly (readonly [string, Shape])[] = [
  ...MEASURED.map(([name, value]): [string, Shape] => [name, (facts, i) => value(facts.measures[i] ?? EMPTY)]),
  ...Object.entries(ENDING).map(([name, flag]): [string, Shape] => [
    `ending.${name}`,
    (facts, i) => ((facts.endings[i] ?? 0) & flag ? 1 : 0),
  ]),
];

export function shapeColumns(columns: Columns, facts: Facts): void {
  for (const [name, value] of SHAPES) column(columns, name, facts.size, (i) => value(facts, i));
}
