/**
 * Mutants of the reader, judged by the golden readings alone (tests/golden): without a runner of tests a mutant costs milliseconds, so that
 * all of a folder can be judged. `node bench/mutants/readings.ts [--share 0.1] [--seed 1] [--by '^markup'] [shared/core/html …]`; `by`: only readings of such names judge. Out: lines, and in out/ what
 * nobody noticed. What the other tests notice besides is not counted: a lower bound.
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Told, Verdict } from './readings-judge.ts';
import { sleepingMutants, type Workspace } from './readings-workspace.ts';
import { fileLines, missedLines, type Report, sampleLines } from './report.ts';
import { nameOf, ROOT, type SleepingMutant } from './tool.ts';

const HERE = import.meta.dirname;
const READER = ['label', 'fields', 'read', 'html', 'scrape', 'score'].map((folder) => `shared/core/${folder}`);
const BESIDE = 'read-page,read-scrape,scrape,label,doubt,second-look,settle,explain,explain-fields';
const PATTERNS = [...READER.map((folder) => `${folder}/**/*.ts`), `shared/core/{${BESIDE}}.ts`];
/** All readings of a page by one mutant take a hundredth of it on an idle machine: what is not done by then never is. */
const MOST_MS = 600_000;
/** Each round ends with an endless loop or with the end. */
const MOST_ROUNDS = 200;

type Verdicts = Map<string, Verdict | 'Timeout'>;

/** One child as long as it lives; false when a mutant hung it. */
function judged({ root }: Workspace, by: string, ids: readonly string[], verdicts: Verdicts): Promise<boolean> {
  const env = { ...process.env, READINGS_ROOT: root, READINGS_BY: by };
  const child = fork(path.join(HERE, 'readings-judge.ts'), { env, serialization: 'json' });
  let [at, isDone]: [string | null, boolean] = [null, false];
  let watchdog: NodeJS.Timeout | undefined;
  const rest = ids.filter((id) => !verdicts.has(id));
  child.on('message', (told: Told) => {
    clearTimeout(watchdog);
    if ('ready' in told) child.send(rest);
    else if ('done' in told) isDone = true;
    else if ('begun' in told) {
      at = told.begun;
      watchdog = setTimeout(() => child.kill('SIGKILL'), MOST_MS);
    } else verdicts.set(told.id, told.verdict);
  });
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => {
      clearTimeout(watchdog);
      if (!isDone && at === null) reject(new Error(`The readings could not be made: the child ended with ${code}`));
      if (!isDone && at !== null) verdicts.set(at, 'Timeout');
      resolve(isDone);
    });
  });
}

function reportOf(mutants: readonly SleepingMutant[], verdicts: Verdicts): Report {
  const files = Map.groupBy(mutants, ({ fileName }) => path.relative(ROOT, path.resolve(ROOT, fileName)));
  const judgedOf = ({ id, mutatorName, replacement, location: { start, end } }: SleepingMutant) => ({
    status: verdicts.get(id) ?? 'Ignored',
    ...{ mutatorName, replacement },
    location: { start: { ...start, line: start.line + 1 }, end: { ...end, line: end.line + 1 } },
  });
  const entries = [...files].map(([file, of]) => {
    return [file, { source: readFileSync(path.join(ROOT, file), 'utf8'), mutants: of.map(judgedOf) }] as const;
  });
  return { files: Object.fromEntries(entries) };
}

async function main(): Promise<void> {
  const options = {
    share: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    by: { type: 'string', default: '' },
  } as const;
  const { values, positionals: parts } = parseArgs({ options, allowPositionals: true });
  const share = Number(values.share);
  if (!(share > 0 && share <= 1)) throw new Error('--share takes the part of the mutants to judge: --share 0.1');
  const workspace = await sleepingMutants(PATTERNS, parts);
  const rank = (mutant: SleepingMutant) =>
    createHash('sha256')
      .update(`${values.seed} ${nameOf(mutant)}`)
      .digest();
  const { mutants: meant } = workspace;
  const drawn = meant.filter((mutant) => rank(mutant).readUInt32BE() < share * 2 ** 32);
  const verdicts: Verdicts = new Map();
  const ids = drawn.map(({ id }) => id);
  for (let round = 0; round < MOST_ROUNDS && !(await judged(workspace, values.by, ids, verdicts)); round += 1);
  const report = reportOf(drawn, verdicts);
  mkdirSync(path.join(HERE, 'out'), { recursive: true });
  writeFileSync(path.join(HERE, 'out/readings.missed.txt'), `${missedLines(report).join('\n')}\n`);
  console.log(`${drawn.length} of ${meant.length} mutants, seed ${values.seed}`);
  for (const line of [...fileLines(report), ...sampleLines(report)]) console.log(line);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
