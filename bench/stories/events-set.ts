/** The labelled stories of events. In: the folder of bench data. Out: printed stories in order of id, each with its event, set and fold. */
import { join } from 'node:path';
import { eventPrint } from '../../shared/core/event/event-print.ts';
import { type PrintedStory, sortedStories } from '../../shared/core/event/settle-events.ts';
import { readJsonLines, textOf } from './events-texts.ts';

export interface LabelledStory extends PrintedStory {
  readonly event: string;
  readonly set: string;
  /** A topic lies whole in one fold: happenings of one topic resemble each other. */
  readonly fold: number;
}

export const FOLDS = 5;

/** `language`: in which the stories, all of them English, are told to be; `published`: one date for all of them. */
export function labelledStories(data: string, language = 'en', published?: string): readonly LabelledStory[] {
  const labels = new Map<string, LabelledStory>();
  for (const line of readJsonLines(join(data, 'stories', 'events-dev.jsonl.gz'))) {
    const seconds = line['ts'];
    const print = eventPrint({
      language,
      headline: textOf(line['title']) || null,
      paragraphs: textOf(line['text']).split('\n'),
      published: published ?? (typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : null),
    });
    const [id, event, set, topic] = [
      textOf(line['id']),
      textOf(line['event']),
      textOf(line['src']),
      textOf(line['topic']),
    ];
    labels.set(id, { id, print, event, set, fold: foldOf(set === 'ECB+' ? topic : event) });
  }
  return sortedStories(labels.values()).flatMap(({ id }) => labels.get(id) ?? []);
}

/** Every event but these cut down to its first story: most news is covered once. */
export function thinned(stories: readonly LabelledStory[], keepEvery: number): readonly LabelledStory[] {
  const seen = new Set<string>();
  return stories.filter(({ event }) => {
    const first = !seen.has(event);
    seen.add(event);
    return first || hash(`thin ${event}`) % keepEvery === 0;
  });
}

const foldOf = (name: string): number => (hash(name) % 1000) % FOLDS;

function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) value = Math.imul(value ^ name.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 13)) >>> 0;
}
