/**
 * Does memory stay flat? `node bench/memory.ts [--data FOLDER] [--pages 2000] [--how process|workers] [--threads N]` reads that many pages by
 * going round and round a folder of gzipped pages, and prints the memory of the process at every quarter, and its peak, in MiB.
 * `process` reads in this thread, as `wirefold explain` and the peers do; `workers` as `wirefold clean` does.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { inOrder } from '../cli/ordered.ts';
import { threadsFor } from '../cli/threads.ts';
import { cleanBytes } from '../shared/pipeline/clean.ts';
import type { Reader } from '../shared/pipeline/ports.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data/pages/scrapinghub' },
    pages: { type: 'string', default: '2000' },
    how: { type: 'string', default: 'process' },
    threads: { type: 'string' },
  },
});
const FOLDER = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), values.data);
const PAGES = Number(values.pages);
const QUARTERS = 4;

/** The event loop turns between pages, as it does wherever pages come from somewhere. */
async function inThisThread(): Promise<Reader> {
  const { readArticle } = await import('../shared/core/article.ts');
  return {
    async read(document, hints, profile) {
      await nextTurn();
      return readArticle(document, hints, profile);
    },
  };
}

async function inWorkers(threads: number) {
  const { createReader } = await import('../shared/workers/reader.ts');
  return createReader({ threads });
}

const files = readdirSync(FOLDER).sort();
function* names(): Generator<string> {
  for (let page = 0; page < PAGES; page += 1) yield files[page % files.length] ?? '';
}

const threads = values.threads === undefined ? threadsFor(availableParallelism()) : Number(values.threads);
const workers = values.how === 'workers' ? await inWorkers(threads) : null;
const reader = workers ?? (await inThisThread());
let rejected = 0;
async function read(name: string): Promise<void> {
  const bytes = readFileSync(path.join(FOLDER, name));
  const facts = { path: name, modifiedAt: new Date(0).toISOString() };
  await cleanBytes(bytes, facts, reader).catch(() => {
    rejected += 1;
  });
}

const inMib = (bytes: number): number => Math.round(bytes / 1024 / 1024);
const quarters: number[] = [];
let done = 0;
for await (const _ of inOrder(names(), workers === null ? 1 : threads + 1, read)) {
  done += 1;
  if (done % Math.ceil(PAGES / QUARTERS) === 0) quarters.push(inMib(process.memoryUsage.rss()));
}
await workers?.close();
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ how: values.how, pages: done, rejected, quarters, peak }));
