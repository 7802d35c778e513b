/**
 * Loaded into the tool (`node --import`): of the mutants that it would make only those are made whose names MUTANT_CHOSEN, a file of JSON, lists.
 * The tool chooses by lines, and a line brings all that stands inside of it besides; and with fifty thousand mutants in one program its
 * messages would be gigabytes.
 */
import { readFileSync } from 'node:fs';
import { type ApiMutant, load, nameOf } from './tool.ts';

interface Mutant {
  ignoreReason?: string | undefined;
  toApiMutant(): ApiMutant;
}

interface Collector {
  collect(...given: readonly unknown[]): Mutant;
}

const names = new Set<string>(JSON.parse(readFileSync(process.env['MUTANT_CHOSEN'] ?? '', 'utf8')));
const module = await load('@stryker-mutator/instrumenter/dist/src/transformers/mutant-collector.js');
const prototype: Collector = module.MutantCollector.prototype;
const { collect } = prototype;

prototype.collect = function collectChosen(...given) {
  const mutant = collect.apply(this, [...given]);
  if (!names.has(nameOf(mutant.toApiMutant()))) mutant.ignoreReason = 'not chosen';
  return mutant;
};
