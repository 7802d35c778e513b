/**
 * A store that is made up as it is asked, so that it takes no memory of its own. In: a number of articles and their records. Out: ports
 * of the archive. Promise: heads and rows are those of the pipeline, with another name and another record in them.
 */
import { CURSOR_KEY } from '../../shared/core/archive/keys.ts';
import type { Item, Key } from '../../shared/core/item.ts';
import { packRecord } from '../../shared/core/packed.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import type { ArchivePorts } from '../../shared/pipeline/archive-ports.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryFiles } from '../../shared/testing/memory-files.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

export type RecordOf = (number: number) => ArticleRecord;

const LOGGED = '2026-01-01T00:00:00.000Z';

export async function madeStore(articles: number, recordOf: RecordOf): Promise<ArchivePorts> {
  const { head, row } = await templates();
  const get = async ({ pk, sk }: Key): Promise<Item | null> => {
    const number = Number(pk.slice(pk.indexOf('#') + 1));
    if (pk === CURSOR_KEY.pk || Number.isNaN(number)) return null;
    if (pk.startsWith('art#') && sk === 'head')
      return { ...head, pk, articleId: String(number), objectId: String(number) };
    if (!pk.startsWith('obj#')) return null;
    return { ...row, pk, articleId: String(number), objectId: String(number), packed: packRecord(recordOf(number)) };
  };
  const done = async (item: Item) => ({ applied: true as const, item });
  const table = { get, query: async () => [], put: done, update: async ({ key }: { key: Key }) => done({ ...key }) };
  const files = memoryFiles();
  return {
    table: currentTable(table),
    bodies: { get: async () => null },
    // What is written is gone from memory, as it is from the function's.
    files: { ...files, put: async () => {} },
    pacing: { pause: async () => {} },
    now: () => Date.parse(LOGGED),
    async changes(cursor, limit) {
      const from = Number(cursor ?? '0');
      const numbers = Array.from({ length: Math.min(limit, articles - from) }, (_, at) => from + at);
      return {
        changes: numbers.map((number) => ({ articleId: String(number), at: LOGGED })),
        cursor: String(from + numbers.length),
      };
    },
  };
}

async function templates(): Promise<{ readonly head: Item; readonly row: Item }> {
  const store = memoryStore(lineReader);
  await store.deliver(store.bucket.put('incoming/a.txt', 'Headline\npublished: 2025-01-01T10:00:00.000Z\nText.'));
  const items = store.table.items();
  const [head] = items.filter(({ pk, sk }) => pk.startsWith('art#') && sk === 'head');
  const [row] = items.filter(({ pk }) => pk.startsWith('obj#'));
  if (head === undefined || row === undefined) throw new Error('the pipeline has stored nothing');
  return { head, row };
}
