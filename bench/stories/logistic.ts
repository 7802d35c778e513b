/**
 * Logistic regression by Newton's method. Weighted examples come in, one weight a trait goes out, the first being the bias.
 * Promise: no randomness: the same examples give the same weights.
 */

export interface Example {
  readonly traits: readonly number[];
  readonly isCopy: boolean;
  readonly weight: number;
}

const STEPS = 30;
const SETTLED = 1e-7;
/** The bias is hardly held back. */
const BIAS_RIDGE = 1e-9;

export function fitLogistic(examples: readonly Example[], ridge: number): readonly number[] {
  const rows = examples.map(({ traits }) => Float64Array.of(1, ...traits));
  const size = rows[0]?.length ?? 1;
  const weights = new Float64Array(size);
  for (let step = 0; step < STEPS; step += 1) {
    const system = systemOf(examples, rows, weights, ridge);
    const move = solve(system);
    for (const [at, by] of move.entries()) weights[at] = (weights[at] ?? 0) + by;
    if (move.every((by) => Math.abs(by) < SETTLED)) break;
  }
  return [...weights];
}

export function probability(weights: readonly number[], traits: readonly number[]): number {
  const sum = traits.reduce((total, trait, at) => total + trait * (weights[at + 1] ?? 0), weights[0] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Curvature, with the slope as the last column. */
function systemOf(
  examples: readonly Example[],
  rows: readonly Float64Array[],
  weights: Float64Array,
  ridge: number,
): readonly Float64Array[] {
  const size = weights.length;
  const system = Array.from(weights, (weight, at) => {
    const row = new Float64Array(size + 1);
    row[at] = at === 0 ? BIAS_RIDGE : ridge;
    row[size] = at === 0 ? 0 : -ridge * weight;
    return row;
  });
  for (const [nth, { isCopy, weight }] of examples.entries()) {
    const row = rows[nth] ?? new Float64Array(size);
    const likely = 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));
    const error = weight * ((isCopy ? 1 : 0) - likely);
    const bend = weight * Math.max(1e-9, likely * (1 - likely));
    for (const [at, equation] of system.entries()) {
      const value = row[at] ?? 0;
      for (let column = 0; column < size; column += 1)
        equation[column] = (equation[column] ?? 0) + bend * value * (row[column] ?? 0);
      equation[size] = (equation[size] ?? 0) + error * value;
    }
  }
  return system;
}

/** Gauss and Jordan, with the largest pivot first. */
function solve(system: readonly Float64Array[]): readonly number[] {
  const rows = [...system];
  const size = rows.length;
  for (let at = 0; at < size; at += 1) {
    let pivot = at;
    for (let row = at; row < size; row += 1)
      if (Math.abs(rows[row]?.[at] ?? 0) > Math.abs(rows[pivot]?.[at] ?? 0)) pivot = row;
    const [chosen, here] = [rows[pivot], rows[at]];
    if (chosen === undefined || here === undefined) break;
    rows[pivot] = here;
    rows[at] = chosen;
    for (const row of rows) {
      const factor = row === chosen ? 0 : (row[at] ?? 0) / (chosen[at] ?? 1);
      if (factor !== 0)
        for (let column = at; column <= size; column += 1)
          row[column] = (row[column] ?? 0) - factor * (chosen[column] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
