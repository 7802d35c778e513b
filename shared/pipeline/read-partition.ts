/** All items of a partition under a prefix, in order. Promise: complete or an error, never a silent part. */
import type { Item } from '../core/item.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { Table } from './ports.ts';

export async function readPartition(table: Pick<Table, 'query'>, pk: string, prefix: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  const limit = STORE_LIMITS.pageItems;
  while (items.length <= STORE_LIMITS.partitionItems) {
    const after = items.at(-1)?.sk ?? null;
    const page = await table.query({ pk, prefix, after, newestFirst: false, limit });
    items.push(...page);
    if (page.length < limit) return items;
  }
  throw new Error(`${pk} holds more than ${STORE_LIMITS.partitionItems} items under ${prefix}`);
}
