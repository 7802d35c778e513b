/** Entries of one list of articles, newest first. In: the list, days, where to go on. Out: keys of heads, in order. Promise: as many reads as entries need. */
import type { ArticleList } from '../core/article-lists.ts';
import { commonPrefix, type DayRange, endOf } from '../core/day-range.ts';
import { headKey, listPk } from '../core/keys.ts';
import type { EntryWalk } from './entry-walk.ts';
import type { Table } from './ports.ts';

export function listWalk(
  list: ArticleList,
  range: DayRange,
  start: string | null,
  table: Pick<Table, 'query'>,
): EntryWalk {
  const pk = listPk(list.kind, list.value);
  const prefix = commonPrefix(range);
  let after = start ?? (range.to === null ? null : endOf(range.to));
  return {
    async next(limit) {
      const items = await table.query({ pk, prefix, after, newestFirst: true, limit });
      const within = items.filter(({ sk }) => range.from === null || sk >= range.from);
      const isEnd = items.length < limit || within.length < items.length;
      const entries = within.map(({ sk }) => ({ key: headKey(articleIdOf(sk)), feedSk: sk }));
      after = within.at(-1)?.sk ?? after;
      return { entries, below: isEnd ? null : after, isOver: isEnd };
    },
  };
}

/** `2026-01-02T10:00:00.000Z#art_x` //=> `art_x` */
function articleIdOf(sk: string): string {
  return sk.slice(sk.indexOf('#') + 1);
}
