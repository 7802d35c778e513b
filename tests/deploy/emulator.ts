/**
 * MiniStack, an AWS emulator of others, as a child process. In: a scratch folder. Out: the variables by which clients reach it. Promise:
 * loopback only; its whole process group is gone after `stop`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clientVariables, emulatorVariables, START } from './patches.ts';
import { pythonWith } from './python.ts';

const REQUIREMENTS = path.join(import.meta.dirname, 'requirements.txt');
const NODE_FOLDER = path.resolve(import.meta.dirname, '../../node_modules/.bin');
const START_MS = 60_000;
const STOP_MS = 5_000;
const POLL_MS = 100;

export interface Emulator {
  readonly variables: Readonly<Record<string, string>>;
  readonly log: string;
  stop(): Promise<void>;
}

export async function startEmulator(folder: string): Promise<Emulator> {
  const python = pythonWith(REQUIREMENTS);
  const port = await freePort();
  const log = path.join(folder, 'emulator.log');
  const output = openSync(log, 'w');
  const child = spawn(python, ['-c', START], {
    // A process group of its own: the functions that it starts end with it.
    detached: true,
    stdio: ['ignore', output, output],
    env: { PATH: `${NODE_FOLDER}:${process.env['PATH'] ?? ''}`, ...emulatorVariables(port, folder) },
  });
  closeSync(output);
  const stop = () => stopGroup(child);
  const certificate = path.join(folder, 'ministack-tls/server.crt');
  try {
    await untilListening(child, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { variables: clientVariables(port, certificate), log, stop };
}

async function untilListening(child: ChildProcess, log: string): Promise<void> {
  const until = Date.now() + START_MS;
  while (!readFileSync(log, 'utf8').includes('Running on https://')) {
    if (child.exitCode !== null || Date.now() > until)
      throw new Error(`the emulator did not start: ${readFileSync(log, 'utf8').slice(-1_000)}`);
    await sleep(POLL_MS);
  }
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const ended = new Promise<void>((resolve) =>
    child.exitCode === null ? child.once('exit', () => resolve()) : resolve(),
  );
  signal(child.pid, 'SIGTERM');
  await Promise.race([ended, sleep(STOP_MS)]);
  // Also when it has ended: a function of it may not have.
  signal(child.pid, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address === null || typeof address === 'string' ? 0 : address.port));
    });
  });
}
