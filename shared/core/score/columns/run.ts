/** Runs of lines alike. Facts and what an earlier model thought come in, columns go out: a menu is a long run of short lines without an end. */
import { type Columns, column, log, ratio } from '../columns.ts';
import { ENDING } from '../ending.ts';
import { type Facts, total } from '../facts.ts';

/** A line this short that ends no sentence is an item of something. */
const ITEM_WORDS = 8;

export function runColumns(columns: Columns, facts: Facts, first: Float32Array, mass: Float32Array): void {
  const { size } = facts;
  itemColumns(facts, first, columns);
  const runs = runsOf(size, (i) => (first[i] ?? 0) > 0.5);
  const masses = sums(runs, mass);
  const whole = total(mass);
  const massOf = (run: Run | undefined) => (run === undefined ? 0 : ratio(masses.get(run) ?? 0, whole));
  column(columns, 'run.likely', size, (i) => log(lengthOf(runs[i])) * ((first[i] ?? 0) > 0.5 ? 1 : -1));
  column(columns, 'run.likelyMass', size, (i) => massOf(runs[i]));
  column(columns, 'run.massBefore', size, (i) => massOf(runs[(runs[i]?.from ?? 0) - 1]));
  column(columns, 'run.massAfter', size, (i) => massOf(runs[runs[i]?.to ?? size]));
  const mean = ratio(total(mass.map((value, i) => value * (first[i] ?? 0))), whole);
  column(columns, 'page.firstMass', size, () => log(whole));
  column(columns, 'page.firstMean', size, () => mean);
  for (const offset of [-2, -1, 1, 2]) column(columns, `first.raw${offset}`, size, (i) => first[i + offset] ?? -1);
}

function itemColumns(facts: Facts, first: Float32Array, columns: Columns): void {
  const { size, words, endings } = facts;
  const isItem = (i: number) => (words[i] ?? 0) <= ITEM_WORDS && ((endings[i] ?? 0) & ENDING.stop) === 0;
  const runs = runsOf(size, isItem);
  const wordSums = sums(runs, words);
  const scoreSums = sums(runs, first);
  const mean = (found: ReadonlyMap<Run, number>, run: Run | undefined) =>
    run === undefined ? 0 : ratio(found.get(run) ?? 0, lengthOf(run));
  column(columns, 'run.items', size, (i) => (isItem(i) ? log(lengthOf(runs[i])) : 0));
  column(columns, 'run.itemWords', size, (i) => (isItem(i) ? mean(wordSums, runs[i]) : 0));
  column(columns, 'run.itemScore', size, (i) => (isItem(i) ? mean(scoreSums, runs[i]) : -1));
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Sums over each run, one addition a block: a page of one long run must not cost its square. */
function sums(runs: readonly Run[], values: Float32Array): ReadonlyMap<Run, number> {
  const found = new Map<Run, number>();
  for (const [i, run] of runs.entries()) found.set(run, (found.get(run) ?? 0) + (values[i] ?? 0));
  return found;
}

/** For each index the run of equals it is in. */
function runsOf(size: number, test: (index: number) => boolean): readonly Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < size; ) {
    let to = from + 1;
    while (to < size && test(to) === test(from)) to += 1;
    const run = { from, to };
    for (; from < to; from += 1) runs.push(run);
  }
  return runs;
}

function lengthOf(run: Run | undefined): number {
  return run === undefined ? 0 : run.to - run.from;
}
