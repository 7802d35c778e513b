/**
 * A sample of all mutants. In: files, how many, a seed. Out: names. Promise: each mutant has the same chance, the same numbers choose the
 * same ones, and a larger sample holds the smaller one. Which ones there are only the tool knows, so it makes them all once.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ApiMutant, load, nameOf, ROOT } from './tool.ts';

interface Instrumented {
  readonly mutants: readonly ApiMutant[];
}

export interface Sample {
  readonly names: readonly string[];
  /** Of how many. */
  readonly of: number;
}

async function allMutants(patterns: readonly string[]): Promise<readonly ApiMutant[]> {
  const { createInstrumenter } = await load('@stryker-mutator/instrumenter/dist/src/index.js');
  const { createInjector } = await load('typed-inject/dist/src/index.js');
  const quiet = () => {};
  const logger = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, isDebugEnabled: () => false };
  const injector = createInjector().provideValue('logger', logger).provideValue('options', {});
  const files = globSync([...patterns], { cwd: ROOT })
    .toSorted()
    .map((name) => ({ name, content: readFileSync(path.join(ROOT, name), 'utf8'), mutate: true }));
  const options = { plugins: null, ignorers: [], excludedMutations: [] };
  const made: Instrumented = await createInstrumenter(injector).instrument(files, options);
  return made.mutants;
}

export async function sampleOf(patterns: readonly string[], count: number, seed: string): Promise<Sample> {
  const rank = (name: string) => createHash('sha256').update(`${seed} ${name}`).digest('hex');
  const ranked = (await allMutants(patterns)).map(nameOf).map((name) => ({ name, rank: rank(name) }));
  const order = ranked.toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  return { names: order.slice(0, count).map(({ name }) => name), of: order.length };
}
