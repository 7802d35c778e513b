import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { findObject } from '../../shared/pipeline/query.ts';
import { warcRecords } from '../../shared/testing/archives.ts';
import { openLocalStore } from '../local-store.ts';
import { logMemory } from './memory.ts';
import { processorSeconds } from './processor.ts';
import { syntheticPage } from './synthetic-page.ts';

const { values: options } = parseArgs({
  options: { records: { type: 'string', default: '5000' }, minutes: { type: 'string', default: '1440' } },
});
const records = Number(options.records);
/** After so long what is done by then is told. */
const MOST_MS = Number(options.minutes) * 60_000;
const LOOK_MS = 1_000;
const STRETCHES = 8;
const KEY = 'incoming/crawl.warc.gz';

function crawl(count: number): Uint8Array {
  const date = '2026-01-01T00:00:00Z';
  const pages = Array.from({ length: count }, (_, at) => {
    const url = `https://crawled-${at % 40}.example/news/${at}`;
    return Buffer.concat(warcRecords([{ url, date, html: syntheticPage(at) }]).map((record) => gzipSync(record)));
  });
  return Buffer.concat(pages);
}

const { stack, store, errors, close } = await openLocalStore('intake');
const memory = logMemory(LOOK_MS);
try {
  const bytes = crawl(records);
  const began = performance.now();
  await store.upload({ key: KEY, bytes, metadata: {} });
  const isDone = await Promise.race([stack.idle().then(() => true), sleep(MOST_MS, false, { ref: false })]);
  if (!isDone) console.log(`Stopped after ${options.minutes} minutes, before all was done.`);
  const seconds = (performance.now() - began) / 1_000;
  const state = await findObject(KEY, store.query);
  console.log(`${records} records, ${(bytes.length / 1024 / 1024).toFixed(1)} MiB packed, in ${seconds.toFixed(0)} s`);
  const done = state?.state === 'container' ? state.stored + state.rejected : 0;
  const perCore = done / seconds / availableParallelism();
  console.log(
    `${perCore.toFixed(1)} members a second and core (${availableParallelism()} cores, everything else on them too)`,
  );
  console.log(JSON.stringify(state));
  for (const [name, { count, units }] of Object.entries(stack.usage().calls).sort())
    console.log(
      `  ${name.padEnd(32)} ${(count / records).toFixed(3)} calls, ${(units / records).toFixed(3)} units a member`,
    );
  for (const [name, used] of Object.entries(stack.usage().functions)) console.log(`  ${name}: ${JSON.stringify(used)}`);
  const used = processorSeconds();
  for (const [name, count] of used)
    console.log(
      `  ${name}: ${count.toFixed(1)} s of the processor, ${((count / done) * 1_000).toFixed(1)} ms a member`,
    );
  const total = [...used.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${(done / total).toFixed(1)} members a second of the processor, everything together`);
  for (const [name, peaks] of memory.peaks(STRETCHES))
    console.log(`  ${name}: MiB at most, in ${STRETCHES} stretches of the run: ${peaks.join(' ')}`);
  console.log(`${errors.length} errors${errors.length > 0 ? `, the first: ${errors[0]}` : ''}`);
} finally {
  memory.stop();
  await close();
}
