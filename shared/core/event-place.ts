/** The event of one story. In: the table's item. Out: its place. */
import { z } from 'zod';
import type { ListedStory } from './eventing.ts';
import type { Attributes, Item } from './item.ts';
import { parsedOnce } from './parsed-once.ts';
import { shortHash } from './short-hash.ts';

/** What the place was chosen by. When it changes, its days are to be settled again. */
const Seen = z.object({
  listedAt: z.string(),
  /** Of everything else that settling looks at. */
  hash: z.string(),
});
export type Seen = z.infer<typeof Seen>;

const Place = z.object({
  storyId: z.string(),
  /** Null when nobody carries the story any more. */
  eventId: z.string().nullable(),
  /** Null when nobody carries the story, or it has been settled before it was placed. */
  seen: Seen.nullable().default(null),
  gen: z.number(),
});
export type EventPlace = z.infer<typeof Place>;
export const EventPlace = parsedOnce<EventPlace>(Place);

/** Says where to look: the story's place alone says whether it is in the event. */
export const EventEntry = z.object({ storyId: z.string() });

export function eventPlace(item: Item | null): EventPlace | null {
  return item === null ? null : EventPlace.parse(item);
}

export function seenOf({ about, published, listedAt }: ListedStory): Seen {
  return { listedAt, hash: shortHash(`${published ?? ''}#${Buffer.from(about).toString('base64')}`) };
}

/** The place was chosen by what the story is now. */
export function isSeen(story: ListedStory | null, place: EventPlace): boolean {
  if (story === null || place.seen === null) return story === null && place.seen === null && place.eventId === null;
  const { listedAt, hash } = seenOf(story);
  return place.eventId !== null && place.seen.listedAt === listedAt && place.seen.hash === hash;
}

/** The place with another event. */
export function placeIn(to: Pick<EventPlace, 'storyId' | 'eventId' | 'seen'>): Attributes {
  const { storyId, eventId, seen } = to;
  return { storyId, eventId, seen };
}
