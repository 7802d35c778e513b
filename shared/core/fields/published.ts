/**
 * When it was published, and when last changed. In: offers, surroundings, the text. Out: `Published` as the record has it.
 * Promise: never "now", never the modified date for the published one; what contradicts itself is disputed, not repaired.
 */
import { weekdayOf } from '../read/date-parts.ts';
import { type DateReading, readDate } from '../read/dates.ts';
import type { Published, QualityCode } from '../record.ts';
import { chooseDate } from './date-choice.ts';
import { type DateField, type DateOffer, dateOffers } from './date-offers.ts';
import { estimateOf } from './estimate.ts';
import type { Facts } from './facts-lines.ts';
import { farDates } from './far-dates.ts';
import { type Found, found, nothing, placeOf, withLosers } from './found.ts';
import type { Sources } from './sources.ts';
import { dateContext, type Surroundings } from './surroundings.ts';
import { wallClock } from './wall-clock.ts';

const MISSING: Published = {
  utc: null,
  local: null,
  raw: null,
  zone: null,
  zoneBasis: 'unknown',
  precision: null,
  status: 'missing',
  estimate: null,
  contradicts: [],
};

export function readPublished(
  sources: Sources,
  around: Surroundings,
  body: readonly string[],
  facts: Facts,
): Found<Published> {
  const context = dateContext(around);
  const near = dateOffers(sources, 'published', context, facts);
  const choice = chooseDate(near.length > 0 ? near : farDates(sources, context), around);
  if (choice === null) return missing(sources, around, body);
  const { offer, lost, shownDay } = choice;
  const stated = statedDate(offer, around);
  const value = shownDay === null ? stated : { ...stated, local: shownDay };
  const base = found(value, 'published', offer.where, ruleOf(offer, value), offer.raw);
  return { ...withLosers(base, 'published', lost), quality: qualityOf(value) };
}

export function readModified(sources: Sources, around: Surroundings, facts: Facts): Found<Published | null> {
  const choice = chooseDate(dateOffers(sources, 'modified', dateContext(around), facts), around);
  if (choice === null) return nothing(null);
  const { offer, lost } = choice;
  return withLosers(
    found(statedDate(offer, around), 'modified', offer.where, 'modified.stated', offer.raw),
    'modified',
    lost,
  );
}

/** When a mail was sent is when it came out, if its text says nothing else. */
function ruleOf({ where }: DateOffer, { status }: Published): string {
  return status === 'stated' && where === 'mail Date' ? 'published.sent' : `published.${status}`;
}

function qualityOf({ status }: Published): readonly QualityCode[] {
  if (status === 'disputed') return ['published-disputed'];
  return status === 'stated-zone-assumed' ? ['zone-assumed'] : [];
}

function statedDate(offer: DateOffer, around: Surroundings): Published {
  const { value, raw } = offer;
  if (value.ambiguous) return ambiguous(offer);
  const clock = wallClock(value, around);
  if (clock === null) return { ...MISSING, raw };
  const { assumed, ...stated } = clock;
  const contradicts = contradictions(offer, stated.utc ?? stated.local ?? '', around);
  const status = contradicts.length > 0 ? 'disputed' : assumed ? 'stated-zone-assumed' : 'stated';
  return { ...stated, raw, status, estimate: null, contradicts: [...contradicts] };
}

/** `03/04/2023` without a country: one of two days, and nobody knows which. */
function ambiguous({ value, raw }: DateOffer): Published {
  const one = `${value.year}-${String(value.month).padStart(2, '0')}-${String(value.day ?? 1).padStart(2, '0')}`;
  const other = `${value.year}-${String(value.day ?? 1).padStart(2, '0')}-${String(value.month).padStart(2, '0')}`;
  const [earliest = one, latest = other] = [one, other].sort();
  const estimate = { earliest, latest, basis: `"${raw}" read with the day or the month first` };
  return { ...MISSING, raw, precision: 'day', status: 'estimated', estimate };
}

const DAY_MS = 24 * 60 * 60 * 1000;

function contradictions({ value, raw }: DateOffer, moment: string, around: Surroundings): readonly string[] {
  const found: string[] = [];
  const { year, month, day, weekday } = value;
  if (weekday !== null && year !== null && day !== null && weekdayOf(year, month, day) !== weekday) {
    found.push(`the weekday named in "${raw}" is not that day's`);
  }
  const at = Date.parse(moment.includes('T') && !/Z$|[+-]\d\d:\d\d$/.test(moment) ? `${moment}Z` : moment);
  if (around.capturedAt !== null && at > Date.parse(around.capturedAt) + DAY_MS) {
    found.push(`"${raw}" is later than the capture at ${around.capturedAt}`);
  }
  return found;
}

function missing(sources: Sources, around: Surroundings, body: readonly string[]): Found<Published> {
  const estimate = estimateOf(sources, around, body);
  const trace = lostDate(sources, around);
  const value: Published = { ...MISSING, raw: trace?.reading.raw ?? null, estimate };
  const quality: readonly QualityCode[] = ['published-missing'];
  if (trace !== null)
    return { ...found(value, 'published', trace.where, `published.${trace.reading.kind}`, trace.reading.raw), quality };
  const where = estimate === null ? 'nowhere' : 'captions';
  return { ...found(value, 'published', where, 'published.missing', estimate?.basis ?? null), quality };
}

/** Lines above the text that once held a date: `Published`, `2 hours ago`. */
function lostDate(
  sources: Sources,
  around: Surroundings,
): { readonly reading: DateReading; readonly where: string } | null {
  const context = dateContext(around);
  for (const { block, label } of sources.labelled) {
    if (!LOST_LABELS.has(label)) continue;
    const reading = readDate(block.text, context);
    if (reading !== null && reading.kind !== 'absolute' && fits(reading, 'published'))
      return { reading, where: placeOf(block) };
  }
  return null;
}

const LOST_LABELS: ReadonlySet<string> = new Set(['meta.published', 'ui.label']);

function fits(reading: DateReading, field: DateField): boolean {
  return reading.role === field || (reading.role === 'unlabelled' && reading.kind === 'relative');
}
