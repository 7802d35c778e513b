/** Seeds know nothing of one another, so all processors run some. In: seeds. Out: what came of each, as soon as it is known. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SeedAnswer } from './seed-thread.ts';

/** A thread is worth its start from some seeds on; a machine of many processors has other tests to run. */
const SEEDS_A_THREAD = 10;
const MOST_THREADS = 4;

/** Throws what `told` throws of the first seed that is wrong; then no more are begun. */
export async function sideBySide(seeds: readonly number[], told: (answer: SeedAnswer) => Promise<void>): Promise<void> {
  const left = seeds.values();
  const useful = Math.min(availableParallelism(), MOST_THREADS, Math.ceil(seeds.length / SEEDS_A_THREAD));
  const threads = Array.from({ length: useful }, () => new Worker(new URL('./seed-thread.ts', import.meta.url)));
  try {
    await Promise.all(threads.map((thread) => workOff(left, thread, told)));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

async function workOff(
  left: Iterable<number>,
  thread: Worker,
  told: (answer: SeedAnswer) => Promise<void>,
): Promise<void> {
  for (const seed of left) await told(await answerOf(seed, thread));
}

/** A thread that dies says so as an answer: whoever is told names the seed. */
function answerOf(seed: number, thread: Worker): Promise<SeedAnswer> {
  return new Promise((resolve) => {
    const died = (error: unknown) => resolve({ seed, deliveries: 0, differences: [], counts: new Map(), error });
    thread.removeAllListeners().once('message', resolve).once('error', died);
    thread.postMessage(seed);
  });
}
