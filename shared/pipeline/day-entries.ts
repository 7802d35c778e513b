/**
 * Entries of the feed, newest first, across days. In: which part of the directory, days, where to go on. Out: keys in order. Promise:
 * no scan and no offset; what arrives between two pages neither repeats nor hides what was there; reads are bounded.
 */
import { commonPrefix, type DayRange, endOf } from '../core/day-range.ts';
import { DAY_PREFIX, DIRECTORY_PK, dayFeeds } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { compareText } from '../core/url.ts';
import type { FeedEntry, Feeds, Table } from './ports.ts';

export interface Slice {
  /** Newest first: `feedSk` begins with the instant. */
  readonly entries: readonly FeedEntry[];
  /** There may be more below this sort key; null: there is none. */
  readonly below: string | null;
}

/** Reads what lies below a sort key (null: from the newest), at most so many. */
export type ReadSlice = (below: string | null, limit: number) => Promise<Slice>;

export interface FeedPorts {
  readonly table: Pick<Table, 'query'>;
  readonly feeds: Feeds;
}

/** Days read at the same time where few articles stand on each: four reads a day. */
const MOST_DAYS = 8;

/** Days asked for at first: one and two and four and eight. Whoever asks for the newest hardly ever needs more of the directory. */
const FIRST_DAYS = 15;

/** `prefix`: what the directory's entries have before their day. After a day that was not enough, the next two are read, then four. */
export function dayEntries(prefix: string, range: DayRange, ports: FeedPorts): ReadSlice {
  return async (below, limit) => {
    const entries: FeedEntry[] = [];
    let [wide, start, most] = [1, below, FIRST_DAYS];
    for (let left: number = STORE_LIMITS.pageDays; left > 0; most = left) {
      const { days, isEnd } = await daysFrom(prefix, range, start, Math.min(most, left), ports.table);
      for (let at = 0; at < days.length; at += wide, wide = Math.min(MOST_DAYS, wide * 2)) {
        const found = days.slice(at, at + wide).map((day) => {
          const before = start?.startsWith(day) === true ? start : null;
          return newestOf(`${prefix}${day}`, before, limit - entries.length, ports.feeds);
        });
        entries.push(...(await Promise.all(found)).flat());
        if (entries.length >= limit)
          return { entries: entries.slice(0, limit), below: entries[limit - 1]?.feedSk ?? null };
      }
      if (isEnd) return { entries, below: null };
      start = days.at(-1) ?? start;
      left -= days.length;
    }
    // Below a bare day there is nothing of that day: the next page begins with the one before it.
    return { entries, below: start };
  };
}

/** The day that the last page ended in comes first again, unless it was finished: it may go on below that place. */
async function daysFrom(
  prefix: string,
  range: DayRange,
  below: string | null,
  limit: number,
  table: FeedPorts['table'],
): Promise<{ readonly days: readonly string[]; readonly isEnd: boolean }> {
  const shared = `${prefix}${commonPrefix(range)}`;
  const isFinished = below !== null && below.length === DAY_CHARS;
  const top = below === null ? range.to : below.slice(0, DAY_CHARS);
  const after = top === null ? null : `${prefix}${isFinished ? top : endOf(top)}`;
  const query = { pk: DIRECTORY_PK, prefix: shared, after, newestFirst: true, limit };
  const known = (await table.query(query)).map(({ sk }) => sk.slice(prefix.length));
  const days = known.filter((day) => range.from === null || day >= range.from);
  return { days, isEnd: known.length < limit || days.length < known.length };
}

const DAY_CHARS = '2026-01-02'.length;

async function newestOf(
  entry: string,
  before: string | null,
  limit: number,
  feeds: Feeds,
): Promise<readonly FeedEntry[]> {
  const partitions = entry.startsWith(DAY_PREFIX) ? dayFeeds(entry) : [entry];
  const pages = await Promise.all(partitions.map((feedPk) => feeds.feed({ feedPk, before, limit })));
  return pages
    .flat()
    .sort((a, b) => compareText(b.feedSk, a.feedSk))
    .slice(0, limit);
}
