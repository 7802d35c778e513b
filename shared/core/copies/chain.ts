/**
 * Order among shared runs. Runs in the order of one text come in; the heaviest part of them that keeps the order of both goes out.
 * Promise: linear; a paragraph that was moved far costs its own words, not those around it.
 */
import type { Run } from './alignment.ts';

/** Runs back that are tried as the one before. */
const WINDOW = 32;
const NONE = -1;

export function orderedRuns(runs: readonly Run[]): readonly Run[] {
  const weights = new Float64Array(runs.length);
  const before = new Int16Array(runs.length).fill(NONE);
  let last = NONE;
  for (const [i, run] of runs.entries()) {
    weights[i] = run.size;
    for (let j = Math.max(0, i - WINDOW); j < i; j += 1) {
      const weight = (weights[j] ?? 0) + run.size;
      if (!follows(run, runs[j]) || weight <= (weights[i] ?? 0)) continue;
      weights[i] = weight;
      before[i] = j;
    }
    if (last === NONE || (weights[i] ?? 0) > (weights[last] ?? 0)) last = i;
  }
  const chain: Run[] = [];
  for (let i = last; i !== NONE; i = before[i] ?? NONE) {
    const run = runs[i];
    if (run !== undefined) chain.push(run);
  }
  return chain.reverse();
}

function follows(run: Run, earlier: Run | undefined): boolean {
  return earlier !== undefined && earlier.at + earlier.size <= run.at;
}
