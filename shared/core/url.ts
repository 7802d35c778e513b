/** URLs in, one spelling out. Promise: `canonicalUrl` of its own result changes nothing, and never throws. */
import { STORE_LIMITS } from './store-limits.ts';
import { TRACKING_PARAMETERS } from './tables/tracking-parameters.ts';

const EXACT = new Set(TRACKING_PARAMETERS.filter((name) => !name.endsWith('*')));
const PREFIXES = TRACKING_PARAMETERS.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

/**
 * The spelling by which two links to one page are seen to be one: https, lower-case host, no default port, no login, no
 * fragment, no tracking parameters, sorted query. Null when it is no web address.
 * `http://News.Example:80/a?utm_source=x&b=2&a=1#top` //=> `https://news.example/a?a=1&b=2`
 */
export function canonicalUrl(input: string): string | null {
  const url = parseWebUrl(input);
  if (url === null) return null;
  // Archives crawled the same pages before and after the web moved to https.
  const port = url.port === '' ? '' : `:${url.port}`;
  const query = keptQuery(url.searchParams);
  const canonical = `https://${url.hostname}${port === ':443' ? '' : port}${url.pathname}${query}`;
  return canonical.length > STORE_LIMITS.urlChars ? null : canonical;
}

export function parseWebUrl(input: string): URL | null {
  const text = input.trim();
  if (text.length === 0 || text.length > STORE_LIMITS.urlChars || !URL.canParse(text)) return null;
  const url = new URL(text);
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  return web && url.hostname !== '' ? url : null;
}

function keptQuery(parameters: URLSearchParams): string {
  const kept = [...parameters].filter(([name]) => !isTracking(name)).sort(byNameThenValue);
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept.map(([name, value]) => [name, value])).toString()}`;
}

function byNameThenValue(a: readonly [string, string], b: readonly [string, string]): number {
  return compareText(a[0], b[0]) || compareText(a[1], b[1]);
}

/** By code units, never by a locale: the order must be the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return EXACT.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix));
}

/** Names that one site gives to its telephone and accelerated pages. */
const SITE_PREFIXES = ['www.', 'm.', 'mobile.', 'amp.'];

/** True when one host is the other, or lies under it: `amp.news.example` and `news.example`. */
export function sameSite(a: string, b: string): boolean {
  const [left, right] = [siteOf(a), siteOf(b)];
  return left === right || left.endsWith(`.${right}`) || right.endsWith(`.${left}`);
}

/** `www.news.example` //=> `news.example` */
export function siteOf(host: string): string {
  const lower = host.toLowerCase();
  const prefix = SITE_PREFIXES.find((candidate) => lower.startsWith(candidate));
  return prefix === undefined ? lower : lower.slice(prefix.length);
}
