/**
 * The pipeline's `Reader`: plain text is read where it stands, pages in a thread that can be stopped. What the page is to
 * blame for for sure is a `Rejection`; what the clock or the heap ended is `ReaderStopped`, thrown.
 */
import { LIMITS } from '../core/limits.ts';
import type { Article } from '../core/record.ts';
import { Rejection } from '../core/rejection.ts';
import type { Reader } from '../pipeline/ports.ts';
import type { Answer } from './messages.ts';
import { ThreadPool } from './pool.ts';
import { startThread } from './thread.ts';
import { workerFile } from './worker-file.ts';

/** Loading takes under two seconds; a machine that needs this long is not going to make it. */
const START_MS = 60_000;

export interface ReaderOptions {
  /** Pages read at the same time; each thread may use `heapMib`. */
  readonly threads?: number;
  /** How long a thread may take to load: inside a function, less than the function's own time. */
  readonly startMs?: number;
  readonly deadlineMs?: number;
  readonly heapMib?: number;
  /** Another thread than the one that comes with the reader: for tests. */
  readonly file?: URL;
}

export interface ClosableReader extends Reader {
  /** Stops every thread, also busy ones. A process may also simply end: idle threads do not hold it. */
  close(): Promise<void>;
}

function articleOf(answer: Answer): Article {
  if (answer.kind === 'article') return answer.article;
  if (answer.kind === 'rejected') throw new Rejection(answer.code, answer.message);
  if (answer.kind === 'failed') {
    const error = new Error(answer.message);
    error.stack = answer.stack;
    throw error;
  }
  throw new Error('The page worker answered out of turn.');
}

export function createReader(options: ReaderOptions = {}): ClosableReader {
  const { threads = 1, startMs = START_MS, file } = options;
  const { deadlineMs = LIMITS.extractionMs, heapMib = LIMITS.extractionHeapMib } = options;
  const limits = { startMs, deadlineMs, heapMib };
  const pool = new ThreadPool(threads, () => startThread(file ?? workerFile(), limits));
  return {
    async read(document, hints, profile) {
      if (document.format === 'text') {
        // Loaded by whoever reads text: its tables take 100 MiB, which a process that only sees pages has no use for.
        const { readScrape } = await import('../core/read-scrape.ts');
        return readScrape(document, hints, profile).article;
      }
      if (document.format === 'stated') {
        const { readStated } = await import('../core/read-stated.ts');
        return readStated(document, hints, profile).article;
      }
      return articleOf(await pool.ask({ document, hints, profile }));
    },
    close: () => pool.close(),
  };
}
