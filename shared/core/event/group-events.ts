/**
 * Articles into events, in memory. Articles whose stories are known come in, the event of each goes out. Promise: a function of the
 * set; the same answer as the store gives once its window is settled.
 */
import { eventIdOf } from '../keys.ts';
import { eventPrint } from './event-print.ts';
import { settleEvents } from './settle-events.ts';

export interface EventArticle {
  readonly id: string;
  readonly storyId: string;
  readonly headline: string | null;
  readonly paragraphs: readonly string[];
  /** BCP 47; `und` when unknown. */
  readonly language: string;
  /** ISO 8601 instant; null when unknown. */
  readonly published: string | null;
}

/** By article: the event's id. */
export function groupEvents(articles: Iterable<EventArticle>): ReadonlyMap<string, string> {
  const all = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const stories = Map.groupBy(all, ({ storyId }) => storyId);
  const events = settleEvents([...stories].map(([id, members]) => ({ id, print: printOf(members) })));
  return new Map(all.map(({ id, storyId }) => [id, eventIdOf(events.get(storyId) ?? storyId)]));
}

/** The smallest article speaks for its story, at the earliest date that any of them has. */
function printOf(members: readonly EventArticle[]) {
  const [speaker] = members;
  const [published = null] = members.flatMap((member) => member.published ?? []).sort();
  return eventPrint({
    headline: speaker?.headline ?? null,
    paragraphs: speaker?.paragraphs ?? [],
    language: speaker?.language ?? 'und',
    published,
  });
}
