/**
 * The thread in which one page at a time is read: it may spin or eat memory, because it can be stopped from outside. Requests
 * come in as messages, one answer each goes out. The only file through which running code reads pages.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { Rejection } from '../core/rejection.ts';
import type { Answer, Request } from './messages.ts';
import { withText } from './pdf-document.ts';

/** Stacks carry page text in messages of third parties; a screenful is enough to find a defect. */
const STACK_CHARS = 2_000;

type ReadArticle = typeof import('../core/article.ts').readArticle;

async function answer(readArticle: ReadArticle, { document, hints, profile }: Request): Promise<Answer> {
  try {
    return { kind: 'article', article: readArticle(await withText(document), hints, profile) };
  } catch (error) {
    if (error instanceof Rejection) return { kind: 'rejected', code: error.code, message: error.message };
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'failed', message: message.slice(0, STACK_CHARS), stack: (stack ?? '').slice(0, STACK_CHARS) };
  }
}

const port = parentPort;
if (port === null) throw new Error('page-worker runs as a worker thread only.');

const say = (message: Answer) => port.postMessage(message);

// The thread starts with the first page; jsdom is loaded by the first one that is in doubt.
const { readArticle } = await import('../core/article.ts');

port.on('message', async (request: Request) => {
  const given = await answer(readArticle, request);
  // jsdom holds its documents by weak references, which are let go only when the event loop turns.
  await nextTurn();
  say(given);
});
say({ kind: 'ready' });
