/** Articles as Parquet: what comes back is what went in, in row groups, without what may not leave. */
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_COLUMNS } from '../../../shared/core/archive/columns.ts';
import { DECOMPRESSORS } from '../../../shared/core/archive/parquet.ts';
import type { About } from '../../../shared/core/exports/format.ts';
import { parquetChunks } from '../../../shared/core/exports/parquet.ts';
import type { ArticleRecord } from '../../../shared/core/record.ts';
import { aRecord } from '../../../shared/testing/a-record.ts';

const ABOUT: About = { title: '', uri: 'urn:x', at: '2026-01-01T00:00:00.000Z' };

async function fileOf(records: readonly ArticleRecord[], groupChars?: number, about = ABOUT) {
  const pieces: Uint8Array[] = [];
  for await (const piece of parquetChunks(records, about, groupChars)) pieces.push(piece);
  const file = new Uint8Array(Buffer.concat(pieces)).buffer;
  const { row_groups, num_rows } = parquetMetadata(file);
  return { rows: await parquetReadObjects({ file, compressors: DECOMPRESSORS }), groups: row_groups.length, num_rows };
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => aRecord({ headline: `Headline ${at}`, wordCount: at }));

describe('an export as Parquet', () => {
  it('has a row an article with the columns of the archive, but those that only it needs', async () => {
    const { rows } = await fileOf([aRecord({ headline: 'Überfahrt', keywords: ['a', 'b'] })]);
    const own = ARCHIVE_COLUMNS.map(({ name }) => name).filter(
      (name) => !['mark', 'gone', 'changed_utc'].includes(name),
    );
    expect(Object.keys(rows[0] ?? {})).toEqual(own);
    expect(rows).toMatchObject([{ headline: 'Überfahrt', keywords: ['a', 'b'], sort_utc: expect.any(Date) }]);
  });

  it('is written in groups of rows, so that length costs no memory, and is one file all the same', async () => {
    const { rows, groups, num_rows } = await fileOf(numbered(10), 3_000);
    expect(groups).toBeGreaterThan(2);
    expect(num_rows).toBe(10n);
    expect(rows.map((row) => row['word_count'])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('gives each group away before it reads what comes after', async () => {
    let read = 0;
    const records = function* () {
      for (const record of numbered(10)) {
        read += 1;
        yield record;
      }
    };
    await parquetChunks(records(), ABOUT, 1).next();
    expect(read).toBe(1);
  });

  it('is a file without rows where nothing may leave', async () => {
    const held = aRecord({ status: 'withheld' });
    expect(await fileOf([held])).toMatchObject({ rows: [], groups: 0 });
    expect((await fileOf([held], undefined, { ...ABOUT, heldBack: true })).rows).toHaveLength(1);
  });
});
