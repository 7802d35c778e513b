/**
 * A row in, the truth about it out. Promise: one conditional write decides; the row is that of the newest revision, its history
 * is that of all changes, in whatever order, however often and however simultaneously they come.
 */

import { historyValue, surplusHistory } from '../core/history.ts';
import type { Item } from '../core/item.ts';
import { ROW_ATTRIBUTES, type RowWrite } from '../core/object-row.ts';
import type { Table } from './ports.ts';

/** `known`: this very change was written before. `older`: a newer one was; this one only joined the history. */
export type PutOutcome = 'written' | 'known' | 'older';

export interface Put {
  readonly outcome: PutOutcome;
  /** The row as it is now; null when nobody could say. */
  readonly item: Item | null;
}

export async function putRow(row: RowWrite, table: Table): Promise<Put> {
  const mark = row.historyName === null ? {} : { [row.historyName]: historyValue(row.entry) };
  const history = { ...mark, ...row.trace };
  const set = { ...row.attributes, ...history };
  const remove = ROW_ATTRIBUTES.filter((name) => !(name in row.attributes));
  const written = await table.update({ key: row.key, set, remove, guard: { kind: 'newer', revision: row.revision } });
  if (written.applied) return finish('written', written.item, table);
  // The condition failed and the stored revision is mine: an earlier delivery, or an answer that was lost on its way.
  if (written.found?.['revision'] === row.revision) return finish('known', written.found, table);
  if (Object.keys(history).length === 0) return { outcome: 'older', item: written.found };
  const late = await table.update({ key: row.key, set: history, remove: [], guard: null });
  return late.applied ? finish('older', late.item, table) : { outcome: 'older', item: null };
}

async function finish(outcome: PutOutcome, item: Item, table: Table): Promise<Put> {
  const surplus = surplusHistory(item);
  const key = { pk: item.pk, sk: item.sk };
  if (surplus.length > 0) await table.update({ key, set: {}, remove: surplus, guard: null });
  return { outcome, item };
}
