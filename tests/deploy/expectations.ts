/** What the samples must come to in any store, however it was deployed. In: a client of it. Out: what is missing, in words; null for nothing. */

import type { Upload } from '../../shared/aws/store.ts';
import type { StoreClient } from '../../shared/library/client.ts';

/** Every upload ends in a state. */
export async function unsettled(uploads: readonly Upload[], store: StoreClient): Promise<string | null> {
  const states = await Promise.all(uploads.map(async ({ key }) => ({ key, state: (await store.object(key))?.state })));
  const waiting = states.filter(({ state }) => state === undefined).map(({ key }) => key);
  return waiting.length === 0 ? null : `Nothing is known of: ${waiting.join(', ')}`;
}

/** Copies are one story, a revision is a version, each story has its event, what cannot be read is refused. */
export async function unlike(store: StoreClient): Promise<string | null> {
  const articles = await all(store.articles());
  const stories = new Map<string, number>();
  for (const { storyId } of articles) stories.set(storyId ?? '', (stories.get(storyId ?? '') ?? 0) + 1);
  const rejected = await all(store.rejected());
  const facts: readonly (readonly [string, boolean])[] = [
    ['13 articles', articles.length === 13],
    ['each in a story', !stories.has('')],
    ['each in an event', articles.every(({ eventId }) => eventId !== null)],
    ['two copies of one story', [...stories.values()].includes(2)],
    ['one revised article', articles.filter(({ version }) => version === 2).length === 1],
    ['one file refused', rejected.length === 1],
  ];
  const wrong = facts.filter(([, holds]) => !holds).map(([name]) => name);
  return wrong.length === 0
    ? null
    : `Not so: ${wrong.join(', ')}; ${articles.length} articles, ${rejected.length} refused`;
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
