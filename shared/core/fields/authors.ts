/**
 * Who wrote it, by agreement of metadata, links and the printed byline. Out: authors and byline.
 * Promise: a name from a sidebar that nothing else supports loses; without evidence there are no authors.
 */
import type { Candidate } from '../block.ts';
import { agencyOf } from '../read/agencies.ts';
import { type Byline, type BylineName, readByline } from '../read/byline.ts';
import { bylinePrefix } from '../read/byline-prefix.ts';
import { authorNames } from './author-values.ts';
import { type Found, found, nothing, placeOf, withLosers } from './found.ts';
import { type SiteNames, squeezed } from './site-names.ts';
import type { Sources } from './sources.ts';

export interface Authorship {
  readonly authors: readonly BylineName[];
  readonly byline: string | null;
  readonly bylineRaw: string | null;
  /** The printed byline, for the agency in it. */
  readonly printed: Byline | null;
}

/** One source's answer. */
interface AuthorList {
  readonly names: readonly BylineName[];
  readonly keys: ReadonlySet<string>;
  readonly where: string;
  readonly raw: string;
  readonly weight: number;
}

const PRINTED_WEIGHT = 2.5;
const OPINION_WEIGHT = 1;

export function readAuthors(sources: Sources, language: string | null): Found<Authorship> {
  const printed = printedByline(sources, language);
  const lists = [
    ...(printed === null ? [] : [listOf(printed.byline.names, printed.where, printed.byline.raw, PRINTED_WEIGHT)]),
  ];
  lists.push(...metadataLists(sources, language), ...opinionList(sources, language));
  const usable = lists.filter(({ names }) => names.length > 0);
  const ranked = usable.map((list) => ({ list, score: agreement(list, usable, sources.site) })).sort((a, b) => b.score - a.score);
  const [winner] = ranked;
  if (winner === undefined)
    return nothing({
      authors: [],
      byline: printed?.byline.text ?? null,
      bylineRaw: printed?.byline.raw ?? null,
      printed: printed?.byline ?? null,
    });
  const { names, where, raw } = winner.list;
  const shown =
    printed !== null && overlap(winner.list, listOf(printed.byline.names, '', '', 0)) > 0 ? printed.byline : null;
  const byline = shown?.text ?? names.map(({ name }) => name).join(', ');
  const value: Authorship = { authors: names, byline, bylineRaw: shown?.raw ?? raw, printed: printed?.byline ?? null };
  const others = ranked.slice(1).filter(({ list }) => overlap(list, winner.list) < 1);
  return withLosers(
    found(value, 'authors', where, 'authors.agreed', raw),
    'authors',
    others.map(({ list }) => list),
  );
}

function printedByline(
  sources: Sources,
  language: string | null,
): { readonly byline: Byline; readonly where: string } | null {
  for (const { block } of sources.blocks('meta.byline')) {
    const byline =
      readByline(block.text, language, { asNameLine: true }) ?? readByline(block.text, null, { asNameLine: true });
    if (byline !== null) return { byline, where: placeOf(block) };
  }
  return null;
}

/** Measured by site on pages with known authors: how often each source names exactly them. */
const WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/^json-ld \w*(?:Article|Posting|Report\w*|Review)\.author/, 4],
  [/^json-ld \w*\.author/, 3],
  [/^json-ld \w*\.creator/, 1.8],
  [/^json-ld \d/, 1],
  [/^a\[rel="author"\]/, 3.2],
  [/^\[itemprop="author"/, 2.8],
  [/^meta\[name="(?:sailthru|parsely|twitter:data|cXense)/i, 3],
  [/^meta\[(?:name|itemprop)="author"/i, 2.6],
  [/^meta\[/, 1.8],
  [/^a\[href/, 2],
  [/./, 1],
];

/** Elements found by the class alone. */
const SHOWN = /^[a-z]+(?:\.|$)/;

/** Where links and classes repeat, the first is the article's own more often than all of them. */
const SCATTERED = /^a\[|^[a-z]+\.|^\[itemprop|^[a-z]+$/;
const FIRST_SHARE = 0.6;

function metadataLists(sources: Sources, language: string | null): readonly AuthorList[] {
  const groups = Map.groupBy(sources.of('author'), groupKey);
  const lists = [...groups].flatMap(([where, offers]) =>
    SHOWN.test(where) ? shownLists(sources, language, offers) : statedLists(sources, language, where, offers),
  );
  return lists.filter((list, at) => !SHOWN.test(list.where) || lists.findIndex((other) => sameNames(list, other) && SHOWN.test(other.where)) === at);
}

function statedLists(sources: Sources, language: string | null, where: string, offers: readonly Candidate[]): readonly AuthorList[] {
  const weight = WEIGHTS.find(([pattern]) => pattern.test(where))?.[1] ?? 0;
  const lists = offers.map(({ value }) => authorNames(value, language, sources.site));
  const all = listOf(lists.flat(), where, offers.map(({ value }) => value).join(' | '), weight);
  const [first] = lists.filter((names) => names.length > 0);
  if (!SCATTERED.test(where) || first === undefined || first.length === all.names.length) return [all];
  return [{ ...all, weight: weight * (1 - FIRST_SHARE) }, listOf(first, where, offers[0]?.value ?? '', weight * FIRST_SHARE)];
}

/** Elements whose class speaks of authors: a byline with its "by" is good evidence, a bare name a little, a list of them none. */
function shownLists(sources: Sources, language: string | null, offers: readonly Candidate[]): readonly AuthorList[] {
  const own = offers.filter(({ where }) => !PICTURES.test(where));
  return own.slice(0, MOST_SHOWN).map(({ value, where }) => {
    const prefixed = value.length <= VALUE_CHARS && bylinePrefix(value, language) !== null;
    return listOf(authorNames(value, language, sources.site, 'shown'), where, value, prefixed ? PREFIXED_WEIGHT : BARE_WEIGHT);
  });
}

const MOST_SHOWN = 3;
/** Classes under which pictures name their makers. */
const PICTURES = /credit|caption|image|photo|figure|media/i;
const VALUE_CHARS = 300;
const PREFIXED_WEIGHT = 2;
const BARE_WEIGHT = 0.8;

function sameNames(a: AuthorList, b: AuthorList): boolean {
  return a.keys.size === b.keys.size && [...a.keys].every((key) => b.keys.has(key));
}

/** One node's authors are one answer, whatever types they have; elements are one source while their class is the same. */
function groupKey({ where }: Candidate): string {
  return where.replace(/(\.(?:author|creator)) \w+$/, '$1');
}

function opinionList(sources: Sources, language: string | null): readonly AuthorList[] {
  const value = sources.page.opinion?.byline ?? null;
  return value === null
    ? []
    : [listOf(authorNames(value, language, sources.site), 'Readability byline', value, OPINION_WEIGHT)];
}

function listOf(names: readonly BylineName[], where: string, raw: string, weight: number): AuthorList {
  const unique = [...new Map(names.map((name) => [squeezed(name.name), name]))];
  const signed = unique.some(([, { kind }]) => kind === 'person');
  // Beside a person the newsroom is where the person works; an agency is whose copy it is.
  const kept = signed ? unique.filter(([, { kind, name }]) => kind === 'person' || agencyOf(name) !== null) : unique;
  return { names: kept.map(([, name]) => name), keys: new Set(kept.map(([key]) => key)), where, raw, weight };
}

/** A list's own weight and, by their overlap, that of every other. */
function agreement(list: AuthorList, all: readonly AuthorList[], site: SiteNames): number {
  const sum = all.reduce((total, other) => total + other.weight * overlap(list, other), 0);
  if (list.names.every(({ name }) => ACCOUNT.test(name))) return sum * ORG_SHARE;
  if (list.names.some(({ kind }) => kind === 'person')) return sum;
  return sum * (list.names.every(({ name }) => site.isSite(name)) ? SITE_SHARE : ORG_SHARE);
}

/** `mikecason`: what somebody logs in with. */
const ACCOUNT = /^[a-z0-9_]+$/;
/** A name of a person is better evidence than a newsroom's, which templates fill in. */
const ORG_SHARE = 0.5;
/** The site's own name is what templates write when they know nobody. */
const SITE_SHARE = 0.15;

/** How far `other` supports `list`: fully when it says the same, partly when it leaves some names out or has more. */
function overlap(list: AuthorList, other: AuthorList): number {
  const both = [...list.keys].filter((key) => other.keys.has(key)).length;
  if (both === 0) return 0;
  const alike = both / (list.keys.size + other.keys.size - both);
  return both === other.keys.size && !SCATTERED.test(list.where) ? Math.max(alike, LEFT_OUT) : alike;
}

/** Tags with room for one name leave the others out. */
const LEFT_OUT = 0.9;
