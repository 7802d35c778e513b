/** One function's bundle in a process of its own that speaks the Lambda Runtime API. In: events. Out: milliseconds of the wall and of the processor, and the peak of memory. Linux only: the figures are read from /proc. */
import { readFileSync } from 'node:fs';
import type { Json } from '../../infra/local/json.ts';
import { startProcess } from '../../infra/local/lambda/process.ts';
import type { FunctionSettings } from '../../infra/local/lambda/settings.ts';

export interface Sample {
  readonly wallMs: number;
  readonly cpuMs: number;
}

export interface Measured {
  /** From before the process was there to the first answer. */
  readonly cold: Sample;
  readonly warm: readonly Sample[];
  readonly peakMib: number;
}

/** Ticks of the processor's clock in a second, as Linux tells them to programs. */
const TICK_MS = 10;
const USER_TIME = 11;

export async function measure(settings: FunctionSettings, events: readonly Json[]): Promise<Measured> {
  const began = performance.now();
  const errors: string[] = [];
  const running = await startProcess(settings, ({ level, text }) => {
    if (level === 'error') errors.push(text);
  });
  const samples: Sample[] = [];
  try {
    for (const [at, event] of events.entries()) {
      const [start, before] = at === 0 ? [began, 0] : [performance.now(), cpuMs(running.pid)];
      const answer = await running.run(event);
      if (failedItems(answer) > 0) throw new Error(`${settings.name} failed: ${errors[0] ?? 'it does not say why'}`);
      samples.push({ wallMs: performance.now() - start, cpuMs: cpuMs(running.pid) - before });
    }
    const [cold = { wallMs: 0, cpuMs: 0 }, ...warm] = samples;
    return { cold, warm, peakMib: peakMib(running.pid) };
  } finally {
    running.kill();
  }
}

function failedItems(answer: Json): number {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return 0;
  const failures = 'batchItemFailures' in answer ? answer['batchItemFailures'] : [];
  return Array.isArray(failures) ? failures.length : 0;
}

/** All threads of the process together. */
function cpuMs(pid: number | null): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[USER_TIME]) + Number(fields[USER_TIME + 1])) * TICK_MS;
}

function peakMib(pid: number | null): number {
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(peak ?? 0) / 1_024);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
