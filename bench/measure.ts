/** One command over one folder in; what it answered and what that cost out. Each runs in a process of its own. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { PeerAnswer } from './peers/peer.ts';
import type { PeerCommand } from './peers.ts';

export interface Answered extends PeerAnswer {
  readonly name: string;
  readonly crashed?: boolean;
}

export interface Cost {
  /** Of each counted pass over the folder, all threads together. */
  readonly cpuMs: readonly number[];
  readonly medianMs?: number | null;
  readonly rssMib: number;
}

export interface Memory {
  readonly how: 'process' | 'workers';
  readonly pages: number;
  /** MiB after each quarter of the pages. */
  readonly quarters: readonly number[];
  readonly peak: number;
}

/** A hung peer must not hang the bench: the slowest takes about two minutes for a set on a busy machine. */
const RUN_MS = 10 * 60_000;
const OUTPUT_BYTES = 512 * 1024 * 1024;

function linesOf(command: string, args: readonly string[]): unknown[] {
  const run = spawnSync(command, args, { encoding: 'utf8', maxBuffer: OUTPUT_BYTES, timeout: RUN_MS });
  if (run.status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${String(run.error ?? run.stderr).slice(-2000)}`);
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

export function runPeer(peer: PeerCommand, folder: string, passes: number): { answers: Answered[]; cost: Cost } {
  const [command = '', ...args] = peer.command(folder, passes);
  const lines = linesOf(command, args);
  return { answers: lines.slice(0, -1) as Answered[], cost: lines.at(-1) as Cost };
}

/** `process` reads in one thread, as its peers do; `workers` as `wirefold clean` does. */
export function measureMemory(how: Memory['how'], folder: string, pages: number): Memory {
  const script = path.join(import.meta.dirname, 'memory.ts');
  const lines = linesOf(process.execPath, [script, '--data', folder, '--pages', String(pages), '--how', how]);
  return lines.at(-1) as Memory;
}
