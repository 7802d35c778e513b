/**
 * Entries of the feed, newest first, across days. In: which part of the directory, days, where to start. Out: keys in order. Promise:
 * no scan and no offset; what arrives between two pages neither repeats nor hides what was there; reads are bounded.
 */
import { commonPrefix, type DayRange, endOf } from '../core/day-range.ts';
import { withoutHint } from '../core/feed-place.ts';
import { DIRECTORY_PK } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { EntryWalk } from './entry-walk.ts';
import { type NewestOfDay, newestOfDay } from './newest-of-day.ts';
import type { FeedEntry, Feeds, Table } from './ports.ts';

export interface FeedPorts {
  readonly table: Pick<Table, 'query'>;
  readonly feeds: Feeds;
}

export interface Start {
  /** Below which sort key, or from which bare day down; null: from the newest. */
  readonly below: string | null;
  /** Keys read of a partition at once, at least: more than are asked for where few of them will be of use. */
  readonly fewest: number;
}

/** Days read at the same time where few articles stand on each: four reads a day. */
const MOST_DAYS = 8;

/** Days asked for at first: one and two and four and eight. Whoever asks for the newest hardly ever needs more of the directory. */
const FIRST_DAYS = 15;

/**
 * `prefix`: what the directory's entries have before their day. After a day that was not enough, the next two are read, then four.
 */
export function dayWalk(prefix: string, range: DayRange, start: Start, ports: FeedPorts): EntryWalk {
  const { below: first, fewest } = start;
  const days = dayList(prefix, range, first, ports.table);
  const open: NewestOfDay[] = [];
  let [wide, ended, given, begun] = [1, first, 0, 0];
  return {
    async next(limit) {
      const entries: FeedEntry[] = [];
      for (let left: number = STORE_LIMITS.pageDays; ; ) {
        while (open.length > 0 && entries.length < limit) {
          const some = (await open[0]?.take(limit - entries.length)) ?? [];
          entries.push(...some);
          given += some.length;
          if (entries.length < limit) open.shift();
        }
        const last = entries.at(-1);
        if (last !== undefined && entries.length >= limit)
          return { entries, below: withoutHint(last.feedSk), isOver: false };
        // Below a bare day there is nothing of that day: the next page begins with the one before it.
        if (left === 0) return { entries, below: ended, isOver: true };
        // No more days than should be needed, by those so far.
        const needed = given === 0 ? wide : Math.ceil(((limit - entries.length) * begun) / given);
        const next = await days.take(Math.min(wide, left, Math.max(1, needed)));
        if (next.length === 0) return { entries, below: null, isOver: true };
        wide = Math.min(MOST_DAYS, wide * 2);
        begun += next.length;
        open.push(...next.map((day) => newestOfDay(`${prefix}${day}`, placeIn(day, first), fewest, ports.feeds)));
        await Promise.all(open.map((day) => day.ready(limit - entries.length)));
        left -= next.length;
        ended = next.at(-1) ?? ended;
      }
    },
  };
}

/** Where to go on in a day: below the start, when that lies in it. */
function placeIn(day: string, start: string | null): string | null {
  return start?.startsWith(day) === true ? start : null;
}

interface DayList {
  /** The next that are known, newest first, at most so many; none: there are no more. */
  take(most: number): Promise<readonly string[]>;
}

/** The day that the last page ended in comes first again, unless it was finished: it may go on below that place. */
function dayList(prefix: string, range: DayRange, start: string | null, table: FeedPorts['table']): DayList {
  const isFinished = start !== null && start.length === DAY_CHARS;
  const top = start === null ? range.to : start.slice(0, DAY_CHARS);
  let after = top === null ? null : `${prefix}${isFinished ? top : endOf(top)}`;
  // Who asks for one day knows it.
  const isOne = range.from !== null && range.from === range.to;
  const known = isOne && !isFinished ? [range.from] : [];
  let [isEnd, limit] = [isOne, FIRST_DAYS];
  return {
    async take(most) {
      if (known.length === 0 && !isEnd) {
        const query = { pk: DIRECTORY_PK, prefix: `${prefix}${commonPrefix(range)}`, after, newestFirst: true, limit };
        const found = (await table.query(query)).map(({ sk }) => sk.slice(prefix.length));
        const days = found.filter((day) => range.from === null || day >= range.from);
        known.push(...days);
        isEnd = found.length < limit || days.length < found.length;
        after = `${prefix}${days.at(-1) ?? ''}`;
        limit = STORE_LIMITS.pageDays;
      }
      return known.splice(0, most);
    },
  };
}

const DAY_CHARS = '2026-01-02'.length;
