/**
 * The event of one story, on arrival. In: a story whose summary has just been derived. Promise: a story that is there is in an
 * event within the same call, chosen by the few stories that share a topic; a story that is gone is in none. Choices made on
 * arrival depend on what was there; settling the window makes them a function of the set.
 */
import { type EventPlace, eventPlace, isSeen, placeIn, seenOf } from '../core/event-place.ts';
import type { Eventing, ListedStory } from '../core/eventing.ts';
import type { Item } from '../core/item.ts';
import {
  eventEntryKey,
  eventIdOf,
  eventPlaceKey,
  namesakeOf,
  nodeKey,
  storyDayKey,
  summaryKey,
  topicKey,
  topicPk,
} from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { Story } from '../core/story.ts';
import { textNode } from '../core/text-node.ts';
import { type DerivePorts, derive } from './derive.ts';
import type { Table } from './ports.ts';
import { callForSettling } from './unsettled-days.ts';

export interface EventPorts extends DerivePorts {
  readonly eventing: Eventing;
}

/** Null when nobody carries the story. Without words to go by it is about itself alone. */
export async function aboutStory(storyId: string, ports: Pick<DerivePorts, 'table'>): Promise<ListedStory | null> {
  return aboutSummary(storyId, await ports.table.get(summaryKey(storyId)), ports);
}

/** `summary`: of the story, as it was read. */
export async function aboutSummary(
  storyId: string,
  summary: Item | null,
  { table }: Pick<DerivePorts, 'table'>,
): Promise<ListedStory | null> {
  const story = summary === null ? null : Story.parse(summary);
  if (story === null || !story.present) return null;
  const about = story.about ?? (story.about === null ? null : await aboutNamesake(storyId, table));
  return {
    storyId,
    about: about ?? new Uint8Array(),
    published: story.first?.utc ?? null,
    listedAt: story.shown[0]?.sortUtc ?? '',
  };
}

async function aboutNamesake(storyId: string, table: Pick<Table, 'get'>): Promise<Uint8Array | null> {
  return textNode(await table.get(nodeKey(namesakeOf(storyId))))?.about ?? null;
}

/**
 * Days are told before the place is written: of what a place has seen, nothing waits to be told. It is written also when nothing
 * has changed (see derive.ts): else somebody who read the story before could still place it by what it was.
 */
export async function settleEvent(storyId: string, ports: EventPorts): Promise<void> {
  const rule = async (previous: Item | null) => {
    const story = await aboutStory(storyId, ports);
    const before = eventPlace(previous);
    if (before !== null && isSeen(story, before)) return before;
    if (story !== null) await ports.table.put(storyDayKey(story.listedAt, storyId), null);
    const eventId = story === null ? null : await eventFor(story, before, ports);
    const days = [story, before?.seen ?? null].flatMap((one) => one?.listedAt.slice(0, 10) ?? []);
    for (const day of new Set(days)) await callForSettling(day, ports);
    if (eventId !== null) await enterEvent(eventId, storyId, ports);
    return placeIn({ storyId, eventId, seen: story === null ? null : seenOf(story) });
  };
  await derive(eventPlaceKey(storyId), rule, ports);
}

/** A story that has changed is found by what it is now; it looks around anew where it has come to another day, and else stays. */
async function eventFor(story: ListedStory, before: EventPlace | null, ports: EventPorts): Promise<string> {
  const { written, own, neighbours } = ports.eventing.keysOf(story);
  await enterTopics(story, written, ports);
  const isThere = before?.seen?.listedAt.slice(0, 10) === story.listedAt.slice(0, 10);
  return (isThere ? before.eventId : null) ?? (await chosenEvent(story, [...own, ...neighbours], ports));
}

async function enterTopics(
  { storyId, listedAt }: ListedStory,
  keys: readonly string[],
  { table }: EventPorts,
): Promise<void> {
  await Promise.all(keys.map((key) => table.put({ ...topicKey(key, listedAt, storyId), storyId }, null)));
}

async function chosenEvent(story: ListedStory, keys: readonly string[], ports: EventPorts): Promise<string> {
  const near = await sharers(story.storyId, keys, ports);
  const candidates = (await Promise.all(near.map((id) => candidateOf(id, ports)))).filter((one) => one !== null);
  return ports.eventing.choose(story, candidates) ?? eventIdOf(story.storyId);
}

async function candidateOf(storyId: string, ports: EventPorts) {
  const [story, place] = await Promise.all([aboutStory(storyId, ports), ports.table.get(eventPlaceKey(storyId))]);
  const eventId = eventPlace(place)?.eventId ?? null;
  return story === null || eventId === null ? null : { ...story, eventId };
}

/** Stories with the most topics in common, of the latest of each. What is not to be seen yet, settling finds. */
async function sharers(storyId: string, keys: readonly string[], ports: EventPorts): Promise<readonly string[]> {
  const limit = STORE_LIMITS.topicStories;
  const pages = keys.map((key) =>
    ports.table.query({ pk: topicPk(key), prefix: '', after: null, newestFirst: true, limit, mayLag: true }),
  );
  const postings = (await Promise.all(pages)).map((items) => items.map((item) => String(item['storyId'])));
  // Newest first as read; the newest counts as the last.
  return ports.eventing.candidates(postings.map((ids) => ids.filter((id) => id !== storyId).reverse()));
}

/**
 * Before the story's place: whoever asks for the event finds all that are in it. Entries are never removed, and the story that gives
 * the event its name has none: who reads the list looks at the place of each.
 */
export async function enterEvent(eventId: string, storyId: string, { table }: DerivePorts): Promise<void> {
  if (eventId !== eventIdOf(storyId)) await table.put({ ...eventEntryKey(eventId, storyId), storyId }, null);
}
