/** Seconds of the processor that this process and the functions' processes have had, from Linux's own counters. Out: by function; `local stack`: this one. */
import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts in hundredths. */
const TICKS = 100;
/** Of `/proc/PID/stat`, counted from behind the name: time of its own, in user and system. */
const [USER, SYSTEM, ENDED_USER, ENDED_SYSTEM] = [11, 12, 13, 14];

export function processorSeconds(): ReadonlyMap<string, number> {
  const own = timesOf('self');
  const all = new Map([
    ['local stack', seconds(own, USER, SYSTEM)],
    ['functions that have ended', seconds(own, ENDED_USER, ENDED_SYSTEM)],
  ]);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const name = /AWS_LAMBDA_FUNCTION_NAME=([^\0]{1,200})/.exec(textOf(`/proc/${pid}/environ`))?.[1];
    const isOurs = new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(textOf(`/proc/${pid}/status`));
    if (name !== undefined && isOurs) all.set(name, (all.get(name) ?? 0) + seconds(timesOf(pid), USER, SYSTEM));
  }
  return all;
}

function timesOf(pid: string): readonly number[] {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
}

function seconds(times: readonly number[], ...places: readonly number[]): number {
  return places.reduce((sum, place) => sum + (times[place] ?? 0), 0) / TICKS;
}

/** Empty for a process that has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
