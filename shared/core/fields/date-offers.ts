/**
 * Everything on the page that says when. In: metadata, printed date lines, bylines with a date. Out: offers with weights.
 * Promise: dates of captions, imprints and related links are not among them.
 */
import type { Block, Candidate } from '../block.ts';
import { type DateContext, type DateStatement, type DateValue, findDates, readDate } from '../read/dates.ts';
import { inReadingOrder, isoDate } from '../read/machine-dates.ts';
import type { Facts } from './facts-lines.ts';
import { type Loser, placeOf } from './found.ts';
import { isArticleNode, type JsonLdPlace, jsonLdPlace } from './json-ld-place.ts';
import type { Sources } from './sources.ts';

export type DateField = 'published' | 'modified';

export interface DateOffer extends Loser {
  readonly value: DateValue;
  readonly weight: number;
}

/** Measured by site on pages with known dates: how often each source names the day. */
const WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/^meta\[[a-z-]+="(?:og:)?article:(?:published|modified)/i, 3.5],
  [/^\[itemprop="date(?:published|modified)"/i, 3],
  [/^meta\[[a-z-]+="(?:og:updated_time|last-?modified)/i, 1],
  [/^meta\[/, 2.6],
  [/\[datetime\]$/, 2.2],
  [/^time/, 1.8],
  [/./, 1.2],
];
const URL_WEIGHT = 2.4;
const PRINTED_WEIGHT = 2.4;
const FAR_WEIGHT = 1;
/** `Published 3 March` says which date it is. */
const NAMED_BONUS = 0.6;
/** Above the headline stand today's date and those of other articles. */
const ABOVE_SHARE = 0.8;
/** Less than a line that is all date: it may be a teaser's. */
const FACTS_WEIGHT = 1.2;
const LATER_SHARE = 0.15;

export function dateOffers(
  sources: Sources,
  field: DateField,
  context: DateContext,
  facts: Facts,
): readonly DateOffer[] {
  const read = remembered((candidate: Candidate) => dateOf(candidate, field, context));
  const dated = sources.of(field).flatMap((candidate) => {
    const value = read(candidate);
    return value === null ? [] : [{ candidate, value, weight: weightOf(candidate) }];
  });
  const kinds = Map.groupBy(dated, ({ weight }) => weight);
  const stated = [...kinds.values()].flatMap((kind) => {
    // A kind of element that names many days lists other articles: none of its days says much.
    const days = new Set(kind.map(({ value }) => `${value.year}-${value.month}-${value.day}`)).size;
    return kind.map(({ candidate, value, weight }, place): DateOffer => {
      const share = place === 0 ? 1 / Math.max(1, days - 1) : LATER_SHARE / days;
      return { value, where: candidate.where, raw: candidate.value, weight: weight * share };
    });
  });
  // A page with metadata does not need lines that hold a date beside other facts; a scrape has nothing else.
  const printed = printedOffers(sources, field, context);
  const isSaid = ({ where, raw }: DateOffer) => printed.some((other) => other.where === where && other.raw === raw);
  const beside = stated.length > 0 ? [] : factOffers(facts, field).filter((offer) => !isSaid(offer));
  return [...printed, ...beside, ...stated];
}

function weightOf({ source, where }: Candidate): number {
  if (source === 'url' || /\.(?:url|mainEntityOfPage)$|url"|canonical/i.test(where)) return URL_WEIGHT;
  const place = jsonLdPlace(where);
  return place === null ? (WEIGHTS.find(([pattern]) => pattern.test(where))?.[1] ?? 1) : jsonLdWeight(place);
}

function jsonLdWeight(place: JsonLdPlace): number {
  if (place.numbered || !/^date(?:Published|Modified)$/.test(place.property)) return 1;
  return isArticleNode(place) ? 4 : 2;
}

/** Pages say the same date in many places: it is read once. */
function remembered<Value>(read: (candidate: Candidate) => Value): (candidate: Candidate) => Value {
  const known = new Map<string, Value>();
  return (candidate) => {
    const key = `${candidate.source} ${candidate.value}`;
    const value = known.get(key);
    if (value !== undefined) return value;
    const fresh = read(candidate);
    known.set(key, fresh);
    return fresh;
  };
}

const EPOCH = /^1\d{9}(?:\d{3})?$/;

function dateOf({ value: text, source }: Candidate, field: DateField, context: DateContext): DateValue | null {
  const iso = isoDate(text);
  if (iso !== null) return iso;
  if (EPOCH.test(text)) return ofEpoch(Number(text) * (text.length === 10 ? 1000 : 1));
  const dates = findDates(inReadingOrder(text), context).filter(
    ({ value }) => value.year !== null && value.day !== null,
  );
  const other: DateField = field === 'published' ? 'modified' : 'published';
  const fitting = dates.find(({ role }) => role === field) ?? dates.find(({ role }) => role !== other);
  // `Updated 3 March` in an element whose class speaks of publication is no date of publication.
  const shown = source === 'html' || source === 'time';
  return (fitting ?? (shown ? undefined : dates[0]))?.value ?? null;
}

function ofEpoch(ms: number): DateValue {
  const at = new Date(ms);
  const time = { hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() };
  const day = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), ambiguous: false };
  return { ...day, time, zone: { kind: 'offset', minutes: 0 }, weekday: null };
}

function printedOffers(sources: Sources, field: DateField, context: DateContext): readonly DateOffer[] {
  const isNear = nearness(sources);
  const headline = sources.blocks('meta.headline')[0]?.block.index ?? -1;
  const isAbove = ({ index }: Block): boolean => index < headline;
  return sources.blocks('meta.published', 'meta.modified', 'meta.byline', 'meta.credit').flatMap(({ block, label }) => {
    const place = isNear(block) ? PRINTED_WEIGHT : FAR_WEIGHT;
    const statements = readDate(block.text, context)?.statements ?? findDates(block.text, context);
    return statements
      .filter((statement) => roleOf(statement, label) === field && statement.value.year !== null)
      .map(
        (statement): DateOffer => ({
          value: statement.value,
          where: placeOf(block),
          raw: statement.raw,
          weight: statement.role === field ? place + NAMED_BONUS : isAbove(block) ? place * ABOVE_SHARE : place,
        }),
      );
  });
}

/** Blocks between a headline and its date: deck, byline, shares, a picture. */
const NEAR = 25;

/** Below the text, dates are mostly those of other articles. */
function nearness({ blocks }: Sources): (block: Block) => boolean {
  const headline = blocks('meta.headline')[0]?.block.index;
  return ({ index }) => headline === undefined || Math.abs(index - headline) <= NEAR;
}

/** Lines around the headline that hold a date beside other facts. */
function factOffers(facts: Facts, field: DateField): readonly DateOffer[] {
  return facts().flatMap(({ block, facts: line }) =>
    line.dates
      .filter((statement) => roleOf(statement, '') === field)
      .map(
        (statement): DateOffer => ({
          value: statement.value,
          where: placeOf(block),
          raw: statement.raw,
          weight: FACTS_WEIGHT,
        }),
      ),
  );
}

/** The line's own words decide; a line without any is about publication unless it was labelled otherwise. */
function roleOf({ role }: DateStatement, label: string): DateField {
  if (role !== 'unlabelled') return role;
  return label === 'meta.modified' ? 'modified' : 'published';
}
