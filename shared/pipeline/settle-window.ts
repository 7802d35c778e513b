/**
 * Stories of a window of days, gathered into events at once. In: days that have changed. Out: how many stories moved. Promise: when
 * all days are settled, and while nothing else arrives, the events are a function of the set of all stories.
 */
import { eventPlace, placeIn } from '../core/event-place.ts';
import { eventWindow, windowsThatSee } from '../core/event-windows.ts';
import { inChunks } from '../core/in-chunks.ts';
import { eventIdOf, eventPlaceKey, windowKey } from '../core/keys.ts';
import { isDue } from '../core/settling-pace.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { derive, generationOf } from './derive.ts';
import type { Clock } from './ports.ts';
import { readMany } from './read-many.ts';
import { aboutStory, type EventPorts, enterEvent } from './settle-event.ts';
import {
  type ChangedDay,
  callForSettling,
  giveBack,
  leaveOff,
  markSettled,
  type SettledWindow,
  takeUp,
  unsettledDays,
} from './unsettled-days.ts';
import { openReading, type WindowReading } from './window-reading.ts';

export interface WindowReport {
  readonly from: string;
  readonly until: string;
  /** Seen. */
  readonly stories: number;
  readonly events: number;
  /** Stories whose event is another one now. */
  readonly moved: number;
}

/** With a clock, days wait for their turn; without one, all that have changed are settled. `leftMs`: until the worker is ended. */
export type SettlePace = EventPorts & {
  readonly clock?: Clock;
  readonly leftMs?: () => number;
  /** Of the day, in UTC: days are settled in it alone. */
  readonly hour?: number | null;
};

/**
 * All windows that see a day that has changed and is due, newest first, up to a number or until time is up; the rest is left to the next call.
 * A window that fails keeps no other waiting: its days are given back, the others are settled, and then it throws.
 */
export async function settleChanged(ports: SettlePace): Promise<readonly WindowReport[]> {
  const now = ports.clock?.() ?? null;
  const taken = await takeUpDue(now, ports);
  const { reports, errors, failed } = await settleInTurns(new Set(taken.flatMap(windowsLeft)), ports);
  for (const day of taken) {
    const wanted = windowsThatSee(day.sk);
    const settled = wanted.flatMap((index) => settledOf(index, day, reports));
    const stories = settled.reduce((sum, window) => sum + window.stories, 0);
    if (settled.length === wanted.length) await markSettled(day, stories, ports);
    else if (wanted.some((index) => failed.has(index))) await giveBack(day, ports);
    else await leaveOff(day, settled, ports);
  }
  if (errors.length > 0) throw new AggregateError(errors, failureOf(errors));
  return [...reports.values()];
}

/** Those that see the day, less those that were settled before somebody left off. */
function windowsLeft({ sk, windows }: ChangedDay): readonly number[] {
  const done = new Set(windows.map(({ index }) => index));
  return windowsThatSee(sk).filter((index) => !done.has(index));
}

function settledOf(
  index: number,
  { windows }: ChangedDay,
  reports: ReadonlyMap<number, WindowReport>,
): readonly SettledWindow[] {
  const report = reports.get(index);
  if (report !== undefined) return [{ index, stories: report.stories }];
  return windows.filter((window) => window.index === index);
}

/** What failed is tried again after all others: by then a busy table may answer. None begins that would hardly end. */
async function settleInTurns(windows: ReadonlySet<number>, ports: SettlePace) {
  const reports = new Map<number, WindowReport>();
  let failed = new Map<number, unknown>();
  let longestMs = 0;
  for (let turn = 1; turn <= STORE_LIMITS.windowTurns && reports.size < windows.size; turn += 1) {
    const before = failed;
    failed = new Map();
    const left = [...windows].filter((index) => !reports.has(index)).sort((a, b) => b - a);
    const reading = openReading(left, ports);
    for (const index of left) {
      const leftMs = ports.leftMs?.() ?? Number.POSITIVE_INFINITY;
      if (leftMs < longestMs * STORE_LIMITS.windowPatience) {
        if (before.has(index)) failed.set(index, before.get(index));
        continue;
      }
      try {
        reports.set(index, await settleWindow(index, ports, reading));
      } catch (error) {
        failed.set(index, error);
      }
      longestMs = Math.max(longestMs, ports.leftMs === undefined ? 0 : leftMs - ports.leftMs());
    }
  }
  return { reports, failed, errors: [...failed.values()] };
}

function failureOf(errors: readonly unknown[]): string {
  const [first] = errors;
  return `${errors.length} windows of days were not settled, the first of them since: ${first instanceof Error ? first.message : String(first)}`;
}

/** A day that is not due is taken up all the same when its windows are settled for others. */
async function takeUpDue(now: string | null, ports: SettlePace): Promise<readonly ChangedDay[]> {
  const changed = await unsettledDays(ports);
  const due = changed
    .filter((day) => now === null || isDue(day, now, ports.hour ?? null))
    .slice(0, STORE_LIMITS.settledDays);
  const windows = new Set(due.flatMap(({ sk }) => windowsThatSee(sk)));
  const along = changed.filter(({ sk }) => windowsThatSee(sk).every((index) => windows.has(index)));
  return (await Promise.all(along.map((day) => takeUp(day, now, ports)))).filter((day) => day !== null);
}

/**
 * Two that settle one window at once have seen different stories, and who saw less may write last: whoever finds at the end that
 * another has begun since calls for settling once more.
 */
export async function settleWindow(
  index: number,
  ports: EventPorts,
  reading: WindowReading = openReading([index], ports),
): Promise<WindowReport> {
  const { days, owned } = eventWindow(index);
  const { begun, stories } = await reading.read(index);
  const events = ports.eventing.settle(stories);
  const own = stories.filter(({ listedAt }) => owned.has(listedAt.slice(0, 10)));
  let moved = 0;
  for (const some of inChunks(own, STORE_LIMITS.readTogether)) {
    const places = await readMany(
      ports.table,
      some.map(({ storyId }) => eventPlaceKey(storyId)),
    );
    const wrong = some.filter(
      ({ storyId }, at) => eventPlace(places[at] ?? null)?.eventId !== eventOf(storyId, events),
    );
    for (const chunk of inChunks(wrong, STORE_LIMITS.atOnce))
      await Promise.all(chunk.map(({ storyId }) => move(storyId, eventOf(storyId, events), ports)));
    moved += wrong.length;
  }
  const now = await ports.table.get(windowKey(index));
  if (generationOf(now) !== begun) for (const day of owned) await callForSettling(day, ports);
  const [from = '', until = ''] = [days[0], days.at(-1)];
  return { from, until, stories: stories.length, events: new Set(events.values()).size, moved };
}

const eventOf = (storyId: string, events: ReadonlyMap<string, string>): string =>
  eventIdOf(events.get(storyId) ?? storyId);

async function move(storyId: string, eventId: string, ports: EventPorts): Promise<void> {
  await derive(
    eventPlaceKey(storyId),
    async (previous) => {
      const present = (await aboutStory(storyId, ports)) !== null;
      if (present) await enterEvent(eventId, storyId, ports);
      return placeIn({ storyId, eventId: present ? eventId : null, seen: eventPlace(previous)?.seen ?? null });
    },
    ports,
  );
}
