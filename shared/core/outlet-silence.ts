/** How long an outlet may be silent. In: what a deployment says, as text. Out: outlets with their hours. Promise: an outlet is named once; bounded. */
import { outletKey } from './list-names.ts';

export interface OutletSilence {
  /** A name or a host name, as somebody typed it. */
  readonly outlet: string;
  /** After so many hours without an article it is silent. */
  readonly hours: number;
}

/** Each is one short read every ten minutes: fifty cost some ten US cents a month. */
const MOST_OUTLETS = 50;
/** A month: what is silent for longer is known to be. */
const MOST_HOURS = 744;
const OUTLET_CHARS = 100;
const HOUR_MS = 3_600_000;

/** `herald.example=24, The Post=6` //=> two; null for what cannot be understood, names an outlet twice, or names too many. */
export function readSilences(text: string): readonly OutletSilence[] | null {
  if (text.trim() === '') return [];
  const parts = text.split(',');
  if (parts.length > MOST_OUTLETS) return null;
  const read = parts.flatMap(silenceOf);
  const names = new Set(read.map(({ outlet }) => outletKey(outlet)));
  return read.length === parts.length && names.size === parts.length ? read : null;
}

function silenceOf(part: string): readonly OutletSilence[] {
  const at = part.lastIndexOf('=');
  const [outlet, hours] = [part.slice(0, Math.max(at, 0)).trim(), part.slice(at + 1).trim()];
  const isFit = outlet !== '' && outlet.length <= OUTLET_CHARS && /^\d{1,3}$/.test(hours);
  const value = Number(hours);
  return isFit && value >= 1 && value <= MOST_HOURS ? [{ outlet, hours: value }] : [];
}

/** `lastAt`: date of its newest article; null: there is none. */
export function isSilent({ hours }: OutletSilence, lastAt: string | null, now: string): boolean {
  return lastAt === null || Date.parse(now) - Date.parse(lastAt) > hours * HOUR_MS;
}
