/**
 * Who each source on the page says wrote it. In: author metadata, links, elements whose class speaks of authors. Out: one list
 * of names per source, with the weight that such a source has earned.
 */
import type { Candidate } from '../block.ts';
import { agencyOf } from '../read/agencies.ts';
import type { BylineName } from '../read/byline.ts';
import { bylinePrefix } from '../read/byline-prefix.ts';
import { type AuthorTrust, authorNames } from './author-values.ts';
import { isArticleNode, jsonLdPlace } from './json-ld-place.ts';
import { EDITED } from './printed-byline.ts';
import { squeezed } from './site-names.ts';
import type { Sources } from './sources.ts';

/** One source's answer. */
export interface AuthorList {
  readonly names: readonly BylineName[];
  readonly keys: ReadonlySet<string>;
  readonly where: string;
  readonly raw: string;
  readonly weight: number;
}

const OPINION_WEIGHT = 1;

/** Measured by site on pages with known authors: how often each source names exactly them. */
const WEIGHTS: readonly (readonly [RegExp, number])[] = [
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

function weightOf(where: string): number {
  const place = jsonLdPlace(where);
  if (place === null) return WEIGHTS.find(([pattern]) => pattern.test(where))?.[1] ?? 0;
  if (place.numbered) return 1;
  return place.property !== 'author' ? 1.8 : isArticleNode(place) ? 4 : 3;
}

/** Where links and classes repeat, the first is the article's own more often than all of them. */
export const SCATTERED = /^a\[|^[a-z]+\.|^\[itemprop|^[a-z]+$/;
const FIRST_SHARE = 0.6;

/** `printed`: the names of the byline that readers see, if there is one. */
export function metadataLists(
  sources: Sources,
  language: string | null,
  printed: readonly BylineName[],
): readonly AuthorList[] {
  const groups = Map.groupBy(
    sources.of('author').filter(({ value }) => !EDITED.test(value)),
    groupKey,
  );
  const read = namesReader(sources, language);
  const [shown, stated] = partition([...groups], ([where]) => SHOWN.test(where));
  const sure = stated.flatMap(([where, offers]) => statedLists(read, where, offers));
  // Elements found by a class alone cost most to read and weigh least: strong sources that say what is printed do not need them.
  if (agree(sure, printed)) return sure;
  const lists = [...sure, ...shown.flatMap(([, offers]) => shownLists(read, language, offers))];
  return lists.filter(
    (list, at) =>
      !SHOWN.test(list.where) || lists.findIndex((other) => sameNames(list, other) && SHOWN.test(other.where)) === at,
  );
}

const STRONG_WEIGHT = 2.5;

/** Every strong source names exactly the people of the byline. */
function agree(lists: readonly AuthorList[], printed: readonly BylineName[]): boolean {
  const strong = lists.filter(({ weight, names }) => weight >= STRONG_WEIGHT && names.length > 0);
  if (strong.length === 0 || !printed.some(({ kind }) => kind === 'person')) return false;
  const byline = listOf(printed, '', '', 0);
  return strong.every((list) => sameNames(list, byline));
}

function partition<Item>(
  items: readonly Item[],
  test: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

type NamesReader = (value: string, how: AuthorTrust) => readonly BylineName[];

/** Pages say the same names in many places: each spelling is read once. */
function namesReader({ site }: Sources, language: string | null): NamesReader {
  const known = new Map<string, readonly BylineName[]>();
  return (value, how) => {
    const key = `${how} ${value}`;
    const names = known.get(key) ?? authorNames(value, language, site, how);
    known.set(key, names);
    return names;
  };
}

function statedLists(read: NamesReader, where: string, offers: readonly Candidate[]): readonly AuthorList[] {
  const weight = weightOf(where);
  const trust = SCATTERED.test(where) ? 'linked' : 'stated';
  const lists = offers.map(({ value }) => read(value, trust));
  const all = listOf(lists.flat(), where, offers.map(({ value }) => value).join(' | '), weight);
  const [first] = lists.filter((names) => names.length > 0);
  if (!SCATTERED.test(where) || first === undefined || first.length === all.names.length) return [all];
  return [
    { ...all, weight: weight * (1 - FIRST_SHARE) },
    listOf(first, where, offers[0]?.value ?? '', weight * FIRST_SHARE),
  ];
}

/** Elements whose class speaks of authors: a byline with its "by" is good evidence, a bare name a little, a list of them none. */
function shownLists(read: NamesReader, language: string | null, offers: readonly Candidate[]): readonly AuthorList[] {
  const own = offers.filter(({ where }) => !PICTURES.test(where));
  return own.slice(0, MOST_SHOWN).map(({ value, where }) => {
    const prefixed = value.length <= VALUE_CHARS && bylinePrefix(value, language) !== null;
    return listOf(read(value, 'shown'), where, value, prefixed ? PREFIXED_WEIGHT : BARE_WEIGHT);
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
  const place = jsonLdPlace(where);
  return place === null
    ? where
    : where
        .split(' ')
        .slice(0, place.numbered ? 3 : 2)
        .join(' ');
}

export function opinionList(sources: Sources, language: string | null): readonly AuthorList[] {
  const value = sources.page.opinion?.byline ?? null;
  return value === null
    ? []
    : [listOf(authorNames(value, language, sources.site), 'Readability byline', value, OPINION_WEIGHT)];
}

export function listOf(names: readonly BylineName[], where: string, raw: string, weight: number): AuthorList {
  const unique = [...new Map(names.map((name) => [squeezed(name.name), name]))];
  const signed = unique.some(([, { kind }]) => kind === 'person');
  // Beside a person the newsroom is where the person works; an agency is whose copy it is.
  const kept = signed ? unique.filter(([, { kind, name }]) => kind === 'person' || agencyOf(name) !== null) : unique;
  return { names: kept.map(([, name]) => name), keys: new Set(kept.map(([key]) => key)), where, raw, weight };
}
