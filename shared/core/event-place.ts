/** The event of one story. In: the table's item. Out: its place, and an entry in the event's list. */
import { z } from 'zod';
import type { Attributes, Item } from './item.ts';

export const EventPlace = z.object({
  storyId: z.string(),
  /** Null when nobody carries the story any more. */
  eventId: z.string().nullable(),
  /** `settled`: by looking at all stories of a window at once; `online`: by the few that were found on arrival. */
  basis: z.enum(['online', 'settled']),
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

/** The place with another event; what it was in before is remembered. */
export function movedTo(
  eventId: string | null,
  basis: EventPlace['basis'],
  storyId: string,
  previous: EventPlace | null,
): Attributes {
  const events = new Set([...(previous?.events ?? []), ...(eventId === null ? [] : [eventId])]);
  return { storyId, eventId, basis, events: [...events].sort(), listed: false };
}

export function eventEntryOf({ storyId, eventId }: EventPlace, listedIn: string): Attributes {
  return { storyId, present: eventId === listedIn };
}
