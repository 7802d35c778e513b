/**
 * Where a report was filed from. In: the first paragraph of an article. Out: the dateline and the paragraph without it.
 * Promise: "WASHINGTON — which has long …", "Note — …" and names before a dash are no datelines.
 */
import { agencyOf } from './agencies.ts';
import { eastAsianDateline } from './dateline-east-asia.ts';
import { isShoutedCity, placesOf } from './dateline-places.ts';
import { findDates } from './dates.ts';

export interface Dateline {
  /** With its dash, without the space behind it: `MOSCOW (AP) —`. */
  readonly raw: string;
  /** `MOSCOW` is given as `Moscow`, mixed spellings as they stand. */
  readonly places: readonly string[];
  /** Code of the agency: `AP`. */
  readonly agency: string | null;
  /** As printed: `Oct 16`. */
  readonly date: string | null;
  /** The paragraph behind it. */
  readonly rest: string;
}

/** The longest datelines name two cities, two countries, a date and an agency. */
const HEAD_CHARS = 110;

const DASH = /\s?(?:—|–|--|―)\s*|\s-\s+|\s-(?=\p{Lu})|:\s+/gu;
const COLON = /^:/;

export function readDateline(text: string): Dateline | null {
  const asian = eastAsianDateline(text);
  if (asian !== null) return asian;
  const head = text.slice(0, HEAD_CHARS);
  for (const match of head.matchAll(DASH)) {
    const raw = head.slice(0, match.index + match[0].length).trimEnd();
    const dateline = readHead(
      head.slice(0, match.index),
      COLON.test(match[0].trim()),
      raw,
      text.slice(raw.length).trimStart(),
    );
    if (dateline !== null) return dateline;
  }
  return agencyAlone(text) ?? dotted(text);
}

/** `Berlin (dpa). Der Kanzler …`, `Paris (AFP) Der …`: an agency in brackets needs no dash. */
const BRACKETS = /^(\p{Lu}[^()/\n]{1,60}?) ?[(/]([^()/]{2,30})[)/][.:]?\s+(?=["„“«'‘\p{Lu}\p{Nd}])/u;

function agencyAlone(text: string): Dateline | null {
  const match = BRACKETS.exec(text.slice(0, HEAD_CHARS));
  const [whole, place, inside] = [match?.[0], match?.[1], match?.[2]];
  if (whole === undefined || place === undefined || inside === undefined) return null;
  const agency = agencyOf(inside);
  const dated = cutDate(place);
  const places = agency === null ? null : placesOf(dated.place, 'sure');
  if (agency === null || places === null) return null;
  return { raw: whole.trimEnd(), places, agency: agency.code, date: dated.date, rest: text.slice(whole.length) };
}

/** German regional papers: `Berlin. Der Kanzler …`; only for places of the table. */
const DOTTED = /^(\p{Lu}[\p{L}./ -]{2,40}?)\. (?=["„“«]?\p{Lu})/u;

function dotted(text: string): Dateline | null {
  const match = DOTTED.exec(text.slice(0, HEAD_CHARS));
  const [whole, place] = [match?.[0], match?.[1]];
  if (whole === undefined || place === undefined) return null;
  const places = placesOf(place, 'known');
  return places === null
    ? null
    : { raw: whole.trimEnd(), places, agency: null, date: null, rest: text.slice(whole.length) };
}

/** Everything before the dash: places, then perhaps a date, then perhaps an agency in brackets. */
function readHead(head: string, colon: boolean, raw: string, rest: string): Dateline | null {
  const { agency, without } = cutAgency(head);
  const { date, place } = cutDate(without);
  if (rest !== '' && !SENTENCE_START.test(rest)) return null;
  if (place === '') return agency === null ? null : leadingAgency(rest, agency, date, raw);
  if (colon && agency === null && !isShoutedCity(place)) return null;
  const places = placesOf(place, agency !== null || date !== null ? 'sure' : 'shouted');
  if (places === null) return null;
  return agency === null ? signedBehind({ raw, places, agency, date, rest }) : { raw, places, agency, date, rest };
}

const SIGNED = /^([\p{Lu}][\p{L} .-]{1,30}?)(?:\.| [-–—]) (?=["„“«]?\p{Lu})/u;

/** `МОСКВА, 16 окт — РИА Новости. Министр …`: the agency signs behind the dash. */
function signedBehind(dateline: Dateline): Dateline {
  const match = SIGNED.exec(dateline.rest.slice(0, HEAD_CHARS));
  const [whole, name] = [match?.[0], match?.[1]];
  const agency = name === undefined ? null : agencyOf(name);
  if (whole === undefined || agency === null) return dateline;
  return {
    ...dateline,
    raw: `${dateline.raw} ${whole.trimEnd()}`,
    agency: agency.code,
    rest: dateline.rest.slice(whole.length),
  };
}

/** `(ANSA) - ROMA, 16 OTT - Il governo …` */
function leadingAgency(rest: string, agency: string, date: string | null, raw: string): Dateline {
  const inner = rest.startsWith('(') ? null : readDateline(rest);
  if (inner === null || inner.agency !== null) return { raw, places: [], agency, date, rest };
  return { ...inner, raw: `${raw} ${inner.raw}`, agency, date: inner.date ?? date };
}

const CLOSING_BRACKET = /[(/]([^()/]{2,30}|[^()/]{2,15}\/[^()/]{2,15})[)/]\.?\s?$/;
/** Outlets sign like agencies: `Los Angeles (CNN) —`. */
const STATION = /^[\p{Lu}\p{Nd}&]{2,6}$/u;

function cutAgency(head: string): { readonly agency: string | null; readonly without: string } {
  const bracket = CLOSING_BRACKET.exec(head.slice(0, HEAD_CHARS));
  const inside = bracket?.[1];
  if (bracket !== null && inside !== undefined) {
    const agency = agencyOf(inside);
    if (agency !== null || STATION.test(inside))
      return { agency: agency?.code ?? null, without: head.slice(0, bracket.index).trim() };
  }
  // `MOSKAU, 16. Oktober, dpa –`, `МОСКВА, 16 окт — РИА Новости`
  const comma = head.lastIndexOf(',');
  const last = comma < 0 ? null : agencyOf(head.slice(comma + 1).trim());
  return last === null
    ? { agency: null, without: head.trim() }
    : { agency: last.code, without: head.slice(0, comma).trim() };
}

function cutDate(head: string): { readonly date: string | null; readonly place: string } {
  const date = findDates(head, { language: null }).at(-1);
  if (date === undefined || head.slice(date.end).replace(/[\s.,()]/g, '') !== '') return { date: null, place: head };
  return { date: date.raw, place: head.slice(0, date.start).replace(/[\s,(/]+$/, '') };
}

const SENTENCE_START = /^["'„“”«»‘’‚¿¡(]{0,2}[\p{Lu}\p{Lt}\p{Lo}\p{Nd}$€£]/u;
