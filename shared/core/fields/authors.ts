/**
 * Who wrote it, by agreement of metadata, links and the printed byline. Out: authors and byline.
 * Promise: a name from a sidebar that nothing else supports loses; without evidence there are no authors.
 */
import { agencyOf } from '../read/agencies.ts';
import { type Byline, type BylineName, readByline } from '../read/byline.ts';
import { type AuthorList, listOf, metadataLists, opinionList, SCATTERED } from './author-lists.ts';
import type { Facts } from './facts-lines.ts';
import { type Found, found, nothing, placeOf, withLosers } from './found.ts';
import { signatureOf } from './name-lines.ts';
import { editorNames, type PrintedByline, printedByline } from './printed-byline.ts';
import type { SiteNames } from './site-names.ts';
import type { Sources } from './sources.ts';

export interface Authorship {
  readonly authors: readonly BylineName[];
  readonly byline: string | null;
  readonly bylineRaw: string | null;
  /** The printed byline, for the agency in it. */
  readonly printed: Byline | null;
}

const PRINTED_WEIGHT = 2.2;
const TEASER_WEIGHT = 0.4;
/** A bare name where bylines stand: a caption or a topic may stand there too. */
const NAME_LINE_WEIGHT = 0.5;

export function readAuthors(sources: Sources, language: string | null, facts: Facts): Found<Authorship> {
  const printed = printedByline(sources, language, facts);
  const named = listsOf(sources, language, printed).filter(({ names }) => names.length > 0);
  const usable = withoutEditors(named, sources, language);
  const ranked = usable
    .map((list) => ({ list, score: agreement(list, usable, sources.site) }))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0]?.list;
  const signed = best === undefined || isOfSite(best, sources.site) ? signatureList(sources, language) : null;
  const winner = signed ?? best;
  if (winner === undefined)
    return nothing({
      authors: [],
      byline: printed?.byline.text ?? null,
      bylineRaw: printed?.byline.raw ?? null,
      printed: printed?.byline ?? null,
    });
  const { names, where, raw } = winner;
  const shown =
    printed !== null && overlap(winner, listOf(printed.byline.names, '', '', 0)) > 0 ? printed.byline : null;
  const byline = shown?.text ?? names.map(({ name }) => name).join(', ');
  const value: Authorship = { authors: names, byline, bylineRaw: shown?.raw ?? raw, printed: printed?.byline ?? null };
  const rule = signed === null ? 'authors.agreed' : 'authors.signed-in-text';
  const others = ranked.map(({ list }) => list).filter((list) => list !== winner && overlap(list, winner) < 1);
  return withLosers(found(value, 'authors', where, rule, raw), 'authors', others);
}

/** Who is called editor on the page did not write it, if anybody else is named. */
function withoutEditors(
  lists: readonly AuthorList[],
  sources: Sources,
  language: string | null,
): readonly AuthorList[] {
  const { keys } = listOf(editorNames(sources, language), '', '', 0);
  const writers = lists.filter((list) => ![...list.keys].every((key) => keys.has(key)));
  const isSigned = writers.some(({ names }) => names.some(({ kind }) => kind === 'person'));
  return isSigned ? writers : lists;
}

function listsOf(sources: Sources, language: string | null, printed: PrintedByline | null): readonly AuthorList[] {
  const lists = [...metadataLists(sources, language, printed?.byline.names ?? []), ...opinionList(sources, language)];
  const shown = printed === null ? null : printedList(printed, sources.site, lists);
  if (shown !== null && isContradicted(shown, lists) && printed?.sure)
    return [{ ...shown, weight: SURE_WEIGHT }, ...lists];
  if (shown !== null && shown.names.length > 0) return [shown, ...lists];
  const isNamed = lists.some(({ names }) => names.length > 0);
  const agency = agencyList(sources, language, printed, isNamed);
  return agency === null ? lists : [agency, ...lists];
}

/** What stands below the headline outweighs all metadata together: accounts post what others wrote. */
const SURE_WEIGHT = 15;

/** Nothing else on the page names any of them, not even with a title glued to the name. */
function isContradicted(shown: AuthorList, lists: readonly AuthorList[]): boolean {
  const signed = shown.names.some(({ kind }) => kind === 'person');
  const isGlued = [...shown.keys].some((key) => lists.some(({ keys }) => [...keys].some((one) => key.startsWith(one))));
  return signed && !isGlued && lists.every((list) => overlap(shown, list) === 0);
}

/** `By Associated Press`, or, where nothing names anybody, an agency alone between headline and text: no person signs. */
function agencyList(
  sources: Sources,
  language: string | null,
  printed: PrintedByline | null,
  isNamed: boolean,
): AuthorList | null {
  if (printed !== null && printed.byline.agency !== null) {
    const { text, raw } = printed.byline;
    return listOf([{ name: text, kind: 'org' }], printed.where, raw, PRINTED_WEIGHT);
  }
  const headline = sources.blocks('meta.headline')[0]?.block.index;
  const text = sources.blocks('body')[0]?.block.index;
  if (printed !== null || isNamed) return null;
  const dates = new Set(sources.blocks('meta.published').map(({ block }) => block.index));
  for (const { block } of sources.blocks('meta.credit')) {
    const isAbove = headline !== undefined && text !== undefined && block.index > headline && block.index < text;
    const isBesideDate = dates.has(block.index - 1) || dates.has(block.index + 1);
    const name = isAbove || isBesideDate ? signingAgency(block.text, language) : null;
    if (name !== null) return listOf([{ name, kind: 'org' }], placeOf(block), block.text, NAME_LINE_WEIGHT);
  }
  return null;
}

/** `AFP`, `By Associated Press` */
function signingAgency(text: string, language: string | null): string | null {
  if (agencyOf(text) !== null) return text;
  const byline = readByline(text, language);
  return byline !== null && byline.agency !== null && byline.names.length === 0 ? byline.text : null;
}

function isOfSite({ names }: AuthorList, site: SiteNames): boolean {
  return names.every(({ name }) => site.isSite(name));
}

/** Asked only where the page names nobody, or only itself: the name above or below the text is then the writer's. */
function signatureList(sources: Sources, language: string | null): AuthorList | null {
  const signature = signatureOf(sources, language);
  return signature === null
    ? null
    : listOf(signature.byline.names, placeOf(signature.block), signature.block.text, PRINTED_WEIGHT);
}

function printedList(
  { byline, where, teaser }: PrintedByline,
  site: SiteNames,
  lists: readonly AuthorList[],
): AuthorList {
  const named = byline.names.filter(({ name }) => byline.names.length === 1 || !site.isSite(name));
  const names = named.map((name) => unglued(name, lists));
  const weight = teaser ? TEASER_WEIGHT : byline.basis === 'name-line' ? NAME_LINE_WEIGHT : PRINTED_WEIGHT;
  return listOf(names, where, byline.raw, weight);
}

const GLUED = /\p{Ll}\p{Lu}/u;

/** `Anna LeeCity Columnist` beside metadata that says `Anna Lee`. */
function unglued(name: BylineName, lists: readonly AuthorList[]): BylineName {
  if (!GLUED.test(name.name)) return name;
  const stated = lists.flatMap(({ names }) => names).find((other) => isGluedTo(name.name, other.name));
  return stated ?? name;
}

function isGluedTo(whole: string, start: string): boolean {
  return start.includes(' ') && whole.startsWith(start) && GLUED.test(whole.slice(start.length - 1, start.length + 1));
}

/** A list's own weight and, by their overlap, that of every other. */
function agreement(list: AuthorList, all: readonly AuthorList[], site: SiteNames): number {
  const sum = all.reduce((total, other) => total + other.weight * overlap(list, other), 0);
  if (list.names.every(({ name }) => ACCOUNT.test(name))) return sum * ORG_SHARE;
  if (isOfSite(list, site)) return sum * (all.some((other) => isSigned(other, list)) ? ORG_SHARE : SITE_SHARE);
  return list.names.some(({ kind }) => kind === 'person') ? sum : sum * ORG_SHARE;
}

/** `By Harbour News` in print: somebody chose to sign so, and no template filled it in. */
function isSigned(printed: AuthorList, list: AuthorList): boolean {
  return printed.weight === PRINTED_WEIGHT && PRINTED_LINE.test(printed.where) && overlap(list, printed) === 1;
}

const PRINTED_LINE = /^(?:block|line) /;

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
  return both === other.keys.size && !SCATTERED.test(list.where)
    ? Math.max(alike, PRINTED.test(other.where) ? LEFT_OUT_PRINTED : LEFT_OUT)
    : alike;
}

/** What readers see names everybody. */
const LEFT_OUT_PRINTED = 0.3;
const PRINTED = /^(?:block|line) |^[a-z]+[.[]/;

/** Tags with room for one name leave the others out. */
const LEFT_OUT = 0.9;
