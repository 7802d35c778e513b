/**
 * Records to one Parquet file, with the columns of the archive that mean something outside of it. In: records as they come. Out: pieces
 * of the file. Promise: rows of a few million characters are in memory, however many there are; the withheld leave only when they were
 * asked for.
 */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { ARCHIVE_COLUMNS } from '../archive/columns.ts';
import { COMPRESSORS, columnSource, schemaOf } from '../archive/parquet.ts';
import { type ArchiveRow, articleRow, weightOf } from '../archive/row.ts';
import type { ArticleRecord } from '../record.ts';
import { mayLeave } from './chunks.ts';
import type { About } from './format.ts';

/** They say how rows of several files supersede one another. */
const OF_THE_ARCHIVE: readonly string[] = ['mark', 'gone', 'changed_utc'];
const COLUMNS = ARCHIVE_COLUMNS.filter(({ name }) => !OF_THE_ARCHIVE.includes(name));
const SCHEMA = schemaOf(COLUMNS);

/** Characters, roughly, of a row group: twice that in bytes, and as much again to encode. */
const GROUP_CHARS = 8_000_000;
export const PARQUET_EXTENSION = 'parquet';

/** `groupChars`: a smaller row group, for tests. */
export async function* parquetChunks(
  records: AsyncIterable<ArticleRecord> | Iterable<ArticleRecord>,
  about: About,
  groupChars = GROUP_CHARS,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    ...{ writer, schema: SCHEMA, codec: 'ZSTD', compressors: COMPRESSORS, createdBy: 'wirefold' },
  });
  let rows: ArchiveRow[] = [];
  let weight = 0;
  for await (const record of records) {
    if (!mayLeave(record, about)) continue;
    const { row } = articleRow(record, 0, record.ingestedAt);
    rows.push(row);
    weight += weightOf(row);
    if (weight < groupChars) continue;
    yield* groupOf(rows, file, writer);
    rows = [];
    weight = 0;
  }
  if (rows.length > 0) yield* groupOf(rows, file, writer);
  file.finish();
  yield taken(writer);
}

function* groupOf(rows: readonly ArchiveRow[], file: ParquetWriter, writer: ByteWriter): Generator<Uint8Array> {
  const cellOf = (row: ArchiveRow, name: string) => (name === 'id' ? row.id : (row.cells[name] ?? null));
  const columnData = COLUMNS.map(({ name }) =>
    columnSource(
      name,
      rows.map((row) => cellOf(row, name)),
    ),
  );
  file.write({ columnData, rowGroupSize: rows.length });
  yield taken(writer);
}

/** What is handed on is not kept; places in the file are counted on. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
