/** The pool of threads by itself, with threads that are none. */
import { expect, it } from 'vitest';
import { NO_HINTS, NO_PROFILE } from '../../shared/core/document.ts';
import type { Request } from '../../shared/workers/messages.ts';
import { ThreadPool } from '../../shared/workers/pool.ts';
import type { Thread } from '../../shared/workers/thread.ts';

const REQUEST: Request = {
  document: {
    format: 'html',
    text: '',
    mediaType: 'text/html',
    charset: 'utf-8',
    charsetBasis: 'utf-8-valid',
    bytes: 0,
  },
  hints: NO_HINTS,
  profile: NO_PROFILE,
};

it('serves the next page when a thread could not be started for the one before', async () => {
  const thread: Thread = { ask: async () => ({ kind: 'ready' }), stop: async () => {}, isOver: () => false };
  let starts = 0;
  const pool = new ThreadPool(1, () => {
    starts += 1;
    if (starts === 1) throw new Error('no more threads');
    return thread;
  });
  await expect(pool.ask(REQUEST)).rejects.toThrow('no more threads');
  const tooLong = new Promise((resolve) => setTimeout(() => resolve('never served'), 1_000));
  expect(await Promise.race([pool.ask(REQUEST), tooLong])).toEqual({ kind: 'ready' });
});
