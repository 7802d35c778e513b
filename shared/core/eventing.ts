/**
 * What the store must know to gather stories about one happening. In: what stories are about, as stored bytes, and their dates.
 * Out: keys under which coverage is looked for, a choice among a few, and the events of a whole window. Promise: pure; the
 * settling of a window is a function of its set of stories.
 */
export interface StoryAbout {
  readonly storyId: string;
  readonly about: Uint8Array;
  /** Earliest date that one of its articles states or was stored at, ISO 8601 instant. */
  readonly utc: string;
}

export interface Eventing {
  /** A few strings; stories that share none are not compared on arrival. */
  keysOf(story: StoryAbout): readonly string[];
  /** The one whose event the story joins; null: it begins one of its own. */
  choose(story: StoryAbout, candidates: readonly StoryAbout[]): string | null;
  /** For each story the smallest story of its event. */
  settle(stories: readonly StoryAbout[]): ReadonlyMap<string, string>;
}

/** Every story is an event of its own: for stores and tests that want no other. */
export const NO_EVENTS: Eventing = {
  keysOf: () => [],
  choose: () => null,
  settle: (stories) => new Map(stories.map(({ storyId }) => [storyId, storyId])),
};
