/** The groups of files whose mutants are judged together. In: groups.json. Out: names, files, tests. Promise: each file of both folders is in one. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { testsOf } from './judges.ts';
import { ROOT } from './tool.ts';

export const WHOLE: readonly string[] = ['shared/{core,pipeline}/**/*.ts'];

/** `tests`: judges besides those that import the files. */
const Groups = z.record(z.string(), z.object({ files: z.array(z.string()), tests: z.array(z.string()).default([]) }));

const LOADED = 'bench/mutants/loaded.test.ts';

export interface Group {
  readonly name: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

function filesOf(patterns: readonly string[]): readonly string[] {
  return globSync([...patterns], { cwd: ROOT }).toSorted();
}

export function readGroups(): readonly Group[] {
  const given = Groups.parse(JSON.parse(readFileSync(path.join(import.meta.dirname, 'groups.json'), 'utf8')));
  const groups = Object.entries(given).map(([name, { files, tests }]) => {
    return { name, files: filesOf(files), tests: [...new Set([LOADED, ...testsOf(files), ...filesOf(tests)])] };
  });
  const grouped = groups.flatMap(({ files }) => files);
  const odd = filesOf(WHOLE).filter((file) => grouped.filter((one) => one === file).length !== 1);
  if (odd.length > 0) throw new Error(`In no group of groups.json, or in several: ${odd.join(', ')}`);
  return groups;
}

/** More files of tests than these in one process, and each mutant loads half of the code anew. */
const BUNDLE_TESTS = 25;

/** Neighbours together, as long as their judges are few: to begin a run takes half a minute. */
export function bundled(groups: readonly Group[]): readonly Group[] {
  const bundles: Group[] = [];
  for (const group of groups) {
    const last = bundles.at(-1);
    const tests = [...new Set([...(last?.tests ?? []), ...group.tests])];
    if (last === undefined || tests.length > BUNDLE_TESTS) bundles.push(group);
    else bundles[bundles.length - 1] = { name: last.name, files: [...last.files, ...group.files], tests };
  }
  return bundles;
}
