/** What settling reads. In: articles. Out: read units of a window without stories, and of each story that a window sees on top; seconds of this machine. */
import { readArticle } from '../../shared/core/article.ts';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import { settleChanged, settleWindow } from '../../shared/pipeline/settle-window.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import type { Upload } from './articles.ts';
import { meteredTable } from './metered-table.ts';

const reader = { read: async (...given: Parameters<typeof readArticle>) => readArticle(...given) };
const MIB_IN_GIB = 1_024;

/** `memoryMib`: of the function, for its seconds. */
export async function settleReads(uploads: AsyncGenerator<Upload>, memoryMib: number) {
  const store = memoryStore(reader);
  const { table, units } = meteredTable(store.table);
  const ports = { table, pacing: { pause: async () => {} }, eventing: EVENTS };
  await settleWindow(0, ports);
  const readUnitsPerWindow = units().read;
  for await (const { key, bytes } of uploads) await store.deliver(store.bucket.put(key, Buffer.from(bytes)));
  const [before, began] = [units().read, performance.now()];
  const windows = await settleChanged(ports);
  const seconds = (performance.now() - began) / 1_000;
  const stories = windows.reduce((sum, window) => sum + window.stories, 0);
  const read = units().read - before - windows.length * readUnitsPerWindow;
  return {
    ...{ windows: windows.length, stories, readUnitsPerWindow },
    readUnitsPerStory: Number((read / stories).toFixed(3)),
    gibSecondsPerStory: Number(((seconds * memoryMib) / MIB_IN_GIB / stories).toFixed(6)),
  };
}
