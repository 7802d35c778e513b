/** A whole counted from its items, or from its parts once they are many; and what is entered in lists once. */
import { describe, expect, it } from 'vitest';
import { daysOf, enterDay } from '../../shared/pipeline/archive-days.ts';
import { counter } from '../../shared/pipeline/count-items.ts';
import { jitteredPacing } from '../../shared/pipeline/pacing.ts';
import { purgeElsewhere } from '../../shared/pipeline/purge-elsewhere.ts';
import { withoutUnseen } from '../../shared/pipeline/unseen.ts';
import { askedTable, noPacing } from './asked-table.ts';

describe('days of the archive', () => {
  it('are entered once each, in order, and only read for what is gone', async () => {
    const { table, asked, store } = await askedTable();
    const ports = { table, pacing: noPacing };
    expect(await daysOf('art_a', ports)).toEqual([]);
    expect(await enterDay('art_a', null, ports)).toEqual([]);
    expect(await enterDay('art_a', '2026-01-02', ports)).toEqual(['2026-01-02']);
    expect(await enterDay('art_a', '2026-01-01', ports)).toEqual(['2026-01-01', '2026-01-02']);
    expect(store.items()).toEqual([{ pk: 'archive#art_a', sk: 'days', days: ['2026-01-01', '2026-01-02'], gen: 2 }]);
    asked.splice(0);
    expect(await enterDay('art_a', '2026-01-01', ports)).toEqual(['2026-01-01', '2026-01-02']);
    expect(await daysOf('art_a', ports)).toEqual(['2026-01-01', '2026-01-02']);
    expect(asked).toEqual(['get archive#art_a days', 'get archive#art_a days']);
  });

  it('that somebody else writes at the same time are looked at again, and given up in the end', async () => {
    const { table, store } = await askedTable();
    let first = true;
    const put: typeof table.put = async (item, guard) => {
      if (first) await store.put({ pk: item.pk, sk: item.sk, days: ['2026-03-03'], gen: 7 }, null);
      first = false;
      return table.put(item, guard);
    };
    const days = await enterDay('art_a', '2026-01-01', { table: { ...table, put }, pacing: noPacing });
    expect(days).toEqual(['2026-01-01', '2026-03-03']);
    const never = { ...table, put: async () => ({ applied: false, found: null }) as const };
    await expect(enterDay('art_a', '2026-01-09', { table: never, pacing: noPacing })).rejects.toThrow(
      'archive#art_a: too many writers at once',
    );
  });
});

describe('a count', () => {
  const member = (id: string) => ({ pk: 'text#t', sk: `member#${id.slice(-1)}#${id}` });
  const counting = { pk: 'text#t', kind: 'member', part: 'a' } as const;
  const ofItems = (items: readonly unknown[]) => ({ count: items.length });
  const ofParts = (parts: readonly { readonly [name: string]: unknown }[]) => ({
    count: parts.reduce((sum, { count }) => sum + Number(count), 0),
  });

  it('is of the items themselves while they are few', async () => {
    const { table, asked } = await askedTable(member('1a'), member('2a'), member('1b'));
    const count = counter({ ...counting, ofItems, ofParts }, { table, pacing: noPacing, countedWhole: 3 });
    const first = [member('1a'), member('2a'), member('1b')];
    expect(await count(null)).toEqual({ count: { count: 3 }, parted: false, first });
    expect(asked).toEqual(['query text#t member#']);
  });

  it('is of all parts once they are many, and from then on of its own part, once', async () => {
    const { table, asked, store } = await askedTable(member('1a'), member('2a'), member('1b'));
    const ports = { table, pacing: noPacing, countedWhole: 2 };
    const first = [member('1a'), member('2a'), member('1b')];
    const count = counter({ ...counting, ofItems, ofParts }, ports);
    expect(await count(null)).toEqual({ count: { count: 3 }, parted: true, first });
    expect(asked.filter((words) => words.startsWith('put'))).toHaveLength(32);
    expect(await store.get({ pk: 'text#t', sk: 'part#a' })).toMatchObject({ count: 2, gen: 1 });
    asked.splice(0);
    await store.put(member('3a'), null);
    const later = counter({ ...counting, ofItems, ofParts }, ports);
    const whole = { pk: 'text#t', sk: 'node', parted: true };
    for (let time = 0; time < 2; time += 1) expect((await later(whole)).count).toEqual({ count: 4 });
    expect(asked.filter((words) => words.startsWith('put'))).toEqual(['put text#t part#a']);
  });
});

describe('what else', () => {
  it('pauses double up to a bound, by chance', async () => {
    const slept: number[] = [];
    const pacing = jitteredPacing(
      () => 0.5,
      async (ms) => void slept.push(ms),
    );
    for (const attempt of [1, 2, 5, 6, 40]) await pacing.pause(attempt);
    expect(slept).toEqual([5, 10, 80, 100, 100]);
  });

  it('other places are asked for each article, and told how much went', async () => {
    const asked: string[] = [];
    const place = (name: string, count: number) => ({
      name,
      purge: async (id: string) => {
        asked.push(`${name} ${id}`);
        return count;
      },
    });
    expect(await purgeElsewhere(['a', 'b'], [place('files', 2), place('tape', 0)])).toEqual({ files: 4, tape: 0 });
    expect(asked).toEqual(['files a', 'files b', 'tape a', 'tape b']);
    expect(await purgeElsewhere([], [place('files', 2)])).toEqual({ files: 0 });
  });

  it('files of articles that others never saw are not told of, all others are', async () => {
    const entry = (articleId: string | null) => ({
      ...{ state: articleId === null ? 'rejected' : 'stored', at: '2026-01-01T00:00:00.000Z', versionId: null },
      ...{ articleId, contentHash: null, capturedAt: null },
    });
    const row = (id: string, ...articles: readonly (string | null)[]) => ({
      ...{ pk: `obj#${id}`, sk: 'obj' },
      ...Object.fromEntries(articles.map((article, at) => [`rev:${at}`, entry(article)])),
    });
    const note = (articleId: string, unseenUntil?: string) => ({
      ...{ pk: `art#${articleId}`, sk: 'logged', articleId, kind: 'changed', at: '2026-01-01T00:00:00.000Z' },
      ...{ seq: 1, gen: 1, turn: 1, ...(unseenUntil === undefined ? {} : { unseenUntil }) },
    });
    const { store } = await askedTable(note('seen'), note('late', '2026-03-01T00:00:00.000Z'), note('never', 'always'));
    const rows = [
      row('1', 'seen'),
      row('2', 'late'),
      row('3', 'never'),
      row('4', 'unknown'),
      row('5', null),
      row('6', 'never', 'seen'),
    ];
    const shown = async (shownAt?: string) =>
      (await withoutUnseen(rows, { feeds: store, ...(shownAt === undefined ? {} : { shownAt }) })).map(({ pk }) =>
        pk.slice(4),
      );
    expect(await shown('2026-02-01T00:00:00.000Z')).toEqual(['1', '5', '6']);
    expect(await shown('2026-03-01T00:00:00.000Z')).toEqual(['1', '2', '5', '6']);
    expect(await shown()).toEqual(['1', '2', '3', '4', '5', '6']);
  });
});
