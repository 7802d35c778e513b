/**
 * What settling takes. In: articles. Out: read units of a window without stories, and of each story and each place that it looks at on top, as counted when
 * everything is settled already; what the first settling takes beyond, in which many a story changes its event, for each article; seconds of this machine.
 */
import { readArticle } from '../../shared/core/article.ts';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import { settleChanged, settleWindow } from '../../shared/pipeline/settle-window.ts';
import { callForSettling, unsettledDays } from '../../shared/pipeline/unsettled-days.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import type { Upload } from './articles.ts';
import { type Count, meteredTable } from './metered-table.ts';

const reader = { read: async (...given: Parameters<typeof readArticle>) => readArticle(...given) };
const MIB_IN_GIB = 1_024;
const READS = /^(?:get|query (?!stories ))/;
const PLACES = /^get place /;

/** `memoryMib`: of the function, for its seconds. */
export async function settleReads(uploads: AsyncGenerator<Upload>, memoryMib: number) {
  const store = memoryStore(reader);
  const { table, units, counts, forget } = meteredTable(store.table);
  const ports = { table, pacing: { pause: async () => {} }, eventing: EVENTS };
  await settleWindow(0, ports);
  const readUnitsPerWindow = units().read;
  for await (const { key, bytes } of uploads) await store.deliver(store.bucket.put(key, Buffer.from(bytes)));
  const changed = await unsettledDays(ports);
  forget();
  const began = performance.now();
  const windows = await settleChanged(ports);
  const seconds = (performance.now() - began) / 1_000;
  // The lists of the days are the windows' own.
  const first = { read: sumOf(counts(), READS, 'units'), written: sumOf(counts(), /^(?:put|update) /, 'units') };
  for (const { sk } of changed) await callForSettling(sk, ports);
  forget();
  await settleChanged(ports);
  const [summaries, places] = [sumOf(counts(), /^get story summary$/, 'calls'), sumOf(counts(), PLACES, 'calls')];
  const [again, placeUnits] = [sumOf(counts(), READS, 'units'), sumOf(counts(), PLACES, 'units')];
  const stories = windows.reduce((sum, window) => sum + window.stories, 0);
  return {
    ...{ windows: windows.length, stories, readUnitsPerWindow },
    readUnitsPerStory: Number(((again - placeUnits) / summaries).toFixed(3)),
    readUnitsPerPlace: Number((placeUnits / places).toFixed(3)),
    readUnitsPerArrival: Number(((first.read - again) / summaries).toFixed(3)),
    writeUnitsPerArrival: Number((first.written / summaries).toFixed(3)),
    gibSecondsPerStory: Number(((seconds * memoryMib) / MIB_IN_GIB / stories).toFixed(6)),
  };
}

function sumOf(counts: ReadonlyMap<string, Count>, names: RegExp, what: keyof Count): number {
  return [...counts].reduce((total, [name, count]) => total + (names.test(name) ? count[what] : 0), 0);
}
