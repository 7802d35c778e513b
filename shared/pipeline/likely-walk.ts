/**
 * Entries that may pass a filter. In: a walk, the filter. Out: a walk over those of them that their sort key does not rule out. Promise: the same articles
 * pass as without it, for fewer reads; entries looked at for one page are bounded.
 */
import { type ArticleFilter, type Foreseen, foreseen } from '../core/article-filter.ts';
import { withoutHint } from '../core/feed-place.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { EntryWalk, Slice } from './entry-walk.ts';
import type { FeedEntry } from './ports.ts';

/** Keys of one partition of a day that are read at once: one read unit. */
export const LOOKED_AT_ONCE = 60;

/** For how many of those asked for an entry stands: copies seldom dispute a date, and of what says nothing two are as good as one. */
const WEIGHTS: Readonly<Record<Exclude<Foreseen, 'fails'>, number>> = {
  passes: 1,
  undisputed: 1,
  disputed: 0,
  unknown: 0.5,
};

/** Asked for `limit`, it gives as many as should pass, and what stands between them; at most STORE_LIMITS.listItems. */
export function likelyWalk(walk: EntryWalk, filter: ArticleFilter): EntryWalk {
  const waiting: { readonly entry: FeedEntry; readonly weight: number }[] = [];
  let [chunk, looked, isEnd]: [number, number, boolean] = [LOOKED_AT_ONCE, 0, false];
  let below: string | null = null;

  async function lookOn(): Promise<void> {
    const slice = await walk.next(chunk);
    for (const entry of slice.entries) {
      const said = foreseen(entry.feedSk, filter);
      if (said !== 'fails') waiting.push({ entry, weight: WEIGHTS[said] });
    }
    looked += slice.entries.length;
    ({ below } = slice);
    isEnd = slice.isOver || looked >= STORE_LIMITS.pageEntries;
    // The rarer they are, the more are looked at together.
    chunk = Math.min(chunk * 2, STORE_LIMITS.pageEntries - looked);
  }

  return {
    async next(limit): Promise<Slice> {
      const entries: FeedEntry[] = [];
      for (let expected = 0; expected < limit && entries.length < STORE_LIMITS.listItems; ) {
        if (waiting.length === 0 && isEnd) return { entries, below, isOver: true };
        if (waiting.length === 0) await lookOn();
        const next = waiting.shift();
        if (next === undefined) continue;
        entries.push(next.entry);
        expected += next.weight;
      }
      const isOver = waiting.length === 0 && isEnd;
      const last = entries.at(-1);
      return { entries, below: isOver || last === undefined ? below : withoutHint(last.feedSk), isOver };
    },
  };
}
