/** What the screens are told, asked of the server: copies, events, versions, searches, outlets, exports. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copies } from '../../console/server/copies.ts';
import type { CopiesMap } from '../../console/server/copy-shapes.ts';
import type { Chart, EventLanes, Listed, Outlets, Totals, VersionsDiff } from '../../console/server/shapes.ts';
import { listArticles } from '../../shared/pipeline/query.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import { newsroom } from '../browser/newsroom.ts';
import { type Newsroom, openNewsroom } from '../browser/store.ts';

/** The happening, and none of the daily notes. */
const FILED = newsroom().filter(({ key }) => !key.includes('/note-'));

let room: Newsroom;
let ferry: string;
let inquiry: string;

beforeAll(async () => {
  room = await openNewsroom(FILED);
  ferry = await room.idOf('Ferry with', 'Northern Wire');
  inquiry = await room.idOf('Inspectors', 'Coast Radio');
});
afterAll(() => room.close());

async function told<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
  const response = await fetch(`${room.url}api/${path}?${new URLSearchParams(query)}`);
  expect(response.status).toBe(200);
  return response.json();
}

const problemOf = async (path: string, query: Readonly<Record<string, string>>): Promise<string> =>
  (await told<{ readonly problem: string }>(path, query)).problem;

describe('the totals', () => {
  it('add up to the files that were dropped, and say how many articles they make', async () => {
    const files = new Set(FILED.map(({ key }) => key)).size;
    const totals = await told<Totals>('totals');
    expect(totals).toMatchObject({ articles: 9, stored: 9, rejected: 1, removed: 0, complete: true, cut: false });
    expect(totals.stored + totals.rejected + totals.removed).toBe(files);
  });
});

describe('the copies', () => {
  it('are columns in time order, with the disputed date said, compared with the one that was asked for', async () => {
    const { columns, base, more } = await told<CopiesMap>('copies', { id: ferry });
    expect(columns.map(({ publisher, has, dateStatus, first }) => [publisher, has, dateStatus, first])).toEqual([
      ['Northern Wire', 100, 'stated', 'yes'],
      ['Harbour Post', 100, 'stated', 'no'],
      ['Fjordland Daily', 67, 'stated', 'no'],
      ['Evening Ledger', 81, 'stated', 'no'],
      ['Quick Ledger', 100, 'disputed', 'no'],
    ]);
    expect([base, more]).toEqual([0, 0]);
  });

  it('have each paragraph in one row: what only one has, too, where it stands there', async () => {
    const { rows } = await told<CopiesMap>('copies', { id: ferry });
    const seen = rows.map(({ number, cells }) => [number, cells.map(({ column, kind }) => `${column} ${kind}`)]);
    expect(seen.slice(1, 2)).toEqual([[2, ['0 identical', '1 identical', '2 identical', '3 edited', '4 identical']]]);
    expect(seen.slice(4)).toEqual([
      [5, ['0 identical', '1 identical', '4 identical']],
      [null, ['3 added']],
      [6, ['0 identical', '1 identical', '3 identical', '4 identical']],
    ]);
  });

  it('of a story of many texts are read many at a time', async () => {
    const store = memoryStore(lineReader);
    const words = Array.from({ length: 150 }, (_, at) => `word${at}`).join(' ');
    const texts = Array.from({ length: 30 }, (_, at) => `${words} and at last ship${at} came in.`);
    for (const [at, text] of texts.entries())
      await store.deliver(store.bucket.put(`incoming/${at}.txt`, `Ships\n${text}`));
    const { items } = await listArticles({ limit: 1, cursor: null }, store.query);
    let single = 0;
    const counting: typeof store.query = {
      ...store.query,
      table: {
        query: store.query.table.query,
        get(key) {
          single += 1;
          return store.query.table.get(key);
        },
      },
    };
    const { body } = await copies(items[0]?.id ?? '', counting, '2026-05-01T00:00:00.000Z');
    const { columns, more } = JSON.parse(String(body));
    expect(columns.length + more).toBeGreaterThan(10);
    expect(single).toBeLessThan(10);
  });

  it('say what each is of the base, how much of both it has, and what became of the paragraphs', async () => {
    const { columns } = await told<CopiesMap>('copies', { id: ferry });
    expect(
      columns.map(({ relation, has, from, paragraphs }) => [relation, has, from, Object.values(paragraphs)]),
    ).toEqual([
      [null, 100, 100, [6, 0, 0, 0, 0]],
      ['identical', 100, 100, [6, 0, 0, 0, 0]],
      ['abridged', 67, 100, [4, 0, 0, 0, 2]],
      ['abridged', 81, 86, [4, 1, 0, 1, 1]],
      ['identical', 100, 100, [6, 0, 0, 0, 0]],
    ]);
  });

  it('say which way the text went and how that is known, also where a date is disputed', async () => {
    const { columns, providers } = await told<CopiesMap>('copies', { id: ferry });
    const from = { basis: 'stated', provider: 'Associated Press', from: 'base', isSource: false };
    expect(columns.map(({ way }) => way)).toEqual([null, from, from, from, from]);
    expect(providers).toEqual(['Associated Press']);
    const night = await told<CopiesMap>('copies', { id: await room.idOf('The night', 'Harbour Post') });
    const inferred = { basis: 'inferred', provider: null, from: 'column', isSource: false };
    expect(night.columns.map(({ publisher, way }) => [publisher, way])).toEqual([
      ['Fjordland Daily', inferred],
      ['Harbour Post', null],
    ]);
  });

  it('show an edited paragraph word by word', async () => {
    const { rows } = await told<CopiesMap>('copies', { id: ferry });
    const pieces = rows[1]?.cells[3]?.pieces ?? [];
    expect(pieces.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => [kind, text])).toContainEqual([
      'removed',
      'Eleven',
    ]);
  });
});

describe('the event', () => {
  it('has a lane for each outlet, in the order in which they began, and a mark for each article', async () => {
    const { lanes, stories, from, until, more } = await told<EventLanes>('event', { id: ferry });
    expect(lanes.map(({ outlet, marks }) => [outlet, marks.map(({ story }) => story)])).toEqual([
      ['Northern Wire', [0]],
      ['Harbour Post', [0, 1]],
      ['Fjordland Daily', [0, 1]],
      ['Evening Ledger', [0]],
      ['Coast Radio', [2]],
      ['Quick Ledger', [0]],
    ]);
    expect(stories.map(({ copies }) => copies)).toEqual([5, 2, 1]);
    expect([from, until, more]).toEqual(['2026-03-10T21:40:00.000Z', '2026-03-12T16:45:00.000Z', 0]);
  });

  it('says which date is in doubt, and does not stretch its time for it', async () => {
    const { lanes } = await told<EventLanes>('event', { id: ferry });
    const doubtful = lanes.filter(({ marks }) => marks.some((mark) => mark.doubtful)).map(({ outlet }) => outlet);
    expect(doubtful).toEqual(['Quick Ledger']);
  });
});

describe('the versions', () => {
  it('are the last two, with what was changed', async () => {
    const { versions, from, to, diff } = await told<VersionsDiff>('versions', { id: inquiry });
    expect([versions.length, from, to, diff?.revisionClass]).toEqual([2, 1, 2, 'substantive']);
    expect(diff?.paragraphs.map(({ kind }) => kind)).toEqual(['identical', 'edited', 'identical', 'added']);
  });

  it('of an article that has one only are no difference', async () => {
    expect(await told<VersionsDiff>('versions', { id: ferry })).toMatchObject({ from: 1, to: 1, diff: null });
  });
});

describe('a search', () => {
  it('finds what all its conditions say, and counts it over time', async () => {
    const query = { outlet: 'harbour post', from: '2026-03-10' };
    const { items } = await told<Listed>('search', query);
    expect(items.map(({ key }) => key)).toEqual([
      'incoming/harbourpost.example/night-adrift.json',
      'incoming/harbourpost.example/ferry-towed.json',
    ]);
    const { total, unit, buckets } = await told<Chart>('chart', query);
    expect([total, unit, buckets.map(({ count }) => count)]).toEqual([2, 'day', [1, 0, 1]]);
  });

  it.each(['disputed', 'doubtful', 'stated'])('for dates that are %s counts what it lists', async (dateStatus) => {
    const { items } = await told<Listed>('search', { dateStatus });
    const { total } = await told<Chart>('chart', { dateStatus });
    expect(items.length).toBeGreaterThan(0);
    expect(total).toBe(items.length);
  });

  it.each([
    [{ from: '2026' }, 'Days are written like 2026-01-02.'],
    [{ from: '2026-02-02', to: '2026-02-01' }, 'The first day is after the last.'],
    [{ language: '42' }, 'Languages are written like de or de-AT.'],
    [{ url: 'ftp://a.example/' }, 'An address begins with http:// or https://.'],
    [{ cursor: 'made-up' }, 'This page of the list is no longer known. Begin with the newest.'],
  ])('that cannot be meant is answered in words: %j', async (query, words) => {
    expect(await problemOf('search', query as unknown as Record<string, string>)).toBe(words);
  });

  it('for a phrase says where there is no archive', async () => {
    expect(await problemOf('phrase', { phrase: 'fuel line' })).toMatch(/no archive/);
  });
});

describe('the outlets', () => {
  it('come busiest first, with their share of agency copy and what they say of dates', async () => {
    const { outlets, unit, labels } = await told<Outlets>('outlets', { unit: 'day' });
    expect(outlets.map(({ name, articles, agency }) => [name, articles, agency])).toEqual([
      ['Harbour Post', 3, 1 / 3],
      ['Fjordland Daily', 2, 1 / 2],
      ['Coast Radio', 1, 0],
      ['Evening Ledger', 1, 1],
      ['Northern Wire', 1, 1],
      ['Quick Ledger', 1, 1],
    ]);
    expect([unit, labels.length, labels.at(-1)]).toEqual(['day', 42, '2026-04-13']);
    expect(outlets[0]?.counts.filter((count) => count > 0)).toEqual([1, 1, 1]);
    expect(outlets[0]?.dates).toEqual({ stated: 3 });
  });
});

describe('an export', () => {
  it('is those articles, in that order, to be saved', async () => {
    const response = await fetch(`${room.url}api/export?format=jsonl&ids=${inquiry},${ferry}`);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="wirefold.jsonl"');
    const ids = (await response.text()).trim().split('\n');
    expect(ids.map((line) => JSON.parse(line).id)).toEqual([inquiry, ferry]);
  });

  it('is of a whole page of a phrase, which has more than a hundred', async () => {
    const others = Array.from({ length: 150 }, (_, at) => `art_${at}`);
    const response = await fetch(`${room.url}api/export?format=jsonl&ids=${[inquiry, ...others, ferry]}`);
    const ids = (await response.text()).trim().split('\n');
    expect(ids.map((line) => JSON.parse(line).id)).toEqual([inquiry, ferry]);
  });

  it.each([
    { format: 'exe', ids: 'art_a' },
    { format: 'csv', ids: '' },
    { format: 'csv', ids: '../x' },
  ])('of nothing that can be exported is answered in words: %j', async (query) => {
    expect(await problemOf('export', query)).toMatch(/Choose a format/);
  });
});

describe('an id that leads nowhere', () => {
  it.each(['article', 'explanation', 'copies', 'event', 'versions'])('is no error of /api/%s', async (path) => {
    expect(await problemOf(path, { id: 'art_nothing' })).toMatch(/There is no|no such/);
  });
});
