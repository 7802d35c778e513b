/** What there is to ask for. In: the items of a seeded store. Out: ids and names that are there, the largest of their kind among them. */
import { z } from 'zod';
import { EventPlace } from '../../../shared/core/event-place.ts';
import { Head, type LiveHead } from '../../../shared/core/head.ts';
import type { Item } from '../../../shared/core/item.ts';
import { SUMMARY } from '../../../shared/core/keys.ts';
import { Story } from '../../../shared/core/story.ts';

export const Landmarks = z.object({
  articles: z.number(),
  items: z.number(),
  stories: z.number(),
  events: z.number(),
  /** That most articles carry, with their number and that of the distinct texts. */
  largestStory: z.object({ storyId: z.string(), copies: z.number(), texts: z.number() }),
  largestEvent: z.object({ eventId: z.string(), stories: z.number() }),
  /** Spread over the whole store. */
  articleIds: z.array(z.string()),
  urls: z.array(z.string()),
  keys: z.array(z.string()),
  storyIds: z.array(z.string()),
  eventIds: z.array(z.string()),
  days: z.array(z.string()),
  outlets: z.array(z.string()),
  authors: z.array(z.string()),
  agencies: z.array(z.string()),
});
export type Landmarks = z.infer<typeof Landmarks>;

/** Of each kind so many are named: enough that no cache helps one question. */
const NAMED = 400;

export function landmarksOf(items: readonly Item[], keys: readonly string[], authors: readonly string[]): Landmarks {
  const heads = items.flatMap((item) => liveHead(item));
  const stories = items.flatMap((item) =>
    item.pk.startsWith('story#') && item.sk === SUMMARY ? [Story.parse(item)].filter(({ present }) => present) : [],
  );
  const places = items.flatMap((item) => (item.pk.startsWith('place#') ? [EventPlace.parse(item)] : []));
  const events = Map.groupBy(places, ({ eventId }) => eventId ?? '');
  events.delete('');
  const [largestStory] = stories.toSorted((a, b) => b.copies - a.copies);
  const [largestEvent] = [...events].toSorted(([, a], [, b]) => b.length - a.length);
  const { storyId = '', copies = 0, texts = 0 } = largestStory ?? {};
  return {
    ...{ articles: heads.length, items: items.length, stories: stories.length, events: events.size },
    largestStory: { storyId, copies, texts },
    largestEvent: { eventId: largestEvent?.[0] ?? '', stories: largestEvent?.[1].length ?? 0 },
    articleIds: spread(heads.map(({ articleId }) => articleId)),
    urls: spread(heads.flatMap(({ identity }) => (identity.kind === 'url' ? identity.value : []))),
    keys: spread(keys),
    storyIds: spread(stories.map((story) => story.storyId)),
    eventIds: spread([...events.keys()]),
    days: spread(distinct(heads.map(({ sortDate }) => sortDate.utc.slice(0, 10)))),
    outlets: spread(distinct(heads.flatMap(({ publisher }) => publisher ?? []))),
    authors: spread(distinct(authors)),
    agencies: distinct(heads.flatMap(({ provider }) => provider ?? [])),
  };
}

function liveHead(item: Item): readonly LiveHead[] {
  if (!item.pk.startsWith('art#') || item.sk !== 'head') return [];
  const head = Head.parse(item);
  return head.live ? [head] : [];
}

function distinct(list: readonly string[]): string[] {
  return [...new Set(list)].sort();
}

function spread(list: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(list.length / NAMED));
  return list.filter((_, at) => at % step === 0).slice(0, NAMED);
}
