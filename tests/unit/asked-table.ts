/** A table in memory that remembers what it was asked for, in words: for tests of who reads and writes how much. */
import type { Item } from '../../shared/core/item.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { type MemoryTable, memoryTable } from '../../shared/testing/memory-table.ts';

export interface AskedTable {
  readonly store: MemoryTable;
  readonly table: Table;
  /** `get art#a head`, oldest first. */
  readonly asked: string[];
}

export async function askedTable(...items: readonly Item[]): Promise<AskedTable> {
  const store = memoryTable();
  for (const item of items) await store.put(item, null);
  const asked: string[] = [];
  const told = <T>(words: string, answer: T): T => {
    asked.push(words);
    return answer;
  };
  const table: Table = {
    get: (key) => told(`get ${key.pk} ${key.sk}`, store.get(key)),
    query: (query) => told(`query ${query.pk} ${query.prefix}`, store.query(query)),
    put: (item, guard) => told(`put ${item.pk} ${item.sk}`, store.put(item, guard)),
    update: (update) => told(`update ${update.key.pk} ${update.key.sk}`, store.update(update)),
  };
  return { store, table, asked };
}

export const noPacing = { pause: async () => {} };
