/**
 * A small world of stories that come, go, and change their day or their words, while events are placed and settled by many at
 * once. In: chance. Out: what the table says of events when everything is quiet, beside what the set of stories says.
 */
import type { Eventing } from '../../shared/core/eventing.ts';
import type { Item } from '../../shared/core/item.ts';
import { nodeKey, summaryKey } from '../../shared/core/keys.ts';
import { NOBODY } from '../../shared/core/tally.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { settleEvent } from '../../shared/pipeline/settle-event.ts';
import { settleChanged } from '../../shared/pipeline/settle-window.ts';
import { type MemoryTable, memoryTable } from '../../shared/testing/memory-table.ts';
import type { Random } from './random.ts';
import { type Faults, type Scheduler, scheduler, type Task } from './scheduler.ts';
import { timedTable } from './timed-table.ts';

/** A story is a letter that it is about, on a day; null: nobody carries it. */
export interface StoryChange {
  readonly name: string;
  readonly day: number;
  readonly letter: string | null;
}

const letterOf = (about: Uint8Array) => Buffer.from(about).toString('utf8');

/** A toy: stories about one letter are one event. On arrival the first candidate will do. */
const LETTERS: Eventing = {
  keysOf: ({ about }) => ({ written: [letterOf(about)], own: [letterOf(about)], neighbours: [] }),
  candidates: (postings) => postings.flat().slice(0, 2),
  choose: (_, candidates) => candidates[0]?.eventId ?? null,
  settle(stories) {
    const named = Map.groupBy(stories, ({ about }) => letterOf(about));
    const smallest = (letter: string) => (named.get(letter) ?? []).map(({ storyId }) => storyId).sort()[0] ?? '';
    return new Map(stories.map(({ storyId, about }) => [storyId, smallest(letterOf(about))]));
  },
};

export interface EventWorldOptions {
  readonly faults: Faults;
  readonly workers: number;
  readonly sabotage?: (table: Table) => Table;
}

const MAX_STEPS = 200_000;
const QUIET: Faults = { crash: 0, error: 0, unfair: 0 };

/** Lines that differ from what the same stories give when each arrives once and is settled once. */
export async function eventDifferences(
  changes: readonly StoryChange[],
  random: Random,
  options: EventWorldOptions,
): Promise<readonly string[]> {
  const actual = await eventsAfter(changes, random, options);
  const last = new Map(changes.map((change) => [change.name, change]));
  const once = await eventsAfter([...last.values()], random, { faults: QUIET, workers: 1 });
  return [
    ...once.filter((line) => !actual.includes(line)).map((line) => `missing: ${line}`),
    ...actual.filter((line) => !once.includes(line)).map((line) => `surplus: ${line}`),
  ];
}

async function eventsAfter(changes: readonly StoryChange[], random: Random, options: EventWorldOptions) {
  const store = memoryTable();
  const time = scheduler(random, options.faults);
  const coming = [...changes];
  const queue: (string | null)[] = [];
  let idle = options.workers;
  let settlings = 0;
  const start = () => {
    const [message = null] = queue.splice(random.below(queue.length), 1);
    let ended = false;
    idle -= 1;
    const end = (isDone: boolean) => {
      if (ended) return;
      ended = true;
      idle += 1;
      // Nobody repeats a settling that failed: the schedule calls again.
      if (!isDone && message !== null) queue.push(message);
    };
    const ports = portsOf({ onDeath: () => end(false) }, time, options.sabotage?.(store) ?? store);
    if (message === null) settlings += 1;
    const work = message === null ? settleChanged({ ...ports, ...timeOf(settlings) }) : settleEvent(message, ports);
    work.then(
      () => end(true),
      () => end(false),
    );
  };
  for (let step = 0; step < MAX_STEPS; step += 1) {
    while (idle > 0 && queue.length > 0) start();
    const moved = await time.step();
    if (!moved || random.chance(0.02)) {
      const change = coming.shift();
      if (change !== undefined) queue.push(await happen(change, store));
      if (change !== undefined && random.chance(0.3)) queue.push(null);
    }
    if (!moved && queue.length === 0 && coming.length === 0 && idle === options.workers) {
      const ports = portsOf({ onDeath: () => {} }, null, options.sabotage?.(store) ?? store);
      while ((await settleChanged(ports)).length > 0);
      return linesOf(store.items());
    }
  }
  throw new Error('the world did not come to rest');
}

/** Every other settling has time for one window only, and leaves off. */
function timeOf(settling: number): { readonly leftMs?: () => number } {
  if (settling % 2 === 0) return {};
  let left = 900;
  const leftMs = () => {
    left -= 300;
    return left;
  };
  return { leftMs };
}

async function happen({ name, day, letter }: StoryChange, table: MemoryTable): Promise<string> {
  const sortUtc = new Date(Date.UTC(2026, 0, 1 + day, 8)).toISOString();
  const carrier = { articleId: `art_${name}`, text: name, publisher: null, moment: null, sortUtc };
  const tally = letter === null ? NOBODY : { copies: 1, first: null, shown: [carrier] };
  const storyId = `sty_${name}`;
  const about = letter === null ? null : new Uint8Array(Buffer.from(letter));
  await table.put({ ...nodeKey(name), ...aNode(name), tally: { ...tally }, about }, null);
  const present = letter !== null;
  await table.put({ ...summaryKey(storyId), storyId, present, texts: present ? 1 : 0, ...tally, about }, null);
  return storyId;
}

function aNode(textId: string) {
  const place = { posted: true, settled: true, storyId: `sty_${textId}`, stories: [], mending: {} };
  return { textId, present: true, print: null, epoch: 1, ...place, gen: 1 } as const;
}

function portsOf(task: Task, time: Scheduler | null, table: Table) {
  const pause = async () => time?.call(task, 'pause', async () => {}, true);
  return { table: time === null ? table : timedTable(task, time, table), pacing: { pause }, eventing: LETTERS };
}

/** Places, and the lists of events that they are found in; the story that names an event needs no entry. */
function linesOf(items: readonly Item[]): readonly string[] {
  const placed = items.filter((item) => item.pk.startsWith('place#') && item['eventId'] !== null);
  const entries = new Set(items.filter(({ pk }) => pk.startsWith('event#')).map(({ pk, sk }) => `${pk} ${sk}`));
  return placed.map(({ storyId, eventId }) => {
    const isFound = eventId === `evt_${String(storyId).slice('sty_'.length)}`;
    const isListed = entries.has(`event#${eventId} story#${storyId}`);
    return `${storyId} in ${eventId}${isFound || isListed ? '' : ', not listed'}`;
  });
}
