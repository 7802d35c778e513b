/**
 * A row whose function shall look at it again. In: its key, and articles that it may not remember. Out: a change of the row that
 * the stream tells of. Promise: nothing that is derived depends on it, and the next writing of the row takes it away.
 */
import type { Key } from '../core/item.ts';
import type { Table } from './ports.ts';

export async function touchRow(
  key: Key,
  articleIds: readonly string[],
  nowMs: number,
  table: Pick<Table, 'update'>,
): Promise<void> {
  const touched = { at: new Date(nowMs).toISOString(), articleIds: [...articleIds] };
  await table.update({ key, set: { touched }, remove: [], guard: null });
}
