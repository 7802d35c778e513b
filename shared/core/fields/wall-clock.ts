/**
 * From the clock on the wall to an instant. In: a date as printed and the page's surroundings. Out: local time, zone and, where
 * something states the offset, the instant. Promise: an abbreviation with two possible meanings gives no instant.
 */
import { DateTime } from 'luxon';
import type { DateValue } from '../read/dates.ts';
import type { Published } from '../record.ts';
import { SEASONLESS_ZONES, ZONES, type ZoneReading } from '../tables/zones.ts';
import type { Surroundings } from './surroundings.ts';

export type WallClock = Pick<Published, 'utc' | 'local' | 'zone' | 'zoneBasis' | 'precision'> & {
  readonly assumed: boolean;
};

/** Null when the year is missing: then there is no date. */
export function wallClock(value: DateValue, around: Surroundings): WallClock | null {
  if (value.year === null) return null;
  const month = `${value.year}-${two(value.month)}`;
  if (value.day === null) return { ...NO_ZONE, local: month, precision: 'month', assumed: false };
  const day = `${month}-${two(value.day)}`;
  const { time } = value;
  // An hour of 24 is a day's end in some styles and a slip in others.
  if (time === null || time.hour > 23) return { ...NO_ZONE, local: day, precision: 'day', assumed: false };
  const local = `${day}T${two(time.hour)}:${two(time.minute)}:${two(time.second ?? 0)}`;
  return { ...zoned(value, local, around), precision: time.second === null ? 'minute' : 'second' };
}

const NO_ZONE = { utc: null, zone: null, zoneBasis: 'unknown' } as const;

type Zoned = Omit<WallClock, 'precision'>;

function zoned(value: DateValue, local: string, around: Surroundings): Zoned {
  const { zone } = value;
  if (zone?.kind === 'offset') return stated(local, zone.minutes, offsetText(zone.minutes), 'stated');
  if (zone !== null) {
    const named = namedZone(zone.name, local, around);
    if (named !== null) return named;
  }
  if (around.profileZone === null) return { ...NO_ZONE, local, assumed: true };
  const offset = offsetIn(around.profileZone, local);
  if (offset === null) return { ...NO_ZONE, local, assumed: true };
  return { ...stated(local, offset, around.profileZone, 'publisher'), assumed: true };
}

function stated(local: string, minutes: number, zone: string, basis: 'stated' | 'publisher'): Zoned {
  const withOffset = `${local}${minutes === 0 && zone === 'UTC' ? 'Z' : offsetText(minutes)}`;
  const utc = new Date(`${local}${offsetText(minutes)}`).toISOString().replace('.000Z', 'Z');
  return { utc, local: withOffset, zone: zone === '+00:00' ? 'UTC' : zone, zoneBasis: basis, assumed: false };
}

function namedZone(name: string, local: string, around: Surroundings): Zoned | null {
  const seasonless = SEASONLESS_ZONES[name];
  if (seasonless !== undefined) {
    const offset = offsetIn(seasonless, local);
    return offset === null ? null : stated(local, offset, seasonless, 'stated');
  }
  const readings = possible(ZONES[name] ?? [], local, around);
  const [first] = readings;
  if (first === undefined) return null;
  if (readings.length === 1) return stated(local, first.offset, first.zone, 'stated');
  return { utc: null, local, zone: first.zone, zoneBasis: 'assumed', assumed: true };
}

/** The readings that the season, the profile, the country and the language leave, tried in this order. */
function possible(readings: readonly ZoneReading[], local: string, around: Surroundings): readonly ZoneReading[] {
  const inSeason = kept(readings, ({ zone, offset }) => offsetIn(zone, local) === offset);
  const ofProfile = inSeason.filter(({ zone }) => zone === around.profileZone);
  if (ofProfile.length > 0) return ofProfile;
  const ofRegion = inSeason.filter(({ regions }) => regions.some((region) => around.regions.includes(region)));
  if (ofRegion.length > 0) return ofRegion;
  return kept(inSeason, ({ languages }) => languages.length === 0 || speaks(languages, around));
}

function speaks(languages: readonly string[], { language, tag }: Surroundings): boolean {
  return languages.some((spoken) => spoken === language || spoken === tag);
}

/** The filtered list, or all when nothing passes: a clue that fits nobody is no clue. */
function kept(readings: readonly ZoneReading[], test: (reading: ZoneReading) => boolean): readonly ZoneReading[] {
  const passed = readings.filter(test);
  return passed.length > 0 ? passed : readings;
}

/** Offsets of the last wall times asked for: a page states one moment in many places, and zones are dear to ask. */
const OFFSETS = new Map<string, number | null>();
const OFFSETS_KEPT = 200;

function offsetIn(zone: string, local: string): number | null {
  const key = `${zone} ${local}`;
  const known = OFFSETS.get(key);
  if (known !== undefined) return known;
  const time = DateTime.fromISO(local, { zone });
  const offset = time.isValid ? time.offset : null;
  if (OFFSETS.size >= OFFSETS_KEPT) OFFSETS.clear();
  OFFSETS.set(key, offset);
  return offset;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
