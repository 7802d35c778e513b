/**
 * All stories of a window of days, gathered into events at once. In: the last day of the window. Out: how many stories moved.
 * Promise: afterwards, and while nothing else arrives, the events of the window are a function of the set of its stories.
 */
import { eventPlace, movedTo } from '../core/event-place.ts';
import { inChunks } from '../core/in-chunks.ts';
import { eventIdOf, eventPlaceKey, PARTS, storyDayPk } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { derive } from './derive.ts';
import { readPartition } from './read-partition.ts';
import { aboutStory, type EventPorts, type ListedStory, listInEvents } from './settle-event.ts';
import { markSettled, unsettledDays } from './unsettled-days.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface WindowReport {
  readonly stories: number;
  readonly events: number;
  /** Stories whose event is another one now. */
  readonly moved: number;
}

/** The window up to `now`, then, oldest first, the windows around older days that have changed. */
export async function settleRecent(now: string, ports: EventPorts): Promise<readonly WindowReport[]> {
  const reports = [await settleWindow(now, ports)];
  for (const day of (await unsettledDays(ports)).slice(0, STORE_LIMITS.settledDays)) {
    reports.push(await settleWindow(dayAfter(day.sk, STORE_LIMITS.windowDays / 2), ports));
    await markSettled(day, ports);
  }
  return reports;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + Math.floor(days) * DAY_MS).toISOString();
}

/** `until`: ISO 8601 instant; the window is that day and the days before it. */
export async function settleWindow(until: string, ports: EventPorts): Promise<WindowReport> {
  const days = daysUntil(until);
  const stories = await storiesOf(days, ports);
  const events = ports.eventing.settle(stories);
  let moved = 0;
  for (const chunk of inChunks(stories, STORE_LIMITS.atOnce)) {
    const results = await Promise.all(chunk.map((story) => move(story.storyId, events, ports)));
    moved += results.filter(Boolean).length;
  }
  return { stories: stories.length, events: new Set(events.values()).size, moved };
}

/** Oldest first. */
export function daysUntil(until: string): readonly string[] {
  const last = Date.parse(`${until.slice(0, 10)}T00:00:00.000Z`);
  return Array.from({ length: STORE_LIMITS.windowDays }, (_, back) =>
    new Date(last - (STORE_LIMITS.windowDays - 1 - back) * DAY_MS).toISOString().slice(0, 10),
  );
}

/** By the day that each has now: the lists of days only say where to look. */
async function storiesOf(days: readonly string[], ports: EventPorts): Promise<readonly ListedStory[]> {
  const partitions = days.flatMap((day) => PARTS.map((part) => ({ day, pk: storyDayPk(day, part) })));
  const stories: ListedStory[] = [];
  for (const chunk of inChunks(partitions, STORE_LIMITS.atOnce)) {
    const listed = await Promise.all(
      chunk.map(async ({ day, pk }) => {
        const items = await readPartition(ports.table, pk, '');
        return items.map((item) => ({ day, storyId: item.sk }));
      }),
    );
    for (const some of inChunks(listed.flat(), STORE_LIMITS.atOnce)) {
      const read = await Promise.all(
        some.map(async ({ day, storyId }) => ({ day, story: await aboutStory(storyId, ports) })),
      );
      stories.push(...read.flatMap(({ day, story }) => (story?.listedAt.startsWith(day) === true ? [story] : [])));
    }
  }
  return stories;
}

async function move(storyId: string, events: ReadonlyMap<string, string>, ports: EventPorts): Promise<boolean> {
  const eventId = eventIdOf(events.get(storyId) ?? storyId);
  const place = eventPlace(await ports.table.get(eventPlaceKey(storyId)));
  const isThere = place !== null && place.eventId === eventId && place.basis === 'settled' && place.listed;
  if (isThere) return false;
  await derive(
    eventPlaceKey(storyId),
    async (previous) => {
      const present = (await aboutStory(storyId, ports)) !== null;
      return movedTo(present ? eventId : null, 'settled', storyId, eventPlace(previous));
    },
    ports,
  );
  await listInEvents(storyId, ports);
  return place?.eventId !== eventId;
}
