/**
 * Mutation testing. `npm run mutants -- versions`: groups of groups.json by name, or none for all, each judged by the tests that import its
 * files, so that a mutant costs a third of a second: a lower bound. `npm run mutants -- --sample 1000 --seed 7`: as many of all mutants of
 * both folders, drawn by lot, each judged by the tests of its group. Out: lines, and in out/ the whole report and what nobody noticed. The tools are
 * installed here alone: `npm ci --prefix bench/mutants`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { bundled, type Group, readGroups, WHOLE } from './groups.ts';
import { fileLines, missedLines, Report, sampleLines, totalLine } from './report.ts';
import { sampleOf } from './sample.ts';
import { fileOf, ROOT } from './tool.ts';

const HERE = import.meta.dirname;
const OUT = path.join(HERE, 'out');
const TOOL = path.join(HERE, 'node_modules/@stryker-mutator/core/bin/stryker.js');

interface Run {
  readonly name: string;
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
  /** Names of the mutants; null: all. */
  readonly chosen: readonly string[] | null;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function reportOf({ name, mutate, tests, chosen }: Run): Report {
  const config = path.join(OUT, `${name}.config.json`);
  const fileName = path.join(OUT, `${name}.json`);
  const list = path.join(OUT, `${name}.chosen.json`);
  const common = z.record(z.string(), z.unknown()).parse(readJson(path.join(HERE, 'stryker.json')));
  writeFileSync(config, JSON.stringify({ ...common, mutate, jsonReporter: { fileName } }));
  if (chosen !== null) writeFileSync(list, JSON.stringify(chosen));
  const hook = chosen === null ? [] : ['--import', path.join(HERE, 'chosen.ts')];
  const env = { ...process.env, MUTANT_TESTS: tests.join(','), MUTANT_CHOSEN: list };
  const { status } = spawnSync(process.execPath, [...hook, TOOL, 'run', config], { cwd: ROOT, stdio: 'inherit', env });
  if (status !== 0) throw new Error(`the run of ${name} ended with ${status}`);
  const report = Report.parse(readJson(fileName));
  writeFileSync(path.join(OUT, `${name}.missed.txt`), `${missedLines(report).join('\n')}\n`);
  return report;
}

function runGroup({ name, files, tests }: Group): void {
  const started = Date.now();
  const report = reportOf({ name, mutate: files, tests, chosen: null });
  console.log(`${name}: ${tests.length} files of tests, ${Math.round((Date.now() - started) / 1000)} s`);
  for (const line of [...fileLines(report), totalLine(report, name)]) console.log(line);
}

/** Of all mutants of both folders, those that are drawn and lie in these groups; judged by the tests of their groups, a few groups at a time. */
async function runSample(groups: readonly Group[], count: number, seed: string): Promise<void> {
  const started = Date.now();
  const { names, of } = await sampleOf(WHOLE, count, seed);
  const byFile = Map.groupBy(names, fileOf);
  const reports: Report[] = [];
  for (const group of bundled(groups)) {
    const mutate = group.files.filter((file) => byFile.has(file));
    const chosen = mutate.flatMap((file) => byFile.get(file) ?? []);
    const name = `sample-${seed}-${group.name}`;
    if (chosen.length === 0) continue;
    try {
      const report = reportOf({ name, mutate, tests: group.tests, chosen });
      console.log(totalLine(report, name));
      reports.push(report);
    } catch (error) {
      // What took an hour is not lost for the sake of one group; what is missing is told.
      console.log(`${chosen.length} mutants are left out: ${error instanceof Error ? error.message : error}`);
    }
  }
  console.log(`${names.length} of ${of} mutants, seed ${seed}, ${Math.round((Date.now() - started) / 1000)} s`);
  for (const line of sampleLines({ files: Object.assign({}, ...reports.map(({ files }) => files)) })) console.log(line);
}

async function main(): Promise<void> {
  const options = { sample: { type: 'string' }, seed: { type: 'string', default: '1' } } as const;
  const { values, positionals: wanted } = parseArgs({ options, allowPositionals: true });
  if (!existsSync(TOOL)) throw new Error('The tools are not installed: npm ci --prefix bench/mutants');
  const groups = readGroups();
  const names = groups.map(({ name }) => name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`There is no group ${unknown.join(', ')}; there are ${names.join(', ')}`);
  const count = Number(values.sample ?? 0);
  if (!Number.isInteger(count) || count < 0) throw new Error('--sample takes how many mutants to draw: --sample 1000');
  mkdirSync(OUT, { recursive: true });
  const meant = groups.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (count > 0) return runSample(meant, count, values.seed);
  for (const group of meant) runGroup(group);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
