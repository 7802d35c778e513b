/** The event of one story. In: the table's item. Out: its place, and an entry in the event's list. */
import { z } from 'zod';
import type { StoryAbout } from './eventing.ts';
import type { Attributes, Item } from './item.ts';
import { shortHash } from './short-hash.ts';

/** A story with the instant by which it is listed, ISO 8601. */
export interface ListedStory extends StoryAbout {
  readonly listedAt: string;
}

/** What the place was chosen by. When it changes, its days are to be settled again. */
const Seen = z.object({
  listedAt: z.string(),
  /** Of everything else that settling looks at. */
  hash: z.string(),
});
export type Seen = z.infer<typeof Seen>;

export const EventPlace = z.object({
  storyId: z.string(),
  /** Null when nobody carries the story any more. */
  eventId: z.string().nullable(),
  /** `settled`: by looking at all stories of a window at once; `online`: by the few that were found on arrival. */
  basis: z.enum(['online', 'settled']),
  /** Null when nobody carries the story, or it has been settled before it was placed. */
  seen: Seen.nullable().default(null),
  /** Every event that may list the story: written before the place changes, trimmed when the events know. */
  events: z.array(z.string()),
  /** The events know. */
  listed: z.boolean(),
  gen: z.number(),
});
export type EventPlace = z.infer<typeof EventPlace>;

export const EventEntry = z.object({ storyId: z.string(), present: z.boolean() });

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

/** The place with another event; what it was in before is remembered. */
export function movedTo(
  to: Pick<EventPlace, 'storyId' | 'eventId' | 'basis' | 'seen'>,
  previous: EventPlace | null,
): Attributes {
  const { storyId, eventId, basis, seen } = to;
  const events = new Set([...(previous?.events ?? []), ...(eventId === null ? [] : [eventId])]);
  return { storyId, eventId, basis, seen, events: [...events].sort(), listed: false };
}

export function eventEntryOf({ storyId, eventId }: EventPlace, listedIn: string): Attributes {
  return { storyId, present: eventId === listedIn };
}
