/** Logistic regression by Newton's method. Rows of figures with their truth come in, weights go out. Promise: the same rows give the same weights. */
import type { Scorer } from '../../shared/core/event/event-score.ts';

export interface Row {
  readonly figures: readonly number[];
  readonly same: boolean;
  readonly weight: number;
}

const STEPS = 12;
const RIDGE = 1;
const DIGITS = 1_000;

export function fitted(rows: readonly Row[]): Scorer {
  const width = (rows[0]?.figures.length ?? 0) + 1;
  let weights: readonly number[] = new Array(width).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const move = solved(slopes(rows, weights, width));
    weights = weights.map((weight, at) => weight + (move[at] ?? 0));
  }
  const rounded = weights.map((weight) => Math.round(weight * DIGITS) / DIGITS);
  return { weights: rounded.slice(0, -1), bias: rounded.at(-1) ?? 0 };
}

/** The curvature with the slope as its last column. */
function slopes(rows: readonly Row[], weights: readonly number[], width: number): number[][] {
  const matrix = Array.from({ length: width }, () => new Float64Array(width + 1));
  for (const { figures, same, weight } of rows) {
    const row = [...figures, 1];
    let sum = 0;
    for (let at = 0; at < width; at += 1) sum += (row[at] ?? 0) * (weights[at] ?? 0);
    const likely = 1 / (1 + Math.exp(-sum));
    const bend = Math.max(1e-6, likely * (1 - likely)) * weight;
    const miss = ((same ? 1 : 0) - likely) * weight;
    for (const [at, line] of matrix.entries()) {
      const own = row[at] ?? 0;
      for (let other = 0; other < width; other += 1) line[other] = (line[other] ?? 0) + bend * own * (row[other] ?? 0);
      line[width] = (line[width] ?? 0) + miss * own;
    }
  }
  return matrix.map((line, at) => {
    const plain = [...line];
    const ridge = at < width - 1 ? RIDGE : 1e-9;
    plain[at] = (plain[at] ?? 0) + ridge;
    plain[width] = (plain[width] ?? 0) - (at < width - 1 ? RIDGE * (weights[at] ?? 0) : 0);
    return plain;
  });
}

/** Elimination; the matrix is positive definite, so no pivoting. */
function solved(matrix: readonly number[][]): readonly number[] {
  const width = matrix.length;
  const get = (row: number, column: number) => matrix[row]?.[column] ?? 0;
  for (let pivot = 0; pivot < width; pivot += 1) {
    for (let row = pivot + 1; row < width; row += 1) {
      const factor = get(row, pivot) / get(pivot, pivot);
      const line = matrix[row];
      if (line === undefined) continue;
      for (let column = pivot; column <= width; column += 1)
        line[column] = get(row, column) - factor * get(pivot, column);
    }
  }
  const answer: number[] = new Array(width).fill(0);
  for (let row = width - 1; row >= 0; row -= 1) {
    let rest = get(row, width);
    for (let column = row + 1; column < width; column += 1) rest -= get(row, column) * (answer[column] ?? 0);
    answer[row] = rest / get(row, row);
  }
  return answer;
}
