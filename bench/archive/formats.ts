/** The same records in other formats: how large, and how long a phrase search takes. In: a folder to write into. Out: lines. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { ARCHIVE_COLUMNS } from '../../shared/core/archive/columns.ts';
import { type ArchiveRow, articleRow } from '../../shared/core/archive/row.ts';
import { PLANTED, syntheticRecord } from './synthetic.ts';

const MB = 1_000_000;
const CODECS = ['uncompressed', 'snappy', 'gzip', 'zstd'] as const;

export async function compareFormats(folder: string, count: number, say: (text: string) => void): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => articleRow(syntheticRecord(at, count, 1), 1, LOGGED).row);
  const lines = Buffer.from(rows.map((row) => JSON.stringify(flat(row))).join('\n'));
  // What one would write as JSON: the body as it is; folding can be left to the query.
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const seconds = async (sql: string) => {
    const times: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      const began = performance.now();
      await connection.run(sql);
      times.push((performance.now() - began) / 1000);
    }
    return Math.min(...times).toFixed(2);
  };
  say(`${count} records, one thread:`);
  for (const [name, bytes] of [
    ['jsonl.gz', gzipSync(lines)],
    ['jsonl.zst', zstdCompressSync(lines)],
  ] as const) {
    const path = join(folder, `rows.${name}`);
    writeFileSync(path, bytes);
    const read = `read_json('${path}', format = 'newline_delimited', columns = {id: 'VARCHAR', search_text: 'VARCHAR'})`;
    const took = await seconds(`SELECT count(*) FROM ${read} WHERE strpos(search_text, '${PLANTED}') > 0`);
    say(`  ${name}: ${(bytes.length / MB).toFixed(1)} MB, a phrase search reads all of it, ${took} s`);
  }
  await connection.run(
    `CREATE TABLE t AS SELECT * FROM read_json('${join(folder, 'rows.jsonl.zst')}', format = 'newline_delimited')`,
  );
  for (const codec of CODECS) {
    const path = join(folder, `rows.${codec}.parquet`);
    await connection.run(`COPY t TO '${path}' (FORMAT parquet, COMPRESSION ${codec})`);
    const took = await seconds(`SELECT count(*) FROM '${path}' WHERE strpos(search_text, '${PLANTED}') > 0`);
    const sizes = `SELECT sum(total_compressed_size)::DOUBLE, sum(total_compressed_size) FILTER (path_in_schema = 'search_text')::DOUBLE FROM parquet_metadata('${path}')`;
    const [[all, searched] = []] = (await connection.runAndReadAll(sizes)).getRowsJson();
    say(
      `  parquet, ${codec}: ${(Number(all) / MB).toFixed(1)} MB, of them search_text ${(Number(searched) / MB).toFixed(1)} MB, ${took} s`,
    );
  }
  connection.closeSync();
  instance.closeSync();
}

const LOGGED = '2026-01-01T00:00:00.000Z';

function flat(row: ArchiveRow): Readonly<Record<string, unknown>> {
  const cells = ARCHIVE_COLUMNS.map(({ name }) => [name, row.cells[name] ?? null] as const);
  return { ...Object.fromEntries(cells), id: row.id, mark: String(row.gen), gone: row.gone };
}
