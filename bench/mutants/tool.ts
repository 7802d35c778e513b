/** The parts of the tool that a sample needs, which it does not offer by name. In: nothing. Out: what makes mutants, and their names. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const ROOT = path.resolve(import.meta.dirname, '../..');

interface Place {
  readonly line: number;
  readonly column: number;
}

export interface ApiMutant {
  readonly fileName: string;
  readonly location: { readonly start: Place; readonly end: Place };
  readonly mutatorName: string;
  readonly replacement: string;
}

/** The version of the tool is pinned, so its folders stay as they are. */
export function load(file: string) {
  return import(pathToFileURL(path.join(import.meta.dirname, 'node_modules', file)).href);
}

export interface SleepingMutant extends ApiMutant {
  readonly id: string;
}

export interface Instrumented {
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly mutants: readonly SleepingMutant[];
}

/** `names`: of files, from the root. Out: the same with all their mutants in them, asleep. */
export async function instrumented(names: readonly string[]): Promise<Instrumented> {
  const { createInstrumenter } = await load('@stryker-mutator/instrumenter/dist/src/index.js');
  const { createInjector } = await load('typed-inject/dist/src/index.js');
  const quiet = () => {};
  const logger = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, isDebugEnabled: () => false };
  const injector = createInjector().provideValue('logger', logger).provideValue('options', {});
  const files = names
    .toSorted()
    .map((name) => ({ name, content: readFileSync(path.join(ROOT, name), 'utf8'), mutate: true }));
  return createInstrumenter(injector).instrument(files, { plugins: null, ignorers: [], excludedMutations: [] });
}

/** The same whoever asks, and wherever the tool has copied the file to work on it. */
export function nameOf({ fileName, location: { start, end }, mutatorName, replacement }: ApiMutant): string {
  const file = fileName.replaceAll('\\', '/').replace(/^.*\/shared\//, 'shared/');
  return [file, start.line, start.column, end.line, end.column, mutatorName, replacement].join(' ');
}

/** The file of a mutant, by its name. */
export function fileOf(name: string): string {
  return name.slice(0, name.indexOf(' '));
}
