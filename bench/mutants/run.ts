/**
 * Mutation testing, group by group: `npm run mutants -- versions`. In: names of groups in groups.json, or none for all. Out: a line for
 * each file, and in out/ the whole report. Judged by the tests that import the group's files, so that a mutant costs half a second:
 * what others would notice besides is not counted, and the score is a lower bound. The tools are installed here alone:
 * `npm ci --prefix bench/mutants`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const HERE = import.meta.dirname;
const ROOT = path.resolve(HERE, '../..');
const TOOL = path.join(HERE, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const Groups = z.record(z.string(), z.array(z.string()));
const Report = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});
/** Tests that need no process, thread, bundle or emulator of their own. */
const CHEAP = ['tests/unit/**/*.test.ts', 'tests/properties/{order,lists,row-size}.test.ts'];

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * Survivors and mutants that no test reaches count against the score; what could not be judged is told beside it. So is what ran out of time: on a
 * busy machine nobody can tell an endless loop from a slow test.
 */
function lineOf(file: string, statuses: readonly string[]): string {
  const count = (...names: readonly string[]) => statuses.filter((status) => names.includes(status)).length;
  const [noticed, missed] = [count('Killed'), count('Survived', 'NoCoverage')];
  const score = noticed + missed === 0 ? '-' : ((100 * noticed) / (noticed + missed)).toFixed(1);
  return `${score.padStart(6)} %  ${noticed} of ${noticed + missed} noticed, ${count('Timeout')} out of time, ${count('Ignored')} not judged  ${file}`;
}

/** The tests that import one of these files themselves. */
function testsOf(mutate: readonly string[]): readonly string[] {
  const files = globSync([...mutate], { cwd: ROOT }).map((file) => `/${file.replaceAll(path.sep, '/')}'`);
  return globSync(CHEAP, { cwd: ROOT }).filter((test) => {
    const code = readFileSync(path.join(ROOT, test), 'utf8');
    return files.some((file) => code.includes(file));
  });
}

function run(group: string, mutate: readonly string[]): void {
  const config = path.join(HERE, 'out', `${group}.config.json`);
  const fileName = path.join(HERE, 'out', `${group}.json`);
  const common = z.record(z.string(), z.unknown()).parse(readJson(path.join(HERE, 'stryker.json')));
  writeFileSync(config, JSON.stringify({ ...common, mutate, jsonReporter: { fileName } }));
  const tests = process.env['MUTANT_TESTS'] ?? testsOf(mutate).join(',');
  const env = { ...process.env, MUTANT_TESTS: tests };
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [TOOL, 'run', config], { cwd: ROOT, stdio: 'inherit', env });
  if (status !== 0) throw new Error(`the run of ${group} ended with ${status}`);
  const { files } = Report.parse(readJson(fileName));
  console.log(`${group}: ${tests.split(',').length} files of tests, ${Math.round((Date.now() - started) / 1000)} s`);
  for (const [file, { mutants }] of Object.entries(files))
    console.log(
      lineOf(
        file,
        mutants.map(({ status: end }) => end),
      ),
    );
}

const groups = Groups.parse(readJson(path.join(HERE, 'groups.json')));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in groups));
if (!existsSync(TOOL)) {
  console.error('The tools are not installed: npm ci --prefix bench/mutants');
  process.exitCode = 2;
} else if (unknown.length > 0) {
  console.error(`There is no group ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}`);
  process.exitCode = 2;
} else {
  mkdirSync(path.join(HERE, 'out'), { recursive: true });
  for (const [group, files] of Object.entries(groups))
    if (wanted.length === 0 || wanted.includes(group)) run(group, files);
}
