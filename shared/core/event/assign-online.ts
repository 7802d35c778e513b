/**
 * The event of a story that has just arrived. Its print and a few candidates come in, an event or null goes out.
 * Promise: a first answer within a few reads; the settled window corrects what it cannot know.
 */
import { CANDIDATES_READ } from './event-limits.ts';
import type { EventPrint } from './event-print.ts';
import { eventScore, ONLINE_SCORER, type Scorer } from './event-score.ts';
import { languageDoubt } from './language-doubt.ts';
import { weighed } from './weighed-print.ts';

export interface Candidate {
  readonly eventId: string;
  readonly print: EventPrint;
}

/** Log-odds that an arrival needs, fitted with the scorer: see bench/stories/events.ts. */
export const ONLINE_LEAST = 1;

/** The event whose candidates agree best on average; of two alike the smaller name. Null: the story opens an event of its own. */
export function assignOnline(
  print: EventPrint,
  candidates: readonly Candidate[],
  scorer: Scorer = ONLINE_SCORER,
  least: number = ONLINE_LEAST,
): string | null {
  const own = weighed(print);
  const doubt = languageDoubt(print.language, 0);
  const scores = new Map<string, number[]>();
  for (const { eventId, print: other } of candidates.slice(0, CANDIDATES_READ)) {
    const score = eventScore(own, weighed(other), scorer);
    scores.set(eventId, [...(scores.get(eventId) ?? []), score]);
  }
  let best: string | null = null;
  let most = least + doubt;
  for (const [eventId, list] of [...scores].sort((x, y) => (x[0] < y[0] ? -1 : 1))) {
    const mean = list.reduce((sum, score) => sum + score, 0) / list.length;
    if (mean < most || (best !== null && mean === most)) continue;
    best = eventId;
    most = mean;
  }
  return best;
}
