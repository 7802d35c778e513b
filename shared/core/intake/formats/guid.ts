/**
 * What a document calls itself in, and whose it is; a name that no other sender gives out. Promise: a name that is unique in the world stays
 * as it is; any other, `1` say, is one only together with whoever counts so, and two senders who both do are never taken for one.
 */
import { STORE_LIMITS } from '../../store-limits.ts';
import { canonicalUrl, parseWebUrl } from '../../url.ts';
import { collapsed } from './markup-tree.ts';

export interface OwnName {
  readonly guid?: string;
  /** Nothing in the document says whose name it is: its uploader may know, and it is unique in its file. */
  readonly ownName?: string;
}

/** Schemes whose names are given out so that there are no two of them; a prefix of one's own (`post:1`) is no such. */
const SCHEMES = /^(?:urn:[a-z0-9][a-z0-9-]{1,31}:\S|tag:[^,\s]{1,300},\d{4}|doi:10\.|ni:\/\/|did:[a-z]|at:\/\/\S)/i;
const UUID = /^\{?[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}\}?$/i;
/** `4711@news.example`, as mails and calendars have them. */
const AT_A_HOST = /^[^\s@]{1,500}@[^\s@]{1,250}\.[^\s@.]{2,}$/;
/** `4711 at https://news.example`, as Drupal writes them. */
const AT_AN_ADDRESS = /^\S{1,200} at (https?:\/\/\S{3,500})$/;

export function isUnique(name: string): boolean {
  const address = AT_AN_ADDRESS.exec(name)?.[1] ?? name;
  return SCHEMES.test(name) || UUID.test(name) || AT_A_HOST.test(name) || parseWebUrl(address) !== null;
}

/** `whose`: what names its sender, best first; what is empty is passed by. A name longer than any address is none. */
export function guidFrom(name: string, whose: readonly string[]): OwnName {
  const own = name.trim();
  if (own === '' || own.length > STORE_LIMITS.urlChars) return {};
  if (isUnique(own)) return { guid: own };
  const [source] = whose.map((text) => collapsed(text.slice(0, STORE_LIMITS.urlChars))).filter((text) => text !== '');
  return source === undefined ? { ownName: own } : { guid: nameWithin(own, source) };
}

/** `1`, `Halden Courier` //=> `1 in Halden Courier`. The name has no blank, so that no other pair gives the same. */
export function nameWithin(name: string, source: string): string {
  return `${encodeURIComponent(name.toWellFormed())} in ${canonicalUrl(source) ?? source}`;
}
