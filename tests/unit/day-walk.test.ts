import { describe, expect, it } from 'vitest';
import { EVER } from '../../shared/core/day-range.ts';
import { DAY_PREFIX, DIRECTORY_PK, dayFeeds, headKey } from '../../shared/core/keys.ts';
import { compareText } from '../../shared/core/url.ts';
import { dayWalk } from '../../shared/pipeline/day-walk.ts';
import type { FeedEntry, FeedQuery, RangeQuery } from '../../shared/pipeline/ports.ts';
import { readOnce } from '../../shared/pipeline/read-once.ts';

const DAYS = ['2026-03-03', '2026-03-02', '2026-02-27'];

/** Articles of one day, spread over its partitions as unevenly as can be: a minute apart, a few at the same one. */
function entriesOf(day: string, count: number): ReadonlyMap<string, readonly FeedEntry[]> {
  const parts = dayFeeds(`${DAY_PREFIX}${day}`);
  const all = Array.from({ length: count }, (_, n) => {
    const minute = new Date(Date.parse(`${day}T00:00:00Z`) + Math.floor(n / 2) * 60_000).toISOString();
    const part = parts[n % 7 === 0 ? 1 : n % 3 === 0 ? 2 : 0] ?? '';
    return { part, entry: { key: headKey(`art_${n}`), feedSk: `${minute}#art_${n}` } };
  });
  return new Map(parts.map((part) => [part, all.filter((one) => one.part === part).map(({ entry }) => entry)]));
}

function someDays(counts: readonly number[]) {
  const stored = new Map(DAYS.flatMap((day, at) => [...entriesOf(day, counts[at] ?? 0)]));
  const asked: { readonly directory: RangeQuery[]; readonly feeds: FeedQuery[] } = { directory: [], feeds: [] };
  const newest = (part: string) => [...(stored.get(part) ?? [])].sort((a, b) => compareText(b.feedSk, a.feedSk));
  const ports = {
    table: {
      query: async (query: RangeQuery) => {
        asked.directory.push(query);
        const known = DAYS.map((day) => ({ pk: DIRECTORY_PK, sk: `${DAY_PREFIX}${day}` }));
        return known.filter(({ sk }) => query.after === null || sk < query.after).slice(0, query.limit);
      },
    },
    feeds: {
      feed: async (query: FeedQuery) => {
        asked.feeds.push(query);
        const { feedPk, before, limit } = query;
        return newest(feedPk)
          .filter(({ feedSk }) => before === null || feedSk < before)
          .slice(0, limit);
      },
      getMany: async () => [],
    },
  };
  const all = [...stored.values()].flat().map(({ feedSk }) => feedSk);
  return { ports, asked, expected: all.sort((a, b) => compareText(b, a)) };
}

async function walked(fewest: number, piece: number, { ports }: ReturnType<typeof someDays>) {
  const walk = dayWalk(DAY_PREFIX, EVER, { below: null, fewest }, ports);
  const found: string[] = [];
  for (let below: string | null = ''; below !== null; ) {
    const slice = await walk.next(piece);
    found.push(...slice.entries.map(({ feedSk }) => feedSk));
    ({ below } = slice);
  }
  return found;
}

describe('a walk over days', () => {
  it.each([
    [1, 1],
    [1, 7],
    [1, 1_000],
    [20, 3],
    [500, 10],
  ])('that reads %i at least and gives %i at a time gives each entry once, newest first', async (fewest, piece) => {
    const days = someDays([61, 9, 30]);
    expect(await walked(fewest, piece, days)).toEqual(days.expected);
  });

  it('reads nothing of a partition again that it has not used up, and the directory once', async () => {
    const days = someDays([60, 40, 0]);
    await walked(10, 10, days);
    const places = days.asked.feeds.map(({ feedPk, before }) => `${feedPk} ${before}`);
    expect(places).toEqual([...new Set(places)]);
    expect(days.asked.directory).toHaveLength(1);
  });

  it('goes on from any place that it gave, and from a bare day', async () => {
    const days = someDays([5, 3, 4]);
    for (const [at, place] of days.expected.entries()) {
      const { entries } = await dayWalk(DAY_PREFIX, EVER, { below: place, fewest: 1 }, days.ports).next(100);
      expect(entries.map(({ feedSk }) => feedSk)).toEqual(days.expected.slice(at + 1));
    }
    const { entries } = await dayWalk(DAY_PREFIX, EVER, { below: '2026-03-02', fewest: 1 }, days.ports).next(100);
    expect(entries.map(({ feedSk }) => feedSk)).toEqual(days.expected.slice(8));
  });

  it('asks no directory for one day, and reads no other', async () => {
    const days = someDays([5, 3, 4]);
    const range = { from: '2026-03-02', to: '2026-03-02' };
    const { entries, below } = await dayWalk(DAY_PREFIX, range, { below: null, fewest: 1 }, days.ports).next(100);
    expect(entries.map(({ feedSk }) => feedSk)).toEqual(days.expected.slice(5, 8));
    expect(below).toBeNull();
    expect(days.asked.directory).toEqual([]);
    expect(days.asked.feeds.every(({ feedPk }) => feedPk.includes('2026-03-02'))).toBe(true);
  });
});

describe('reads for one answer', () => {
  it('fetch each item once, and what was missing not again', async () => {
    const asked: string[] = [];
    const feeds = readOnce({
      feed: async () => [],
      getMany: async (keys) => {
        asked.push(...keys.map(({ sk }) => sk));
        return keys.filter(({ sk }) => sk !== 'missing');
      },
    });
    const keys = (...sks: readonly string[]) => sks.map((sk) => ({ pk: 'p', sk }));
    expect(await feeds.getMany(keys('a', 'missing', 'b'))).toEqual(keys('a', 'b'));
    expect(await feeds.getMany(keys('b', 'c', 'missing', 'a'))).toEqual(keys('b', 'c', 'a'));
    expect(asked).toEqual(['a', 'missing', 'b', 'c']);
  });
});
