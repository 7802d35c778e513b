import { beforeAll, describe, expect, it } from 'vitest';
import { type ArticleFilter, EVERYTHING } from '../../shared/core/article-filter.ts';
import { commonPrefix, monthRange } from '../../shared/core/day-range.ts';
import { agencyKey, nameKey, outletKey } from '../../shared/core/list-names.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { listRemoved } from '../../shared/pipeline/query.ts';
import { selectArticles } from '../../shared/pipeline/query-articles.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';

describe('names in lists', () => {
  it.each([
    ['  José  NÚÑEZ-Ortiz ', 'jose nunez ortiz'],
    ['Żółw', 'zolw'],
    ['JÖRG MÜSSIG', 'jorg mussig'],
    ['Jörg Müßig', 'jorg mussig'],
    ['Ærø Łódź', 'aero lodz'],
    ['ISIK Işık', 'isik isik'],
    ['İstanbul', 'istanbul'],
    ['がっこう', 'がっこう'],
    ['かっこう', 'かっこう'],
    ['हिन्दी', 'हिन्दी'],
    ['!!!', '!!!'],
  ])('%s is %s', (name, key) => expect(nameKey(name)).toBe(key.normalize('NFKC')));

  it('are host names without what sites put before them, or names', () => {
    expect(['www.Herald.example', 'amp.herald.example', 'Herald.example'].map(outletKey)).toEqual(
      Array(3).fill('herald.example'),
    );
    expect(outletKey('The St. Aubin Herald')).toBe('the st aubin herald');
  });

  it('are agencies by code or name', () => {
    expect(['AP', 'associated press', 'Unheard of'].map(agencyKey)).toEqual(['ap', 'ap', 'unheard of']);
  });
});

describe('days', () => {
  it('of a month end with it', () => expect(monthRange('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' }));

  it('of a range share what its sort keys begin with', () => {
    expect(commonPrefix({ from: '2026-01-01', to: '2026-01-31' })).toBe('2026-01-');
    expect(commonPrefix({ from: '2026-01-01', to: null })).toBe('');
  });
});

const TEXT = 'Ships wait outside the harbour.';
const page = (...fields: readonly string[]) => ['Harbour', ...fields].join('\n');

describe('articles', () => {
  let store: MemoryStore;
  const ask = async (filter: Partial<ArticleFilter>, limit = 10) =>
    (await selectArticles({ ...EVERYTHING, ...filter }, { limit, cursor: null }, store.query)).items.map(
      ({ source }) => source.key,
    );

  beforeAll(async () => {
    store = memoryStore(lineReader);
    const put = (name: string, text: string, metadata: Readonly<Record<string, string>> = {}) =>
      store.deliver(store.bucket.put(`incoming/${name}`, text, { metadata }));
    await put('own', page('url: http://news.example/a?utm_source=x&b=2#top', 'Text.'));
    await put('named', page('published: 2026-01-03T10:00:00.000Z', 'url: https://news.example/n', 'Other text.'), {
      id: 'n-1',
    });
    await put('first', page('published: 2025-01-01T10:00:00.000Z', TEXT));
    await put('late', page('published: 2026-01-01T10:00:00.000Z', TEXT));
    await put('gone', page('Gone text.'));
    await store.deliver(store.bucket.remove('incoming/gone'));
  });

  it('are found by any spelling of their address, also when they go by an id of the uploader', async () => {
    expect(await ask({ url: 'https://news.example/a?b=2' })).toEqual(['incoming/own']);
    expect(await ask({ url: 'http://news.example/n?utm_medium=mail' })).toEqual(['incoming/named']);
    expect(await ask({ url: 'https://news.example/elsewhere' })).toEqual([]);
    expect(await ask({ url: 'no address' })).toEqual([]);
    expect(await ask({ url: 'https://news.example/n', from: '2026-01-04' })).toEqual([]);
  });

  it('have the date status that their copies give them', async () => {
    expect(await ask({ dateStatus: 'disputed' })).toEqual(['incoming/late']);
    expect(await ask({ dateStatus: 'stated' })).toEqual(['incoming/named', 'incoming/first']);
    expect(await ask({ dateStatus: 'doubtful' })).toEqual(['incoming/late', 'incoming/own']);
  });

  it('that were removed are listed by the day of their removal', async () => {
    const [removed] = (await listRemoved({ limit: 10, cursor: null }, store.query)).items;
    expect(removed).toMatchObject({ state: 'removed', key: 'incoming/gone' });
    const other = { from: '2030-01-01', to: '2030-01-02' };
    expect((await listRemoved({ limit: 10, cursor: null }, store.query, other)).items).toEqual([]);
  });

  it('come in pages whose cursor is good for the same question only', async () => {
    const filter = { ...EVERYTHING, dateStatus: 'stated' } as const;
    const { cursor } = await selectArticles(filter, { limit: 1, cursor: null }, store.query);
    const next = await selectArticles(filter, { limit: 1, cursor }, store.query);
    expect(next.items.map(({ source }) => source.key)).toEqual(['incoming/first']);
    for (const wrong of [cursor, 'bm8', 'W10', 'x'.repeat(STORE_LIMITS.cursorChars + 1)]) {
      const other = selectArticles({ ...filter, language: 'en' }, { limit: 1, cursor: wrong }, store.query);
      await expect(other).rejects.toThrow(/cursor/);
    }
  });

  it('cost a bounded number of reads a page, however few pass', async () => {
    const many = memoryStore(lineReader);
    const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
    for (let n = 0; n < STORE_LIMITS.pageExamined + 120; n += 1) {
      const text = page(`published: ${at(n)}`, 'publisher: The Post', `Text number ${n}.`);
      await many.deliver(many.bucket.put(`incoming/${n}`, text));
    }
    let keys = 0;
    const feeds = {
      ...many.query.feeds,
      getMany: async (all: Parameters<typeof many.query.feeds.getMany>[0]) => {
        keys += all.length;
        return many.query.feeds.getMany(all);
      },
    };
    const filter = { ...EVERYTHING, outlet: 'The Post', language: 'ja' };
    const first = await selectArticles(filter, { limit: 10, cursor: null }, { ...many.query, feeds });
    expect(first.items).toEqual([]);
    expect(keys).toBeLessThan(STORE_LIMITS.pageExamined + STORE_LIMITS.listItems);
    const rest = await selectArticles(filter, { limit: 10, cursor: first.cursor }, many.query);
    expect(rest).toEqual({ items: [], cursor: null });
  });

  it('read a few more, not as many again, for one that is gone', async () => {
    const some = memoryStore(lineReader);
    for (let n = 0; n < 60; n += 1) {
      const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
      await some.deliver(
        some.bucket.put(`incoming/${n}`, page(`published: ${at}`, 'publisher: The Post', `Text ${n}.`)),
      );
    }
    await some.deliver(some.bucket.remove('incoming/59'));
    let [heads, rounds] = [0, 0];
    const feeds = {
      ...some.query.feeds,
      getMany: async (all: Parameters<typeof some.query.feeds.getMany>[0]) => {
        rounds += 1;
        heads += all.filter(({ sk }) => sk === 'head').length;
        return some.query.feeds.getMany(all);
      },
    };
    const filter = { ...EVERYTHING, outlet: 'The Post' };
    const { items } = await selectArticles(filter, { limit: 20, cursor: null }, { ...some.query, feeds });
    expect(items).toHaveLength(20);
    expect(heads).toBeLessThanOrEqual(28);
    // Heads, a few heads more, and then once what is joined with them: rows and texts, stories.
    expect(rounds).toBeLessThanOrEqual(4);
  });
});
