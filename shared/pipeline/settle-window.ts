/**
 * Stories of a window of days, gathered into events at once. In: days that have changed. Out: how many stories moved. Promise: when
 * all days are settled, and while nothing else arrives, the events are a function of the set of all stories.
 */
import { eventPlace, type ListedStory, placeIn } from '../core/event-place.ts';
import { eventWindow, windowsThatSee } from '../core/event-windows.ts';
import { inChunks } from '../core/in-chunks.ts';
import { eventIdOf, eventPlaceKey, PARTS, storyDayPk, windowKey } from '../core/keys.ts';
import { isDue } from '../core/settling-pace.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { derive, generationOf } from './derive.ts';
import type { Clock } from './ports.ts';
import { readPartition } from './read-partition.ts';
import { aboutStory, type EventPorts, enterEvent } from './settle-event.ts';
import { type ChangedDay, callForSettling, markSettled, takeUp, unsettledDays } from './unsettled-days.ts';

export interface WindowReport {
  readonly from: string;
  readonly until: string;
  /** Seen. */
  readonly stories: number;
  readonly events: number;
  /** Stories whose event is another one now. */
  readonly moved: number;
}

/** With a clock, days wait for their turn; without one, all that have changed are settled. */
export type SettlePace = EventPorts & { readonly clock?: Clock };

/** All windows that see a day that has changed and is due, newest first, up to a number; the rest is left to the next call. */
export async function settleChanged(ports: SettlePace): Promise<readonly WindowReport[]> {
  const now = ports.clock?.() ?? null;
  const taken = await takeUpDue(now, ports);
  const windows = new Set(taken.flatMap(({ sk }) => windowsThatSee(sk)));
  const reports = new Map<number, WindowReport>();
  for (const index of windows) reports.set(index, await settleWindow(index, ports));
  for (const day of taken) {
    const seen = windowsThatSee(day.sk).map((index) => reports.get(index)?.stories ?? 0);
    await markSettled(
      day,
      seen.reduce((sum, stories) => sum + stories, 0),
      ports,
    );
  }
  return [...reports.values()];
}

/** A day that is not due is taken up all the same when its windows are settled for others. */
async function takeUpDue(now: string | null, ports: EventPorts): Promise<readonly ChangedDay[]> {
  const changed = await unsettledDays(ports);
  const due = changed.filter((day) => now === null || isDue(day, now)).slice(0, STORE_LIMITS.settledDays);
  const windows = new Set(due.flatMap(({ sk }) => windowsThatSee(sk)));
  const along = changed.filter(({ sk }) => windowsThatSee(sk).every((index) => windows.has(index)));
  return (await Promise.all(along.map((day) => takeUp(day, now, ports)))).filter((day) => day !== null);
}

/**
 * Two that settle one window at once have seen different stories, and who saw less may write last: whoever finds at the end that
 * another has begun since calls for settling once more.
 */
export async function settleWindow(index: number, ports: EventPorts): Promise<WindowReport> {
  const { days, owned } = eventWindow(index);
  const begun = await derive(windowKey(index), async () => ({}), ports);
  const stories = await storiesOf(days, ports);
  const events = ports.eventing.settle(stories);
  const own = stories.filter(({ listedAt }) => owned.has(listedAt.slice(0, 10)));
  let moved = 0;
  for (const chunk of inChunks(own, STORE_LIMITS.atOnce)) {
    const results = await Promise.all(chunk.map(({ storyId }) => move(storyId, events, ports)));
    moved += results.filter(Boolean).length;
  }
  const now = await ports.table.get(windowKey(index));
  if (generationOf(now) !== generationOf(begun)) for (const day of owned) await callForSettling(day, ports);
  const [from = '', until = ''] = [days[0], days.at(-1)];
  return { from, until, stories: stories.length, events: new Set(events.values()).size, moved };
}

/** By the day that each has now: the lists of days only say where to look. */
export async function storiesOf(
  days: readonly string[],
  ports: Pick<EventPorts, 'table'>,
): Promise<readonly ListedStory[]> {
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
  if (place?.eventId === eventId) return false;
  await derive(
    eventPlaceKey(storyId),
    async (previous) => {
      const present = (await aboutStory(storyId, ports)) !== null;
      if (present) await enterEvent(eventId, storyId, ports);
      return placeIn({ storyId, eventId: present ? eventId : null, seen: eventPlace(previous)?.seen ?? null });
    },
    ports,
  );
  return true;
}
