/**
 * Stories of several windows, each day read once. In: the windows, newest first. Out: the stories of each, and the generation at which it was begun.
 * Promise: every window of them is begun before the first story is read, so that whoever begins one later is noticed at its end, however
 * long ago its days were read; no more days are kept than one window has.
 *
 * Why: a day is seen by two or three windows, and its stories are most of what settling reads. The days that have changed were taken up before:
 * what changes after its day was read stands there, and is settled once more (`unsettled-days.ts`).
 */
import { eventWindow } from '../core/event-windows.ts';
import type { ListedStory } from '../core/eventing.ts';
import { inChunks } from '../core/in-chunks.ts';
import { PARTS, storyDayPk, summaryKey, windowKey } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { derive, generationOf } from './derive.ts';
import { readMany } from './read-many.ts';
import { readPartition } from './read-partition.ts';
import { aboutSummary, type EventPorts } from './settle-event.ts';

export interface WindowReading {
  read(index: number): Promise<{ readonly begun: Generation; readonly stories: readonly ListedStory[] }>;
}

type Generation = ReturnType<typeof generationOf>;

export function openReading(windows: readonly number[], ports: EventPorts): WindowReading {
  const kept = new Map<string, readonly ListedStory[]>();
  let begun: ReturnType<typeof beginAll> | null = null;
  return {
    async read(index) {
      begun ??= beginAll(windows, ports);
      const begin = (await begun).get(index);
      if (begin === undefined) throw new Error(`window ${index} is none of those that are read`);
      if (begin.status === 'rejected') throw begin.reason;
      const { days } = eventWindow(index);
      for (const day of kept.keys()) if (!days.includes(day)) kept.delete(day);
      const missing = days.filter((day) => !kept.has(day));
      for (const [day, stories] of await storiesOf(missing, ports)) kept.set(day, stories);
      return { begun: begin.value, stories: days.flatMap((day) => kept.get(day) ?? []) };
    },
  };
}

/** One that cannot be begun keeps no other waiting. */
async function beginAll(
  windows: readonly number[],
  ports: EventPorts,
): Promise<ReadonlyMap<number, PromiseSettledResult<Generation>>> {
  const begun = new Map<number, PromiseSettledResult<Generation>>();
  for (const some of inChunks(windows, STORE_LIMITS.atOnce)) {
    const items = some.map(async (index) => generationOf(await derive(windowKey(index), async () => ({}), ports)));
    for (const [at, result] of (await Promise.allSettled(items)).entries()) begun.set(some[at] ?? 0, result);
  }
  return begun;
}

/** By the day that each has now: the lists of days only say where to look. */
async function storiesOf(
  days: readonly string[],
  { table }: EventPorts,
): Promise<ReadonlyMap<string, readonly ListedStory[]>> {
  const partitions = days.flatMap((day) => PARTS.map((part) => ({ day, pk: storyDayPk(day, part) })));
  const stories = new Map<string, ListedStory[]>(days.map((day) => [day, []]));
  for (const chunk of inChunks(partitions, STORE_LIMITS.atOnce)) {
    const listed = await Promise.all(
      chunk.map(async ({ day, pk }) => {
        const items = await readPartition(table, pk, '');
        return items.map((item) => ({ day, storyId: item.sk }));
      }),
    );
    for (const some of inChunks(listed.flat(), STORE_LIMITS.readTogether)) {
      const summaries = await readMany(
        table,
        some.map(({ storyId }) => summaryKey(storyId)),
      );
      for (const [at, { day, storyId }] of some.entries()) {
        const story = await aboutSummary(storyId, summaries[at] ?? null, { table });
        if (story?.listedAt.startsWith(day) === true) stories.get(day)?.push(story);
      }
    }
  }
  return stories;
}
