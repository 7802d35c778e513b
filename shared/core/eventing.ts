/**
 * What the store must know to gather stories about one happening. In: what stories are about, as stored bytes, and their dates.
 * Out: keys under which coverage is looked for, a choice among a few, and the events of a whole window. Promise: pure; the
 * settling of a window is a function of its set of stories.
 */
export interface StoryAbout {
  readonly storyId: string;
  readonly about: Uint8Array;
  /** Its earliest date that can be trusted, ISO 8601 instant; null when nobody states one. */
  readonly published: string | null;
}

/** A story with the instant by which it is listed, ISO 8601; empty when nobody shows it. */
export interface ListedStory extends StoryAbout {
  readonly listedAt: string;
}

export interface EventKeys {
  /** Where the story is written. */
  readonly written: readonly string[];
  /** Where it looks first: those that it is written under, and perhaps more. */
  readonly own: readonly string[];
  /** Of the neighbouring week, when the day lies near its edge: looked at, not written. */
  readonly neighbours: readonly string[];
}

export interface Eventing {
  /** Where a story is written, and where it looks, in the week in which it is listed. Stories that share none are not compared on arrival. */
  keysOf(story: ListedStory): EventKeys;
  /** Which of the stories found under these keys are worth a read, best first. */
  candidates(postings: readonly (readonly string[])[]): readonly string[];
  /** The event among those of the candidates that the story joins; null: it begins one of its own. */
  choose(story: StoryAbout, candidates: readonly (StoryAbout & { readonly eventId: string })[]): string | null;
  /** For each story the smallest story of its event. */
  settle(stories: readonly StoryAbout[]): ReadonlyMap<string, string>;
}
