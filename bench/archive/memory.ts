/**
 * The most memory that the archive's function needs: `nice node bench/archive/memory.ts [--heap 512]`. Runs of its own code, each in a
 * process of its own whose heap is bounded as Lambda bounds it: full batches of ordinary articles, of the longest that there can be (in a
 * script that takes two bytes a letter), and the merging of files that are as large as small files get.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { fileName } from '../../shared/core/archive/day.ts';
import { encodeRows } from '../../shared/core/archive/parquet.ts';
import { type ArchiveRow, articleRow, batchOf } from '../../shared/core/archive/row.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { archiveChanges } from '../../shared/pipeline/archive-changes.ts';
import { compactDay } from '../../shared/pipeline/compact-day.ts';
import { memoryFiles } from '../../shared/testing/memory-files.ts';
import { madeStore, type RecordOf } from './made-store.ts';
import { syntheticRecord } from './synthetic.ts';

const LOGGED = '2026-01-01T00:00:00.000Z';
const DAY = '2025-01-01';
const never = () => false;

const ordinary: RecordOf = (number) => ({
  ...syntheticRecord(number, 1_000_000, 1),
  id: `art_${String(number).padStart(26, '0')}`,
});

/** A paragraph of 10,000 letters, another in each place. */
const SIGNS = 10_000;
const longest: RecordOf = (number) => {
  const paragraph = (at: number) =>
    Array.from({ length: SIGNS }, (_, sign) =>
      String.fromCharCode(0x4e00 + ((sign * 7 + at * 131 + number) % 20_000)),
    ).join('');
  const body = Array.from({ length: LIMITS.bodyChars / SIGNS }, (_, at) => ({
    text: paragraph(at),
    role: 'p' as const,
  }));
  return { ...ordinary(number), body };
};

function rowsOf(recordOf: RecordOf, from: number, count: number): readonly ArchiveRow[] {
  return Array.from({ length: count }, (_, at) => articleRow(recordOf(from + at), 1, LOGGED).row);
}

async function merge(recordOf: RecordOf, files: number, rowsEach: number): Promise<string> {
  const store = memoryFiles();
  for (let at = 0; at < files; at += 1) {
    const rows = rowsOf(recordOf, at * rowsEach, rowsEach);
    await store.put(fileName(DAY, batchOf(rows)), encodeRows(rows, batchOf(rows)));
  }
  const found = await store.list('', null);
  const before = process.resourceUsage().maxRSS;
  const merged = await compactDay({ day: DAY, files: found }, store);
  const sizes = found.map(({ bytes }) => (bytes / 1_048_576).toFixed(1)).join(', ');
  return `${merged?.from} files of ${sizes} MiB to ${merged?.to}; ${Math.round(before / 1024)} MiB before`;
}

async function archive(recordOf: RecordOf, count: number): Promise<string> {
  const { changes, files } = await archiveChanges(await madeStore(count, recordOf), never);
  return `${changes} articles, ${files} files`;
}

const SCENES: Readonly<Record<string, () => Promise<string>>> = {
  'nothing to do': () => archive(ordinary, 0),
  'ordinary articles': () => archive(ordinary, 8_000),
  'the longest articles': () => archive(longest, 32),
  'merging ordinary files': () => merge(ordinary, 5, 1_900),
  'merging files of the longest': () => merge(longest, 4, 8),
};

const { values } = parseArgs({ options: { heap: { type: 'string', default: '512' }, scene: { type: 'string' } } });
const scene = values.scene === undefined ? undefined : SCENES[values.scene];
if (scene !== undefined) {
  const told = await scene();
  console.log(`${told}; at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
} else {
  for (const name of Object.keys(SCENES)) {
    const args = [`--max-old-space-size=${values.heap}`, import.meta.filename, '--scene', name];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const isFull = stderr.includes('heap out of memory');
    if (status !== 0 && !isFull) throw new Error(`${name}: ${stderr}`);
    console.log(`${name}: ${isFull ? `does not fit a heap of ${values.heap} MiB` : stdout.trim()}`);
  }
}
