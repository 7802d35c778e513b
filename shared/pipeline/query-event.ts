/**
 * What people ask of events. In: the id of an event, or of a story or article in it. Out: the event with its stories in time order.
 * Promise: no scan; what is said of the event is computed from what its stories are now.
 */
import { describeEvent, type EventDescription } from '../core/event/describe-event.ts';
import { unpackPrint } from '../core/event/packed-print.ts';
import { EventEntry, type EventPlace, eventPlace } from '../core/event-place.ts';
import { Head, type LiveHead } from '../core/head.ts';
import { hiddenAt, isHiddenAt } from '../core/hidden.ts';
import type { Item } from '../core/item.ts';
import {
  eventPk,
  eventPlaceKey,
  headKey,
  namesakeOf,
  nodeKey,
  STORY_PREFIX,
  storyOfName,
  summaryKey,
} from '../core/keys.ts';
import { type HeldBack, heldBack, isReleased } from '../core/released.ts';
import { Story } from '../core/story.ts';
import type { Carrier } from '../core/tally.ts';
import { textNode } from '../core/text-node.ts';
import { compareText } from '../core/url.ts';
import type { Feeds, Table } from './ports.ts';
import { currentName, storyOfArticle } from './query-story.ts';
import { readPartition } from './read-partition.ts';
import { changedDayKey, isSettled } from './unsettled-days.ts';

export interface EventStoryView {
  readonly storyId: string;
  /** Of its earliest article. */
  readonly headline: string | null;
  /** Earliest date of its articles that can be trusted; null when nobody states one. */
  readonly published: string | null;
  /** By which it is ordered: its earliest sort date. */
  readonly listedAt: string;
  readonly copies: number;
  readonly outlets: readonly string[];
  /** Why its earliest article may not be shown to others; absent when it may, or nobody asked. */
  readonly heldBack?: HeldBack;
}

export interface EventView {
  readonly eventId: string;
  /** Settled, or placed on arrival and not looked at since. */
  readonly settled: boolean;
  readonly description: EventDescription;
  readonly stories: readonly EventStoryView[];
}

export interface StoryReads {
  readonly feeds: Pick<Feeds, 'getMany'>;
  /** ISO 8601 instant: tells others, who see only what may be shown then; not given: its owner, who sees all. */
  readonly shownAt?: string;
  /** ISO 8601 instant: says of what is shown whether others may see it; not given: does not say. */
  readonly asOf?: string;
}

interface EventReads extends StoryReads {
  readonly table: Pick<Table, 'get' | 'query'>;
}

/** `evt_…`, `sty_…` or `art_…`. Null when nothing is known of it, or nothing of it is left. */
export async function findEvent(id: string, ports: EventReads): Promise<EventView | null> {
  const eventId = id.startsWith('evt_') ? id : await eventOfStory(id, ports);
  if (eventId === null) return null;
  const entries = (await readPartition(ports.table, eventPk(eventId), STORY_PREFIX)).map((one) =>
    EventEntry.parse(one),
  );
  const listed = new Set([storyOfName(eventId), ...entries.map((entry) => entry.storyId)]);
  const places = (await ports.feeds.getMany([...listed].map(eventPlaceKey))).flatMap((item) => eventPlace(item) ?? []);
  const own = places.filter((place) => place.eventId === eventId);
  const read = await readStories(
    own.map(({ storyId }) => storyId),
    ports,
  );
  if (read.length === 0) return null;
  const description = describeEvent(read.map(({ view, about }) => memberOf(view, about)));
  const settled = await areSettled(own, ports);
  const stories = read
    .map(({ view }) => view)
    .sort((a, b) => compareText(a.listedAt, b.listedAt) || compareText(a.storyId, b.storyId));
  return { eventId, settled, description, stories };
}

/** Settled, when no day of its stories waits to be. */
async function areSettled(places: readonly EventPlace[], { feeds }: EventReads): Promise<boolean> {
  const days = new Set(places.map(({ seen }) => seen?.listedAt.slice(0, 10) ?? null));
  const known = [...days].filter((day) => day !== null);
  const states = await feeds.getMany(known.map(changedDayKey));
  return states.length === days.size && states.every(isSettled);
}

async function eventOfStory(id: string, { table }: EventReads): Promise<string | null> {
  const storyId = id.startsWith('art_') ? await storyOfArticle(id, table) : await currentName(id, table);
  return storyId === null ? null : (eventPlace(await table.get(eventPlaceKey(storyId)))?.eventId ?? null);
}

async function readStories(storyIds: readonly string[], reads: EventReads) {
  const { feeds } = reads;
  const summaries = (await feeds.getMany(storyIds.map(summaryKey))).map((item) => Story.parse(item));
  const present = summaries.filter((story) => story.present);
  const views = new Map((await storyViews(present, reads)).map((view) => [view.storyId, view]));
  const untold = present.filter(({ about }) => about === undefined).map(({ storyId }) => namesakeOf(storyId));
  const nodes = (await feeds.getMany(untold.map(nodeKey))).flatMap((item) => textNode(item) ?? []);
  const byText = new Map(nodes.map((node) => [node.textId, node.about]));
  return present.flatMap((story) => {
    const view = views.get(story.storyId);
    const about = story.about ?? byText.get(namesakeOf(story.storyId)) ?? null;
    return view === undefined ? [] : [{ view, about }];
  });
}

/**
 * Stories with the headline of the earliest article of each that may be shown. Others give no headline, date or name of an outlet, and are
 * not counted; alone they make no story, and a story whose earliest few are all hidden is left out.
 */
export async function storyViews(
  stories: readonly Story[],
  { feeds, shownAt, asOf }: StoryReads,
): Promise<readonly EventStoryView[]> {
  const heads = await headsOf(earliestOf(stories), feeds);
  // What an article's head says is newer than what was counted of it.
  const isHidden = ({ articleId, hiddenUntil }: Carrier) => {
    const head = heads.get(articleId);
    if (shownAt === undefined) return false;
    return head === undefined ? isHiddenAt(hiddenUntil, shownAt) : !isReleased(head, shownAt);
  };
  // Only where the earliest is hidden the other early ones are looked at.
  const headless = stories.filter(({ shown: [earliest] }) => earliest !== undefined && isHidden(earliest));
  const others = headless.flatMap(({ shown }) => shown.slice(1).map(({ articleId }) => articleId));
  for (const [id, head] of others.length === 0 ? [] : await headsOf(others, feeds)) heads.set(id, head);
  return stories.flatMap((story) => {
    const shown = story.shown.filter((carrier) => !isHidden(carrier));
    if (shown.length === 0) return [];
    const hidden = shownAt === undefined ? 0 : hiddenAt(story.hidden, shownAt);
    const copies = story.copies - Math.max(hidden, story.shown.length - shown.length);
    const told = { ...story, shown, copies: Math.max(copies, shown.length) };
    return [viewOf(told, story, heads.get(told.shown[0]?.articleId ?? '') ?? null, asOf)];
  });
}

function earliestOf(stories: readonly Story[]): readonly string[] {
  return stories.flatMap(({ shown }) => shown[0]?.articleId ?? []);
}

async function headsOf(articleIds: readonly string[], feeds: StoryReads['feeds']): Promise<Map<string, LiveHead>> {
  const heads = (await feeds.getMany(articleIds.map(headKey))).flatMap(liveHead);
  return new Map(heads.map((head) => [head.articleId, head]));
}

function liveHead(item: Item): readonly LiveHead[] {
  const head = Head.parse(item);
  return head.live ? [head] : [];
}

/** `told`: without what is hidden; `all`: as it is stored. */
function viewOf(told: Story, all: Story, head: LiveHead | null, asOf?: string): EventStoryView {
  const { storyId, shown, copies } = told;
  const outlets = [...new Set(shown.flatMap(({ publisher }) => publisher ?? []))].sort();
  const listedAt = shown[0]?.sortUtc ?? '';
  const held = head === null || asOf === undefined ? null : heldBack(head, asOf);
  const view = {
    storyId,
    headline: head?.headline ?? null,
    published: publishedOf(told, all),
    listedAt,
    copies,
    outlets,
  };
  return held === null ? view : { ...view, heldBack: held };
}

function publishedOf({ first, shown }: Story, all: Story): string | null {
  const isFirst = all.hidden === undefined || shown.some(({ articleId }) => articleId === first?.id);
  if (shown.length === all.shown.length && isFirst) return first?.utc ?? null;
  const dates = shown.flatMap(({ moment }) => moment?.utc ?? []).sort();
  return dates[0] ?? null;
}

function memberOf({ storyId, headline, published, outlets, copies }: EventStoryView, about: Uint8Array | null) {
  const print = about === null ? null : unpackPrint(about);
  const nothing = { language: 'und', minutes: null, terms: [] };
  return { storyId, headline, published, outlets, articles: copies, print: print ?? nothing };
}
