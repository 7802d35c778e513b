/** The store's view of events: prints as bytes, dates as the stories have them. Promise: the same answers as the core gives. */
import type { Eventing, ListedStory, StoryAbout } from '../eventing.ts';
import { assignOnline } from './assign-online.ts';
import { candidatesToRead } from './event-candidates.ts';
import { eventKeys } from './event-keys.ts';
import type { EventPrint } from './event-print.ts';
import { unpackPrint } from './packed-print.ts';
import { type PrintedStory, settleEvents } from './settle-events.ts';

const MINUTE_MS = 60_000;
const NOTHING: EventPrint = { language: 'und', minutes: null, terms: [] };

/** An article's own date may be disputed by a copy: what counts is when its story was first published. */
function printOf({ about, published }: StoryAbout): EventPrint {
  const minutes = published === null ? null : Math.floor(Date.parse(published) / MINUTE_MS);
  return { ...(unpackPrint(about) ?? NOTHING), minutes };
}

/** Without a date that can be trusted a story meets others by the day under which it is listed: by that day its window is settled, too. */
function listedPrint(story: ListedStory): EventPrint {
  return printOf({ ...story, published: story.published ?? (story.listedAt === '' ? null : story.listedAt) });
}

/** Its print is unpacked whenever somebody asks: in bytes it takes a tenth of the memory. */
function unread(story: StoryAbout): PrintedStory {
  return {
    id: story.storyId,
    get print() {
      return printOf(story);
    },
  };
}

export const EVENTS: Eventing = {
  keysOf: (story) => eventKeys(listedPrint(story)),
  candidates: candidatesToRead,
  choose: (story, candidates) =>
    assignOnline(
      printOf(story),
      candidates.map((candidate) => ({ eventId: candidate.eventId, print: printOf(candidate) })),
    ),
  settle: (stories) => settleEvents(stories.map(unread)),
};
