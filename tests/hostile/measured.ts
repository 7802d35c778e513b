/**
 * The process that reads hostile input, seen from outside. In: which case, and how long it may take. Out: what became of it. Promise: a
 * process that does not answer in time is killed, and the test says so.
 */
import { fork } from 'node:child_process';
import type { Measured } from './measured-child.ts';

export interface Reading {
  hostile(index: number, withinMs: number): Promise<Measured>;
  honest(withinMs: number): Promise<Measured>;
  end(): void;
}

/** No case has this number. */
const HONEST = -1;

type Answer = Measured | { readonly error: string };

export function measuredReading(): Reading {
  const file = new URL('./measured-child.ts', import.meta.url);
  const child = fork(file, { serialization: 'advanced', execArgv: [] });
  const ask = (index: number, withinMs: number) =>
    new Promise<Measured>((resolve, reject) => {
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        reject(new Error(`no answer within ${withinMs} ms: the process was killed`));
      }, withinMs);
      const onExit = (code: number | null) => reject(new Error(`the process that reads ended with ${code}`));
      child.once('exit', onExit);
      child.once('message', (answer: Answer) => {
        clearTimeout(timer);
        child.off('exit', onExit);
        if ('error' in answer) reject(new Error(answer.error));
        else resolve(answer);
      });
      child.send(index);
    });
  return { hostile: ask, honest: (withinMs) => ask(HONEST, withinMs), end: () => child.disconnect() };
}
