/** The newsroom in a store in memory, behind the console's own server. In: files. Out: an address. Promise: the real use cases and the real server; uploads go through the pipeline. */
import { pageAssets } from '../../console/server/assets.ts';
import { type RunningConsole, serveConsole } from '../../console/server/serve.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import { createReader } from '../../shared/workers/reader.ts';
import type { Filed } from './newsroom.ts';

export interface Newsroom extends RunningConsole {
  /** Id of the article whose headline begins so. */
  idOf(headline: string, publisher?: string): Promise<string>;
}

export async function openNewsroom(files: readonly Filed[]): Promise<Newsroom> {
  const reader = createReader();
  const store = memoryStore(reader);
  for (const { key, content, ...options } of files) await store.deliver(store.bucket.put(key, content, options));
  const { query, bucket } = store;
  const running = await serveConsole(
    {
      query,
      objects: bucket.objects,
      async upload({ key, bytes }) {
        const change = bucket.put(key, bytes);
        await store.deliver(change);
        return { versionId: change.versionId };
      },
    },
    await pageAssets(),
    0,
  );
  return {
    url: running.url,
    async close() {
      await running.close();
      await reader.close();
    },
    async idOf(headline, publisher) {
      const asked = new URLSearchParams(publisher === undefined ? {} : { outlet: publisher });
      const answer = await fetch(`${running.url}api/search?${asked}`);
      const { items }: { readonly items: readonly { readonly id: string; readonly headline: string }[] } =
        await answer.json();
      const found = items.find((item) => item.headline.startsWith(headline));
      if (found === undefined) throw new Error(`no article begins with ${headline}`);
      return found.id;
    },
  };
}
