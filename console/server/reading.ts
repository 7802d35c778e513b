/**
 * Raw files read again, in one warm thread that can be stopped: a hostile page may spin or eat memory. In: bytes as the bucket has
 * them, or a document. Out: an explanation, or an article. Promise: one at a time; a thread that was stopped is replaced.
 */
import { Worker } from 'node:worker_threads';
import type { Hints, OutletProfile, RawDocument } from '../../shared/core/document.ts';
import type { Explanation } from '../../shared/core/explain.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import type { Article } from '../../shared/core/record.ts';
import { Rejection, type RejectionCode } from '../../shared/core/rejection.ts';
import type { Reader } from '../../shared/pipeline/ports.ts';

export interface Raw {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  readonly name: string;
  readonly metadata: Readonly<Record<string, string>>;
}

export type Task =
  | { readonly kind: 'explain'; readonly raw: Raw }
  | {
      /** `explain-read`: and why. */
      readonly kind: 'read' | 'explain-read';
      readonly document: RawDocument;
      readonly hints: Hints;
      readonly profile: OutletProfile;
    };

export type Told =
  /** Sent once, when everything is loaded. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'explained'; readonly explanation: Explanation }
  | { readonly kind: 'article'; readonly article: Article }
  | ({ readonly kind: 'explained-article' } & ExplainedArticle)
  | { readonly kind: 'rejected'; readonly code: RejectionCode; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

export interface ExplainedArticle {
  readonly article: Article;
  readonly explanation: Explanation;
}

export interface Reading extends Reader {
  /** Rejects with a `Rejection`, or with an error in words. */
  explain(raw: Raw): Promise<Explanation>;
  /** As `read`, and why. */
  explainRead(document: RawDocument, hints: Hints, profile: OutletProfile): Promise<ExplainedArticle>;
  /** Loads all that reading needs, before anybody waits for it. */
  warm(): void;
  close(): Promise<void>;
}

/** Loading the reader's tables takes a second or two; a machine that needs this long is not going to make it. */
const START_MS = 60_000;
/** The compiled package has the thread beside this file under another ending. */
const FILE = new URL(`./reading-thread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url);

export function openReading(): Reading {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const stop = async (): Promise<void> => {
    const old = worker;
    worker = null;
    await old?.terminate();
  };
  const start = async (): Promise<Worker> => {
    const fresh = new Worker(FILE, { resourceLimits: { maxOldGenerationSizeMb: LIMITS.extractionHeapMib } });
    fresh.unref();
    worker = fresh;
    await answerOf(fresh, START_MS);
    return fresh;
  };
  const run = async (task: Task | null): Promise<Told> => {
    try {
      const ready = worker ?? (await start());
      if (task === null) return { kind: 'ready' };
      const answer = answerOf(ready, LIMITS.extractionMs);
      ready.postMessage(task);
      return await answer;
    } catch (error) {
      await stop();
      throw error;
    }
  };
  const ask = (task: Task | null): Promise<Told> => {
    const next = last.then(() => run(task));
    // A thread that had to be stopped must not fail whoever comes next.
    last = next.catch(() => {});
    return next;
  };
  return {
    async explain(raw) {
      const told = await ask({ kind: 'explain', raw });
      if (told.kind === 'explained') return told.explanation;
      throw failureOf(told);
    },
    async explainRead(document, hints, profile) {
      const told = await ask({ kind: 'explain-read', document, hints, profile });
      if (told.kind === 'explained-article') return told;
      throw failureOf(told);
    },
    async read(document, hints, profile) {
      const told = await ask({ kind: 'read', document, hints, profile });
      if (told.kind === 'article') return told.article;
      throw failureOf(told);
    },
    warm: () => void ask(null).catch(() => {}),
    close: stop,
  };
}

function failureOf(told: Told): Error {
  if (told.kind === 'rejected') return new Rejection(told.code, told.message);
  return new Error(told.kind === 'failed' ? told.message : 'The reader answered out of turn.');
}

function answerOf(worker: Worker, ms: number): Promise<Told> {
  return new Promise<Told>((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new Error('Reading it takes too long; it was stopped.'))), ms);
    const onMessage = (told: Told) => end(() => resolve(told));
    const onError = (error: unknown) =>
      end(() => reject(new Error(`It cannot be read again: ${error instanceof Error ? error.message : error}`)));
    const onExit = () => end(() => reject(new Error('The reader ended without an answer.')));
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      settle();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
