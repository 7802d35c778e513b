/**
 * `npm run bench [-- --data DIR] [--rounds N] [--only NAME,…]`: quality and speed of Wirefold and its peers, side by side in one run, into
 * bench/RESULTS.md. DIR holds pages/ and lies beside metrics.mjs (default ../shared/bench/data). Peers that cannot be
 * had are skipped by name.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { PeerAnswer } from './peers/peer.ts';
import { type PeerCommand, preparePeers } from './peers.ts';
import { type Figures, type Metrics, scoreAnswers, type Truth } from './quality.ts';
import { report, type SpeedRow } from './report.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});
const DATA = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), values.data);
const SETS = ['scrapinghub', 'naeb', 'fundus'] as const;
const TEXT_SETS = SETS.map((set) => `${set}-text`);
const SPEED_SET = 'scrapinghub';

interface Answered extends PeerAnswer {
  readonly name: string;
  readonly crashed?: boolean;
}
interface Cost {
  readonly cpuMs: readonly number[];
  readonly medianMs?: number | null;
  readonly rssMib: number;
}

function runPeer(peer: PeerCommand, set: string, passes: number): { answers: Answered[]; cost: Cost } {
  const [command = '', ...args] = peer.command(path.join(DATA, 'pages', set), passes);
  const run = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 });
  if (run.status !== 0) throw new Error(`${peer.name} on ${set}: ${run.stderr.slice(-2000)}`);
  const lines = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { answers: lines.slice(0, -1), cost: lines.at(-1) };
}

function truthOf(set: string): Truth {
  return JSON.parse(gunzipSync(readFileSync(path.join(DATA, 'pages', `${set}.truth.json.gz`))).toString());
}

const metrics: Metrics = await import(path.resolve(DATA, '../metrics.mjs'));
const prepared = preparePeers();
/** `--only wirefold,trafilatura`: the peers whose names hold one of these, for a shorter run; the report names the others. */
const asked = (values.only ?? '').toLowerCase().split(',');
const peers = prepared.peers.filter(({ name }) => asked.some((part) => name.toLowerCase().includes(part)));
const skipped = [
  ...prepared.skipped,
  ...prepared.peers.filter((peer) => !peers.includes(peer)).map(({ name }) => `${name}: not asked for in this run`),
];
const quality: { peer: string; set: string; figures: Figures }[] = [];
const costs = new Map<string, Cost[]>();
const keepCost = (peer: PeerCommand, cost: Cost) => costs.set(peer.name, [...(costs.get(peer.name) ?? []), cost]);
for (const set of [...SETS, ...TEXT_SETS]) {
  for (const peer of peers.filter((one) => !set.endsWith('-text') || one.name === 'Wirefold')) {
    process.stderr.write(`quality: ${peer.name} on ${set}\n`);
    const { answers, cost } = runPeer(peer, set, set === SPEED_SET ? 1 : 0);
    quality.push({ peer: peer.name, set, figures: scoreAnswers(metrics, truthOf(set), answers) });
    if (set === SPEED_SET) keepCost(peer, cost);
  }
}
/** The peers take turns, so that a busy neighbour slows all of them alike; the median round counts, the first is done above. */
for (let round = 1; round < Number(values.rounds); round++) {
  for (const peer of peers) {
    process.stderr.write(`speed: round ${round + 1}, ${peer.name}\n`);
    keepCost(peer, runPeer(peer, SPEED_SET, 1).cost);
  }
}
const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1] ?? Number.NaN;
const speed: SpeedRow[] = [...costs].map(([peer, list]) => ({
  peer,
  cpuMs: median(list.flatMap((cost) => cost.cpuMs)),
  medianMs: median(list.map((cost) => cost.medianMs ?? Number.NaN)),
  rssMib: median(list.map((cost) => cost.rssMib)),
}));
const wirefold = peers.find((peer) => peer.name === 'Wirefold');
const text = wirefold
  ? TEXT_SETS.map((set) => ({ set, medianMs: runPeer(wirefold, set, 3).cost.medianMs ?? Number.NaN }))
  : [];
writeFileSync(
  path.join(import.meta.dirname, 'RESULTS.md'),
  report({
    quality,
    speed,
    text,
    skipped,
    node: process.version,
    cpu: os.cpus()[0]?.model ?? 'unknown',
  }),
);
