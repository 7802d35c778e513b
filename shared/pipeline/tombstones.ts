/** Tombstones of what an upload is. In: names. Out: the tombstones that there are. Promise: every one that was written before is seen. */
import { inChunks } from '../core/in-chunks.ts';
import { tombstoneKey } from '../core/operating-keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { type Named, type Tombstone, type Tombstones, tombstone } from '../core/tombstone.ts';
import type { Table } from './ports.ts';

export async function readTombstones(named: readonly Named[], table: Pick<Table, 'get'>): Promise<Tombstones> {
  const names = [...new Set(named.flatMap(({ articleId, text }) => (text === null ? [articleId] : [articleId, text])))];
  const found: Tombstone[] = [];
  for (const chunk of inChunks(names, STORE_LIMITS.atOnce)) {
    const stones = await Promise.all(chunk.map(async (name) => tombstone(await table.get(tombstoneKey(name)))));
    found.push(...stones.filter((stone) => stone !== null));
  }
  return new Map(found.map((stone) => [stone.name, stone]));
}
