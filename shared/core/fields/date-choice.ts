/**
 * One date among many. In: offers and the page's surroundings. Out: the moment that most evidence names, in its most exact
 * statement, and what lost. Promise: the outlet's own wall time wins over the same instant in UTC; a statement with an offset
 * wins over one without.
 */
import type { DateValue } from '../read/dates.ts';
import type { DateOffer } from './date-offers.ts';
import type { Surroundings } from './surroundings.ts';
import { wallClock } from './wall-clock.ts';

export interface DateChoice {
  readonly offer: DateOffer;
  /** The day that the page shows, where the offer is the same moment's in UTC and falls on another; else null. */
  readonly shownDay: string | null;
  readonly lost: readonly DateOffer[];
}

interface Timed {
  readonly offer: DateOffer;
  /** Null without an offset. */
  readonly instant: number | null;
  /** The clock on the wall read as UTC; null without a time. */
  readonly wall: number | null;
  readonly day: string;
}

interface Group {
  readonly members: Timed[];
  weight: number;
}

const MINUTE_MS = 60 * 1000;
const HALF_HOUR_MS = 30 * MINUTE_MS;
const WIDEST_OFFSET_MS = 14 * 60 * MINUTE_MS;
/** Hawaii's; nobody prints a paper further west. */
const WESTMOST_MS = -10 * 60 * MINUTE_MS;

export function chooseDate(offers: readonly DateOffer[], around: Surroundings): DateChoice | null {
  const groups = grouped(offers.map((offer) => timed(offer, around)));
  const [winner, ...others] = groups.toSorted((a, b) => b.weight - a.weight);
  if (winner === undefined) return null;
  const best = winner.members.toSorted((a, b) => exactness(b) - exactness(a))[0];
  if (best === undefined) return null;
  return {
    offer: withWallTime(best, winner.members),
    shownDay: shownDay(best, winner.members),
    lost: others.flatMap(({ members }) => members.slice(0, 1).map(({ offer }) => offer)),
  };
}

function timed(offer: DateOffer, around: Surroundings): Timed {
  const clock = wallClock(offer.value, around);
  const local = clock?.local ?? '';
  const wall = offer.value.time === null ? null : Date.parse(`${local.slice(0, 19)}Z`);
  const ownZone = offer.value.zone !== null;
  return { offer, instant: ownZone && clock?.utc ? Date.parse(clock.utc) : null, wall, day: local.slice(0, 10) };
}

/** Same instant, or the same wall time beside an instant, else the same day. Statements with an instant go first. */
function grouped(all: readonly Timed[]): readonly Group[] {
  const groups: Group[] = [];
  for (const member of all.toSorted((a, b) => Number(b.instant !== null) - Number(a.instant !== null))) {
    const group = groups.find(({ members }) => members.some((other) => same(member, other)));
    if (group === undefined) groups.push({ members: [member], weight: member.offer.weight });
    else {
      group.members.push(member);
      group.weight += member.offer.weight;
    }
  }
  return groups;
}

function same(a: Timed, b: Timed): boolean {
  if (a.day === b.day) return true;
  if (a.instant !== null && b.instant !== null) return Math.abs(a.instant - b.instant) < MINUTE_MS;
  if (a.wall === null && b.instant !== null && isUtc(b.offer.value)) return isDaySomewhere(a.day, b.instant);
  return offsetBetween(a, b) !== null;
}

/** `December 1` on the page and `2023-12-02T00:46Z` in the metadata are one moment, seen from a zone west of it. */
function isDaySomewhere(day: string, instant: number): boolean {
  return [WESTMOST_MS, WIDEST_OFFSET_MS].some(
    (offset) => new Date(instant + offset).toISOString().slice(0, 10) === day,
  );
}

/** The offset that makes a wall time out of an instant, in milliseconds; null when none does. */
function offsetBetween(a: Timed, b: Timed): number | null {
  if (a.instant !== null || b.instant === null || a.wall === null) return null;
  const offset = a.wall - Math.floor(b.instant / MINUTE_MS) * MINUTE_MS - (a.wall % MINUTE_MS);
  return Math.abs(offset) <= WIDEST_OFFSET_MS && offset % HALF_HOUR_MS === 0 ? offset : null;
}

function shownDay(best: Timed, members: readonly Timed[]): string | null {
  const days = new Set(members.filter(({ wall }) => wall === null).map(({ day }) => day));
  const [day] = days;
  return best.instant !== null && days.size === 1 && day !== undefined && day !== best.day ? day : null;
}

/** Offset before time before day; the outlet's offset before UTC; among equals the better source. */
function exactness({ offer: { value, weight }, instant }: Timed): number {
  const zone = instant === null ? 0 : isUtc(value) ? 200 : 300;
  return zone + (value.time === null ? 0 : 100) + weight;
}

function isUtc({ zone }: DateValue): boolean {
  return zone?.kind === 'offset' && zone.minutes === 0;
}

/** `2023-12-25T22:03Z` in the metadata and `December 26, 2023 - 9:03AM` on the page together say `+11:00`. */
function withWallTime(best: Timed, members: readonly Timed[]): DateOffer {
  if (best.instant === null || !isUtc(best.offer.value)) return best.offer;
  for (const member of members) {
    const offset = offsetBetween(member, best);
    if (offset === null || offset === 0) continue;
    const { offer } = member;
    return { ...offer, value: { ...offer.value, zone: { kind: 'offset', minutes: offset / MINUTE_MS } } };
  }
  return best.offer;
}
