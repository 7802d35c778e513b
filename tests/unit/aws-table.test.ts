/** One contract for the table, kept by both of its forms: in memory, and DynamoDB behind the real SDK (on an emulator). */
import { afterAll, describe, expect, it } from 'vitest';
import type { Feeds, Guard, Table, Written } from '../../shared/pipeline/ports.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';
import { emulatedTable } from '../contract/emulated-table.ts';

type Backend = Table & Feeds;

const emulated = await emulatedTable();
afterAll(() => emulated.close());

const backends: readonly (readonly [string, () => Backend])[] = [
  ['in memory', () => memoryTable()],
  ['on DynamoDB', () => emulated.table],
];

describe.each(backends)('the table %s', (name, open) => {
  const table = open();
  const key = (pk: string, sk: string) => ({ pk: `${name}/${pk}`, sk });

  it('gives back what was put, and null for what was not', async () => {
    const item = {
      ...key('put', 's'),
      text: 'ä',
      n: 1,
      none: null,
      list: [true, { deep: '' }],
      bytes: new Uint8Array([1, 2]),
    };
    expect(await table.put(item, null)).toEqual({ applied: true, item });
    expect(await table.get(key('put', 's'))).toEqual(item);
    expect(await table.get(key('put', 'other'))).toBeNull();
  });

  it('replaces the whole item on put, and only what is named on update', async () => {
    await table.put({ ...key('u', 's'), a: 1, b: 2 }, null);
    const updated = await table.update({
      key: key('u', 's'),
      set: { c: 3, key: 'reserved' },
      remove: ['a', 'no'],
      guard: null,
    });
    expect(updated).toEqual({ applied: true, item: { ...key('u', 's'), b: 2, c: 3, key: 'reserved' } });
    await table.put({ ...key('u', 's'), d: 4 }, null);
    expect(await table.get(key('u', 's'))).toEqual({ ...key('u', 's'), d: 4 });
  });

  it('creates an item by update, and leaves it when nothing but removal is asked for', async () => {
    await table.update({ key: key('new', 's'), set: { a: 1 }, remove: [], guard: null });
    const written = await table.update({ key: key('new', 's'), set: {}, remove: ['a'], guard: null });
    expect(written).toEqual({ applied: true, item: key('new', 's') });
  });

  it('lets only a newer revision through', async () => {
    const put = (revision: string) =>
      table.update({ key: key('g', 's'), set: { revision }, remove: [], guard: { kind: 'newer', revision } });
    const outcomes = [];
    for (const revision of ['05', '04', '05', '06']) outcomes.push((await put(revision)).applied);
    expect(outcomes).toEqual([true, false, false, true]);
    expect(await table.get(key('g', 's'))).toMatchObject({ revision: '06' });
  });

  it('lets one of sixteen writers of the same generation through', async () => {
    const put = (gen: number | null) =>
      table.put({ ...key('gen', 's'), gen: (gen ?? 0) + 1 }, { kind: 'unchanged', gen });
    for (const gen of [null, 1, 2]) {
      const written = await Promise.all(Array.from({ length: 16 }, () => put(gen)));
      expect(written.filter((one) => one.applied)).toHaveLength(1);
    }
    expect(await table.get(key('gen', 's'))).toMatchObject({ gen: 3 });
  });

  const passing: readonly (readonly [string, Guard])[] = [
    ['newer', { kind: 'newer', revision: '06' }],
    ['unchanged', { kind: 'unchanged', gen: 5 }],
  ];
  const failing: readonly (readonly [string, Guard])[] = [
    ['newer (by an equal revision)', { kind: 'newer', revision: '05' }],
    ['newer (by an older revision)', { kind: 'newer', revision: '04' }],
    ['unchanged (by another generation)', { kind: 'unchanged', gen: 4 }],
    ['unchanged (where there was to be none)', { kind: 'unchanged', gen: null }],
  ];
  const writes = {
    put: (guard: Guard, sk: string) => table.put({ ...key('guards', sk), changed: true }, guard),
    update: (guard: Guard, sk: string) =>
      table.update({ key: key('guards', sk), set: { changed: true }, remove: ['old'], guard }),
  };

  describe.each(Object.entries(writes))('%s', (verb, write) => {
    const there = (sk: string) => ({ ...key('guards', sk), revision: '05', gen: 5, old: 1 });
    const written = async (guard: Guard, sk: string): Promise<Written> => {
      await table.put(there(sk), null);
      return write(guard, sk);
    };

    it.each(passing)('goes through where the guard holds: %s', async (_, guard) => {
      const sk = `${verb} passes ${guard.kind}`;
      expect(await written(guard, sk)).toMatchObject({ applied: true, item: { changed: true } });
      expect(await table.get(key('guards', sk))).toMatchObject({ changed: true });
    });

    it.each(failing)('changes nothing and says what is there where it does not: %s', async (why, guard) => {
      const sk = `${verb} fails ${why}`;
      expect(await written(guard, sk)).toEqual({ applied: false, found: there(sk) });
      expect(await table.get(key('guards', sk))).toEqual(there(sk));
    });

    it.each<Guard>([
      { kind: 'newer', revision: '01' },
      { kind: 'unchanged', gen: null },
    ])('goes through where nothing is yet: $kind', async (guard) => {
      expect(await write(guard, `${verb} first ${guard.kind}`)).toMatchObject({ applied: true });
    });

    it('says that nothing is there when another generation was', async () => {
      expect(await write({ kind: 'unchanged', gen: 1 }, `${verb} absent`)).toEqual({ applied: false, found: null });
    });
  });

  it('reads a partition in order, by prefix and page, both ways', async () => {
    for (const sk of ['a#1', 'a#2', 'a#3', 'b#1']) await table.put(key('range', sk), null);
    const read = async (after: string | null, newestFirst: boolean, limit = 10) => {
      const query = { pk: key('range', '').pk, prefix: 'a#', after, newestFirst, limit };
      return (await table.query(query)).map((item) => item.sk);
    };
    expect(await read(null, false)).toEqual(['a#1', 'a#2', 'a#3']);
    expect(await read(null, true, 2)).toEqual(['a#3', 'a#2']);
    expect(await read('a#1', false)).toEqual(['a#2', 'a#3']);
    expect(await read('a#3', true)).toEqual(['a#2', 'a#1']);
    expect(await read('a#2~', true)).toEqual(['a#2', 'a#1']);
    expect(await read('a#3', false)).toEqual([]);
  });

  it('reads on where a megabyte ends a page', async () => {
    const half = 'x'.repeat(300_000);
    for (let n = 0; n < 6; n += 1) await table.put({ ...key('big', `k#${n}`), half }, null);
    const query = { pk: key('big', '').pk, prefix: 'k#', after: null, newestFirst: false, limit: 100 };
    expect(await table.query(query)).toHaveLength(6);
  });

  it('lists its feed newest first, and gets many items in the order asked for', async () => {
    const feedPk = `${name}/feed`;
    for (const n of [2, 1, 3]) await table.put({ ...key('f', `${n}`), feedPk, feedSk: `${n}` }, null);
    await table.put({ ...key('f', '4') }, null);
    const feed = async (before: string | null, limit: number) =>
      (await table.feed({ feedPk, before, limit })).map((entry) => [entry.feedSk, entry.key]);
    expect(await feed(null, 2)).toEqual([
      ['3', key('f', '3')],
      ['2', key('f', '2')],
    ]);
    expect(await feed('2', 9)).toEqual([['1', key('f', '1')]]);
    const many = await table.getMany([key('f', '4'), key('f', 'none'), key('f', '1'), key('f', '4')]);
    expect(many.map((item) => item.sk)).toEqual(['4', '1', '4']);
  });
});
