/** Each list gives exactly the articles that the set of objects says, in any order of their arrival and with any repeats. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleFilter, EVERYTHING } from '../../shared/core/article-filter.ts';
import type { ObjectChange } from '../../shared/core/change.ts';
import { selectArticles } from '../../shared/pipeline/query-articles.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';

interface Page {
  readonly key: string;
  readonly day: string;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly agency: string | null;
  readonly language: string;
}

/** Each name in two spellings; the first is the one by which it is asked for. */
const OUTLETS = [
  ['The Harbour Post', 'the harbour  POST'],
  ['Zürcher Wächter', 'Zurcher Wachter'],
];
const AUTHORS = [
  ['Zoë Hale', 'zoe hale'],
  ['Ann Reed', 'ANN REED'],
];
const AGENCIES = [
  ['AP', 'Associated Press'],
  ['XYZ', 'xyz'],
];
const DAYS = ['2025-12-31', '2026-01-01', '2026-01-02', '2026-02-28'];
const LANGUAGES = ['en', 'de', 'de-AT'];

const aName = (names: readonly (readonly string[])[]) => fc.option(fc.constantFrom(...names.flat()), { freq: 4 });
const aPage: fc.Arbitrary<Page> = fc.record({
  key: fc.integer({ min: 0, max: 7 }).map((n) => `incoming/${n}.txt`),
  day: fc.constantFrom(...DAYS),
  outlet: aName(OUTLETS),
  author: aName(AUTHORS),
  agency: aName(AGENCIES),
  language: fc.constantFrom(...LANGUAGES),
});
/** Null: whatever is there is removed. */
const aHistory = fc.array(fc.tuple(aPage, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 14 });

function textOf({ key, day, outlet, author, agency, language }: Page): string {
  const field = (name: string, value: string | null) => (value === null ? [] : [`${name}: ${value}`]);
  const fields = [field('publisher', outlet), field('author', author), field('agency', agency)].flat();
  return [
    `About ${key}`,
    `published: ${day}T10:00:00.000Z`,
    ...fields,
    `language: ${language}`,
    `Text of ${key}.`,
  ].join('\n');
}

/** What happened to the bucket, as it was told; and what is in it in the end. */
function happen(history: readonly (readonly [Page, boolean, boolean])[], store: MemoryStore) {
  const changes: ObjectChange[] = [];
  const present = new Map<string, Page>();
  for (const [page, isRemoved] of history) {
    if (isRemoved && present.delete(page.key)) changes.push(store.bucket.remove(page.key));
    else {
      changes.push(store.bucket.put(page.key, textOf(page)));
      present.set(page.key, page);
    }
  }
  return { changes, present: [...present.values()] };
}

const same = (names: readonly (readonly string[])[], value: string | null, asked: string) =>
  names.some((spellings) => spellings.includes(asked) && value !== null && spellings.includes(value));

/** Questions, each with what it means for one page. */
const QUESTIONS: readonly (readonly [Partial<ArticleFilter>, (page: Page) => boolean])[] = [
  [{}, () => true],
  ...OUTLETS.map(([asked = '']) => [{ outlet: asked }, (page: Page) => same(OUTLETS, page.outlet, asked)] as const),
  ...AUTHORS.map(([asked = '']) => [{ author: asked }, (page: Page) => same(AUTHORS, page.author, asked)] as const),
  ...AGENCIES.flat().map((asked) => [{ agency: asked }, (page: Page) => same(AGENCIES, page.agency, asked)] as const),
  [{ from: '2026-01-01', to: '2026-01-01' }, ({ day }) => day === '2026-01-01'],
  [{ from: '2026-01-01', to: '2026-01-31' }, ({ day }) => day.startsWith('2026-01')],
  [{ to: '2026-01-01' }, ({ day }) => day <= '2026-01-01'],
  [{ from: '2026-01-02' }, ({ day }) => day >= '2026-01-02'],
  [{ language: 'de' }, ({ language }) => language.startsWith('de')],
  [{ language: 'de-AT', dateStatus: 'stated' }, ({ language }) => language === 'de-AT'],
  [{ dateStatus: 'doubtful' }, () => false],
  [
    { outlet: 'the harbour post', from: '2026-01-01', to: '2026-02-28', language: 'en' },
    ({ outlet, day, language }) =>
      same(OUTLETS, outlet, 'The Harbour Post') && day >= '2026-01-01' && language === 'en',
  ],
  [
    { author: 'Ann Reed', agency: 'ap', to: '2026-01-02' },
    ({ author, agency, day }) =>
      same(AUTHORS, author, 'Ann Reed') && same(AGENCIES, agency, 'AP') && day <= '2026-01-02',
  ],
];

async function keysOf(filter: Partial<ArticleFilter>, limit: number, store: MemoryStore): Promise<readonly string[]> {
  const keys: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof selectArticles>> = await selectArticles(
      { ...EVERYTHING, ...filter },
      { limit, cursor },
      store.query,
    );
    keys.push(...page.items.map(({ source }) => source.key ?? ''));
    cursor = page.cursor;
  } while (cursor !== null);
  return keys;
}

describe('a list of articles', () => {
  it('gives each article of the set once, newest first, whatever came first and however long its pages are', async () => {
    const worlds = fc.record({
      history: aHistory,
      seed: fc.infiniteStream(fc.nat()),
      limit: fc.integer({ min: 1, max: 5 }),
    });
    const property = fc.asyncProperty(worlds, async ({ history, seed, limit }) => {
      const store = memoryStore(lineReader);
      const { changes, present } = happen(history, store);
      const repeated = history
        .flatMap(([, , again], at) => (again ? [changes[at]] : []))
        .filter((one) => one !== undefined);
      const told = [...changes, ...repeated].map((change) => ({ change, place: seed.next().value }));
      for (const { change } of told.sort((a, b) => a.place - b.place)) await store.deliver(change);
      for (const [filter, holds] of QUESTIONS) {
        const keys = await keysOf(filter, limit, store);
        const expected = present.filter(holds).map(({ key }) => key);
        expect([...keys].sort(), JSON.stringify(filter)).toEqual(expected.sort());
        const days = keys.map((key) => present.find((page) => page.key === key)?.day ?? '');
        expect(days).toEqual([...days].sort().reverse());
      }
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
