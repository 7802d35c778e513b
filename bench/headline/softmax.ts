/**
 * A softmax over the lines of a page, fitted by Adam: examples come in, one weight a trait goes out.
 * Promise: no randomness; weights start at zero and every page is seen in every step.
 */
import type { Example } from './examples.ts';

export type Weights = ReadonlyMap<string, number>;

const STEPS = 100;
/** Large steps first, small ones to settle. */
const RATES = { early: 0.1, late: 0.03, lateFrom: 0.7 } as const;
const DECAY = { mean: 0.9, square: 0.99 } as const;
const RIDGE = 0.0002;

/** A line with its traits as places in the list of names. */
interface Point {
  readonly at: Uint16Array;
  readonly values: Float64Array;
  readonly isHeadline: boolean;
}

interface PageOfPoints {
  readonly weight: number;
  readonly points: readonly Point[];
}

export function fit(examples: readonly Example[]): Weights {
  const names = [...new Set(examples.flatMap(({ rows }) => rows.flatMap(({ traits }) => Object.keys(traits))))].sort();
  const pages = pagesOf(examples, new Map(names.map((name, at) => [name, at])));
  const total = pages.reduce((sum, { weight }) => sum + weight, 0);
  const [weights, means, squares] = [0, 1, 2].map(() => new Float64Array(names.length));
  if (weights === undefined || means === undefined || squares === undefined) return new Map();
  for (let step = 1; step <= STEPS; step++) {
    const slopes = weights.map((weight) => weight * RIDGE);
    for (const page of pages) addSlopes(slopes, page.points, weights, page.weight / total);
    const rate = step < STEPS * RATES.lateFrom ? RATES.early : RATES.late;
    slopes.forEach((slope, at) => {
      const mean = DECAY.mean * (means[at] ?? 0) + (1 - DECAY.mean) * slope;
      const square = DECAY.square * (squares[at] ?? 0) + (1 - DECAY.square) * slope * slope;
      means[at] = mean;
      squares[at] = square;
      const move = mean / (1 - DECAY.mean ** step) / (Math.sqrt(square / (1 - DECAY.square ** step)) + 1e-8);
      weights[at] = (weights[at] ?? 0) - rate * move;
    });
  }
  return new Map(names.map((name, at) => [name, weights[at] ?? 0]));
}

function pagesOf(examples: readonly Example[], places: ReadonlyMap<string, number>): readonly PageOfPoints[] {
  const usable = examples.filter(({ rows }) => rows.some(({ isHeadline }) => isHeadline));
  return usable.map(({ weight, rows }) => ({
    weight,
    points: rows.map(({ traits, isHeadline }) => {
      const set = Object.entries(traits).filter(([, value]) => value !== 0);
      return {
        at: Uint16Array.from(set, ([name]) => places.get(name) ?? 0),
        values: Float64Array.from(set, ([, value]) => value),
        isHeadline,
      };
    }),
  }));
}

/** What a page says of each weight: lines believed too much pull down, true headlines believed too little pull up. */
function addSlopes(slopes: Float64Array, points: readonly Point[], weights: Float64Array, share: number): void {
  const worths = points.map((point) => worthOf(point, weights));
  const highest = worths.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = worths.map((worth) => Math.exp(worth - highest));
  const all = powers.reduce((a, b) => a + b, 0);
  const trueOnes = powers.reduce((sum, power, at) => sum + (points[at]?.isHeadline ? power : 0), 1e-12);
  for (const [nth, { at, values, isHeadline }] of points.entries()) {
    const power = powers[nth] ?? 0;
    const pull = share * (power / all - (isHeadline ? power / trueOnes : 0));
    if (Math.abs(pull) < 1e-9) continue;
    for (let trait = 0; trait < at.length; trait++) {
      const place = at[trait] ?? 0;
      slopes[place] = (slopes[place] ?? 0) + pull * (values[trait] ?? 0);
    }
  }
}

function worthOf({ at, values }: Point, weights: Float64Array): number {
  let worth = 0;
  for (let trait = 0; trait < at.length; trait++) worth += (values[trait] ?? 0) * (weights[at[trait] ?? 0] ?? 0);
  return worth;
}

/** Place of the row that weighs most; -1 when there is none. */
export function best({ rows }: Example, weights: Weights): number {
  const worths = rows.map(({ traits }) =>
    Object.entries(traits).reduce((sum, [name, value]) => sum + value * (weights.get(name) ?? 0), 0),
  );
  return worths.indexOf(worths.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY));
}
