/**
 * Dates as programs print them, in an order that no person writes. In: a value of metadata. Out: the same date as text that the
 * reader of dates knows, or the value itself. Promise: nothing but the order of the parts changes.
 */

import type { DateValue } from './dates.ts';

/** `Fri Apr 28 19:20:36 CEST 2023`: Java's and C's own way, the year behind the zone. */
const ZONE_BEFORE_YEAR =
  /^[A-Z][a-z]{2},? ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d(?::\d\d)?) ([A-Z]{2,5}|[+-]\d\d:?\d\d) (\d{4})$/;

export function inReadingOrder(value: string): string {
  const [, month, day, time, zone, year] = ZONE_BEFORE_YEAR.exec(value) ?? [];
  return year === undefined ? value : `${day} ${month} ${year} ${time} ${zone}`;
}

const BASIC = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?$/;

/** `20250303T120000+0000`, the agencies' short form //=> `2025-03-03T12:00:00+0000` */
export function longForm(value: string): string {
  const [, year, month, day, hour, minute, second = '00', zone] = BASIC.exec(value) ?? [];
  if (year === undefined) return value;
  const offset = zone?.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2') ?? '';
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** `2023-10-16T08:59:00+01:00`, the way most metadata has it, read without looking for words; null for anything else. */
export function isoDate(text: string): DateValue | null {
  const [, year, month, day, hour, minute, second, zone] = ISO.exec(longForm(text)) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day), ambiguous: false, weekday: null };
  const isDay = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31 && date.year >= EARLIEST;
  if (year === undefined || !isDay || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return null;
  if (hour === undefined) return { ...date, time: null, zone: null };
  const time = { hour: Number(hour), minute: Number(minute), second: second === undefined ? null : Number(second) };
  return { ...date, time, zone: zone === undefined ? null : { kind: 'offset', minutes: offsetOf(zone) } };
}

/** What lies before is a placeholder of some system, and left to the careful reader. */
const EARLIEST = 1990;

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}
