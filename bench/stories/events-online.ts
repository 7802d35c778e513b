/** Stories arriving one by one at a store that is a map. Printed stories come in, each one's event and the counted requests go out. */
import { assignOnline } from '../../shared/core/event/assign-online.ts';
import { candidatesToRead } from '../../shared/core/event/event-candidates.ts';
import { eventKeys } from '../../shared/core/event/event-keys.ts';
import type { Scorer } from '../../shared/core/event/event-score.ts';
import type { PrintedStory } from '../../shared/core/event/settle-events.ts';

export interface OnlineRun {
  readonly events: readonly string[];
  readonly keyWrites: number;
  readonly candidateReads: number;
}

/** Latest stories that a key remembers. */
const POSTING = 24;

export function onlineRun(stories: readonly PrintedStory[], scorer?: Scorer, least?: number): OnlineRun {
  const order = [...stories.keys()].sort((x, y) => minutes(stories[x]) - minutes(stories[y]) || x - y);
  const store = new Map<string, readonly string[]>();
  const places = new Map(stories.map(({ id }, place) => [id, place]));
  const events = stories.map(({ id }) => id);
  let keyWrites = 0;
  let candidateReads = 0;
  for (const at of order) {
    const story = stories[at];
    if (story === undefined) continue;
    const { written, own, neighbours } = eventKeys(story.print);
    const read = candidatesToRead([...own, ...neighbours].map((key) => store.get(key) ?? []));
    const candidates = read.flatMap((id) => {
      const other = places.get(id) ?? -1;
      const [found, eventId] = [stories[other], events[other]];
      return found === undefined || eventId === undefined ? [] : [{ eventId, print: found.print }];
    });
    events[at] = assignOnline(story.print, candidates, scorer, least) ?? story.id;
    for (const key of written) store.set(key, [...(store.get(key) ?? []), story.id].slice(-POSTING));
    keyWrites += written.length;
    candidateReads += read.length;
  }
  return { events, keyWrites: keyWrites / stories.length, candidateReads: candidateReads / stories.length };
}

const minutes = (story: PrintedStory | undefined): number => story?.print.minutes ?? Number.MAX_SAFE_INTEGER;
