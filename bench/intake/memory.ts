/**
 * Memory of the functions' processes over time, read from Linux's own counters while something else works them. In: how often to look. Out: for each
 * function the highest resident set in each stretch of the run. Promise: nothing of the functions is changed for it.
 */
import { readdirSync, readFileSync } from 'node:fs';

export interface MemoryLog {
  /** MiB by function: the highest in each of `parts` equal stretches of the time so far. */
  peaks(parts: number): ReadonlyMap<string, readonly number[]>;
  /** MiB by function, at the last look. */
  latest(): ReadonlyMap<string, number>;
  stop(): void;
}

interface Sample {
  readonly atMs: number;
  readonly name: string;
  readonly mib: number;
}

export function logMemory(everyMs: number): MemoryLog {
  const samples: Sample[] = [];
  const began = performance.now();
  const timer = setInterval(() => samples.push(...look(performance.now() - began)), everyMs);
  return {
    peaks(parts) {
      const whole = performance.now() - began;
      const byName = Map.groupBy(samples, ({ name }) => name);
      return new Map([...byName].map(([name, own]) => [name, peaksOf(own, whole, parts)]));
    },
    latest() {
      const atMs = samples.at(-1)?.atMs;
      return new Map(samples.filter((one) => one.atMs === atMs).map(({ name, mib }) => [name, mib]));
    },
    stop: () => clearInterval(timer),
  };
}

function peaksOf(samples: readonly Sample[], whole: number, parts: number): readonly number[] {
  return Array.from({ length: parts }, (_, part) => {
    const own = samples.filter(({ atMs }) => Math.min(parts - 1, Math.floor((atMs / whole) * parts)) === part);
    return own.reduce((most, { mib }) => Math.max(most, mib), 0);
  });
}

/** Processes of functions are children of this one and name their function in their environment. */
function look(atMs: number): readonly Sample[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    const status = textOf(`/proc/${pid}/status`);
    if (!new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status)) return [];
    const name = /AWS_LAMBDA_FUNCTION_NAME=([^\0]{1,200})/.exec(textOf(`/proc/${pid}/environ`))?.[1];
    const kib = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
    return name === undefined ? [] : [{ atMs, name, mib: Math.round(kib / 1024) }];
  });
}

/** Empty for a process that has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
