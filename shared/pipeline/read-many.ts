/** Items by their keys, together where the table can, else one by one. In: keys, each perhaps more than once. Out: the items in that order, null for what is not there. */
import { inChunks } from '../core/in-chunks.ts';
import type { Item, Key } from '../core/item.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { Table } from './ports.ts';

export async function readMany(
  table: Pick<Table, 'get' | 'getEach'>,
  keys: readonly Key[],
): Promise<readonly (Item | null)[]> {
  if (table.getEach !== undefined) return table.getEach(keys);
  const items: (Item | null)[] = [];
  for (const some of inChunks(keys, STORE_LIMITS.atOnce))
    items.push(...(await Promise.all(some.map((key) => table.get(key)))));
  return items;
}
