/** A published statement in, instants out. Promise: nothing invented; what has no day has no moment. */
import type { Published } from './record.ts';

export interface Moment {
  /** Earliest instant that the statement allows, zone unknown read as UTC. */
  readonly utc: string;
  /** Last instant that it allows: a day without a time may have been its evening, so it cannot claim to be first. */
  readonly latest: string;
}

const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,3})\d{0,6})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** `2023-10-16` //=> 00:00 UTC, `2023-10-16T08:59+01:00` //=> 07:59 UTC, `2023-10` //=> null */
export function instantOf(text: string): string | null {
  const match = LOCAL.exec(text);
  if (match === null) return null;
  const [, day = '', time = '00:00', seconds = '00', fraction = '0', offset = 'Z'] = match;
  const ms = Date.parse(`${day}T${time}:${seconds}.${fraction}${offset}`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

const END_OF_DAY_MS = 24 * 60 * 60 * 1000 - 1;

export type PublishedTime = Pick<Published, 'utc' | 'local' | 'status' | 'precision'>;

/** The moment that an article states for itself; null when it states none that can be trusted so far. */
export function trustedMoment(published: PublishedTime): Moment | null {
  const { status, precision } = published;
  if (status !== 'stated' && status !== 'stated-zone-assumed') return null;
  if (precision === null || precision === 'month') return null;
  const utc = instantOf(published.utc ?? '') ?? instantOf(published.local ?? '');
  if (utc === null) return null;
  const latest = precision === 'day' ? new Date(Date.parse(utc) + END_OF_DAY_MS).toISOString() : utc;
  return { utc, latest };
}
