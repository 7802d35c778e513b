/** Articles at one web address. In: the address. Out: their keys, newest first. Promise: two reads; few articles share an address. */
import { isAt } from '../core/article-filter.ts';
import { urlList } from '../core/article-lists.ts';
import { type DayRange, isWithin } from '../core/day-range.ts';
import { placeOf } from '../core/feed-place.ts';
import { Head } from '../core/head.ts';
import { articleIdOf } from '../core/identity.ts';
import { headKey } from '../core/keys.ts';
import { canonicalUrl, compareText } from '../core/url.ts';
import type { EntryWalk } from './entry-walk.ts';
import { listWalk } from './list-walk.ts';
import type { FeedEntry, Table } from './ports.ts';

interface UrlReads {
  readonly table: Pick<Table, 'get' | 'query'>;
}

export function urlWalk(url: string, range: DayRange, start: string | null, { table }: UrlReads): EntryWalk {
  const list = urlList(url);
  let below = start;
  return {
    async next(limit) {
      if (list === null) return { entries: [], below: null, isOver: true };
      const listed = listWalk(list, range, below, table).next(limit);
      const [own, { entries: others, below: rest }] = await Promise.all([ownEntry(url, table), listed]);
      const isNext = own !== null && isWithin(own.feedSk, range) && (below === null || own.feedSk < below);
      const all = [...(isNext ? [own] : []), ...others].sort((a, b) => compareText(b.feedSk, a.feedSk));
      const entries = all.slice(0, limit);
      below = entries.at(-1)?.feedSk ?? below;
      const isOver = all.length <= limit && rest === null;
      return { entries, below: all.length > limit ? below : rest, isOver };
    },
  };
}

/** Most articles are named by their address, so that the id can be told from it. */
async function ownEntry(url: string, table: UrlReads['table']): Promise<FeedEntry | null> {
  const value = canonicalUrl(url);
  const key = value === null ? null : headKey(articleIdOf({ kind: 'url', value }));
  const item = key === null ? null : await table.get(key);
  const head = item === null ? null : Head.parse(item);
  if (key === null || head === null || !head.live || !isAt(head, url)) return null;
  return { key, feedSk: placeOf(head.sortDate.utc, head.articleId) };
}
