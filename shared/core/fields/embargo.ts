/**
 * Until when the sender wants a story held back, where only a note to desks says so. In: the lines labelled as notes. Out: an instant, with
 * its evidence. Promise: by a clock whose zone is not stated the end is when that time has come everywhere; what cannot be read holds nothing back, and says so.
 */
import { type EmbargoCall, embargoLine, embargoNote } from '../read/embargo.ts';
import { type Found, found, nothing, placeOf } from './found.ts';
import type { Sources } from './sources.ts';
import { dateContext, type Surroundings } from './surroundings.ts';
import { wallClock } from './wall-clock.ts';

/** The last zone of the world in which a day begins. */
const LAST_ZONE = '-12:00';
const DAY_MS = 24 * 60 * 60 * 1000;

export function readEmbargo(sources: Sources, around: Surroundings): Found<string | null> {
  const context = dateContext(around);
  const calls = sources.blocks('meta.advisory').flatMap(({ block }) => {
    const call = embargoLine(block.text, context) ?? embargoNote(block.text, context);
    return call === null ? [] : [{ block, until: endOf(call, around) }];
  });
  // Of several the last to end: who is told twice is careful once.
  const best = calls.reduce<(typeof calls)[number] | null>((one, next) => (isLater(next, one) ? next : one), null);
  if (best === null) return nothing(null);
  const { block, until } = best;
  const base = found(
    until,
    'embargoedUntil',
    placeOf(block),
    until === null ? 'embargo.unread' : 'embargo.note',
    block.text,
  );
  return until === null ? { ...base, quality: ['embargo-unread'] } : base;
}

interface Told {
  readonly until: string | null;
}

function isLater(next: Told, one: Told | null): boolean {
  if (one === null || one.until === null) return one === null || next.until !== null;
  return next.until !== null && Date.parse(next.until) > Date.parse(one.until);
}

function endOf({ end, isMidnight }: EmbargoCall, around: Surroundings): string | null {
  const clock = end === null ? null : wallClock(end, around);
  if (clock === null || clock.local === null) return null;
  if (clock.utc !== null && !clock.assumed) return instant(clock.utc);
  const isDay = clock.precision === 'day';
  const start = Date.parse(`${clock.local.slice(0, 19)}${isDay ? 'T00:00:00' : ''}${LAST_ZONE}`);
  return Number.isNaN(start) ? null : instant(start + (isDay && isMidnight ? DAY_MS : 0));
}

function instant(time: string | number): string {
  return new Date(time).toISOString();
}
