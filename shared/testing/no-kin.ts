/** The simplest stores: only equal texts are copies, every story is an event of its own. For tests that are about something else. */
import type { Eventing } from '../core/eventing.ts';
import type { Kinship } from '../core/kinship.ts';

export const EXACT_ONLY: Kinship = { cap: 1, keysOf: () => [], same: () => false };

export const NO_EVENTS: Eventing = {
  keysOf: () => ({ written: [], own: [], neighbours: [] }),
  candidates: () => [],
  choose: () => null,
  settle: (stories) => new Map(stories.map(({ storyId }) => [storyId, storyId])),
};
