/**
 * Heads in, records out: each joined with its row, its text, its story and its event. Promise: a few reads of many keys, and one of the bucket
 * for each record that is too large for its row.
 */
import { eventPlace } from '../core/event-place.ts';
import { Head, type LiveHead } from '../core/head.ts';
import type { Item, Key } from '../core/item.ts';
import { joinRecord } from '../core/join.ts';
import { eventPlaceKey, headKey, nodeKey, objectKey, summaryKey } from '../core/keys.ts';
import { ObjectRow, type StoredRow } from '../core/object-row.ts';
import type { ArticleRecord } from '../core/record.ts';
import { Story } from '../core/story.ts';
import { TextNode } from '../core/text-node.ts';
import { fetchRecord } from './place-record.ts';
import type { Bodies, Feeds } from './ports.ts';

export interface JoinPorts {
  readonly feeds: Feeds;
  readonly bodies: Pick<Bodies, 'get'>;
}

/** In the order of the heads; one whose row has changed since is left out. */
export async function joinAll(heads: readonly LiveHead[], ports: JoinPorts): Promise<readonly ArticleRecord[]> {
  const [rowItems, nodeItems] = await getBoth(
    heads.map((head) => objectKey(head.objectId)),
    [...new Set(heads.map((head) => head.text))].map(nodeKey),
    ports.feeds,
  );
  const known = new Map(heads.map((head) => [head.articleId, head]));
  const { nodes, stories, firstHeads, events } = await readStories(nodeItems, known, ports.feeds);
  const rows = new Map(rowItems.map((item) => ObjectRow.parse(item)).map((row) => [row.objectId, row]));
  const joined = heads.map(async (head) => {
    const row = rows.get(head.objectId);
    if (!isOwn(row, head)) return null;
    const node = nodes.get(head.text) ?? null;
    const story = stories.get(node?.storyId ?? '') ?? null;
    return joinRecord(await fetchRecord(row, ports.bodies), head, {
      node,
      story,
      firstNode: nodes.get(story?.first?.text ?? '') ?? null,
      firstHead: firstHeads.get(story?.first?.id ?? '') ?? null,
      eventId: events.get(node?.storyId ?? '') ?? null,
    });
  });
  return (await Promise.all(joined)).filter((record) => record !== null);
}

/** Items of two kinds, in one request where they fit into one. */
async function getBoth(some: readonly Key[], others: readonly Key[], feeds: JoinPorts['feeds']) {
  const own = new Set(some.map(({ pk }) => pk));
  if (some.length + others.length === 0) return [[], []] as const;
  const items = await feeds.getMany([...some, ...others]);
  return [items.filter(({ pk }) => own.has(pk)), items.filter(({ pk }) => !own.has(pk))] as const;
}

/**
 * Texts come in; their stories, the texts and the articles that were first in those, and their events go out, each by its id or its story's.
 * `known`: heads that need not be read.
 */
async function readStories(
  nodeItems: readonly Item[],
  known: ReadonlyMap<string, LiveHead>,
  feeds: JoinPorts['feeds'],
) {
  const nodes = new Map(nodeItems.map((item) => TextNode.parse(item)).map((node) => [node.textId, node]));
  const storyIds = [...new Set([...nodes.values()].flatMap((node) => node.storyId ?? []))];
  const [storyItems, placeItems] = await getBoth(storyIds.map(summaryKey), storyIds.map(eventPlaceKey), feeds);
  const stories = new Map(storyItems.map((item) => Story.parse(item)).map((story) => [story.storyId, story]));
  const firsts = [...stories.values()].flatMap(({ first }) => first ?? []);
  const texts = new Set(firsts.map(({ text }) => text).filter((textId) => !nodes.has(textId)));
  const articles = new Set(firsts.map(({ id }) => id).filter((id) => !known.has(id)));
  const [firstNodes, headItems] = await getBoth([...texts].map(nodeKey), [...articles].map(headKey), feeds);
  for (const node of firstNodes.map((item) => TextNode.parse(item))) nodes.set(node.textId, node);
  const read = headItems.map((item) => Head.parse(item)).flatMap((head) => (head.live ? [head] : []));
  const firstHeads = new Map([...known, ...read.map((head) => [head.articleId, head] as const)]);
  const places = placeItems.flatMap((item) => eventPlace(item) ?? []);
  return { nodes, stories, firstHeads, events: new Map(places.map(({ storyId, eventId }) => [storyId, eventId])) };
}

/** A row that has changed since its head was derived is left out until the head has followed. */
function isOwn(row: ObjectRow | undefined, head: LiveHead): row is StoredRow {
  return row?.state === 'stored' && row.articleId === head.articleId;
}
