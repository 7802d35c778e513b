/**
 * The stories of one day. In: the day. Out: its stories in time order. Promise: no scan; a story is listed on the day of its
 * earliest article, and on no other.
 */

import { CursorError } from '../core/change-log.ts';
import { eventPlace } from '../core/event-place.ts';
import { eventPlaceKey, PARTS, partOf, storyDayPk, summaryKey } from '../core/keys.ts';
import { Story } from '../core/story.ts';
import { compareText } from '../core/url.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { limitOf, type PageRequest } from './feed-page.ts';
import type { Table } from './ports.ts';
import type { Page } from './query.ts';
import { type EventStoryView, type StoryReads, storyViews } from './query-event.ts';
import { readPartition } from './read-partition.ts';

export interface DayStory extends EventStoryView {
  /** Null while it is on its way. */
  readonly eventId: string | null;
}

interface DayReads extends StoryReads {
  readonly table: Pick<Table, 'query'>;
}

/** `day`: `2026-01-02`, in UTC. */
export async function storiesOfDay(day: string, reads: DayReads): Promise<readonly DayStory[]> {
  const parts = await Promise.all(PARTS.map((part) => readPartition(reads.table, storyDayPk(day, part), '')));
  const listed = parts.flat().map((item) => item.sk);
  const views = await dayViews(day, listed, reads);
  return [...views].sort((a, b) => compareText(a.listedAt, b.listedAt) || compareText(a.storyId, b.storyId));
}

/** Some of a day's stories, in no order: a busy day has more than one answer can hold. At most one read for each part of its list. */
export async function storiesPage(day: string, request: PageRequest, reads: DayReads): Promise<Page<DayStory>> {
  const list = `stories ${day}`;
  const after = request.cursor === null ? null : placeOf(list, request.cursor);
  const first = after === null ? 0 : PARTS.indexOf(partOf(after));
  if (first < 0) throw new CursorError('The cursor is not one that this list gave.');
  const listed: string[] = [];
  const limit = limitOf(request);
  for (const [at, part] of PARTS.slice(first).entries()) {
    const query = { pk: storyDayPk(day, part), prefix: '', newestFirst: false, limit: limit - listed.length };
    const items = await reads.table.query({ ...query, after: at === 0 ? after : null });
    listed.push(...items.map((item) => item.sk));
    if (listed.length >= limit) break;
  }
  const last = listed.length < limit ? undefined : listed.at(-1);
  return { items: await dayViews(day, listed, reads), cursor: last === undefined ? null : cursorOf(list, last) };
}

/** A list says where to look: a story that has got another day, or is gone, is still on it. */
async function dayViews(day: string, listed: readonly string[], reads: DayReads): Promise<readonly DayStory[]> {
  const stories = (await reads.feeds.getMany(listed.map(summaryKey))).map((item) => Story.parse(item));
  const own = stories.filter((story) => story.present && story.shown[0]?.sortUtc.startsWith(day) === true);
  const views = await storyViews(own, reads);
  const placeKeys = own.map(({ storyId }) => eventPlaceKey(storyId));
  const places = (await reads.feeds.getMany(placeKeys)).flatMap((item) => eventPlace(item) ?? []);
  const events = new Map(places.map(({ storyId, eventId }) => [storyId, eventId]));
  // Of others' days nobody is told: not even that something of today was there before, and may not be shown.
  const ownViews = views.filter(({ listedAt }) => listedAt.startsWith(day));
  return ownViews.map((view) => ({ ...view, eventId: events.get(view.storyId) ?? null }));
}
