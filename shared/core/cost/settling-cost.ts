/**
 * What settling events takes. In: figures, articles a day. Out: read units and seconds of one settling, how often there is one. Promise: each day that the
 * windows see is read once, each place by the window that owns it.
 */
import { eventWindow, windowsThatSee } from '../event-windows.ts';
import { affordableWaitMs } from '../settling-pace.ts';
import type { Figures } from './figures.ts';

const MINUTES_PER_DAY = 24 * 60;
const MS_PER_DAY = MINUTES_PER_DAY * 60_000;
/** Of `settle`. */
const CLOCK_MINUTES = 10;
const CALENDAR_DAYS = 400;

export interface Settling {
  /** Seen by all windows together, some by several. */
  readonly stories: number;
  readonly readUnits: number;
  /** Of one window that is full. */
  readonly unitsPerWindow: number;
  readonly gibSeconds: number;
  readonly waitMinutes: number;
}

/** As if each text were a story. */
export function settlingOf(articlesPerDay: number, { settle }: Figures): Settling {
  const { windows, seen, read, owned } = daysOfOne();
  const stories = articlesPerDay * seen;
  const units = (days: number, places: number) =>
    articlesPerDay * (days * settle.readUnitsPerStory + places * settle.readUnitsPerPlace);
  const full = eventWindow(0);
  return {
    stories,
    readUnits: windows * settle.readUnitsPerWindow + units(read, owned) + articlesPerDay * settle.readUnitsPerArrival,
    unitsPerWindow: settle.readUnitsPerWindow + units(full.days.length, full.owned.size),
    gibSeconds: stories * settle.gibSecondsPerStory,
    waitMinutes: Math.max(CLOCK_MINUTES, affordableWaitMs(stories) / 60_000),
  };
}

/** On average over the calendar, of the windows that see a day, up to it: what comes later is empty yet. */
function daysOfOne() {
  const days = Array.from({ length: CALENDAR_DAYS }, (_, at) => new Date(at * MS_PER_DAY).toISOString().slice(0, 10));
  const each = days.map((day) => {
    const windows = windowsThatSee(day).map(eventWindow);
    const seen = windows.flatMap((window) => window.days.filter((one) => one <= day));
    const owned = windows.flatMap((window) => [...window.owned].filter((one) => one <= day));
    return { windows: windows.length, seen: seen.length, read: new Set(seen).size, owned: owned.length };
  });
  const mean = (of: 'windows' | 'seen' | 'read' | 'owned') =>
    each.reduce((sum, one) => sum + one[of], 0) / CALENDAR_DAYS;
  return { windows: mean('windows'), seen: mean('seen'), read: mean('read'), owned: mean('owned') };
}
