/** What a take-down would mean, before anything is written, and what its tombstones say. */
import { describe, expect, it } from 'vitest';
import { memberKey } from '../../shared/core/keys.ts';
import { TOMBSTONE_PREFIX, tombstoneKey } from '../../shared/core/operating-keys.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { type Tombstone, tombstone } from '../../shared/core/tombstone.ts';
import { objectsOf, putTombstone } from '../../shared/pipeline/take-down.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import { AT, aTown, at, forget, LAST, LATER, plan, put, stoneOf, undo } from './take-down-builders.ts';

describe('the plan of a take-down', () => {
  it('is none for an article of which nothing is known', async () => {
    expect(await plan(memoryStore(lineReader), 'art_unknown')).toBe(null);
  });

  it('means the article alone, spares who carries its text, and writes nothing', async () => {
    const { store, own, copy, textId } = await aTown();
    const before = store.table.items();
    expect(await plan(store, own)).toEqual({
      decisions: [{ articleId: own, at: AT, reason: 'R', texts: [{ textId, articles: [own], spares: [copy] }] }],
      keys: ['incoming/b.txt'],
      storyIds: [expect.stringMatching(/^sty_/)],
      copies: [{ articleId: copy, publisher: null }],
      again: false,
    });
    expect(store.table.items()).toEqual(before);
  });

  it('means the copies too when it is asked to, and then spares none of them', async () => {
    const { store, own, copy, textId } = await aTown();
    const texts = [{ textId, articles: [own, copy].sort(), spares: [] }];
    const decided = { at: AT, reason: 'R', texts };
    expect(await plan(store, own, { copies: true })).toMatchObject({
      decisions: [
        { articleId: own, ...decided },
        { articleId: copy, ...decided },
      ],
      keys: ['incoming/a.txt', 'incoming/b.txt'],
      copies: [],
    });
  });

  it('names all texts that the article has had, all its files and all their stories, in order', async () => {
    const store = memoryStore(lineReader);
    const whats = ['A zeppelin', 'Quite another balloon', 'Some third kite'];
    const ids = new Set<string>();
    for (const what of whats) ids.add(await put(store, 'incoming/z.txt', what, at('1')));
    ids.add(await put(store, 'incoming/y.txt', 'A fourth glider', at('1')));
    const [id = ''] = ids;
    expect(ids.size).toBe(1);
    const planned = await plan(store, id);
    const textIds = planned?.decisions[0]?.texts.map(({ textId }) => textId) ?? [];
    expect(new Set(textIds).size).toBe(4);
    expect(textIds).toEqual([...textIds].sort());
    expect(planned?.keys).toEqual(['incoming/y.txt', 'incoming/z.txt']);
    expect(planned?.storyIds).toEqual([...new Set(planned?.storyIds)].sort());
  });

  it('is the decision that stands, for an article that is down already', async () => {
    const { store, own, copy, textId } = await aTown();
    await forget(store, own);
    expect(await plan(store, own, { reason: 'another', at: LATER })).toMatchObject({
      decisions: [{ articleId: own, at: AT, reason: 'R', texts: [{ textId, articles: [own], spares: [copy] }] }],
      again: true,
    });
  });

  it('is that decision also when only its tombstone is left', async () => {
    const { store, own } = await aTown();
    await forget(store, own);
    const empty = memoryStore(lineReader);
    for (const item of store.table.items().filter(({ pk }) => pk.startsWith(TOMBSTONE_PREFIX)))
      await empty.table.put(item, null);
    expect(await plan(empty, own)).toMatchObject({ decisions: [{ articleId: own, at: AT }], keys: [], again: true });
    expect(await plan(empty, 'art_unknown')).toBe(null);
  });

  it('is later than a decision that was taken back, whatever the clock says', async () => {
    const { store, own } = await aTown();
    await forget(store, own);
    await undo(store, own);
    const planned = await plan(store, own, { reason: 'again', at: AT });
    expect(planned?.again).toBe(false);
    expect(planned?.decisions[0]).toMatchObject({ reason: 'again', at: '2026-02-02T00:00:00.001Z' });
  });

  it('is later than an earlier decision on one of its texts, and keeps whom that one meant', async () => {
    const { store, own, copy, textId } = await aTown();
    await forget(store, own, { at: LATER });
    const planned = await plan(store, copy, { at: AT });
    expect(planned?.decisions[0]).toMatchObject({
      at: '2026-02-02T00:00:00.001Z',
      texts: [{ textId, articles: [own, copy].sort(), spares: [] }],
    });
  });

  it('spares as many as an item can name, and says what to do about more', async () => {
    const { store, own, textId } = await aTown();
    const member = (at: number) => {
      const articleId = `art_${String(at).padStart(8, '0')}`;
      const carrier = { articleId, text: textId, publisher: null, moment: null, sortUtc: AT };
      return store.table.put({ ...memberKey(textId, articleId), articleId, objectId: 'o', carrier }, null);
    };
    for (let count = 1; count < STORE_LIMITS.sparedArticles; count += 1) await member(count);
    const planned = await plan(store, own);
    expect(planned?.decisions[0]?.texts[0]?.spares).toHaveLength(STORE_LIMITS.sparedArticles);
    await member(STORE_LIMITS.sparedArticles);
    await expect(plan(store, own)).rejects.toThrow('other articles carry this text: take them down too (--copies)');
  });

  it('spares nobody who has carried the text and does not any more', async () => {
    const { store, own, copy } = await aTown();
    await put(store, 'incoming/a.txt', 'A dirigible', at('2'));
    const planned = await plan(store, own);
    expect(planned?.decisions[0]?.texts[0]?.spares).toEqual([]);
    expect(JSON.stringify(planned)).not.toContain(copy);
  });
});

describe('the tombstones of a take-down', () => {
  it('say of the article its texts, and of each text whom it means and whom it spares', async () => {
    const { store, own, copy, textId } = await aTown();
    await forget(store, own);
    const common = { at: AT, reason: 'R', lifted: null, revision: AT };
    expect(await stoneOf(store, own)).toEqual({
      ...{ ...common, name: own, kind: 'article', texts: [textId], articles: [], spares: [] },
    });
    expect(await stoneOf(store, textId)).toEqual({
      ...{ ...common, name: textId, kind: 'text', texts: [], articles: [own], spares: [copy] },
    });
  });

  it('are those of the decision that was made last, whoever writes last', async () => {
    const { table } = memoryStore(lineReader);
    const stone = (revision: string): Tombstone => ({
      ...{ name: 'art_a', kind: 'article', at: AT, reason: revision, texts: [], articles: [], spares: [] },
      ...{ lifted: null, revision },
    });
    for (const revision of [AT, LAST, LATER]) await putTombstone(stone(revision), table);
    expect(tombstone(await table.get(tombstoneKey('art_a')))?.revision).toBe(LAST);
  });
});

describe('the objects of a take-down', () => {
  it('are those that feed the article, as a whole, and of who carries its text and is not spared, in part', async () => {
    const { store, own, copy, textId } = await aTown();
    const decided = (spares: readonly string[]) => [
      { articleId: own, at: AT, reason: 'R', texts: [{ textId, articles: [own], spares }] },
    ];
    const wholes = async (spares: readonly string[]) =>
      [...(await objectsOf(decided(spares), store.table)).values()].toSorted();
    expect(await wholes([copy])).toEqual([own]);
    expect(await wholes([])).toEqual([own, null].toSorted());
  });

  it('stay wholes when another decision means them in part', async () => {
    const { store, own, copy, textId } = await aTown();
    const decision = (articleId: string) => ({
      ...{ articleId, at: AT, reason: 'R', texts: [{ textId, articles: [own, copy], spares: [] }] },
    });
    const objects = await objectsOf([decision(own), decision(copy)], store.table);
    expect([...objects.values()].toSorted()).toEqual([own, copy].toSorted());
  });
});
