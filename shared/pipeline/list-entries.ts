/** Entries of one list of articles, newest first. In: the list, days, where to go on. Out: keys of heads, in order. Promise: as many reads as entries need. */
import type { ArticleList } from '../core/article-lists.ts';
import { commonPrefix, type DayRange, endOf } from '../core/day-range.ts';
import { headKey, listPk } from '../core/keys.ts';
import type { ReadSlice } from './day-entries.ts';
import type { Table } from './ports.ts';

export function listEntries(list: ArticleList, range: DayRange, table: Pick<Table, 'query'>): ReadSlice {
  const pk = listPk(list.kind, list.value);
  const prefix = commonPrefix(range);
  return async (below, limit) => {
    const after: string | null = below ?? (range.to === null ? null : endOf(range.to));
    const items = await table.query({ pk, prefix, after, newestFirst: true, limit });
    const within = items.filter(({ sk }) => range.from === null || sk >= range.from);
    const isEnd = items.length < limit || within.length < items.length;
    const entries = within.map(({ sk }) => ({ key: headKey(articleIdOf(sk)), feedSk: sk }));
    return { entries, below: isEnd ? null : (within.at(-1)?.sk ?? null) };
  };
}

/** `2026-01-02T10:00:00.000Z#art_x` //=> `art_x` */
function articleIdOf(sk: string): string {
  return sk.slice(sk.indexOf('#') + 1);
}
