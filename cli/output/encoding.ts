/** How `export` writes. In: the name of a format. Out: what makes pieces of it. Promise: the writer of Parquet is loaded with its first use. */
import { exportChunks, exportOne, mayLeave } from '../../shared/core/exports/chunks.ts';
import type { About } from '../../shared/core/exports/format.ts';
import { EXPORT_FORMATS, type ExportFormatName } from '../../shared/core/exports/formats.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';

/** All that `export` writes: texts, and one format that is none. */
export type EncodingName = ExportFormatName | 'parquet';
export const ENCODINGS: readonly string[] = [...Object.keys(EXPORT_FORMATS), 'parquet'];

export interface Encoding {
  /** Of a file of it, without the dot. */
  readonly extension: string;
  list(records: AsyncIterable<ArticleRecord>): AsyncIterable<string | Uint8Array>;
  /** The document of one article; null when it may not leave. */
  one(record: ArticleRecord): Promise<string | Uint8Array | null>;
}

export async function encodingOf(name: EncodingName, about: About): Promise<Encoding> {
  if (name === 'parquet') return parquet(about);
  const format = EXPORT_FORMATS[name];
  return {
    extension: format.extension,
    list: (records) => exportChunks(records, format, about),
    one: async (record) => exportOne(record, format, about),
  };
}

async function parquet(about: About): Promise<Encoding> {
  const { PARQUET_EXTENSION, parquetChunks } = await import('../../shared/core/exports/parquet.ts');
  return {
    extension: PARQUET_EXTENSION,
    list: (records) => parquetChunks(records, about),
    async one(record) {
      if (!mayLeave(record, about)) return null;
      const pieces: Uint8Array[] = [];
      for await (const piece of parquetChunks([record], about)) pieces.push(piece);
      return Buffer.concat(pieces);
    },
  };
}
