/**
 * The stories of one day. In: the day. Out: its stories in time order. Promise: no scan; a story is listed on the day of its
 * earliest article, and on no other.
 */
import { eventPlace } from '../core/event-place.ts';
import { eventPlaceKey, PARTS, storyDayPk, summaryKey } from '../core/keys.ts';
import { Story } from '../core/story.ts';
import { compareText } from '../core/url.ts';
import type { Feeds, Table } from './ports.ts';
import { type EventStoryView, storyViews } from './query-event.ts';
import { readPartition } from './read-partition.ts';

export interface DayStory extends EventStoryView {
  /** Null while it is on its way. */
  readonly eventId: string | null;
}

interface DayReads {
  readonly table: Pick<Table, 'query'>;
  readonly feeds: Pick<Feeds, 'getMany'>;
}

/** `day`: `2026-01-02`, in UTC. */
export async function storiesOfDay(day: string, { table, feeds }: DayReads): Promise<readonly DayStory[]> {
  const parts = await Promise.all(PARTS.map((part) => readPartition(table, storyDayPk(day, part), '')));
  const listed = parts.flat().map((item) => item.sk);
  const stories = (await feeds.getMany(listed.map(summaryKey))).map((item) => Story.parse(item));
  // A list says where to look: a story that has got another day, or is gone, is still on it.
  const own = stories.filter((story) => story.present && story.shown[0]?.sortUtc.startsWith(day) === true);
  const views = await storyViews(own, feeds);
  const places = (await feeds.getMany(own.map(({ storyId }) => eventPlaceKey(storyId)))).flatMap(
    (item) => eventPlace(item) ?? [],
  );
  const events = new Map(places.map(({ storyId, eventId }) => [storyId, eventId]));
  return views
    .map((view) => ({ ...view, eventId: events.get(view.storyId) ?? null }))
    .sort((a, b) => compareText(a.listedAt, b.listedAt) || compareText(a.storyId, b.storyId));
}
