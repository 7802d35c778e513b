/** A stand-in for the thread that reads pages: the text is a command. In: requests; out: answers, or a thread in trouble. */
import { parentPort } from 'node:worker_threads';
import type { Request } from '../../shared/workers/messages.ts';

function obey(text: string): object | null {
  if (text === 'wait') return null;
  // At work, as far as anybody can see, and without a processor.
  if (text === 'starve') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (text.startsWith('say ')) return { kind: 'article', article: { headline: text.slice(4) } };
  if (text === 'reject') return { kind: 'rejected', code: 'page.too-deep', message: 'too deep' };
  if (text === 'exit') process.exit(3);
  const eaten: number[][] = [];
  while (text === 'spin' || text === 'eat') if (text === 'eat') eaten.push(Array.from({ length: 10_000 }, Math.random));
  return { kind: 'failed', message: 'a defect', stack: 'Error: a defect' };
}

parentPort?.on('message', ({ document }: Request) => {
  const answer = obey(document.text);
  if (answer !== null) parentPort?.postMessage(answer);
});
parentPort?.postMessage({ kind: 'ready' });
