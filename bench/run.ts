/**
 * `npm run bench [-- --data DIR] [--rounds N] [--only NAME,…]`: quality, speed and memory of Wirefold and its peers, side by side in
 * one run, into bench/RESULTS.md. DIR holds pages/ and lies beside metrics.mjs (default ../shared/bench/data). Peers that cannot be
 * had, or that fail, are skipped by name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type Cost, measureMemory, runPeer } from './measure.ts';
import { type PeerCommand, preparePeers, WIREFOLD, WIREFOLD_ALONE } from './peers.ts';
import { type Metrics, scoreAnswers, type Truth } from './quality.ts';
import { type QualityRow, report, type SpeedRow } from './report.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    rounds: { type: 'string', default: '2' },
    only: { type: 'string' },
  },
});
const PAGES = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), values.data, 'pages');
const SETS = ['scrapinghub', 'naeb', 'fundus'] as const;
const TEXT_SETS = SETS.map((set) => `${set}-text`);
const SPEED_SET = 'scrapinghub';
const MEMORY_PAGES = 2_000;
/** A scrape takes less than a step of the clock that counts a thread's time: only many passes tell how much. */
const TEXT_PASSES = 10;

const prepared = preparePeers();
/** `--only wirefold,trafilatura`: the peers whose names hold one of these, for a shorter run; the report names the others. */
const asked = (values.only ?? '').toLowerCase().split(',');
const isAsked = ({ name }: PeerCommand) => asked.some((part) => name.toLowerCase().includes(part));
const skipped = [
  ...prepared.skipped,
  ...prepared.peers.filter((peer) => !isAsked(peer)).map(({ name }) => `${name}: not asked for in this run`),
];
let peers = prepared.peers.filter(isAsked);

/** A peer that fails is out for the rest of the run; Wirefold failing is the end of it. */
function attempt(peer: PeerCommand, set: string, passes: number): ReturnType<typeof runPeer> | null {
  process.stderr.write(`${peer.name} on ${set}\n`);
  try {
    return runPeer(peer, path.join(PAGES, set), passes);
  } catch (error) {
    if (peer.name === WIREFOLD) throw error;
    skipped.push(`${peer.name}: failed on ${set}`);
    peers = peers.filter((one) => one !== peer);
    return null;
  }
}

const metrics: Metrics = await import(path.join(PAGES, '../../metrics.mjs'));
function truthOf(set: string): Truth {
  return JSON.parse(gunzipSync(readFileSync(path.join(PAGES, `${set}.truth.json.gz`))).toString());
}

const quality: QualityRow[] = [];
const text: { set: string; medianMs: number }[] = [];
const costs = new Map<string, Cost[]>();
const keepCost = (peer: PeerCommand, cost: Cost) => costs.set(peer.name, [...(costs.get(peer.name) ?? []), cost]);
for (const set of [...SETS, ...TEXT_SETS]) {
  const isText = set.endsWith('-text');
  for (const peer of peers.filter(({ name }) => !isText || name === WIREFOLD)) {
    const isTimed = set === SPEED_SET && peer.name !== WIREFOLD_ALONE;
    const run = attempt(peer, set, isText ? TEXT_PASSES : Number(isTimed));
    if (run === null) continue;
    quality.push({ peer: peer.name, set, figures: scoreAnswers(metrics, truthOf(set), run.answers) });
    if (isTimed) keepCost(peer, run.cost);
    if (isText) text.push({ set, medianMs: run.cost.medianMs ?? Number.NaN });
  }
}
/** The peers take turns, so that a busy neighbour slows all of them alike; the first round is done above. */
for (let round = 1; round < Number(values.rounds); round++) {
  for (const peer of peers.filter(({ name }) => name !== WIREFOLD_ALONE)) {
    const run = attempt(peer, SPEED_SET, 1);
    if (run !== null) keepCost(peer, run.cost);
  }
}
/** The quietest round counts: neighbours can only add to the time of a round. */
const speed: SpeedRow[] = [...costs].map(([peer, list]) => ({
  peer,
  cpuMs: Math.min(...list.flatMap((cost) => cost.cpuMs)),
  medianMs: Math.min(...list.map((cost) => cost.medianMs ?? Number.NaN)),
  rssMib: Math.min(...list.map((cost) => cost.rssMib)),
}));
const memory = (['process', 'workers'] as const).map((how) =>
  measureMemory(how, path.join(PAGES, SPEED_SET), MEMORY_PAGES),
);
const cpu = os.cpus()[0]?.model ?? 'unknown';
writeFileSync(
  path.join(import.meta.dirname, 'RESULTS.md'),
  report({ quality, speed, text, memory, skipped, node: process.version, cpu }),
);
