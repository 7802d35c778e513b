/** How much the words of a block, and of those around it, are words of articles. Facts and lexical scores come in, columns go out. */
import { type Columns, column, givenColumn } from '../columns.ts';
import type { Facts } from '../facts.ts';

/** A long paragraph says no more about its neighbours than a middling one. */
const MOST_WORDS = 60;
/** A line of one sign still counts for something. */
const LEAST_WEIGHT = 0.5;

/** From and to (half open) around a block. */
const WINDOWS: readonly (readonly [string, number, number])[] = [
  ['before1', -1, 0],
  ['before5', -5, 0],
  ['after1', 1, 2],
  ['after5', 1, 6],
  ['after12', 1, 13],
  ['around3', -3, 4],
];

export function lexicalColumns(columns: Columns, { size, words }: Facts, scores: Float32Array): void {
  givenColumn(columns, 'lexical', scores);
  const weights = words.map((count) => Math.min(count, MOST_WORDS) + LEAST_WEIGHT);
  const sums = runningSum(weights.map((weight, i) => weight * (scores[i] ?? 0)));
  const wholes = runningSum(weights);
  for (const [name, from, to] of WINDOWS)
    column(columns, `lexical.${name}`, size, (i) => {
      const whole = between(wholes, i + from, i + to);
      return whole > 0 ? between(sums, i + from, i + to) / whole : 0;
    });
}

function runningSum(values: Float32Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i += 1) sums[i + 1] = (sums[i] ?? 0) + (values[i] ?? 0);
  return sums;
}

function between(sums: Float64Array, from: number, to: number): number {
  const last = sums.length - 1;
  return (sums[Math.min(last, to)] ?? 0) - (sums[Math.max(0, Math.min(last, from))] ?? 0);
}
