/** Articles at one web address. In: the address. Out: their keys, newest first. Promise: two reads; few articles share an address. */
import { isAt } from '../core/article-filter.ts';
import { urlList } from '../core/article-lists.ts';
import { type DayRange, isWithin } from '../core/day-range.ts';
import { Head } from '../core/head.ts';
import { articleIdOf } from '../core/identity.ts';
import { headKey } from '../core/keys.ts';
import { canonicalUrl, compareText } from '../core/url.ts';
import type { ReadSlice } from './day-entries.ts';
import { listEntries } from './list-entries.ts';
import type { FeedEntry, Table } from './ports.ts';

interface UrlReads {
  readonly table: Pick<Table, 'get' | 'query'>;
}

export function urlEntries(url: string, range: DayRange, { table }: UrlReads): ReadSlice {
  const list = urlList(url);
  return async (below, limit) => {
    if (list === null) return { entries: [], below: null };
    const [own, listed] = await Promise.all([ownEntry(url, table), listEntries(list, range, table)(below, limit)]);
    const isNext = own !== null && isWithin(own.feedSk, range) && (below === null || own.feedSk < below);
    const all = [...(isNext ? [own] : []), ...listed.entries].sort((a, b) => compareText(b.feedSk, a.feedSk));
    const entries = all.slice(0, limit);
    return { entries, below: all.length > limit ? (entries.at(-1)?.feedSk ?? null) : listed.below };
  };
}

/** Most articles are named by their address, so that the id can be told from it. */
async function ownEntry(url: string, table: UrlReads['table']): Promise<FeedEntry | null> {
  const value = canonicalUrl(url);
  const key = value === null ? null : headKey(articleIdOf({ kind: 'url', value }));
  const item = key === null ? null : await table.get(key);
  const head = item === null ? null : Head.parse(item);
  if (key === null || head === null || !head.live || !isAt(head, url)) return null;
  return { key, feedSk: `${head.sortDate.utc}#${head.articleId}` };
}
