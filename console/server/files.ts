/** What came in, and what became of it. In: the store. Out: lists, totals, one file's state. Promise: the lists of `wirefold list`; totals add up. */
import { EVER } from '../../shared/core/day-range.ts';
import { stateEntry } from '../../shared/core/keys.ts';
import { dayEntries } from '../../shared/pipeline/day-entries.ts';
import { findObject, listArticles, listRejected, listRemoved, type QueryPorts } from '../../shared/pipeline/query.ts';
import { changesSince, cursorNow } from '../../shared/pipeline/query-changes.ts';
import { listTakeDowns } from '../../shared/pipeline/query-take-downs.ts';
import type { Ledger } from './ledger.ts';
import { otherRow, storedRow } from './rows.ts';
import type { FileState, Listed, Totals } from './shapes.ts';

export const PAGE = 50;
/** Changes read in one look; the page only wants to know whether there are any. */
const CHANGES = 100;
/** Names of refused and removed files counted, a thousand at a time: some 100 bytes each. */
const COUNTED = 1_000;
const MOST_COUNTS = 20;

export async function listFiles(state: string, cursor: string | null, query: QueryPorts): Promise<Listed> {
  const request = { limit: PAGE, cursor };
  if (state === 'rejected') {
    const page = await listRejected(request, query);
    const items = page.items.map(({ key, changedAt, code, message }) => otherRow(key, changedAt, code, message));
    return { ...page, items };
  }
  if (state === 'removed') {
    const page = await listRemoved(request, query);
    return { ...page, items: page.items.map(({ key, at }) => otherRow(key, at, null, null)) };
  }
  if (state === 'taken-down') {
    const page = await listTakeDowns(request, query);
    return { ...page, items: page.items.map(({ articleId, at, reason }) => otherRow(articleId, at, null, reason)) };
  }
  const page = await listArticles(request, query);
  return { ...page, items: page.items.map(storedRow) };
}

export async function totals(ledger: Ledger, query: QueryPorts): Promise<Totals> {
  const { heads, complete, cut } = await ledger.look();
  const stored = heads.reduce((sum, { objects }) => sum + objects, 0);
  const rejected = await countState('rejected', query);
  const removed = await countState('removed', query);
  return {
    ...{ stored, articles: heads.length, rejected: rejected.count, removed: removed.count },
    ...{ complete, cut: cut || rejected.cut || removed.cut },
  };
}

/** By names only. */
async function countState(
  state: string,
  query: QueryPorts,
): Promise<{ readonly count: number; readonly cut: boolean }> {
  const slice = dayEntries(stateEntry(state, ''), EVER, query);
  let count = 0;
  let below: string | null = null;
  for (let turn = 0; turn < MOST_COUNTS; turn += 1) {
    const { entries, below: next } = await slice(below, COUNTED);
    count += entries.length;
    below = next;
    if (below === null) return { count, cut: false };
  }
  return { count, cut: true };
}

export async function changes(cursor: string | null, query: QueryPorts) {
  if (cursor === null) return { cursor: await cursorNow(query), changed: false };
  const page = await changesSince(cursor, CHANGES, query);
  return { cursor: page.cursor, changed: page.changes.length > 0 };
}

export async function stateOf(key: string, query: QueryPorts): Promise<FileState> {
  const found = await findObject(key, query);
  if (found === null) return { state: 'waiting', id: null, code: null, message: null };
  if (found.state === 'stored') return { state: found.state, id: found.record.id, code: null, message: null };
  const { code = null, message = null } = found.state === 'rejected' ? found.rejection : {};
  return { state: found.state, id: null, code, message };
}
