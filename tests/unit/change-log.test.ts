/** What has changed since: each change once, none missed, in pages of any size, from any moment. */
import { describe, expect, it } from 'vitest';
import { CursorError } from '../../shared/core/change-log.ts';
import { changesPk, headKey, logNoteKey } from '../../shared/core/keys.ts';
import { logChange, logRelease } from '../../shared/pipeline/log-change.ts';
import { type Change, changesSince, cursorAt, cursorNow } from '../../shared/pipeline/query-changes.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const gone = (articleId: string, turn: number) => ({
  ...headKey(articleId),
  ...{ live: false, articleId, texts: [], turn, gen: turn },
});

const aHead = (articleId: string) => {
  const utc = '2026-01-01T00:00:00.000Z';
  return {
    ...headKey(articleId),
    ...{ live: true, articleId, identity: { kind: 'key', value: articleId }, objectId: 'o', version: 1, objects: 1 },
    ...{ text: 't', texts: [], headline: null, publisher: null, domain: null, provider: null, capturedAt: null },
    published: { utc: null, local: null, raw: null, precision: null, status: 'missing' },
    sortDate: { utc, basis: 'stored' },
    ...{ language: 'en', wordCount: 50, quality: [], status: 'usable', contentHash: 'c', digest: 'd' },
  };
};

function aLog() {
  const table = memoryTable();
  let seconds = 0;
  const clock = () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++ * 100)).toISOString();
  const ports = { table, clock, pacing: { pause: async () => {} } };
  const change = async (articleId: string, turn: number) => {
    await table.put(gone(articleId, turn), null);
    await logChange(articleId, ports);
  };
  return { table, ports, change };
}

const ids = (changes: readonly Change[]) => changes.map(({ articleId }) => articleId);

describe('the change log', () => {
  it('tells of each change once, in order, in pages of any size', async () => {
    const { table, change } = aLog();
    const order = Array.from({ length: 40 }, (_, index) => `art_${(index * 7) % 40}${'abcdefgh'.charAt(index % 8)}`);
    for (const articleId of order) await change(articleId, 1);
    for (const limit of [1, 3, 7, 100]) {
      const told: string[] = [];
      let cursor: string | null = null;
      for (let more = true; more; ) {
        const page = await changesSince(cursor, limit, { table });
        told.push(...ids(page.changes));
        ({ cursor, more } = page);
      }
      expect(told).toEqual(order);
    }
  });

  it('says nothing twice, however often it is asked to', async () => {
    const { table, ports, change } = aLog();
    await change('art_a', 1);
    await logChange('art_a', ports);
    await logChange('art_a', ports);
    expect((await changesSince(null, 100, { table })).changes).toHaveLength(1);
  });

  it('tells others that an article is gone of which they heard by the end of its embargo alone', async () => {
    const { table, ports, change } = aLog();
    const before = { ...ports, clock: () => '2026-01-01T00:00:00.000Z' };
    await table.put({ ...aHead('art_a'), embargoedUntil: '2025-12-31T00:00:00Z', turn: 1, gen: 1 }, null);
    // Whoever tells of the ends of embargoes was faster than whoever wrote the head.
    await logRelease('art_a', before);
    await change('art_a', 2);
    const { changes } = await changesSince(null, 100, { table });
    expect(changes.map(({ kind, unseen }) => [kind, unseen])).toEqual([
      ['changed', undefined],
      ['gone', undefined],
    ]);
  });

  it('goes on from the end of what there was when it was asked', async () => {
    const { table, change } = aLog();
    await change('art_a', 1);
    const now = await cursorNow({ table });
    await change('art_b', 1);
    await change('art_a', 2);
    expect(ids((await changesSince(now, 100, { table })).changes)).toEqual(['art_b', 'art_a']);
  });

  it('begins at a moment, not later than a minute before it', async () => {
    const { table, change } = aLog();
    const order = Array.from({ length: 30 }, (_, index) => `art_${index}${'abcdefgh'.charAt(index % 8)}`);
    for (const articleId of order) await change(articleId, 1);
    const cursor = await cursorAt('2026-01-01T00:16:40.000Z', { table });
    // Every 100 seconds one: the tenth came at 00:16:40.
    expect(ids((await changesSince(cursor, 100, { table })).changes)).toEqual(order.slice(10));
    expect((await changesSince(await cursorAt('2027-01-01T00:00:00.000Z', { table }), 100, { table })).changes).toEqual(
      [],
    );
  });

  it('ends what somebody else has begun, and gives way where a place is taken', async () => {
    const { table, ports, change } = aLog();
    await change('art_a', 1);
    await table.put(gone('art_c/a', 1), null);
    // Noted, and then the worker died: at a place that somebody else has taken since, and at a free one.
    await table.put(
      { ...logNoteKey('art_c/a'), ...{ articleId: 'art_c/a', kind: 'gone', at: '', turn: 1, seq: 1, gen: 1 } },
      null,
    );
    await table.put(gone('art_b', 1), null);
    await table.put(
      { ...logNoteKey('art_b'), ...{ articleId: 'art_b', kind: 'gone', at: '', turn: 1, seq: 1, gen: 1 } },
      null,
    );
    await logChange('art_c/a', ports);
    await logChange('art_b', ports);
    expect(ids((await changesSince(null, 100, { table })).changes).sort()).toEqual(['art_a', 'art_b', 'art_c/a']);
  });

  it('refuses a cursor that it did not give', async () => {
    const table = memoryTable();
    const list = Buffer.from(JSON.stringify({ entry: 'day#2026-01-01', before: null })).toString('base64url');
    for (const cursor of ['', 'x', list]) {
      await expect(changesSince(cursor, 10, { table })).rejects.toBeInstanceOf(CursorError);
    }
  });
});

describe('a store', () => {
  it('logs an article that comes, says something else, and goes; not one that only comes again', async () => {
    const store = memoryStore(lineReader);
    const said = ['The port is shut.', 'The port is shut.', 'The port is open.'];
    for (const text of said) await store.deliver(store.bucket.put('incoming/a.txt', `Ships wait\n${text}`));
    await store.deliver(store.bucket.remove('incoming/a.txt'));
    const { changes } = await changesSince(null, 100, store.query);
    expect(changes.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'gone']);
    expect(new Set(ids(changes)).size).toBe(1);
    expect(store.table.items().filter(({ pk }) => pk.startsWith(changesPk(0).slice(0, -1)))).toHaveLength(3);
  });
});
