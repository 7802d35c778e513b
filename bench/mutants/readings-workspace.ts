/** A copy of the code in which mutants sleep. In: files by patterns. Out: where the copy is, and its mutants. Promise: the copy runs as the original does until one is woken. */
import { cpSync, globSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { instrumented, ROOT, type SleepingMutant } from './tool.ts';

export interface Workspace {
  readonly root: string;
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
  const named = globSync([...patterns], { cwd: ROOT }).filter(
    (name) => parts.length === 0 || parts.some((part) => name.includes(part)),
  );
  const { files, mutants } = await instrumented(named);
  for (const { name, content } of files) writeFileSync(path.join(root, name), content);
  return { root, mutants };
}
