/**
 * Entries that may pass a filter. In: a walk, the filter. Out: a walk over those of them that their sort key does not rule out. Promise: the same articles
 * pass as without it, for fewer reads; entries looked at for one page are bounded.
 */
import { type ArticleFilter, mayPass } from '../core/article-filter.ts';
import { withoutHint } from '../core/feed-place.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { EntryWalk } from './entry-walk.ts';
import type { FeedEntry } from './ports.ts';

/** Keys of one partition of a day that are read at once: one read unit. */
export const LOOKED_AT_ONCE = 60;

export function likelyWalk(walk: EntryWalk, filter: ArticleFilter): EntryWalk {
  const waiting: FeedEntry[] = [];
  let [chunk, looked]: [number, number] = [LOOKED_AT_ONCE, 0];
  let below: string | null = null;
  let isOver = false;
  return {
    async next(limit) {
      while (waiting.length < limit && !isOver) {
        const slice = await walk.next(chunk);
        waiting.push(...slice.entries.filter(({ feedSk }) => mayPass(feedSk, filter)));
        looked += slice.entries.length;
        ({ below } = slice);
        isOver = slice.entries.length < chunk || below === null || looked >= STORE_LIMITS.pageEntries;
        // The rarer they are, the more are looked at together.
        chunk = Math.min(chunk * 2, STORE_LIMITS.pageEntries - looked);
      }
      const entries = waiting.splice(0, limit);
      const last = entries.at(-1);
      return { entries, below: waiting.length > 0 && last !== undefined ? withoutHint(last.feedSk) : below };
    },
  };
}
