/**
 * Versions of one item, as their senders count them. In: who states a version, and when it was stored. Out: whether somebody states a later one.
 * Promise: only what can be compared is: instants with instants, wall times with wall times, numbers where there is nothing else; linear.
 */
import type { ItemVersion } from './record.ts';

export interface Stating {
  readonly itemVersion?: ItemVersion | undefined;
  readonly lastModified: string | null;
}

/** A version that is said to be made this long after it was stored is not believed: it would hold for ever. */
const AHEAD_MS = 24 * 60 * 60 * 1000;

type Clock = 'instant' | 'wall' | 'none';

interface Version {
  readonly clock: Clock;
  readonly time: string;
  /** Null where none is stated. */
  readonly number: number | null;
}

export function overtaken<S extends Stating>(all: readonly S[]): (one: S) => boolean {
  const latest = new Map<Clock, Version>();
  const most = new Map<Clock, number>();
  for (const version of all.map(versionOf)) {
    if (version === null) continue;
    const { clock, number } = version;
    if (number !== null) most.set(clock, Math.max(number, most.get(clock) ?? number));
    const before = latest.get(clock);
    if (before === undefined || orderOf(version) > orderOf(before)) latest.set(clock, version);
  }
  const isOvertaken = (one: S) => {
    const version = versionOf(one);
    if (version === null) return false;
    const { clock, number } = version;
    const own = latest.get(clock);
    if (own !== undefined && isLater(own, version)) return true;
    return number !== null && [...most].some(([other, highest]) => other !== clock && highest > number);
  };
  // Senders that contradict themselves in a circle are believed in nothing.
  const stating = all.filter((one) => versionOf(one) !== null);
  return stating.every(isOvertaken) ? () => false : isOvertaken;
}

/** Of one clock: the highest number of the latest time. */
function orderOf({ time, number }: Version): string {
  return `${time} ${String(number ?? -1).padStart(DIGITS, '0')}`;
}

/** Numbers of versions have nine at most. */
const DIGITS = 10;

/** By the same clock. */
function isLater(one: Version, other: Version): boolean {
  if (one.time !== other.time) return one.time > other.time;
  return one.number !== null && other.number !== null && one.number > other.number;
}

function versionOf({ itemVersion, lastModified }: Stating): Version | null {
  if (itemVersion === undefined) return null;
  const { number, createdAt, createdLocal } = itemVersion;
  const isBelieved = (time: string) => Date.parse(time) - Date.parse(lastModified ?? '') <= AHEAD_MS;
  if (createdAt !== null && isBelieved(createdAt)) return { clock: 'instant', time: createdAt, number };
  if (createdLocal !== null && isBelieved(`${createdLocal}Z`)) return { clock: 'wall', time: createdLocal, number };
  return number === null ? null : { clock: 'none', time: '', number };
}
