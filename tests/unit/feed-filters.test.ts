/** Filters over the feed of all days: what a sort key says already is not read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleFilter, EVERYTHING, foreseen } from '../../shared/core/article-filter.ts';
import { passesDate } from '../../shared/core/date-doubt.ts';
import { feedSkOf, hintIn, placeOf, withoutHint, withoutName } from '../../shared/core/feed-place.ts';
import type { Key } from '../../shared/core/item.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { DATE_FILTERS } from '../../shared/core/tables/date-filters.ts';
import { likelyWalk } from '../../shared/pipeline/likely-walk.ts';
import type { Reader } from '../../shared/pipeline/ports.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';
import { selectArticles } from '../../shared/pipeline/query-articles.ts';
import { aDate, UNDATED } from '../../shared/testing/builders.ts';
import { lineReader, readLines } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';

const STATUSES = ['stated', 'stated-zone-assumed', 'estimated', 'disputed', 'missing'] as const;
const UTC = '2026-01-02T10:00:00.000Z';
const skOf = (language: string, status: (typeof STATUSES)[number], id = 'art_x') => {
  const published = { ...(status === 'missing' ? UNDATED : aDate(UTC)), status };
  return feedSkOf({ sortDate: { utc: UTC, basis: 'published' }, language, published }, id);
};

describe('a sort key of the feed', () => {
  it('says place, language and what is known of the date', () => {
    expect(skOf('de-AT', 'stated-zone-assumed')).toBe(`${UTC}#art_x#de-AT#z`);
    expect(withoutHint(skOf('de-AT', 'stated'))).toBe(placeOf(UTC, 'art_x'));
    expect(STATUSES.map((status) => hintIn(skOf('ja', status)))).toEqual(
      STATUSES.map((dateStatus) => ({ language: 'ja', dateStatus })),
    );
  });

  it.each([`${UTC}#art_x`, `${UTC}#art_x#de`, `${UTC}#art_x#de#?`])('%s says nothing but its place', (sk) => {
    expect(hintIn(sk)).toBeNull();
    expect(withoutHint(sk)).toBe(`${UTC}#art_x`);
    expect(foreseen(sk, { ...EVERYTHING, language: 'fr', dateStatus: 'missing' })).toBe('unknown');
  });

  it('names nobody who may not be named, and stands a little above where it was', () => {
    const place = placeOf(UTC, 'art_abcdefgh');
    expect(withoutName(place)).toBe(`${UTC}#art_abcd~`);
    expect(withoutName(place) > place).toBe(true);
    expect(withoutName('2026-01-02')).toBe('2026-01-02');
  });

  it('foresees what is so, whether or not copies dispute the date', () => {
    for (const status of STATUSES)
      for (const dateStatus of DATE_FILTERS) {
        const answers = [status, 'disputed' as const].map((after) => passesDate(after, dateStatus));
        const [alone] = answers;
        const isOpen = new Set(answers).size > 1;
        const expected = isOpen ? (alone ? 'undisputed' : 'disputed') : alone ? 'passes' : 'fails';
        expect(foreseen(skOf('en', status), { ...EVERYTHING, dateStatus })).toBe(expected);
      }
  });

  it('rules out other languages, whatever the date', () => {
    const said = (filter: Partial<ArticleFilter>) => foreseen(skOf('de-AT', 'estimated'), { ...EVERYTHING, ...filter });
    expect(['de', 'DE-at', 'en', 'd', 'de-CH'].map((language) => said({ language }))).toEqual([
      'passes',
      'passes',
      'fails',
      'fails',
      'fails',
    ]);
    expect(said({ language: 'en', dateStatus: 'estimated' })).toBe('fails');
    expect(said({ language: 'de', dateStatus: 'estimated' })).toBe('undisputed');
  });
});

/** One language in five is German; every other date is not known to the hour. */
async function aFeed(count: number): Promise<MemoryStore> {
  const store = memoryStore(lineReader);
  for (let n = 0; n < count; n += 1) {
    const at = new Date(Date.UTC(2026, 0, 1) + n * 20 * 60_000).toISOString();
    const lines = [`published: ${at}`, `language: ${n % 5 === 0 ? 'de' : 'en'}`, `Text number ${n}.`];
    await store.deliver(store.bucket.put(`incoming/${n}`, ['Harbour', ...lines].join('\n')));
  }
  return store;
}

/** The same questions, and how many heads were read for them. */
function counted(query: QueryPorts): { readonly ports: QueryPorts; heads(): number } {
  let heads = 0;
  const getMany = async (keys: readonly Key[]) => {
    heads += keys.filter(({ sk }) => sk === 'head').length;
    return query.feeds.getMany(keys);
  };
  return { ports: { ...query, feeds: { ...query.feeds, getMany } }, heads: () => heads };
}

const GERMAN = { ...EVERYTHING, language: 'de' };

describe('articles of a status that copies seldom change', () => {
  it('are read about as many as are given', async () => {
    const store = await aFeed(120);
    const { ports, heads } = counted(store.query);
    const { items } = await selectArticles({ ...EVERYTHING, dateStatus: 'stated' }, { limit: 20, cursor: null }, ports);
    expect(items).toHaveLength(20);
    expect(heads()).toBeLessThanOrEqual(2 * 20);
  });
});

/** One day on which so many keys stand, all of one language, and how many keys are read of it. */
function aLargeDay(count: number) {
  let read = 0;
  const newest = Array.from({ length: count }, (_, n) => skOf('en', 'stated', `art_${String(99_999 - n)}`));
  const feeds: QueryPorts['feeds'] = {
    getMany: async () => [],
    feed: async ({ feedPk, before, limit }) => {
      const own = newest.filter((sk, n) => feedPk.endsWith(`#${n % 4}`) && (before === null || sk < before));
      read += Math.min(limit, own.length);
      return own.slice(0, limit).map((feedSk) => ({ key: { pk: feedSk, sk: 'head' }, feedSk }));
    },
  };
  const table: QueryPorts['table'] = { get: async () => null, query: async () => [] };
  return { ports: { table, feeds, bodies: { get: async () => new Uint8Array() } }, read: () => read };
}

describe('a day of very many articles', () => {
  it('costs no page more keys than may be looked at, and a few', async () => {
    const { ports, read } = aLargeDay(10_000);
    const day = { from: UTC.slice(0, 10), to: UTC.slice(0, 10) };
    const page = await selectArticles({ ...GERMAN, ...day }, { limit: 20, cursor: null }, ports);
    expect(page.items).toEqual([]);
    expect(page.cursor).not.toBeNull();
    expect(read()).toBeLessThanOrEqual(STORE_LIMITS.pageEntries * 1.1);
  });
});

describe('a page for others that ends where nothing of it may be shown', () => {
  it('names no article in its cursor, and the next one goes on from there', async () => {
    const reader: Reader = {
      read: async ({ text }) => ({
        ...readLines(text),
        ...(text.includes('Held') ? { embargoedUntil: '2030-01-01T00:00:00.000Z' } : {}),
      }),
    };
    const store = memoryStore(reader);
    const held = STORE_LIMITS.pageExamined + 2 * STORE_LIMITS.listItems;
    for (let n = 0; n <= held; n += 1) {
      const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
      const lines = ['Harbour', `published: ${at}`, `${n === 0 ? 'Open' : 'Held'} text ${n}.`];
      await store.deliver(store.bucket.put(`incoming/${n}`, lines.join('\n')));
    }
    const ports = { ...store.query, shownAt: '2026-06-01T00:00:00.000Z' };
    const first = await selectArticles(EVERYTHING, { limit: 5, cursor: null }, ports);
    expect(first.items).toEqual([]);
    expect(Buffer.from(first.cursor ?? '', 'base64url').toString()).toMatch(/#art_.{4}~"/);
    const next = await selectArticles(EVERYTHING, { limit: 5, cursor: first.cursor }, ports);
    expect(next.items.map(({ source }) => source.key)).toEqual(['incoming/0']);
  });
});

describe('articles in one language', () => {
  it('are found without reading those in others, page by page, each once', async () => {
    const store = await aFeed(150);
    const { ports, heads } = counted(store.query);
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await selectArticles(GERMAN, { limit: 7, cursor }, ports);
      found.push(...page.items.map(({ source }) => source.key ?? ''));
      ({ cursor } = page);
    } while (cursor !== null);
    expect(found).toEqual(Array.from({ length: 30 }, (_, n) => `incoming/${145 - n * 5}`));
    expect(heads()).toBeLessThanOrEqual(2 * 30);
  });

  it('are found as before where their sort keys do not say it yet', async () => {
    const store = await aFeed(40);
    const feeds: QueryPorts['feeds'] = {
      ...store.query.feeds,
      feed: async (query) =>
        (await store.query.feeds.feed(query)).map(({ key, feedSk }) => ({ key, feedSk: withoutHint(feedSk) })),
    };
    const page = await selectArticles(GERMAN, { limit: 20, cursor: null }, { ...store.query, feeds });
    expect(page.items).toHaveLength(8);
    expect(page.cursor).toBeNull();
  });

  it('are in the order of the feed when they change their language between two pages', async () => {
    const store = await aFeed(30);
    const { items, cursor } = await selectArticles(GERMAN, { limit: 2, cursor: null }, store.query);
    const last = items.at(-1);
    const lines = [`published: ${last?.published.utc}`, 'language: da', 'Changed.'].join('\n');
    await store.deliver(store.bucket.put(last?.source.key ?? '', `Harbour\n${lines}`));
    const rest = await selectArticles(GERMAN, { limit: 9, cursor }, store.query);
    expect(rest.items.map(({ source }) => source.key)).toEqual([
      'incoming/15',
      'incoming/10',
      'incoming/5',
      'incoming/0',
    ]);
  });
});

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
  const sks = (count: number, of: (n: number) => readonly [string, (typeof STATUSES)[number]]) =>
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
