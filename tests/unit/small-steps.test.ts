/** The small steps of the pipeline, each with what it reads and writes. */
import { describe, expect, it } from 'vitest';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import { enterDirectory } from '../../shared/pipeline/directory.ts';
import { dropPrint } from '../../shared/pipeline/drop-print.ts';
import { eachPage } from '../../shared/pipeline/each-page.ts';
import { listWalk } from '../../shared/pipeline/list-walk.ts';
import { readMany } from '../../shared/pipeline/read-many.ts';
import { askedTable, noPacing } from './asked-table.ts';

describe('the directory', () => {
  it('is looked at before it is written, and no more for what it is known to have', async () => {
    const { table, asked, store } = await askedTable({ pk: 'directory', sk: 'day#2026-01-01' });
    const ports = { table, pacing: noPacing };
    for (const entry of ['day#2026-01-01', 'day#2026-01-02', 'day#2026-01-02', 'day#2026-01-01'])
      await enterDirectory(entry, ports);
    expect(asked).toEqual([
      ...['get directory day#2026-01-01', 'get directory day#2026-01-02', 'put directory day#2026-01-02'],
    ]);
    expect(store.items()).toEqual(['day#2026-01-01', 'day#2026-01-02'].map((sk) => ({ pk: 'directory', sk })));
  });

  it('is forgotten by a process that has met very many entries, and looked at again', async () => {
    const { table, asked } = await askedTable();
    for (let at = 0; at <= 2_000; at += 1) await enterDirectory(`day#${at}`, { table, pacing: noPacing });
    asked.splice(0);
    await enterDirectory('day#2000', { table, pacing: noPacing });
    expect(asked).toEqual([]);
    await enterDirectory('day#0', { table, pacing: noPacing });
    expect(asked).toEqual(['get directory day#0']);
  });
});

describe('a print', () => {
  const NODE = {
    ...{ pk: 'text#t', sk: 'node', textId: 't', present: false, tally: { copies: 0, first: null, shown: [] } },
    ...{ print: new Uint8Array([1]), about: null, epoch: 1, posted: true, settled: true, storyId: null },
    ...{ stories: [], mending: {}, gen: 4 },
  };

  it('goes when nobody carries the text, and all who find it by the print know that', async () => {
    const { table, store } = await askedTable(NODE);
    await dropPrint('t', { table, pacing: noPacing });
    expect(store.items()).toEqual([{ ...NODE, print: null, gen: 5 }]);
  });

  it.each([
    ['somebody carries it', { present: true }],
    ['its postings do not know', { posted: false }],
    ['its story does not know', { settled: false }],
    ['it has gone', { print: null }],
  ])('stays when %s', async (_, given) => {
    const { table, asked } = await askedTable({ ...NODE, ...given });
    await dropPrint('t', { table, pacing: noPacing });
    await dropPrint('other', { table, pacing: noPacing });
    expect(asked).toEqual(['get text#t node', 'get text#other node']);
  });

  it('is looked at again when somebody else writes the text meanwhile, and given up in the end', async () => {
    const { table, store } = await askedTable(NODE);
    const attempts: number[] = [];
    const pacing = { pause: async (attempt: number) => void attempts.push(attempt) };
    const refused = async () => ({ applied: false, found: null }) as const;
    await expect(dropPrint('t', { table: { ...table, update: refused }, pacing })).rejects.toThrow(
      'text t: too many writers at once',
    );
    expect(attempts).toEqual(Array.from({ length: STORE_LIMITS.deriveAttempts }, (_, at) => at + 1));
    let times = 0;
    const late: typeof table.update = async (update) => {
      times += 1;
      if (times === 1) await store.put({ ...NODE, gen: 9 }, null);
      return table.update(update);
    };
    await dropPrint('t', { table: { ...table, update: late }, pacing });
    expect(store.items()).toEqual([{ ...NODE, print: null, gen: 10 }]);
  });
});

describe('many items', () => {
  const keys = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ pk: 'p', sk: String(at).padStart(3, '0') }));

  it('are read some at a time, in order, with nothing in the place of what is not there', async () => {
    const { table } = await askedTable(...keys(STORE_LIMITS.atOnce + 2));
    let [open, most] = [0, 0];
    const get: typeof table.get = async (key) => {
      open += 1;
      most = Math.max(most, open);
      const item = await table.get(key);
      open -= 1;
      return item;
    };
    const asked = [...keys(STORE_LIMITS.atOnce + 3), { pk: 'p', sk: '001' }];
    const items = await readMany({ get }, asked);
    expect(items).toEqual(asked.map((key) => (key.sk === '034' ? null : key)));
    expect(most).toBe(STORE_LIMITS.atOnce);
  });

  it('are read together where the table can', async () => {
    const { table, asked } = await askedTable();
    const together = { ...table, getEach: async (some: readonly unknown[]) => some.map(() => null) };
    expect(await readMany(together, keys(3))).toEqual([null, null, null]);
    expect(asked).toEqual([]);
  });

  it('of pages are asked for page by page, until there is none', async () => {
    const requests: unknown[] = [];
    const next = async (request: { readonly cursor: string | null; readonly limit: number }) => {
      requests.push(request);
      const pages = [
        { items: [1, 2], cursor: 'a' },
        { items: [], cursor: 'b' },
        { items: [3], cursor: null },
      ];
      return pages[requests.length - 1] ?? { items: [], cursor: null };
    };
    const found: number[] = [];
    for await (const item of eachPage(next)) found.push(item);
    expect(found).toEqual([1, 2, 3]);
    expect(requests).toEqual([null, 'a', 'b'].map((cursor) => ({ limit: STORE_LIMITS.listItems, cursor })));
  });
});

describe('a list of articles', () => {
  const list = { kind: 'outlet', value: 'herald' } as const;
  const query = async (pk: string) => {
    const entries = ['01-01', '01-02', '01-03', '02-01'].map((day, at) => ({
      pk,
      sk: `2026-${day}T00:00:00.000Z#art_${at}`,
    }));
    return askedTable(...entries);
  };

  it('is walked from its newest entry, or from a place, within its days, and says where to go on', async () => {
    const pks: string[] = [];
    const spy = listWalk(list, { from: null, to: null }, null, {
      query: async ({ pk }) => {
        pks.push(pk);
        return [];
      },
    });
    expect(await spy.next(5)).toEqual({ entries: [], below: null, isOver: true });
    const { table } = await query(pks[0] ?? '');
    const at = (day: string, number: number) => {
      return { key: { pk: `art#art_${number}`, sk: 'head' }, feedSk: `2026-${day}T00:00:00.000Z#art_${number}` };
    };
    const all = [at('02-01', 3), at('01-03', 2), at('01-02', 1), at('01-01', 0)];
    const ever = listWalk(list, { from: null, to: null }, null, table);
    expect(await ever.next(3)).toEqual({ entries: all.slice(0, 3), below: all[2]?.feedSk, isOver: false });
    expect(await ever.next(3)).toEqual({ entries: all.slice(3), below: null, isOver: true });
    const days = listWalk(list, { from: '2026-01-02', to: '2026-01-03' }, null, table);
    expect(await days.next(9)).toEqual({ entries: all.slice(1, 3), below: null, isOver: true });
    const later = listWalk(list, { from: '2026-01-02', to: null }, all[1]?.feedSk ?? null, table);
    expect(await later.next(1)).toEqual({ entries: all.slice(2, 3), below: all[2]?.feedSk, isOver: false });
    expect(await later.next(1)).toEqual({ entries: [], below: null, isOver: true });
  });
});
