/**
 * The entries of one day, newest first, from all partitions that share them. In: the day's entry of the directory, where to go on, how many of a
 * partition are read at once at least. Promise: what was read and not needed yet is kept, and none is read again before it is used up.
 */
import { withoutHint } from '../core/feed-place.ts';
import { DAY_PREFIX, dayFeeds } from '../core/keys.ts';
import { compareText } from '../core/url.ts';
import type { FeedEntry, Feeds } from './ports.ts';

export interface NewestOfDay {
  /** Reads ahead, so that several days can be read at the same time. */
  ready(limit: number): Promise<void>;
  /** At most so many; fewer: the day has no more. */
  take(limit: number): Promise<readonly FeedEntry[]>;
}

interface Part {
  readonly feedPk: string;
  /** Read and not given yet, newest first. */
  waiting: readonly FeedEntry[];
  before: string | null;
  isEnd: boolean;
}

export function newestOfDay(entry: string, before: string | null, fewest: number, feeds: Feeds): NewestOfDay {
  const feedPks = entry.startsWith(DAY_PREFIX) ? dayFeeds(entry) : [entry];
  const parts = feedPks.map((feedPk): Part => ({ feedPk, waiting: [], before, isEnd: false }));
  const ready = async (limit: number) => {
    const dry = parts.filter(({ waiting, isEnd }) => waiting.length === 0 && !isEnd);
    // Whoever looks at many of which few are of use takes from each partition its share of them.
    const most = fewest > 1 ? Math.ceil(limit / parts.length) : limit;
    await Promise.all(dry.map((part) => refill(part, Math.max(fewest, most), feeds)));
  };
  return {
    ready,
    async take(limit) {
      const taken: FeedEntry[] = [];
      for (let isMore = true; isMore && taken.length < limit; ) {
        await ready(limit - taken.length);
        const some = newestKnown(parts, limit - taken.length);
        taken.push(...some);
        isMore = some.length > 0;
      }
      return taken;
    },
  };
}

async function refill(part: Part, limit: number, feeds: Feeds): Promise<void> {
  const { feedPk, before } = part;
  part.waiting = await feeds.feed({ feedPk, before, limit });
  const last = part.waiting.at(-1);
  part.before = last === undefined ? before : withoutHint(last.feedSk);
  part.isEnd = part.waiting.length < limit;
}

/** Down to where a partition that goes on is used up: below it, one of its own may be the newest. */
function newestKnown(parts: readonly Part[], limit: number): readonly FeedEntry[] {
  const ends = parts.flatMap(({ waiting, isEnd }) => (isEnd ? [] : (waiting.at(-1)?.feedSk ?? [])));
  const lowest = ends.reduce((highest, end) => (compareText(end, highest) > 0 ? end : highest), '');
  const known = parts.flatMap(({ waiting }) => waiting).filter(({ feedSk }) => compareText(feedSk, lowest) >= 0);
  const some = known.sort((a, b) => compareText(b.feedSk, a.feedSk)).slice(0, limit);
  const last = some.at(-1)?.feedSk;
  for (const part of parts)
    part.waiting = part.waiting.filter(({ feedSk }) => last === undefined || compareText(feedSk, last) < 0);
  return some;
}
