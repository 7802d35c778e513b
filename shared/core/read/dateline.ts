/**
 * Where a report was filed from. In: the first paragraph of an article. Out: the dateline and the paragraph without it.
 * Promise: "WASHINGTON — which has long …", "Note — …" and names before a dash are no datelines.
 */
import { agencyOf } from './agencies.ts';
import { eastAsianDateline } from './dateline-east-asia.ts';
import { isShoutedCity, placesOf } from './dateline-places.ts';
import { findDates } from './dates.ts';
import { signsOf, trimEndSigns } from './trim.ts';

export interface Dateline {
  /** With its dash, without the space behind it: `OSLO (AFP) —`. */
  readonly raw: string;
  /** `OSLO` is given as `Oslo`, mixed spellings as they stand. */
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

const DASH = /\s?(?:—|–|--|―)\s*|\.-\s+|\s-\s+|\s-(?=\p{Lu})|:\s+/gu;
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

/** Outlets sign like agencies: `Los Angeles (CNN) —`. */
const STATION = /^[\p{Lu}\p{Nd}&]{2,6}$/u;

const BRACKET_CHARS = 30;

/** What the head ends with, in `(…)` or `/…/`, and where that begins; empty when it ends with neither. */
function closingBracket(head: string): { readonly inside: string; readonly at: number } {
  const text = trimEndSigns(head, AFTER_BRACKET);
  const opener = text.endsWith(')') ? '(' : text.endsWith('/') ? '/' : '';
  const at = opener === '' ? -1 : text.lastIndexOf(opener, text.length - 2);
  const inside = at < 0 ? '' : text.slice(at + 1, -1);
  return inside.length > 1 && inside.length <= BRACKET_CHARS ? { inside, at } : { inside: '', at: head.length };
}

const AFTER_BRACKET = signsOf('.');

function cutAgency(head: string): { readonly agency: string | null; readonly without: string } {
  const { inside, at } = closingBracket(head);
  const inBracket = agencyOf(inside);
  if (inBracket !== null || STATION.test(inside))
    return { agency: inBracket?.code ?? null, without: head.slice(0, at).trim() };
  // `MOSKAU, 16. Oktober, dpa –`, `МОСКВА, 16 окт — РИА Новости`
  const comma = head.lastIndexOf(',');
  const last = comma < 0 ? null : agencyOf(head.slice(comma + 1).trim());
  return last === null
    ? { agency: null, without: head.trim() }
    : { agency: last.code, without: head.slice(0, comma).trim() };
}

const BEFORE_DATE = signsOf(',(/');

function cutDate(head: string): { readonly date: string | null; readonly place: string } {
  const date = findDates(head, { language: null }).at(-1);
  if (date === undefined || head.slice(date.end).replace(/[\s.,()]/g, '') !== '') return { date: null, place: head };
  return { date: date.raw, place: trimEndSigns(head.slice(0, date.start), BEFORE_DATE) };
}

const SENTENCE_START = /^["'„“”«»‘’‚¿¡(]{0,2}[\p{Lu}\p{Lt}\p{Lo}\p{Nd}$€£]/u;
