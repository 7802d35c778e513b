/**
 * The archive at size: `nice node bench/archive/run.ts [--records 1000000] [--days 365] [--distinct 100000]`. Writes synthetic records as
 * the function does, one file a day (when `distinct` are written, their files stand in the other days again: no compression reaches
 * from one file to another), and asks them through the same engine and the same SQL as the command. Sizes and bytes are those
 * of the files; seconds are this machine's, warm, the best of three. The folder is removed at the end.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { duckDbEngine } from '../../shared/archive/duckdb.ts';
import { fileName } from '../../shared/core/archive/day.ts';
import { encodeRows } from '../../shared/core/archive/parquet.ts';
import { articleRow, batchOf, type PlacedRow } from '../../shared/core/archive/row.ts';
import { type Question, searchQuestion } from '../../shared/core/archive/sql.ts';
import { compareFormats } from './formats.ts';
import { FIRST_MS, PLANTED, syntheticRecord } from './synthetic.ts';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '1000000' },
    days: { type: 'string', default: '365' },
    distinct: { type: 'string', default: '100000' },
  },
});
const records = Number(values.records);
const days = Number(values.days);
const distinct = Number(values.distinct);
const folder = mkdtempSync(join(tmpdir(), 'wirefold-archive-'));
const LOGGED = '2026-01-01T00:00:00.000Z';
const MB = 1_000_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const say = (text: string) => process.stdout.write(`${text}\n`);

function writeArchive(): {
  readonly count: number;
  readonly bytes: number;
  readonly files: number;
  readonly characters: number;
} {
  let [bytes, files, characters, count] = [0, 0, 0, 0];
  let open: PlacedRow[] = [];
  const written: { batch: string; encoded: Uint8Array; count: number }[] = [];
  const write = (day: string, batch: string, encoded: Uint8Array, its: number) => {
    const path = join(folder, fileName(day, batch));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, encoded);
    bytes += encoded.length;
    files += 1;
    count += its;
  };
  const close = () => {
    const [first] = open;
    if (first === undefined) return;
    const rows = open.map(({ row }) => row).sort((a, b) => (a.id < b.id ? -1 : 1));
    const batch = batchOf(rows);
    const encoded = encodeRows(rows, batch);
    write(first.day, batch, encoded, rows.length);
    // Two gigabytes, where all are distinct: nothing is written again then.
    if (distinct < records) written.push({ batch, encoded, count: rows.length });
    open = [];
  };
  for (let number = 0; number < Math.min(records, distinct); number += 1) {
    const placed = articleRow(syntheticRecord(number, records, days), 1, LOGGED);
    if (open[0] !== undefined && open[0].day !== placed.day) close();
    characters += String(placed.row.cells['body']).length;
    open.push(placed);
  }
  close();
  const ofDistinct = characters / Math.min(records, distinct);
  for (let day = files; day < days; day += 1) {
    const again = written[day % written.length];
    if (again !== undefined)
      write(new Date(FIRST_MS + day * DAY_MS).toISOString().slice(0, 10), again.batch, again.encoded, again.count);
  }
  characters = ofDistinct * count;
  return { count, bytes, files, characters };
}

/** Compressed bytes of the columns, of all files: what a query that names them is billed for, where bytes are billed. */
async function columnBytes(): Promise<ReadonlyMap<string, number>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const files = `parquet_metadata('${folder}/articles/day=*/*.parquet')`;
  const sql = `SELECT split_part(path_in_schema, ',', 1), sum(total_compressed_size)::DOUBLE FROM ${files} GROUP BY 1`;
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  return new Map(rows.map(([name, bytes]) => [String(name), Number(bytes)]));
}

const SEARCHED = [
  'search_text',
  'id',
  'mark',
  'gone',
  'status',
  'embargoed_utc',
  'sort_utc',
  'publisher',
  'headline',
  'url',
];

async function ask(): Promise<void> {
  const opened = performance.now();
  const engine = await duckDbEngine(folder, true);
  say(`open: ${((performance.now() - opened) / 1000).toFixed(2)} s`);
  const search = { phrase: PLANTED, from: null, to: null, outlet: null, limit: 200 };
  const questions: readonly (readonly [string, Question])[] = [
    ['phrase, all days', searchQuestion(search)],
    ['phrase, one month', searchQuestion({ ...search, from: '2025-01-01', to: '2025-01-31' })],
    ['phrase, one day', searchQuestion({ ...search, from: '2025-01-02', to: '2025-01-02' })],
    ['phrase, one outlet', searchQuestion({ ...search, outlet: { publishers: [], domains: ['outlet7.example'] } })],
    ['common word, newest 50', searchQuestion({ ...search, phrase: 'ferry', limit: 50 })],
    ['articles by publisher', { sql: 'select publisher, count(*) from articles group by 1', parameters: [] }],
  ];
  for (const [name, question] of questions) {
    const seconds: number[] = [];
    let rows = 0;
    for (let time = 0; time < 3; time += 1) {
      const began = performance.now();
      rows = (await engine.ask(question, 1_000)).rows.length;
      seconds.push((performance.now() - began) / 1000);
    }
    say(`${name}: ${Math.min(...seconds).toFixed(2)} s, ${rows} rows`);
  }
  engine.close();
}

try {
  const began = performance.now();
  const { count, bytes, files, characters } = writeArchive();
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  say(
    `${count} records, ${(characters / MB).toFixed(0)} million characters of body, in ${files} files: ${(bytes / MB).toFixed(0)} MB, written in ${seconds} s`,
  );
  const columns = await columnBytes();
  const top = [...columns].sort((a, b) => b[1] - a[1]).slice(0, 12);
  say(`largest columns, MB: ${top.map(([name, size]) => `${name} ${(size / MB).toFixed(1)}`).join(', ')}`);
  const scanned = SEARCHED.reduce((sum, name) => sum + (columns.get(name) ?? 0), 0);
  say(`columns that a phrase search reads: ${(scanned / MB).toFixed(0)} MB`);
  await ask();
  await compareFormats(folder, Math.min(records, 20_000), say);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
