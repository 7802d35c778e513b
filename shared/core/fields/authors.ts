/**
 * Who wrote it, by agreement of metadata, links and the printed byline. Out: authors and byline.
 * Promise: a name from a sidebar that nothing else supports loses; without evidence there are no authors.
 */
import { type Byline, type BylineName, readByline } from '../read/byline.ts';
import { type AuthorList, listOf, metadataLists, opinionList, SCATTERED } from './author-lists.ts';
import type { Facts } from './facts-lines.ts';
import { type Found, found, nothing, placeOf, withLosers } from './found.ts';
import { nameLine } from './name-lines.ts';
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
/** A bare name where bylines stand: a caption or a topic may stand there too. */
const NAME_LINE_WEIGHT = 0.5;

export function readAuthors(sources: Sources, language: string | null, facts: Facts): Found<Authorship> {
  const printed = printedByline(sources, language, facts);
  const lists = printed === null ? [] : [printedList(printed, sources.site)];
  lists.push(...metadataLists(sources, language), ...opinionList(sources, language));
  const usable = lists.filter(({ names }) => names.length > 0);
  const ranked = usable
    .map((list) => ({ list, score: agreement(list, usable, sources.site) }))
    .sort((a, b) => b.score - a.score);
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

function printedList({ byline, where }: PrintedByline, site: SiteNames): AuthorList {
  const names = byline.names.filter(({ name }) => byline.names.length === 1 || !site.isSite(name));
  return listOf(names, where, byline.raw, byline.basis === 'name-line' ? NAME_LINE_WEIGHT : PRINTED_WEIGHT);
}

interface PrintedByline {
  readonly byline: Byline;
  readonly where: string;
}

function printedByline(sources: Sources, language: string | null, facts: Facts): PrintedByline | null {
  for (const { block } of sources.blocks('meta.byline')) {
    const byline =
      readByline(block.text, language, { asNameLine: true }) ?? readByline(block.text, null, { asNameLine: true });
    if (byline !== null) return { byline, where: placeOf(block) };
  }
  for (const { block, facts: line } of facts()) {
    if (line.byline !== null && line.byline.names.length > 0) return { byline: line.byline, where: placeOf(block) };
  }
  const named = nameLine(sources, language);
  return named === null ? null : { byline: named.byline, where: placeOf(named.block) };
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
