/** A copy of the code in which mutants sleep. In: files by patterns. Out: where the copy is, and its mutants. Promise: the copy runs as the original does until one is woken. */
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ApiMutant, load, ROOT } from './tool.ts';

export interface SleepingMutant extends ApiMutant {
  readonly id: string;
}

export interface Workspace {
  readonly root: string;
  readonly mutants: readonly SleepingMutant[];
}

interface Instrumented {
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly mutants: readonly SleepingMutant[];
}

const COPIED = ['shared', 'tests/golden', 'tests/pages', 'package.json'];

/** `parts` of paths: in files without any of them all sleep for good. */
export async function sleepingMutants(patterns: readonly string[], parts: readonly string[]): Promise<Workspace> {
  const root = path.join(import.meta.dirname, 'tmp/readings');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const part of COPIED) cpSync(path.join(ROOT, part), path.join(root, part), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
  const { files, mutants } = await instrumented(patterns, parts);
  for (const { name, content } of files) writeFileSync(path.join(root, name), content);
  return { root, mutants };
}

async function instrumented(patterns: readonly string[], parts: readonly string[]): Promise<Instrumented> {
  const { createInstrumenter } = await load('@stryker-mutator/instrumenter/dist/src/index.js');
  const { createInjector } = await load('typed-inject/dist/src/index.js');
  const quiet = () => {};
  const logger = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, isDebugEnabled: () => false };
  const injector = createInjector().provideValue('logger', logger).provideValue('options', {});
  const files = globSync([...patterns], { cwd: ROOT })
    .filter((name) => parts.length === 0 || parts.some((part) => name.includes(part)))
    .toSorted()
    .map((name) => ({ name, content: readFileSync(path.join(ROOT, name), 'utf8'), mutate: true }));
  return createInstrumenter(injector).instrument(files, { plugins: null, ignorers: [], excludedMutations: [] });
}
