/**
 * Rows to a file and back. In: rows of one partition. Out: Parquet, compressed with zstd. Promise: the same rows give the same
 * bytes; what comes back is what went in; a part of the columns is read without the rest.
 */
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { type AsyncBuffer, parquetReadObjects, type SchemaElement } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { z } from 'zod';
import { ARCHIVE_COLUMNS, type ArchiveColumn } from './columns.ts';
import { type ArchiveRow, type Cell, genOfMark, markOf } from './row.ts';

/** Rows of a row group: a day of most outlets is one, and what reads it holds one column of it at a time. */
const GROUP_ROWS = 20_000;
/** A page with this much of a column before compression; long texts compress the better the more of them are together. */
const PAGE_BYTES = 1024 * 1024;
/** Columns that look different in every row: a dictionary of them would only be tried in vain. */
const UNLIKE: readonly string[] = ['id', 'mark', 'body', 'search_text', 'summary'];

/** One compression for all files: every engine since 2019 reads it. */
export const COMPRESSORS = { ZSTD: (input: Uint8Array) => new Uint8Array(zstdCompressSync(input)) };
export const DECOMPRESSORS = {
  ZSTD: (input: Uint8Array, length: number) =>
    new Uint8Array(zstdDecompressSync(input, { maxOutputLength: Math.max(1, length) })),
};

export function encodeRows(rows: readonly ArchiveRow[], batch: string): Uint8Array {
  const columnData = ARCHIVE_COLUMNS.map((column) => sourceOf(column, rows, batch));
  const buffer = parquetWriteBuffer({
    columnData,
    schema: SCHEMA,
    codec: 'ZSTD',
    compressors: COMPRESSORS,
    rowGroupSize: GROUP_ROWS,
    pageSize: PAGE_BYTES,
    createdBy: 'wirefold',
  });
  return new Uint8Array(buffer);
}

function sourceOf({ name }: ArchiveColumn, rows: readonly ArchiveRow[], batch: string): ColumnSource {
  return columnSource(
    name,
    rows.map((row) => cellOf(row, name, batch)),
  );
}

export function columnSource(name: string, data: Cell[]): ColumnSource {
  return UNLIKE.includes(name) ? { name, data, encoding: 'PLAIN' } : { name, data };
}

function cellOf(row: ArchiveRow, name: string, batch: string): Cell {
  if (name === 'id') return row.id;
  if (name === 'mark') return markOf(row.gen, batch);
  if (name === 'gone') return row.gone;
  return row.cells[name] ?? null;
}

export function schemaOf(columns: readonly ArchiveColumn[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

function elementsOf({ name, type }: ArchiveColumn): readonly SchemaElement[] {
  const repetition_type = ['id', 'mark', 'gone'].includes(name) ? 'REQUIRED' : 'OPTIONAL';
  if (type === 'whole') return [{ name, type: 'INT32', repetition_type }];
  if (type === 'flag') return [{ name, type: 'BOOLEAN', repetition_type }];
  if (type === 'instant') return [{ name, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type }];
  if (type === 'text') return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }];
  return [
    { name, converted_type: 'LIST', repetition_type, num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
  ];
}

const SCHEMA = schemaOf(ARCHIVE_COLUMNS);

/** A file of which parts can be asked for. */
export type FileParts = AsyncBuffer;

const Narrow = z.object({ id: z.string(), mark: z.string(), gone: z.boolean() });
export type NarrowRow = z.infer<typeof Narrow>;

/** Who is in a file, in its order: a small part of it is read. */
export async function readNarrow(file: FileParts): Promise<readonly NarrowRow[]> {
  const columns = Object.keys(Narrow.shape);
  const rows = await parquetReadObjects({ file, columns, compressors: DECOMPRESSORS });
  return rows.map((row) => Narrow.parse(row));
}

export async function readIds(file: FileParts): Promise<readonly string[]> {
  const rows = await parquetReadObjects({ file, columns: ['id'], compressors: DECOMPRESSORS });
  return rows.map((row) => Narrow.shape.id.parse(row['id']));
}

const CellSchema = z.union([z.string(), z.number(), z.boolean(), z.date(), z.array(z.string()), z.null()]);
const Whole = z.record(z.string(), CellSchema.optional());

/** Everything in a file, in its order. */
export async function readRows(bytes: Uint8Array): Promise<readonly ArchiveRow[]> {
  const rows = await parquetReadObjects({ file: partsOf(bytes), compressors: DECOMPRESSORS });
  return rows.map((row) => {
    const { id, mark, gone, ...cells } = Whole.parse(row);
    const narrow = Narrow.parse({ id, mark, gone });
    const given = Object.entries(cells).flatMap(([name, cell]) =>
      cell === undefined || cell === null ? [] : [[name, cell] as const],
    );
    return { id: narrow.id, gone: narrow.gone, gen: genOfMark(narrow.mark), cells: Object.fromEntries(given) };
  });
}

export function partsOf(bytes: Uint8Array): FileParts {
  return {
    byteLength: bytes.length,
    // A copy: what a Buffer gives as a slice shows the whole of its memory.
    slice: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer,
  };
}
