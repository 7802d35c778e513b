/** Why a file was read as it was, in a thread that can be stopped: a hostile page may spin or eat memory. Gives words when it cannot be read. */
import { Worker } from 'node:worker_threads';
import type { Explanation } from '../../shared/core/explain.ts';
import { LIMITS } from '../../shared/core/limits.ts';

export interface Raw {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  readonly name: string;
  readonly metadata: Readonly<Record<string, string>>;
}

export type Explained = { readonly explanation: Explanation } | { readonly problem: string };

/** Loading the reader's tables takes a second or two, reading at most its deadline. */
const WATCHDOG_MS = LIMITS.extractionMs + 15_000;
/** The compiled package has the thread beside this file under another ending. */
const FILE = new URL(`./explain-thread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url);
/** Each may use the heap of a reader: one at a time. */
let last: Promise<unknown> = Promise.resolve();

export function explain(raw: Raw): Promise<Explanation | string> {
  const next = last.then(() => inThread(raw));
  // A thread that could not be started must not fail whoever comes next.
  last = next.catch(() => {});
  return next;
}

function inThread(raw: Raw): Promise<Explanation | string> {
  const worker = new Worker(FILE, {
    workerData: raw,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.extractionHeapMib },
  });
  return new Promise<Explanation | string>((resolve) => {
    const timer = setTimeout(() => resolve('Reading this file takes too long; it was stopped.'), WATCHDOG_MS);
    const settle = (result: Explanation | string): void => {
      clearTimeout(timer);
      resolve(result);
    };
    worker.once('message', (told: Explained) => settle('problem' in told ? told.problem : told.explanation));
    worker.once('error', (error: unknown) =>
      settle(`It cannot be read again: ${error instanceof Error ? error.message : error}`),
    );
    worker.once('exit', () => settle('The reader ended without an answer.'));
  }).finally(() => void worker.terminate());
}
