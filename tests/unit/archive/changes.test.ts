/** A run of the archive: what has changed comes in, once; the cursor follows the files. */
import { describe, expect, it } from 'vitest';
import { CURSOR_KEY } from '../../../shared/core/archive/keys.ts';
import type { Key } from '../../../shared/core/item.ts';
import { runArchive } from '../../../shared/pipeline/archive.ts';
import { archiveChanges } from '../../../shared/pipeline/archive-changes.ts';
import { daysOf, enterDay } from '../../../shared/pipeline/archive-days.ts';
import { firstMissing } from '../../../shared/pipeline/archive-lag.ts';
import { findObject } from '../../../shared/pipeline/query.ts';
import { anArchive, never, rowsOf, told } from './builders.ts';

describe('a run of the archive', () => {
  it('writes one file for each day that has changed, and nothing the next time', async () => {
    const { put, ports, files } = anArchive();
    await put('a', 'One', '2026-01-01');
    await put('b', 'Two', '2026-01-01');
    await put('c', 'Three', '2026-01-02');
    expect(await archiveChanges(ports, never)).toEqual({ changes: 3, files: 2, ended: 'done' });
    expect(await archiveChanges(ports, never)).toEqual({ changes: 0, files: 0, ended: 'done' });
    expect(await told(files)).toEqual(['One 2026-01-01', 'Three 2026-01-02', 'Two 2026-01-01']);
  });

  it('writes an article once for all that happened to it since', async () => {
    const { put, ports, files } = anArchive();
    for (const text of ['First text.', 'Second text.', 'Third text.']) await put('a', 'One', '2026-01-01', text);
    await archiveChanges(ports, never);
    const rows = await rowsOf(files);
    expect(rows.map(({ row }) => [row.cells['version'], row.cells['body']])).toEqual([[3, 'Third text.']]);
  });

  it('hides an article in the day that it left, and everywhere when it is gone', async () => {
    const { store, put, ports, files } = anArchive();
    await put('a', 'One', '2026-01-01');
    await archiveChanges(ports, never);
    await put('a', 'One', '2026-01-02', 'Corrected.');
    await archiveChanges(ports, never);
    expect(await told(files)).toEqual(['One 2026-01-01', 'One 2026-01-02', 'gone 2026-01-01']);
    await store.deliver(store.bucket.remove('a'));
    await archiveChanges(ports, never);
    expect((await told(files)).filter((line) => line.startsWith('gone'))).toEqual([
      'gone 2026-01-01',
      'gone 2026-01-01',
      'gone 2026-01-02',
    ]);
  });

  it('says nothing of an article that was gone before it could be archived', async () => {
    const { store, put, ports, files } = anArchive();
    await put('a', 'One', '2026-01-01');
    await store.deliver(store.bucket.remove('a'));
    await archiveChanges(ports, never);
    expect(await told(files)).toEqual([]);
  });

  it('looks for the days of an article only when its content has changed before, or when it is wrong about that', async () => {
    const { put, ports, files } = anArchive();
    let looks = 0;
    const get = (key: Key) => {
      if (key.sk === 'days') looks += 1;
      return ports.table.get(key);
    };
    const run = async (day: string, body: string) => {
      looks = 0;
      await put('a', 'One', day, body);
      await archiveChanges({ ...ports, table: { ...ports.table, get } }, never);
      return looks;
    };
    expect(await run('2026-01-01', 'First text.')).toBe(0);
    expect(await run('2026-01-02', 'Second text.')).toBe(1);
    expect(await told(files)).toEqual(['One 2026-01-01', 'One 2026-01-02', 'gone 2026-01-01']);
  });

  it('finds the days all the same when it was told before of a change that it takes for the first', async () => {
    const { store, put, ports, files } = anArchive();
    await put('a', 'One', '2026-01-01');
    const found = await findObject('a', store.query);
    const id = found?.state === 'stored' ? found.record.id : '';
    await enterDay(id, '2025-12-31', ports);
    await archiveChanges(ports, never);
    expect(await daysOf(id, ports)).toEqual(['2025-12-31', '2026-01-01']);
    expect(await told(files)).toEqual(['One 2026-01-01', 'gone 2025-12-31']);
  });

  it('leaves the cursor where it was when a file could not be written', async () => {
    const { put, ports, files } = anArchive();
    await put('a', 'One', '2026-01-01');
    const broken = { ...ports, files: { ...ports.files, put: () => Promise.reject(new Error('throttled')) } };
    await expect(archiveChanges(broken, never)).rejects.toThrow('throttled');
    expect(await ports.table.get(CURSOR_KEY)).toBeNull();
    await archiveChanges(ports, never);
    expect(await told(files)).toEqual(['One 2026-01-01']);
  });

  it('gives way to another run that has moved the cursor meanwhile', async () => {
    const { put, ports } = anArchive();
    await put('a', 'One', '2026-01-01');
    const overtaken = {
      ...ports,
      files: { ...ports.files, put: async () => void (await archiveChanges(ports, never)) },
    };
    expect(await archiveChanges(overtaken, never)).toMatchObject({ ended: 'overtaken' });
    expect(await firstMissing(ports)).toBeNull();
  });

  it('stops in time, keeps what it has, and goes on with the next run', async () => {
    const { put, ports, files } = anArchive();
    for (let at = 0; at < 120; at += 1) await put(`k${at}`, `Headline ${at}`, '2026-01-01');
    expect(await runArchive(ports, () => true)).toMatchObject({
      archived: { changes: 100, ended: 'late' },
      compacted: null,
    });
    expect(await rowsOf(files)).toHaveLength(100);
    expect(await firstMissing(ports)).not.toBeNull();
    await runArchive(ports, never);
    expect(await rowsOf(files)).toHaveLength(120);
  });

  it('knows what it does not have yet', async () => {
    const { put, ports } = anArchive();
    expect(await firstMissing(ports)).toBeNull();
    await put('a', 'One', '2026-01-01');
    expect(await firstMissing(ports)).toMatchObject({ kind: 'changed' });
    await archiveChanges(ports, never);
    expect(await firstMissing(ports)).toBeNull();
  });
});
