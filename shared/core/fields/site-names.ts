/**
 * What the site calls itself, as titles end with it. In: the page's candidates. Out: a test for such an ending.
 * Promise: only names that the page itself gives, or words of its own address, are taken for the site's.
 */
import type { Candidate } from '../block.ts';

const ASCII = /^[\x00-\x7f]*$/;
const NOT_ASCII_WORD = /[^a-z0-9]+/g;

/** Letters and digits only, so that `The Daily Bugle` and `thedailybugle` are one. */
export function squeezed(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(NOT_ASCII_WORD, '');
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

export interface SiteNames {
  /** True when the text is nothing but the site's name, or the site's name with a section or a claim of a few words. */
  readonly isSite: (text: string) => boolean;
}

const HOST = /^https?:\/\/(?:www\.|m\.|amp\.)?([^/:?#]{1,120})/i;

/** The longest names of papers, squeezed, are shorter than this. */
const NAME_CHARS = 60;

function isTitle({ field, where }: Candidate): boolean {
  return field === 'headline' && (where === 'h1' || where.includes('og:title') || where.endsWith('.headline'));
}

/** `headline`: the line that readers see as headline, if one was found. */
export function siteNames(candidates: readonly Candidate[], headline: string | null = null): SiteNames {
  // Sloppy JSON-LD gives the article's own title as the name of what it is part of.
  const titles = candidates.filter(isTitle).map(({ value }) => squeezed(value));
  const repeats = (name: string): boolean => titles.some((title) => title !== '' && name.includes(title));
  const given = candidates.filter(({ field }) => field === 'site' || field === 'publisher');
  const names = given
    .map(({ value, source }) => ({ name: squeezed(value), source }))
    .filter(({ name, source }) => name.length <= NAME_CHARS && !(source === 'json-ld' && repeats(name)))
    .map(({ name }) => name);
  const hosts = candidates
    .filter(({ field }) => field === 'url' || field === 'canonicalUrl')
    .flatMap(({ value }) => hostNames(value));
  const known = new Set(
    [...names, ...hosts, ...blogNames(candidates), ...behindHeadline(candidates, headline)].filter(
      (name) => name.length > 1,
    ),
  );
  return { isSite: (text) => matches(squeezed(text), known) };
}

const BETWEEN = /\s[|–—«»:-]\s|\s?[|｜]\s?/u;

/** Blogs put their name into an `h1`: it is the one that ends the page's title behind another headline of the page. */
function blogNames(candidates: readonly Candidate[]): readonly string[] {
  const title = candidates.find(({ source }) => source === 'title')?.value.slice(0, TITLE_CHARS) ?? '';
  const parts = title.split(BETWEEN).map(squeezed);
  if (parts.length < 2) return [];
  const offered = candidates.filter(({ field, source }) => field === 'headline' && source !== 'title');
  const opening = parts[0] ?? '';
  const ending = parts.slice(1).join('');
  const tops = offered.filter(({ where }) => where === 'h1').map(({ value }) => squeezed(value));
  const others = offered.filter(({ where }) => STATED.test(where)).map(({ value }) => squeezed(value));
  if (tops.includes(ending) && others.includes(opening)) return [ending];
  return tops.includes(opening) && others.includes(ending) && tops[0] === opening ? [opening] : [];
}

/** Sections and sites have fewer words than this. */
const SITE_WORDS = 6;

/** `Headline - The Daily Bugle` above a page whose headline is the title's beginning: the rest is the site. */
function behindHeadline(candidates: readonly Candidate[], headline: string | null): readonly string[] {
  const title = candidates.find(({ source }) => source === 'title')?.value.slice(0, TITLE_CHARS) ?? '';
  if (headline === null || squeezed(headline).length < HEADLINE_CHARS) return [];
  const separators = [...title.matchAll(/\s[|–—«»-]\s|\s?[|｜]\s?/gu)];
  const last = separators.at(-1);
  // Where the page states all of it as its headline, the ending is the outlet's own choice.
  const stated = candidates.some(
    ({ where, value }) => where.endsWith('.headline') && squeezed(value) === squeezed(title),
  );
  if (stated || last === undefined || squeezed(title.slice(0, last.index)) !== squeezed(headline)) return [];
  const ending = title.slice(last.index + last[0].length).trim();
  return ending.split(/\s+/).length < SITE_WORDS ? [squeezed(ending)] : [];
}

/** A shorter line in front of a separator may be a section. */
const HEADLINE_CHARS = 16;

/** Headings and the metadata that sharing uses; `meta[itemprop="name"]` is the site's own name too often. */
const STATED = /^(?:h[1-3]|meta\[(?:name|property)="(?:og|twitter):title"|\[property="title"|\[itemprop="headline")/;

/** Titles are shorter; a page that makes one longer is not helped by reading on. */
const TITLE_CHARS = 500;

function matches(text: string, known: ReadonlySet<string>): boolean {
  if (text === '') return false;
  for (const name of known) {
    if (text === name) return true;
    if (name.length >= 3 && (text.startsWith(name) || text.endsWith(name)) && text.length <= name.length + 24)
      return true;
    // `bbc` of bbc.co.uk for `BBC News`; `News` of newsday.com is too little.
    if (text.length >= 4 && name.length <= text.length * 2.5 && (name.startsWith(text) || name.endsWith(text)))
      return true;
  }
  return false;
}

/** `www.daily-bugle.co.uk` //=> `dailybugle`, `dailybuglecouk` */
function hostNames(url: string): readonly string[] {
  const host = HOST.exec(url)?.[1]?.toLowerCase();
  if (host === undefined) return [];
  const labels = host.split('.');
  const main = [...labels.slice(0, -1)].sort((a, b) => b.length - a.length)[0] ?? '';
  return [squeezed(main), squeezed(host)];
}
