/** The real thread, with every way out of it reporting itself: a page that reaches the network makes the reading fail. */
import net from 'node:net';
import { parentPort } from 'node:worker_threads';

net.Socket.prototype.connect = function connect() {
  parentPort?.postMessage({ kind: 'failed', message: 'a socket was opened', stack: '' });
  return this;
};
globalThis.fetch = () => {
  parentPort?.postMessage({ kind: 'failed', message: 'fetch was called', stack: '' });
  return Promise.reject(new Error('fetch was called'));
};

await import('../../shared/workers/page-worker.ts');
