/**
 * The headline, by agreement. In: what metadata, headings and the labelled text offer. Out: one of them, with what lost.
 * Promise: the reader's headline wins over one that was written for search engines, and the site's name is no part of it.
 */
import type { Candidate } from '../block.ts';
import { jsonLdPlace } from './json-ld-place.ts';
import { type SiteNames, squeezed } from './site-names.ts';
import { bareTitle } from './titles.ts';

export interface HeadlineOffer {
  readonly text: string;
  readonly where: string;
  readonly raw: string;
  readonly weight: number;
  /** Sort of source; see the weights. */
  readonly kind: string;
}

export interface HeadlineChoice {
  readonly text: string;
  readonly where: string;
  readonly raw: string;
  /** How many sources say the same. */
  readonly agreeing: number;
  readonly lost: readonly HeadlineOffer[];
}

interface Group {
  best: HeadlineOffer;
  /** Without what longer versions lend it. */
  own: number;
  weight: number;
  sources: number;
  readonly kinds: Set<string>;
}

/** Titles of whole novels are shorter. */
const HEADLINE_CHARS = 400;

export function chooseHeadline(
  candidates: readonly Candidate[],
  labelled: HeadlineOffer | null,
  site: SiteNames,
): HeadlineChoice | null {
  const offers = [...(labelled === null ? [] : [labelled]), ...offersOf(candidates, site)];
  const groups = grouped(doubted(withoutBroken(offers)));
  foldKickers(groups);
  raiseShown(groups);
  const ranked = [...groups.values()].sort((a, b) => b.weight - a.weight);
  const [winner, ...others] = ranked;
  if (winner === undefined) return null;
  const { text, where, raw } = winner.best;
  return {
    text,
    where,
    raw,
    agreeing: winner.sources,
    lost: others.map((group) => ({ ...group.best, weight: group.weight })),
  };
}

/** `content="They call it "a miracle""`: a quotation mark that nobody escaped ends the attribute, and another source goes on. */
function withoutBroken(offers: readonly HeadlineOffer[]): readonly HeadlineOffer[] {
  const isBroken = ({ text }: HeadlineOffer): boolean =>
    offers.some((other) => other.text.startsWith(text) && QUOTE_FOLLOWS.test(other.text.slice(text.length)));
  return offers.filter((offer) => !ATTRIBUTES.has(offer.kind) || !isBroken(offer));
}

const QUOTE_FOLLOWS = /^\s?"/;
const ATTRIBUTES: ReadonlySet<string> = new Set(['og', 'twitter', 'named', 'itemprop']);

const WORDS = /[\p{L}\p{N}]{2,}/gu;
const DOUBTED = 0.1;
const STATED_KINDS: ReadonlySet<string> = new Set(['title', 'og', 'json-ld', 'named', 'twitter', 'itemprop']);

/** An `h1` without a word in common with anything that the page states is a menu's, a box's or another article's. */
function doubted(offers: readonly HeadlineOffer[]): readonly HeadlineOffer[] {
  const stated = offers.filter(({ kind }) => STATED_KINDS.has(kind)).map(({ text }) => text.toLowerCase());
  if (stated.length === 0) return offers;
  return offers.map((offer) => {
    if (offer.kind !== 'h1') return offer;
    const words = offer.text.toLowerCase().match(WORDS) ?? [];
    const shared = words.some((word) => stated.some((text) => text.includes(word)));
    return shared ? offer : { ...offer, weight: offer.weight * DOUBTED };
  });
}

function offersOf(candidates: readonly Candidate[], site: SiteNames): readonly HeadlineOffer[] {
  const found: HeadlineOffer[] = [];
  const counts = new Map<string, number>();
  const tops = candidates.filter(({ field, where }) => field === 'headline' && where === 'h1');
  const top = statedTop(tops, candidates) ?? tops[0];
  const hasTop = tops.length > 0;
  for (const candidate of candidates) {
    const { field, value, where, source } = candidate;
    if (field !== 'headline' || value.length > HEADLINE_CHARS) continue;
    const kind = kindOf(source, where);
    const base = !hasTop && kind === 'heading' ? LONE_HEADING : (WEIGHTS[kind] ?? 0);
    const { text } = bareTitle(value, site);
    if (site.isSite(text)) continue;
    const place = counts.get(kind) ?? 0;
    counts.set(kind, place + 1);
    const isFirst = kind === 'h1' ? candidate === top : place === 0;
    const weight = base * (isFirst ? 1 : LATER) * (CUT_OFF.test(text) ? CUT_OFF_SHARE : 1);
    if (weight > 0) found.push({ text, where, raw: value, weight, kind });
  }
  return found;
}

/** Sections and sites open pages with an `h1` too: where the page states a later one, that is the article's. */
function statedTop(tops: readonly Candidate[], candidates: readonly Candidate[]): Candidate | undefined {
  if (tops.length < 2) return undefined;
  const stated = candidates
    .filter(({ field, source, where }) => field === 'headline' && STATED_KINDS.has(kindOf(source, where)))
    .map(({ value }) => squeezed(value));
  return tops.find(({ value }) => {
    const key = squeezed(value);
    return stated.some((text) => text === key || (key.length >= CORE_CHARS && text.startsWith(key)));
  });
}

/** `Power cut:` and `Power cut …` lost what followed. */
const CUT_OFF = /[:…]$|\.\.\.$/;
const CUT_OFF_SHARE = 0.4;

/** The second heading of a kind is somebody else's more often than not. */
const LATER = 0.25;

/** On a page without `h1` the first heading named so by its class stands for it. */
const LONE_HEADING = 2;

/** Measured by site on pages with known headlines: how often each is what the reader sees as headline. */
const WEIGHTS: Readonly<Record<string, number>> = {
  h1: 4.5,
  itemprop: 3,
  'json-ld': 2.2,
  'json-ld name': 0.6,
  og: 1.8,
  named: 1.4,
  twitter: 0.8,
  title: 1.2,
  heading: 0.5,
  // Subjects of mails name the newsletter, titles of PDFs the file, as often as the story: less than a line that reads like a headline.
  beside: 0.5,
};

function kindOf(source: Candidate['source'], where: string): string {
  if (source === 'html') return where === 'h1' ? 'h1' : 'heading';
  if (source === 'title') return 'title';
  if (source === 'microdata') return where.includes('headline') ? 'itemprop' : 'heading';
  if (source === 'json-ld') return jsonLdKind(where);
  if (source !== 'meta') return '';
  if (/^(?:mail|pdf) /.test(where)) return 'beside';
  if (where.includes('og:title')) return 'og';
  return where.includes('twitter') ? 'twitter' : 'named';
}

/** What a page both states as its headline and shows as a heading outweighs an `h1` made for search engines. */
const SHOWN_BONUS = 9;

function raiseShown(groups: ReadonlyMap<string, Group>): void {
  const top = [...groups.values()].find((group) => group.kinds.has('h1'));
  const heading = [...groups.values()].find((group) => group.kinds.has('heading'));
  if (top !== undefined && heading !== undefined && heading !== top && heading.kinds.has('json-ld'))
    heading.weight += SHOWN_BONUS;
}

function jsonLdKind(where: string): string {
  const place = jsonLdPlace(where);
  if (place === null || !ARTICLE_TYPE.test(place.type)) return 'json-ld name';
  return place.property === 'headline' ? 'json-ld' : place.property === 'name' ? 'json-ld name' : '';
}

const ARTICLE_TYPE = /Article|Posting|Report|Review/;

/** A part shorter than this share of the whole is a kicker or a name, not the headline in it. */
const CORE_SHARE = 0.4;
const CORE_CHARS = 12;
/** Only a headline that some strong source gives by itself is taken for the core of a longer one. */
const CORE_WEIGHT = 0.8;

/** `Power cut: Lights out in town` beside `Lights out in town`: kickers and endings vary by source, the core is the headline. */
function foldKickers(groups: Map<string, Group>): void {
  const keys = [...groups.keys()].sort((a, b) => b.length - a.length);
  for (const [at, long] of keys.entries()) {
    const core = keys.slice(at + 1).find((short) => isCore(long, short, groups.get(short)));
    const [whole, part] = [groups.get(long), groups.get(core ?? '')];
    if (whole === undefined || part === undefined) continue;
    const keepsWhole = bothStated(whole) || (whole.own > part.own && !hasLooseKicker(whole.best.text, part.best.text));
    const [from, to] = keepsWhole ? [part, whole] : [whole, part];
    to.weight += from.weight;
    to.sources += from.sources;
    from.weight = 0;
  }
}

/** Where the page's two main statements agree on the longer version, the kicker is part of the headline. */
function bothStated(group: Group): boolean {
  return group.kinds.has('json-ld') && group.kinds.has('og');
}

/** `Opinion | Title`, `News Title`: a section set before the headline, without the colon that makes it part of it. */
function hasLooseKicker(whole: string, core: string): boolean {
  const kicker = whole.slice(0, Math.max(0, whole.length - core.length)).trimEnd();
  return kicker !== '' && whole.endsWith(core.slice(-8)) && !/[:/–—-]$/.test(kicker);
}

function isCore(long: string, short: string, group: Group | undefined): boolean {
  if (
    group === undefined ||
    group.own < CORE_WEIGHT ||
    short.length < CORE_CHARS ||
    /[:…]$|\.\.\.$/.test(group.best.text)
  )
    return false;
  return short.length >= long.length * CORE_SHARE && (long.endsWith(short) || long.startsWith(short));
}

function grouped(offers: readonly HeadlineOffer[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const offer of offers) {
    const key = squeezed(offer.text);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined)
      groups.set(key, {
        best: offer,
        own: offer.weight,
        weight: offer.weight,
        sources: 1,
        kinds: new Set([offer.kind]),
      });
    else {
      group.weight += offer.weight;
      group.own += offer.weight;
      group.kinds.add(offer.kind);
      group.sources += 1;
    }
  }
  return groups;
}
