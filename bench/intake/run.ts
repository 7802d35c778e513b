import { availableParallelism } from 'node:os';
import { setInterval, setTimeout as sleep } from 'node:timers/promises';
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
/** Each look reads the counters of every process of the machine. */
const LOOK_MS = 5_000;
/** So that the first tenth of a run stands beside its last. */
const STRETCHES = 10;
/** How often it says how far it is. */
const TELL_MS = 60_000;
const KEY = 'incoming/crawl.warc.gz';

/** Pages that are packed before they are put together: what packing leaves between small buffers is memory that nobody gets back. */
const PACKED_AT_ONCE = 250;

function crawl(count: number): Uint8Array {
  const date = '2026-01-01T00:00:00Z';
  const page = (at: number) => {
    const url = `https://crawled-${at % 40}.example/news/${at}`;
    return warcRecords([{ url, date, html: syntheticPage(at) }]).map((record) => gzipSync(record));
  };
  const stretches = Array.from({ length: Math.ceil(count / PACKED_AT_ONCE) }, (_, at) => at * PACKED_AT_ONCE);
  const packed = stretches.map((from) => {
    const until = Math.min(count, from + PACKED_AT_ONCE);
    return Buffer.concat(Array.from({ length: until - from }, (_, at) => page(from + at)).flat());
  });
  return Buffer.concat(packed);
}

const { stack, store, errors, close } = await openLocalStore('intake');
const memory = logMemory(LOOK_MS);
const began = performance.now();

const stateNow = () => findObject(KEY, store.query);
type State = Awaited<ReturnType<typeof stateNow>>;
const doneOf = (state: State) => (state?.state === 'container' ? state.stored + state.rejected : 0);
const sum = (used: ReadonlyMap<string, number>) => [...used.values()].reduce((total, count) => total + count, 0);

/** One line a minute, so that a run that is ended from outside has told what it did. */
async function tellProgress(stop: AbortSignal): Promise<void> {
  let [before, usedBefore] = [0, sum(processorSeconds())];
  for await (const _ of setInterval(TELL_MS, null, { signal: stop, ref: false })) {
    const [done, used] = [doneOf(await stateNow()), sum(processorSeconds())];
    const ms = ((used - usedBefore) / (done - before)) * 1_000;
    const peaks = [...memory.latest()].map(([name, mib]) => `${name} ${mib}`).join(', ');
    const minutes = (performance.now() - began) / 60_000;
    console.log(`${minutes.toFixed(0)} min: ${done} done, ${ms.toFixed(1)} ms a member of late; MiB: ${peaks}`);
    [before, usedBefore] = [done, used];
  }
}

function tellCalls(done: number): void {
  const { calls, functions } = stack.usage();
  for (const [name, { count, units }] of Object.entries(calls).sort())
    console.log(`  ${name.padEnd(32)} ${(count / done).toFixed(3)} calls, ${(units / done).toFixed(3)} units a member`);
  for (const [name, used] of Object.entries(functions)) console.log(`  ${name}: ${JSON.stringify(used)}`);
}

function tellProcessor(done: number, seconds: number): void {
  const perCore = done / seconds / availableParallelism();
  console.log(
    `${perCore.toFixed(1)} members a second and core (${availableParallelism()} cores, everything else on them too)`,
  );
  const used = processorSeconds();
  for (const [name, count] of used)
    console.log(
      `  ${name}: ${count.toFixed(1)} s of the processor, ${((count / done) * 1_000).toFixed(1)} ms a member`,
    );
  const total = sum(used);
  console.log(
    `${(done / total).toFixed(1)} members a second of the processor, ${((total / done) * 1_000).toFixed(1)} ms a member, everything together`,
  );
  for (const [name, peaks] of memory.peaks(STRETCHES))
    console.log(`  ${name}: MiB at most, in ${STRETCHES} stretches of the run: ${peaks.join(' ')}`);
}

const stop = new AbortController();
try {
  const bytes = crawl(records);
  await store.upload({ key: KEY, bytes, metadata: {} });
  const progress = tellProgress(stop.signal).catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  const isDone = await Promise.race([stack.idle().then(() => true), sleep(MOST_MS, false, { ref: false })]);
  stop.abort();
  await progress;
  if (!isDone) console.log(`Stopped after ${options.minutes} minutes, before all was done.`);
  const seconds = (performance.now() - began) / 1_000;
  const state = await stateNow();
  console.log(`${records} records, ${(bytes.length / 1024 / 1024).toFixed(1)} MiB packed, in ${seconds.toFixed(0)} s`);
  console.log(JSON.stringify(state));
  tellCalls(doneOf(state));
  tellProcessor(doneOf(state), seconds);
  console.log(`${errors.length} errors${errors.length > 0 ? `, the first: ${errors[0]}` : ''}`);
} finally {
  memory.stop();
  await close();
}
