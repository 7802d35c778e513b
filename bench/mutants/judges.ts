/** Which tests judge a group of files. In: its files. Out: files of tests, each quick, all in one process. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './tool.ts';

/** Tests that need no process, thread, bundle or emulator of their own; vitest.config.ts leaves out some more. */
export const CHEAP: readonly string[] = ['tests/unit/**/*.test.ts', 'tests/properties/{lists,row-size}.test.ts'];

/** Seconds long, about everything: each mutant that survives would be judged by them, and what they notice, worlds.test.ts does too. */
const SLOW = /\/(?:migrations|long|same-answer|learned)\.test\.ts$/;

function filesOf(patterns: readonly string[]): readonly string[] {
  const found = globSync([...patterns], { cwd: ROOT }).map((file) => file.replaceAll(path.sep, '/'));
  return found.filter((file) => !SLOW.test(`/${file}`)).toSorted();
}

/** The tests that import one of these files themselves. */
export function testsOf(patterns: readonly string[]): readonly string[] {
  const files = globSync([...patterns], { cwd: ROOT }).map((file) => `/${file.replaceAll(path.sep, '/')}'`);
  return filesOf(CHEAP).filter((test) => {
    const code = readFileSync(path.join(ROOT, test), 'utf8');
    return files.some((file) => code.includes(file));
  });
}
