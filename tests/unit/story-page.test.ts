/** Stories page by page: each member once, in bounded reads, and nothing of those who may not be shown. */
import { beforeAll, describe, expect, it } from 'vitest';
import { CursorError } from '../../shared/core/change-log.ts';
import { entryKey, memberKey, partKey, storyIdOf, storyPk, summaryKey } from '../../shared/core/keys.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { type Carrier, type Tally, tallyOf, tallySum } from '../../shared/core/tally.ts';
import type { RangeQuery } from '../../shared/pipeline/ports.ts';
import { storyPage } from '../../shared/pipeline/story-page.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const idOf = (kind: string, at: number) => `${kind}${String(at).padStart(24, '0')}${ALPHABET[at % 32]}`;
const TEXTS = 3;
const STORY = storyIdOf(idOf('t', 0));

/** A story of so many articles in three texts, one of which has but two. */
async function aStory(copies: number) {
  const table = memoryTable();
  const texts = Array.from({ length: TEXTS }, (_, at) => idOf('t', at));
  const tallies: Tally[] = [];
  for (const [at, textId] of texts.entries()) {
    const own = Array.from({ length: copies }, (_, n) => n).filter((n) => (n < 2 ? 2 : n % 2) === at);
    const carriers = own.map((n): Carrier => {
      const sortUtc = new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
      return { articleId: idOf('art_', n), text: textId, publisher: `p${n}`, moment: null, sortUtc };
    });
    for (const carrier of carriers)
      await table.put({ ...memberKey(textId, carrier.articleId), articleId: carrier.articleId, carrier }, null);
    const tally = tallySum(carriers.map(tallyOf));
    tallies.push(tally);
    await table.put({ ...entryKey(STORY, textId), textId, present: true, tally: { ...tally }, revision: '1' }, null);
    await table.put({ ...partKey(storyPk(STORY), textId.slice(-1)), texts: 1, ...tally }, null);
  }
  await table.put({ ...summaryKey(STORY), storyId: STORY, present: true, texts: TEXTS, ...tallySum(tallies) }, null);
  return table;
}

const LARGE = STORE_LIMITS.storyInTime + 40;
let table: Awaited<ReturnType<typeof aStory>>;

beforeAll(async () => {
  table = await aStory(LARGE);
});

async function pagesOf(limit: number) {
  const sizes: number[] = [];
  const ids: string[] = [];
  const read: number[] = [];
  for (let cursor: string | null = null; ; ) {
    let items = 0;
    const query = async (asked: RangeQuery) => {
      const found = await table.query(asked);
      items += found.length;
      return found;
    };
    const reads = { table: { get: table.get, query }, feeds: { getMany: async () => [] } };
    const page = await storyPage(STORY, { limit, cursor }, reads);
    sizes.push(page?.items.length ?? 0);
    ids.push(...(page?.items ?? []).map(({ articleId }) => articleId));
    read.push(items);
    cursor = page?.cursor ?? null;
    if (cursor === null) return { sizes, ids, read };
  }
}

describe('a large story', () => {
  it('gives each article once, and no page reads more than a few of them', async () => {
    const { sizes, ids, read } = await pagesOf(100);
    expect(ids.length).toBe(LARGE);
    expect(new Set(ids).size).toBe(LARGE);
    expect(sizes).toEqual([...Array.from({ length: 10 }, () => 100), 40]);
    expect(Math.max(...read)).toBeLessThanOrEqual(3 * STORE_LIMITS.listItems + TEXTS);
  });

  it('refuses the cursor of another story, and a text that is not its own', async () => {
    const reads = { table, feeds: { getMany: async () => [] } };
    const other = Buffer.from(JSON.stringify(['xxxxxxxx', '~t art_1'])).toString('base64url');
    await expect(storyPage(STORY, { limit: 1, cursor: other }, reads)).rejects.toThrow(CursorError);
  });

  it('leaves out the article that was asked about', async () => {
    const reads = { table, feeds: { getMany: async () => [] }, except: idOf('art_', 7) };
    const page = await storyPage(STORY, { limit: STORE_LIMITS.storyInTime, cursor: null }, reads);
    const next = await storyPage(STORY, { limit: STORE_LIMITS.storyInTime, cursor: page?.cursor ?? null }, reads);
    const ids = [...(page?.items ?? []), ...(next?.items ?? [])].map(({ articleId }) => articleId);
    expect([ids.length, ids.includes(idOf('art_', 7)), next?.cursor]).toEqual([LARGE - 1, false, null]);
  });
});
