/** One worker thread that can be stopped. A request goes in, its answer comes out, or the reason why the thread had to end. */
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { LIMITS } from '../core/limits.ts';
import { ReaderStopped } from '../pipeline/reader-stopped.ts';
import { watchMemory } from './memory-watch.ts';
import type { Answer, Request } from './messages.ts';
import { watchShare } from './processor-share.ts';

export interface Thread {
  /** Throws `ReaderStopped` when time or memory ran out; after any throw the thread is over. */
  ask(request: Request): Promise<Answer>;
  stop(): Promise<void>;
  readonly isOver: () => boolean;
}

export interface ThreadLimits {
  /** Loading is not the page's fault, so it has a time of its own; whoever waited for so long is told, and the thread goes on loading. */
  readonly startMs: number;
  readonly deadlineMs: number;
  readonly heapMib: number;
}

/**
 * Short-lived objects of one page, beside the heap limit, and by how much a heap may grow before it is cleared. Left to V8 two threads
 * take 745 MiB over 200 pages; so they take 530 for 2 to 3 % more time. 8 MiB and 25 % would save 50 more and cost 16 %.
 */
const YOUNG_MIB = 24;
const HEAP_GROWTH = 50;

/** Waits for one start, after which it counts as hung. A thread that was ended each time would have to begin anew each time. */
const START_WAITS = 3;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
}

function reasonOf(error: Error): Error {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? new ReaderStopped('page.out-of-memory', 'Reading the page took too much memory.') : error;
}

export function startThread(file: URL, { startMs, deadlineMs, heapMib }: ThreadLimits): Thread {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const resourceLimits = { maxOldGenerationSizeMb: heapMib, maxYoungGenerationSizeMb: YOUNG_MIB };
  // No arguments and no environment: what reads strangers' pages needs no credentials.
  const worker = new Worker(file, { resourceLimits, execArgv: [], env: {} });
  worker.unref();
  let waiting: Waiting | null = null;
  let over: Error | null = null;
  const end = (reason: Error) => {
    over ??= reason;
    waiting?.reject(over);
    waiting = null;
  };
  let isReady = false;
  worker.on('message', (answer: Answer) => {
    // The first one says that it has loaded, whether or not somebody still waits for it.
    isReady = true;
    waiting?.resolve(answer);
    waiting = null;
  });
  worker.on('error', (error: Error) => end(reasonOf(error)));
  worker.on('exit', (code) => end(new Error(`The page worker ended with code ${code}.`)));

  const next = async (ms: number, tooLate: () => Error, isEnd: () => boolean): Promise<Answer> => {
    if (over !== null) throw over;
    const timer = setTimeout(() => {
      if (isEnd()) {
        end(tooLate());
        void worker.terminate();
      } else {
        waiting?.reject(tooLate());
        waiting = null;
      }
    }, ms);
    try {
      return await new Promise<Answer>((resolve, reject) => {
        waiting = { resolve, reject };
      });
    } finally {
      clearTimeout(timer);
    }
  };

  let startWaits = 0;
  const started = async () => {
    startWaits += 1;
    const tooLate = () => new Error(`The page worker did not start within ${startMs} ms.`);
    if (!isReady) await next(startMs, tooLate, () => startWaits >= START_WAITS);
  };

  const watched = () =>
    watchMemory(LIMITS.pdfGrowthMib, () => {
      end(new ReaderStopped('page.out-of-memory', 'Reading the PDF took too much memory.'));
      void worker.terminate();
    });

  return {
    async ask(request) {
      await started();
      const stopWatching = request.document.format === 'pdf' ? watched() : null;
      const isStarved = watchShare(worker, deadlineMs);
      worker.postMessage(request);
      const answer = next(
        deadlineMs,
        () =>
          isStarved()
            ? new Error(`The machine was too busy to read the page within ${deadlineMs} ms.`)
            : new ReaderStopped('page.too-slow', `Reading the page took over ${deadlineMs} ms.`),
        () => true,
      );
      return answer.finally(() => stopWatching?.());
    },
    async stop() {
      end(new Error('The reader was closed.'));
      await worker.terminate();
    },
    isOver: () => over !== null,
  };
}
