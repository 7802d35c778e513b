/** Where the thread's code lies: beside the bundle that this file was bundled into, else beside this source file. */
import { existsSync } from 'node:fs';

const NAMES = ['./page-worker.mjs', './page-worker.ts', './page-worker.js'] as const;

export function workerFile(): URL {
  for (const name of NAMES) {
    const file = new URL(name, import.meta.url);
    if (existsSync(file)) return file;
  }
  throw new Error(`Neither ${NAMES.join(' nor ')} lies beside ${import.meta.url}.`);
}
