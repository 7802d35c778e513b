/** Entries of the feed that may pass a filter, looked at without reading what they stand for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleFilter, EVERYTHING } from '../../shared/core/article-filter.ts';
import { feedSkOf, withoutHint } from '../../shared/core/feed-place.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { likelyWalk } from '../../shared/pipeline/likely-walk.ts';
import { aDate } from '../../shared/testing/builders.ts';

const UTC = '2026-01-02T10:00:00.000Z';
type Status = 'stated' | 'estimated';
const skOf = (language: string, status: Status, id: string) => {
  const published = { ...aDate(UTC), status };
  return feedSkOf({ sortDate: { utc: UTC, basis: 'published' }, language, published }, id);
};

describe('a walk over entries that may pass', () => {
  const walkOver = (sks: readonly string[]) => {
    let at = 0;
    const asked: number[] = [];
    const next = async (limit: number) => {
      asked.push(limit);
      const entries = sks.slice(at, at + limit).map((feedSk) => ({ key: { pk: feedSk, sk: 'head' }, feedSk }));
      at += entries.length;
      const isOver = at >= sks.length;
      return { entries, below: isOver ? null : withoutHint(entries.at(-1)?.feedSk ?? ''), isOver };
    };
    return { walkFor: (filter: Partial<ArticleFilter>) => likelyWalk({ next }, { ...EVERYTHING, ...filter }), asked };
  };
  const sks = (count: number, of: (n: number) => readonly [string, Status]) =>
    Array.from({ length: count }, (_, n) => skOf(...of(n), `art_${String(99_999 - n)}`));

  it('gives all of them, in order, in pieces of any size', async () => {
    const pieces = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(pieces, fc.integer({ min: 0, max: 400 }), async (sizes, count) => {
        const all = sks(count, (n) => [n % 3 === 0 ? 'de' : 'en', 'stated']);
        const walk = walkOver(all).walkFor({ language: 'de' });
        const wanted = all.filter((_, n) => n % 3 === 0);
        const found: string[] = [];
        for (const size of sizes) {
          const { entries, below, isOver } = await walk.next(size);
          found.push(...entries.map(({ feedSk }) => feedSk));
          expect(isOver).toBe(below === null);
          if (below === null) expect(found).toEqual(wanted);
          else {
            expect(entries).toHaveLength(size);
            expect(wanted.map((sk) => sk < below)).toEqual(wanted.map((_, n) => n >= found.length));
          }
        }
        expect(found).toEqual(wanted.slice(0, found.length));
      }),
      { numRuns: 200 },
    );
  });

  it('gives what copies decide on besides those that should pass, a hundred at most', async () => {
    const doubtful = { dateStatus: 'doubtful' } as const;
    const all = sks(400, (n) => ['en', n % 4 === 3 || n > 190 ? 'estimated' : 'stated']);
    const some = await walkOver(all).walkFor(doubtful).next(20);
    expect(some.entries).toHaveLength(80);
    const others = walkOver(sks(400, () => ['en', 'stated'])).walkFor(doubtful);
    expect((await others.next(20)).entries).toHaveLength(STORE_LIMITS.listItems);
    const undisputed = await walkOver(all).walkFor({ dateStatus: 'missing' }).next(20);
    expect(undisputed).toEqual({ entries: [], below: null, isOver: true });
  });

  it('gives two for one where sort keys say nothing', async () => {
    const plain = sks(100, () => ['en', 'stated']).map(withoutHint);
    expect((await walkOver(plain).walkFor({ language: 'de' }).next(20)).entries).toHaveLength(40);
  });

  it('looks at more and more of what it will not have, and ends where no more may be looked at', async () => {
    const all = sks(STORE_LIMITS.pageEntries + 500, () => ['en', 'stated']);
    const { walkFor, asked } = walkOver(all);
    const walk = walkFor({ language: 'de' });
    const end = { entries: [], below: withoutHint(all[STORE_LIMITS.pageEntries - 1] ?? ''), isOver: true };
    expect(await walk.next(10)).toEqual(end);
    expect(asked.slice(0, 3)).toEqual([60, 120, 240]);
    expect(asked.reduce((sum, one) => sum + one, 0)).toBe(STORE_LIMITS.pageEntries);
    expect(await walk.next(10)).toEqual(end);
  });
});
