/**
 * Which articles are meant. In: a day, a story, an event. Out: ids of their articles, in an order that does not depend on chance; then
 * records, some at a time. Promise: no scan; however many there are, a hundred records are in memory.
 */
import { articlePk, dayEntry } from '../core/keys.ts';
import type { ArticleRecord } from '../core/record.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { feedPage } from './feed-page.ts';
import { findArticles, type QueryPorts } from './query.ts';
import { findEvent } from './query-event.ts';
import { findStory } from './query-story.ts';

type Ids = Iterable<string> | AsyncIterable<string>;

/** `day`: `2026-01-02`, in UTC. Newest first, as lists are. */
export async function* idsOfDay(day: string, ports: QueryPorts): AsyncGenerator<string> {
  let cursor: string | null = null;
  do {
    const page = await feedPage(dayEntry(day), { limit: STORE_LIMITS.listItems, cursor }, ports);
    for (const { key } of page.entries) yield key.pk.slice(articlePk('').length);
    cursor = page.cursor;
  } while (cursor !== null);
}

/** In time order; null when nothing is known of the story. */
export async function idsOfStory(id: string, { table }: QueryPorts): Promise<readonly string[] | null> {
  const view = await findStory(id, table);
  return view === null ? null : view.members.map(({ articleId }) => articleId);
}

/** Story by story; null when nothing is known of the event. */
export async function idsOfEvent(id: string, ports: QueryPorts): Promise<readonly string[] | null> {
  const view = await findEvent(id, ports);
  if (view === null) return null;
  const ids: string[] = [];
  for (const { storyId } of view.stories) ids.push(...((await idsOfStory(storyId, ports)) ?? []));
  return ids;
}

/** Those that are there, in the order asked for; `missing` is told of the others. */
export async function* articlesOf(
  ids: Ids,
  ports: QueryPorts,
  missing: (id: string) => void = () => {},
): AsyncGenerator<ArticleRecord> {
  let batch: string[] = [];
  for await (const id of ids) {
    batch.push(id);
    if (batch.length < STORE_LIMITS.listItems) continue;
    yield* found(batch, ports, missing);
    batch = [];
  }
  yield* found(batch, ports, missing);
}

async function* found(ids: readonly string[], ports: QueryPorts, missing: (id: string) => void) {
  if (ids.length === 0) return;
  const records = await findArticles(ids, ports);
  const known = new Set(records.map((record) => record.id));
  for (const id of ids) if (!known.has(id)) missing(id);
  yield* records;
}
