/** A row that is touched tells its function to look again, and is otherwise as it was. */
import { expect, it } from 'vitest';
import { touchRow } from '../../shared/pipeline/touch-row.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const key = { pk: 'obj#a', sk: 'obj' };

it('a row that is touched keeps what it has, and names the articles to look at and when it was asked', async () => {
  const table = memoryTable();
  await table.put({ ...key, state: 'stored', revision: '01' }, null);
  await touchRow(key, ['art_a', 'art_b'], Date.UTC(2026, 0, 2), table);
  const touched = { at: '2026-01-02T00:00:00.000Z', articleIds: ['art_a', 'art_b'] };
  expect(await table.get(key)).toEqual({ ...key, state: 'stored', revision: '01', touched });
  const other = { pk: 'obj#b', sk: 'obj' };
  let removed: readonly string[] = ['unasked'];
  await touchRow(other, [], 0, {
    update: (update) => {
      removed = update.remove;
      return table.update(update);
    },
  });
  expect(removed).toEqual([]);
});
