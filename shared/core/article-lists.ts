/**
 * The lists that an article stands in, beside that of its day. In: its head, or what somebody asks for. Out: keys. Promise: a name is
 * listed and asked for in the same spelling; an entry says where to look, and the head alone says whether the article belongs there.
 */
import type { LiveHead } from './head.ts';
import type { Key } from './item.ts';
import { listKey } from './keys.ts';
import { agencyKey, nameKey, outletKey } from './list-names.ts';
import { shortHash } from './short-hash.ts';
import { canonicalUrl } from './url.ts';

/** One list, by what its articles have in common. */
export interface ArticleList {
  readonly kind: 'outlet' | 'author' | 'agency' | 'url';
  /** In the spelling of keys. */
  readonly value: string;
}

export type Listable = Pick<
  LiveHead,
  'articleId' | 'sortDate' | 'publisher' | 'domain' | 'authors' | 'provider' | 'addresses'
>;

export const outletList = (name: string): ArticleList => ({ kind: 'outlet', value: outletKey(name) });
export const authorList = (name: string): ArticleList => ({ kind: 'author', value: nameKey(name) });
export const agencyList = (name: string): ArticleList => ({ kind: 'agency', value: agencyKey(name) });

/** Of articles that go by another identity; null for what is no web address. */
export function urlList(url: string): ArticleList | null {
  const canonical = canonicalUrl(url);
  return canonical === null ? null : { kind: 'url', value: shortHash(canonical) };
}

/** Each once: a site that is called by its host name is one outlet, not two. */
export function listsOf(head: Listable): readonly ArticleList[] {
  const { publisher, domain, authors, provider, addresses } = head;
  const lists: readonly ArticleList[] = [
    ...[publisher, domain].flatMap((name) => (name === null ? [] : [outletList(name)])),
    ...authors.map(authorList),
    ...(provider === null ? [] : [agencyList(provider)]),
    ...addresses.map((value) => ({ kind: 'url', value }) as const),
  ];
  return [...new Map(lists.map((list) => [`${list.kind} ${list.value}`, list])).values()];
}

export function isListedIn(head: Listable, { kind, value }: ArticleList): boolean {
  return listsOf(head).some((list) => list.kind === kind && list.value === value);
}

/** Newest last, as sort keys go. */
export function listKeysOf(head: Listable): readonly Key[] {
  return listsOf(head).map(({ kind, value }) => listKey(kind, value, head.sortDate.utc, head.articleId));
}
