/**
 * Who an article is, whatever it says. In: what stands beside the bytes, the addresses that the page gives, the object.
 * Out: an identity and its id. Promise: headline, date and text never enter it, so a revision stays the same article.
 */
import type { ObjectRef } from './change.ts';
import type { Hints } from './document.ts';
import type { Article, Identity } from './record.ts';
import { shortHash } from './short-hash.ts';
import { canonicalUrl, parseWebUrl, sameSite } from './url.ts';

export type PageAddresses = Pick<Article, 'url' | 'canonicalUrl' | 'publisher'>;

/** Explicit id, else canonical URL, else feed guid, else the key in the bucket (with the member inside a container). */
export function identify(hints: Hints, page: PageAddresses, ref: Pick<ObjectRef, 'key' | 'member'>): Identity {
  if (hints.id !== null) return { kind: 'id', value: hints.id };
  const url = articleUrl(hints, page);
  if (url !== null) return { kind: 'url', value: url };
  if (hints.guid !== null) return { kind: 'guid', value: hints.guid };
  return { kind: 'key', value: ref.member === null ? ref.key : `${ref.key}#${ref.member}` };
}

export function articleIdOf(identity: Identity): string {
  return `art_${shortHash(`${identity.kind}\0${identity.value}`)}`;
}

/** A page may name its own address; it may not name another site's, or a syndicated copy would pass for the original. */
function articleUrl(hints: Hints, page: PageAddresses): string | null {
  const given = hints.url === null ? null : canonicalUrl(hints.url);
  const own = page.url === null ? null : canonicalUrl(page.url);
  const home = hostOf(given) ?? hostOf(own) ?? page.publisher?.domain ?? null;
  const stated = page.canonicalUrl === null ? null : canonicalUrl(page.canonicalUrl);
  if (stated !== null && isPage(stated) && staysAtHome(stated, home)) return stated;
  if (given !== null) return given;
  return own !== null && isPage(own) ? own : null;
}

/**
 * Canonical addresses by which the article can be found beside its identity. One that names another site is not believed, as above;
 * nor is a front page.
 */
export function otherAddresses(article: PageAddresses & { readonly identity: Identity }): readonly string[] {
  const { url, canonicalUrl: stated, publisher, identity } = article;
  const own = url === null ? null : canonicalUrl(url);
  const home = hostOf(own) ?? publisher?.domain ?? null;
  const canonical = stated === null ? null : canonicalUrl(stated);
  const known = [own, canonical !== null && staysAtHome(canonical, home) ? canonical : null];
  const others = known.filter((address) => address !== null && isPage(address) && address !== identity.value);
  return [...new Set(others)].filter((address) => address !== null);
}

/** Templates gone wrong call every page the front page; that would fold a whole site into one article. */
function isPage(url: string): boolean {
  const parsed = parseWebUrl(url);
  return parsed !== null && (parsed.pathname !== '/' || parsed.search !== '');
}

function staysAtHome(url: string, home: string | null): boolean {
  const host = hostOf(url);
  return home === null || (host !== null && sameSite(host, home));
}

function hostOf(url: string | null): string | null {
  return url === null ? null : (parseWebUrl(url)?.hostname ?? null);
}
