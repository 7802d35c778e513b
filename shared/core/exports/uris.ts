/** Names and addresses as URIs. In: ids and addresses of strangers. Out: URIs that every schema takes, or null. */
import { parseWebUrl } from '../url.ts';

/** Ids are unique already; formats that want a URI get them in a namespace of ours (not a registered one, as for any private system). */
export function urnOf(kind: 'article' | 'story' | 'event' | 'list', id: string): string {
  return `urn:wirefold:${kind}:${encodeURIComponent(id)}`;
}

/** What browsers take and RFC 3986 does not. */
const NOT_IN_URI = /[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;

/** An address to follow: web only, without a login in it, spelled as RFC 3986 wants it. Null for `javascript:` and whatever else. */
export function webUri(text: string | null): string | null {
  const url = text === null ? null : parseWebUrl(text);
  if (url === null) return null;
  const { protocol, host, pathname, search, hash } = url;
  return `${protocol}//${host}${`${pathname}${search}${hash}`.replace(NOT_IN_URI, encodeURIComponent)}`;
}

/** Where the text stands. The page's own canonical address comes second: that of a syndicated copy names another site. */
export function linkOf({ url, canonicalUrl }: { readonly url: string | null; readonly canonicalUrl: string | null }) {
  return webUri(url) ?? webUri(canonicalUrl);
}
