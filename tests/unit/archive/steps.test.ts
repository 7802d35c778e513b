/** The steps of the archive, each with what it reads and writes: batches, lists of files, passes, take-downs that are done once more. */
import { describe, expect, it } from 'vitest';
import { ARCHIVE_LIMITS } from '../../../shared/core/archive/limits.ts';
import { readRows } from '../../../shared/core/archive/parquet.ts';
import { type ArchiveRow, goneRow, weightOf } from '../../../shared/core/archive/row.ts';
import { openBatch, writeFile } from '../../../shared/pipeline/archive-batch.ts';
import { FileWent, filesByDay, filesOfDay, partsOfFile, wholeFile } from '../../../shared/pipeline/archive-list.ts';
import { outletInArchive } from '../../../shared/pipeline/archive-outlets.ts';
import { compactArchive } from '../../../shared/pipeline/compact-archive.ts';
import { purgeAgain } from '../../../shared/pipeline/purge-archive.ts';
import { memoryFiles } from '../../../shared/testing/memory-files.ts';
import { askedTable } from '../asked-table.ts';

const [D1, D2] = ['2026-01-01', '2026-01-02'];
const row = (id: string, gen: number, body = ''): ArchiveRow => ({ id, gone: false, gen, cells: { body } });
const NOW = Date.UTC(2026, 5, 1);
const ago = (ms: number) => new Date(NOW - ms).toISOString();

describe('a batch of rows', () => {
  it('has the newest row of each article in each day, weighs what it holds, and is empty once it was written', async () => {
    const files = memoryFiles();
    const batch = openBatch();
    batch.add({ day: D1, row: row('b', 2, 'two') });
    batch.add({ day: D1, row: row('b', 1, 'one, and longer') });
    batch.add({ day: D1, row: row('a', 1) });
    batch.add({ day: D2, row: row('b', 1, 'other') });
    expect(batch.weight()).toBe(weightOf(row('b', 2, 'two')) + weightOf(row('a', 1)) + weightOf(row('b', 1, 'other')));
    batch.add({ day: D1, row: row('b', 2, 'again') });
    expect(batch.weight()).toBe(3_000 + 'again'.length + 'other'.length);
    const names = await batch.flush(files);
    expect(names.map((name) => name.slice(0, 24))).toEqual([`articles/day=${D1}/`, `articles/day=${D2}/`]);
    expect(await readRows(files.contents.get(names[0] ?? '') ?? new Uint8Array())).toEqual([
      { ...row('a', 1), cells: { body: '' } },
      row('b', 2, 'again'),
    ]);
    expect([batch.weight(), await batch.flush(files), files.contents.size]).toEqual([0, [], 2]);
  });

  it('is one file whoever brings the rows together', async () => {
    const files = memoryFiles();
    const [one, other] = [row('a', 1), goneRow('b', 1)];
    expect(await writeFile(D1, [one, other], files)).toBe(await writeFile(D1, [other, one], files));
    expect(files.contents.size).toBe(1);
  });
});

describe('the files of the archive', () => {
  const name = (day: string, letter: string) => `articles/day=${day}/${letter.repeat(26)}.parquet`;
  async function someFiles() {
    const files = memoryFiles();
    for (const one of [
      name(D1, 'a'),
      name(D1, 'b'),
      name(D2, 'c'),
      `articles/day=${D1}/notes.txt`,
      'articles/notes.txt',
    ])
      await files.put(one, new Uint8Array([1, 2, 3, 4]));
    return files;
  }
  const byDay = async (after: string | null) => {
    const found: string[] = [];
    for await (const { day, files } of filesByDay(after, await someFiles()))
      found.push(`${day} ${files.map(({ name: one }) => one.slice(24, 25)).join('')}`);
    return found;
  };

  it('come day by day, from a day on, and what is no file of it is passed by', async () => {
    expect([await byDay(null), await byDay(D1), await byDay(D2)]).toEqual([[`${D1} ab`, `${D2} c`], [`${D2} c`], []]);
    expect((await filesOfDay(D1, await someFiles())).map(({ name: one, bytes }) => `${one} ${bytes}`)).toEqual([
      `${name(D1, 'a')} 4`,
      `${name(D1, 'b')} 4`,
    ]);
  });

  it('are read in parts or whole, and one that went is told apart', async () => {
    const files = await someFiles();
    const file = { name: name(D1, 'a'), bytes: 4 };
    const parts = partsOfFile(file, files);
    expect([
      parts.byteLength,
      [...new Uint8Array(await parts.slice(1))],
      [...new Uint8Array(await parts.slice(1, 2))],
    ]).toEqual([4, [2, 3, 4], [2]]);
    expect([...(await wholeFile(file, files))]).toEqual([1, 2, 3, 4]);
    const gone = { name: name(D2, 'z'), bytes: 4 };
    await expect(Promise.resolve(partsOfFile(gone, files).slice(0, 1))).rejects.toThrow(FileWent);
    await expect(wholeFile(gone, files)).rejects.toThrow(gone.name);
    await expect(wholeFile({ ...file, bytes: ARCHIVE_LIMITS.fileBytes + 1 }, files)).rejects.toThrow(
      `${file.name} has ${ARCHIVE_LIMITS.fileBytes + 1} bytes; at most ${ARCHIVE_LIMITS.fileBytes} are read`,
    );
  });
});

describe('a pass over small files', () => {
  const key = { pk: 'archive#state', sk: 'compaction' };
  async function aPass(note: object | null, days: number) {
    const { table, store } = await askedTable(...(note === null ? [] : [{ ...key, ...note }]));
    const files = memoryFiles();
    const day = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
    for (let at = 0; at < days; at += 1)
      await files.put(`articles/day=${day(at)}/${'a'.repeat(26)}.parquet`, new Uint8Array(1));
    return { ports: { table, files, now: () => NOW }, noted: () => store.get(key), day };
  }

  it('notes how far it is, and that it is done, and begins anew another day', async () => {
    const { ports, noted, day } = await aPass(null, 3);
    expect(await compactArchive(ports, () => true)).toEqual({ days: 0, from: 0, to: 0 });
    expect(await noted()).toEqual({ ...key, date: '2026-06-01', after: day(0), done: false });
    expect(await compactArchive(ports, () => false)).toEqual({ days: 0, from: 0, to: 0 });
    expect(await noted()).toEqual({ ...key, date: '2026-06-01', after: null, done: true });
    expect(await compactArchive(ports, () => false)).toBeNull();
    expect(await compactArchive({ ...ports, now: () => NOW + 86_400_000 }, () => true)).toEqual({
      days: 0,
      from: 0,
      to: 0,
    });
    expect(await noted()).toEqual({ ...key, date: '2026-06-02', after: day(0), done: false });
  });

  it('goes on where that of yesterday stopped', async () => {
    const { ports, noted, day } = await aPass({ date: '2026-05-31', after: '2026-01-01', done: false }, 3);
    await compactArchive(ports, () => true);
    expect(await noted()).toEqual({ ...key, date: '2026-06-01', after: day(1), done: false });
  });
});

describe('a take-down', () => {
  const note = (at: string, articleId: string, done = false) => ({
    ...{ pk: 'archive#purges', sk: `${at}#${articleId}`, articleId, gen: 1, done },
  });

  it('is done once more when whoever read the article before has ended, and not later or twice', async () => {
    const { purgeAgainMs, purgeLookMs } = ARCHIVE_LIMITS;
    const notes = [
      ...[
        note(ago(purgeLookMs + 1), 'too-old'),
        note(ago(purgeLookMs - 1), 'oldest'),
        note(ago(purgeAgainMs + 1), 'due'),
      ],
      ...[note(ago(purgeAgainMs + 1), 'done', true), note(ago(purgeAgainMs - 1), 'too-young')],
    ];
    const { table, store } = await askedTable(...notes);
    const ports = { table, files: memoryFiles(), now: () => NOW };
    expect(await purgeAgain(ports)).toBe(2);
    const left = store.items().filter(({ done }) => done === false);
    expect(left.map(({ articleId }) => articleId)).toEqual(['too-old', 'too-young']);
    expect(await purgeAgain(ports)).toBe(0);
  });
});

describe('an outlet', () => {
  it('is spelled in all ways that lists take for the same', async () => {
    const asked: unknown[] = [];
    const rows = [
      ['The Herald', 'herald.example'],
      ['THE HERALD', null],
      ['Other', 'www.herald.example'],
      [null, 3],
    ];
    const engine = {
      ask: async (...question: readonly unknown[]) => {
        asked.push(question[1]);
        return { rows, columns: [], more: false, scannedBytes: 7 };
      },
    };
    const of = (name: string) => outletInArchive(name, { from: null, to: null }, engine);
    expect(await of('the herald')).toEqual({
      spellings: { publishers: ['The Herald', 'THE HERALD'], domains: [] },
      scannedBytes: 7,
    });
    expect((await of('nobody')).spellings).toEqual({ publishers: [], domains: [] });
    expect(asked).toEqual([50_000, 50_000]);
    const many = { ask: async () => ({ rows, columns: [], more: true, scannedBytes: null }) };
    await expect(outletInArchive('x', { from: null, to: null }, many)).rejects.toThrow(
      'These days have more than 50000 outlets: name fewer with --from and --to.',
    );
  });
});
