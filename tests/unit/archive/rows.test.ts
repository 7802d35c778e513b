/** What a row of the archive says, where it is, and that a file gives back what was put into it. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_COLUMNS } from '../../../shared/core/archive/columns.ts';
import { dayOfFile, fileName, firstDayOf, partitionDay } from '../../../shared/core/archive/day.ts';
import { encodeRows, partsOf, readIds, readNarrow, readRows } from '../../../shared/core/archive/parquet.ts';
import { type ArchiveRow, batchOf, genOfMark, goneRow, markOf } from '../../../shared/core/archive/row.ts';
import { foldedPhrase, searchText } from '../../../shared/core/archive/search-text.ts';
import { runArchive } from '../../../shared/pipeline/archive.ts';
import { anArchive, never, rowsOf } from './builders.ts';

const row = (id: string, gen: number, cells: ArchiveRow['cells'] = {}): ArchiveRow => ({ id, gone: false, gen, cells });
const NOW = '2026-05-01T00:00:00.000Z';

describe('a file of the archive', () => {
  const rows = [
    row('art_a', 1, { headline: 'Zürich „eins“', authors: ['A', 'B'], word_count: 7, body: '水'.repeat(9) }),
    row('art_b', 12, { sort_utc: new Date('2026-01-02T03:04:05.678Z'), keywords: [], headline: '' }),
    goneRow('art_c', 3),
  ];
  const bytes = encodeRows(rows, batchOf(rows));

  it('gives its rows back', async () => {
    expect(await readRows(bytes)).toEqual(rows);
  });

  it('gives them back also from a part of a larger piece of memory', async () => {
    const larger = Buffer.concat([Buffer.alloc(9), bytes, Buffer.alloc(9)]);
    expect(await readRows(larger.subarray(9, 9 + bytes.length))).toEqual(rows);
  });

  it('has the same bytes for the same rows, and another name for others', () => {
    expect(encodeRows(rows, batchOf(rows))).toEqual(bytes);
    expect(batchOf(rows)).toBe(batchOf(structuredClone(rows)));
    expect(batchOf([row('art_a', 2)])).not.toBe(batchOf([row('art_a', 1)]));
  });

  it('is asked for ids and marks without the rest', async () => {
    const asked: (readonly [number, number])[] = [];
    const noise = Array.from({ length: 50_000 }, (_, at) => createHash('sha256').update(`${at}`).digest('hex')).join(
      '',
    );
    const big = [row('art_z', 1, { body: noise })];
    const all = partsOf(encodeRows(big, batchOf(big)));
    const spied = {
      byteLength: all.byteLength,
      slice(start: number, end = all.byteLength) {
        asked.push([start, end]);
        return all.slice(start, end);
      },
    };
    expect(await readIds(spied)).toEqual(['art_z']);
    expect(await readNarrow(spied)).toEqual([{ id: 'art_z', mark: markOf(1, batchOf(big)), gone: false }]);
    const read = asked.reduce((sum, [start, end]) => sum + end - start, 0);
    // Twice the end of the file, where its table of contents is, and little more.
    expect(read).toBeLessThan(1.1 * 2 * 512 * 1024);
    expect(all.byteLength).toBeGreaterThan(1_500_000);
  });

  it('has every column that is documented, and fills each of them from some record or other', async () => {
    const { put, ports, files } = anArchive();
    await put('a', 'One', '2026-01-01');
    await runArchive(ports, never);
    const [{ row: found } = { row: goneRow('', 0) }] = await rowsOf(files);
    const names = new Set(ARCHIVE_COLUMNS.map(({ name }) => name));
    expect(Object.keys(found.cells).filter((name) => !names.has(name))).toEqual([]);
    expect(found.cells).toMatchObject({ headline: 'One', language: 'en', version: 1, body: 'Body of One.' });
    expect(found.cells['story_id']).toMatch(/^sty_/);
  });
});

describe('a mark', () => {
  it('is greater for a later generation, whatever file it is in', () => {
    expect(markOf(9, 'zzz') < markOf(10, 'aaa')).toBe(true);
    expect(genOfMark(markOf(1234, 'abc'))).toBe(1234);
  });
});

describe('the partition of a row', () => {
  it.each([
    ['2026-01-02T03:04:05.000Z', '2026-01-02'],
    ['1987-06-05T10:00:00.000Z', '2015-01-01'],
    ['2099-01-01T00:00:00.000Z', '2026-05-02'],
  ])('of %s is %s', (utc, day) => {
    expect(partitionDay(utc, NOW)).toBe(day);
  });

  it('is where a search from that day begins, at the latest', () => {
    for (const utc of ['1987-06-05T10:00:00.000Z', '2015-01-01T00:00:00.000Z', '2026-04-30T23:59:59.999Z']) {
      expect(firstDayOf(utc.slice(0, 10)) <= partitionDay(utc, NOW)).toBe(true);
    }
  });

  it('is read back from the name of a file, and from no other name', () => {
    expect(dayOfFile(fileName('2026-01-02', 'a'.repeat(26)))).toBe('2026-01-02');
    for (const name of ['articles/day=2026-01-02/x.csv', 'answers/x.csv', 'articles/readme.parquet'])
      expect(dayOfFile(name)).toBeNull();
  });
});

describe('text as it is searched', () => {
  it.each([
    ['“Café”  Noir', '"cafe" noir'],
    ['L’Été—ÇA', "l'ete-ca"],
    ['Ångström ΆΛΦΑ йод', 'angstrom αλφα иод'],
    ['がぎぐ 한국', 'がぎぐ 한국'],
  ])('%s becomes %s', (text, folded) => {
    expect(foldedPhrase(text)).toBe(folded);
  });

  it('keeps paragraphs apart, and leaves out what is not there', () => {
    expect(searchText(['One  Two', null, ' ', 'Three'])).toBe('one two\nthree');
  });
});
