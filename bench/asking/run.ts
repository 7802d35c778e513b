/**
 * How soon the store answers, and what it reads for it: `node bench/asking/run.ts [--articles 20000] [--state DIR] [--runs 100] [--only NAME]`.
 * Makes a local run with many articles (or takes the one in DIR), starts the deployed stack beside itself, and asks each question through
 * the client and through the HTTP API, another thing each time. Prints milliseconds (median, 95th percentile), processor time of the
 * client and the stack together for one question, read units (median, most) and requests.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { remoteStore } from '../../shared/aws/store.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import { cursorAt } from '../../shared/pipeline/query-changes.ts';
import { type Question, questionsOf } from './questions.ts';
import { Landmarks } from './seed/landmarks.ts';
import { LANDMARKS_FILE, seedState } from './seed/state.ts';
import { type MeasuredStack, startStack } from './stack.ts';

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '20000' },
    state: { type: 'string' },
    runs: { type: 'string', default: '100' },
    only: { type: 'string', default: '' },
  },
});
const RUNS = Number(options.runs);
/** Before counting: connections, the function's process, the database's own cache of its files. */
const WARM = 5;
/** Asked once more while nothing else is, to count what each reads. */
const COUNTED = 20;

interface Figures {
  readonly median: number;
  readonly p95: number;
}

async function timed(ask: (run: number) => Promise<unknown>): Promise<Figures> {
  for (let run = 0; run < WARM; run += 1) await ask(run);
  const times: number[] = [];
  for (let run = WARM; run < WARM + RUNS; run += 1) {
    const began = performance.now();
    await ask(run);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.ceil(share * times.length) - 1)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}

async function counted(ask: (run: number) => Promise<unknown>, stack: MeasuredStack) {
  const costs: { units: number; requests: number }[] = [];
  for (let run = 0; run < COUNTED; run += 1) {
    const before = await stack.readUnits();
    await ask(run);
    const after = await stack.readUnits();
    costs.push({ units: after.units - before.units, requests: after.requests - before.requests });
  }
  const units = costs.map((cost) => cost.units).sort((a, b) => a - b);
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  return {
    median: units[units.length >> 1] ?? 0,
    most: units.at(-1) ?? 0,
    requests: mean(costs.map((c) => c.requests)),
  };
}

async function ask(path: string, { endpoints }: MeasuredStack): Promise<unknown> {
  const answer = await fetch(`${endpoints.api}${path}`, { headers: { 'accept-encoding': 'identity' } });
  const body = await answer.text();
  if (answer.status !== 200 && answer.status !== 404)
    throw new Error(`${path}: ${answer.status} ${body.slice(0, 200)}`);
  return body;
}

async function measure(question: Question, stack: MeasuredStack, ports: QueryPorts): Promise<string> {
  const before = { own: process.cpuUsage(), stack: (await stack.readUnits()).cpuMs };
  const client = await timed((run) => question.ask(run, ports));
  const { user, system } = process.cpuUsage(before.own);
  const cpu = ((user + system) / 1_000 + (await stack.readUnits()).cpuMs - before.stack) / (RUNS + WARM);
  const api = await timed((run) => ask(question.path(run), stack));
  const own = await counted((run) => question.ask(run, ports), stack);
  const overApi = await counted((run) => ask(question.path(run), stack), stack);
  const ms = ({ median, p95 }: Figures) => `${median.toFixed(1).padStart(7)} ${p95.toFixed(1).padStart(7)}`;
  const units = ({ median, most, requests }: Awaited<ReturnType<typeof counted>>) =>
    `${median.toFixed(1).padStart(7)} ${most.toFixed(1).padStart(7)} ${requests.toFixed(0).padStart(5)}`;
  return `${question.name.padEnd(36)} ${ms(client)} ${cpu.toFixed(1).padStart(7)} ${ms(api)} ${units(own)} ${units(overApi)}`;
}

const scratch = options.state === undefined ? mkdtempSync(join(tmpdir(), 'wirefold-asking-')) : null;
const stateDir = resolve(options.state ?? scratch ?? '');
try {
  if (!existsSync(join(stateDir, LANDMARKS_FILE)))
    await seedState(stateDir, { articles: Number(options.articles), seed: 1, tell: (line) => console.error(line) });
  const there = Landmarks.parse(JSON.parse(readFileSync(join(stateDir, LANDMARKS_FILE), 'utf8')));
  const stack = await startStack(stateDir);
  try {
    const { outputs, endpoints } = stack;
    const names = { bucketName: outputs['BucketName'] ?? '', tableName: outputs['TableName'] ?? '' };
    const ports = remoteStore(names, { region: null, profile: null, endpoints }).query;
    const cursor = await cursorAt('2026-04-15T00:00:00Z', ports);
    console.log(`${there.articles} articles, ${there.stories} stories, ${there.events} events, ${there.items} items`);
    console.log(
      `${''.padEnd(36)} client, ms      cpu, ms   API, ms         client: units    requests   API: units    requests`,
    );
    for (const question of questionsOf(there, cursor).filter(({ name }) => name.includes(options.only)))
      console.log(await measure(question, stack, ports));
  } finally {
    await stack.stop();
  }
} finally {
  if (scratch !== null) rmSync(scratch, { recursive: true, force: true });
}
