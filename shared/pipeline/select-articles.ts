/**
 * Which articles are meant. In: a filter, or a story, an event, ids. Out: records, or ids in an order that does not depend on chance.
 * Promise: no scan; however many there are, a hundred records are in memory.
 */
import { type ArticleFilter, EVERYTHING } from '../core/article-filter.ts';
import { Head, type LiveHead } from '../core/head.ts';
import { headKey } from '../core/keys.ts';
import type { ArticleRecord } from '../core/record.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { eachPage } from './each-page.ts';
import { joinAll } from './join-heads.ts';
import type { QueryPorts } from './query.ts';
import { headsThatPass, selectArticles } from './query-articles.ts';
import { findEvent } from './query-event.ts';
import { findStory } from './query-story.ts';

type Ids = Iterable<string> | AsyncIterable<string>;

/** All that pass, newest first, as lists are. */
export function articlesBy(filter: ArticleFilter, ports: QueryPorts): AsyncGenerator<ArticleRecord> {
  return eachPage((request) => selectArticles(filter, request, ports));
}

/** In time order; null when nothing is known of the story. */
export async function idsOfStory(id: string, { table, feeds }: QueryPorts): Promise<readonly string[] | null> {
  const view = await findStory(id, table, feeds);
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

export interface Wanted {
  /** Of those named, the ones that pass. */
  readonly filter?: ArticleFilter;
  /** Told of those that are not there. */
  readonly missing?: (id: string) => void;
}

/** Those that are there and pass, in the order asked for. */
export async function* articlesOf(ids: Ids, ports: QueryPorts, wanted: Wanted = {}): AsyncGenerator<ArticleRecord> {
  let batch: string[] = [];
  for await (const id of ids) {
    batch.push(id);
    if (batch.length < STORE_LIMITS.listItems) continue;
    yield* found(batch, ports, wanted);
    batch = [];
  }
  yield* found(batch, ports, wanted);
}

async function* found(ids: readonly string[], ports: QueryPorts, { filter = EVERYTHING, missing }: Wanted) {
  if (ids.length === 0) return;
  const heads = (await ports.feeds.getMany(ids.map(headKey))).map((item) => Head.parse(item));
  const live = heads.filter((head): head is LiveHead => head.live);
  const passing = await headsThatPass(live, filter, ports);
  const records = await joinAll(passing, ports);
  const there = new Set(records.map((record) => record.id));
  // A head that does not pass is there all the same.
  for (const { articleId } of live) if (!passing.some((head) => head.articleId === articleId)) there.add(articleId);
  for (const id of ids) if (!there.has(id)) missing?.(id);
  yield* records;
}
