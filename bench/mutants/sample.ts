/**
 * A sample of all mutants. In: files, how many, a seed. Out: names. Promise: each mutant has the same chance, the same numbers choose the
 * same ones, and a larger sample holds the smaller one. Which ones there are only the tool knows, so it makes them all once.
 */
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { instrumented, nameOf, ROOT } from './tool.ts';

export interface Sample {
  readonly names: readonly string[];
  /** Of how many. */
  readonly of: number;
}

export async function sampleOf(patterns: readonly string[], count: number, seed: string): Promise<Sample> {
  const rank = (name: string) => createHash('sha256').update(`${seed} ${name}`).digest('hex');
  const { mutants } = await instrumented(globSync([...patterns], { cwd: ROOT }));
  const ranked = mutants.map(nameOf).map((name) => ({ name, rank: rank(name) }));
  const order = ranked.toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  return { names: order.slice(0, count).map(({ name }) => name), of: order.length };
}
