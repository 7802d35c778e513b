/**
 * Who carries a text, each with what it is. In: a page of a story, or an id. Out: its articles, towards the one that was first or towards the
 * one that was asked for. Promise: a head is read for each, a thousand at most are in memory.
 */

import { headFacts, recordFacts } from '../core/copy-direction.ts';
import { type Between, betweenCopies, type TowardsFirst, towardsFirst } from '../core/explained-copy.ts';
import { Head, type LiveHead } from '../core/head.ts';
import { headKey, nodeKey } from '../core/keys.ts';
import type { ArticleRecord } from '../core/record.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { First } from '../core/tally.ts';
import { textNode } from '../core/text-node.ts';
import { findArticle, type QueryPorts } from './query.ts';
import type { StoryMember } from './query-story.ts';
import { type StoryPage, type StoryPageReads, storyPage } from './story-page.ts';

/** An article of a story. */
export interface StoryCarrier {
  readonly id: string;
  readonly publisher: string | null;
  /** Null when the article states no date that can be trusted. */
  readonly published: string | null;
  /** Last instant that its date allows: a day without a time may have been its evening. */
  readonly latest: string | null;
  readonly listedAt: string;
  /** An identical copy that is much older contradicts its date. */
  readonly disputed: boolean;
}

export type StoryCopy = StoryCarrier & TowardsFirst;
export type RelatedCopy = StoryCarrier & Between;

type Reads = Pick<QueryPorts, 'table' | 'feeds'>;

/** `first`: null as well when it may not be spoken of. */
export async function explainedMembers(
  { items, nodes }: StoryPage,
  first: First | null,
  reads: Reads,
): Promise<readonly StoryCopy[]> {
  const ids = items.map(({ articleId }) => articleId);
  const heads = await liveHeads(first === null ? ids : [...ids, first.id], reads);
  return items.map((member) => ({ ...carrierOf(member), ...towardsFirst(member, first, { nodes, heads }) }));
}

/** The others of its story beside `record`. */
export async function explainedCopies(
  record: ArticleRecord,
  { items, nodes }: StoryPage,
  reads: Reads,
): Promise<readonly RelatedCopy[]> {
  const heads = await liveHeads([record.id, ...items.map(({ articleId }) => articleId)], reads);
  const head = heads.get(record.id) ?? null;
  const text = head === null ? null : (nodes.get(head.text) ?? textNode(await reads.table.get(nodeKey(head.text))));
  // Both sides name agencies as heads do.
  const own = headFacts(record.id, head, recordFacts(record).moment);
  return items.map((member) => ({ ...carrierOf(member), ...betweenCopies(own, text, member, { nodes, heads }) }));
}

/** All who carry a story, by its id or that of an article in it; none when nothing is known of it. */
export async function* storyCopies(id: string, ports: QueryPorts): AsyncGenerator<StoryCopy> {
  for await (const page of pagesOf(id, ports)) yield* await explainedMembers(page, page.story.first, ports);
}

/** All who carry the story of an article, but for itself; none when it stands alone. */
export async function* relatedCopies(id: string, ports: QueryPorts): AsyncGenerator<RelatedCopy> {
  const record = await findArticle(id, ports);
  if (record === null) return;
  for await (const page of pagesOf(record.id, { ...ports, except: record.id }))
    yield* await explainedCopies(record, page, ports);
}

async function* pagesOf(id: string, reads: StoryPageReads): AsyncGenerator<StoryPage> {
  let cursor: string | null = null;
  do {
    const page: StoryPage | null = await storyPage(id, { limit: STORE_LIMITS.storyInTime, cursor }, reads);
    if (page === null) return;
    yield page;
    cursor = page.cursor;
  } while (cursor !== null);
}

export async function liveHeads(ids: readonly string[], { feeds }: Reads): Promise<ReadonlyMap<string, LiveHead>> {
  const items = await feeds.getMany([...new Set(ids)].map(headKey));
  const live = items.map((item) => Head.parse(item)).flatMap((head) => (head.live ? [head] : []));
  return new Map(live.map((head) => [head.articleId, head]));
}

function carrierOf({ articleId, publisher, moment, sortUtc, disputed }: StoryMember): StoryCarrier {
  const { utc: published = null, latest = null } = moment ?? {};
  return { id: articleId, publisher, published, latest, listedAt: sortUtc, disputed };
}
