/** A partition is read as a whole, or not at all. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../shared/core/item.ts';
import { STORE_LIMITS } from '../../shared/core/store-limits.ts';
import type { RangeQuery } from '../../shared/pipeline/ports.ts';
import { readPartition } from '../../shared/pipeline/read-partition.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const PAGE = STORE_LIMITS.pageItems;
const named = (at: number): Item => ({ pk: 'p', sk: `m#${String(at).padStart(6, '0')}` });

/** A partition of so many items, and the questions that it was asked. */
function partitionOf(count: number) {
  const asked: RangeQuery[] = [];
  const query = async (range: RangeQuery): Promise<readonly Item[]> => {
    asked.push(range);
    const from = range.after === null ? 0 : Number(range.after.slice(2)) + 1;
    return Array.from({ length: Math.max(0, Math.min(range.limit, count - from)) }, (_, at) => named(from + at));
  };
  return { query, asked };
}

describe('a partition', () => {
  it('gives what stands under the prefix, in order, and nothing else', async () => {
    const table = memoryTable();
    for (const sk of ['n#1', 'm#2', 'm#1', 'l#1']) await table.put({ pk: 'p', sk }, null);
    await table.put({ pk: 'q', sk: 'm#3' }, null);
    expect((await readPartition(table, 'p', 'm#')).map(({ sk }) => sk)).toEqual(['m#1', 'm#2']);
    expect(await readPartition(table, 'p', 'x#')).toEqual([]);
  });

  it.each([PAGE - 1, PAGE, PAGE + 1, 2 * PAGE])('of %i items is read page by page, each once', async (count) => {
    const { query, asked } = partitionOf(count);
    const items = await readPartition({ query }, 'p', 'm#');
    expect(items.map(({ sk }) => sk)).toEqual(Array.from({ length: count }, (_, at) => named(at).sk));
    expect(asked).toHaveLength(Math.floor(count / PAGE) + 1);
    expect(asked[0]).toEqual({ pk: 'p', prefix: 'm#', after: null, newestFirst: false, limit: PAGE });
  });

  it('of as many items as may be is read, and one of more is an error that names it', async () => {
    const most = STORE_LIMITS.partitionItems;
    expect(await readPartition(partitionOf(most), 'p', 'm#')).toHaveLength(most);
    const endless = partitionOf(Number.MAX_SAFE_INTEGER);
    await expect(readPartition(endless, 'p', 'm#')).rejects.toThrow(`p holds more than ${most} items under m#`);
    expect(endless.asked).toHaveLength(most / PAGE + 1);
  });
});
