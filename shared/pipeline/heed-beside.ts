/**
 * A row that was just written, and what its item says of the file of metadata beside it, in; the row as it is with that, out. Promise: a file
 * without such a file costs nothing more, since the write of its row has answered with the item; whoever writes last sees the other.
 */
import { type Beside, besideIn, isOfChange, isReadBy, unheeded } from '../core/beside.ts';
import { type RowWrite, rowBeside } from '../core/object-row.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { Table } from './ports.ts';
import { type Put, putRow } from './put-row.ts';

/**
 * A reading that is held back is asked once more, when what is beside the file has made another article of it: a take-down of one article may
 * spare that, and not the name that the bytes give alone.
 */
export async function unlessSpared(
  row: RowWrite,
  readWith: (beside: Beside) => Promise<RowWrite | null>,
  table: Pick<Table, 'get'>,
): Promise<RowWrite> {
  const item = row.state === 'taken-down' ? await table.get(row.key) : null;
  const beside = item?.['state'] === 'stored' && isOfChange(item, row.revision) ? besideIn(item) : null;
  const read = beside === null || beside.hints === null ? null : await readWith(beside);
  return beside === null || read === null ? row : rowBeside(read, beside, articleOf(row));
}

export interface Heeded extends Put {
  readonly row: RowWrite;
}

/** `readWith` gives the row of the same change, read once more; null when there is nothing to read any more. */
export async function heedBeside(
  row: RowWrite,
  put: Put,
  readWith: (beside: Beside) => Promise<RowWrite | null>,
  table: Table,
): Promise<Heeded> {
  const alias = articleOf(row);
  let heeded: Heeded = { row, ...put };
  for (let turn = 0; turn < STORE_LIMITS.besideTurns; turn += 1) {
    const { item } = heeded;
    const beside = item === null || !isOfChange(item, row.revision) ? null : unheeded(item);
    if (item === null || beside === null) return heeded;
    if (!isReadBy(item, row.revision))
      throw new Error('Another version of the extractor has read this file: it has to read it with its metadata too');
    const read = await readWith(beside);
    // What a look found is gone by now, or another: later news tells of it.
    if (read === null || !isRead(read)) return heeded;
    const own = rowBeside(read, beside, alias);
    heeded = { row: own, ...(await putRow(own, table)) };
  }
  throw new Error('The metadata beside this file are replaced all the time');
}

function isRead({ state }: RowWrite): boolean {
  return state === 'stored' || state === 'rejected' || state === 'taken-down';
}

function articleOf({ attributes: { articleId } }: RowWrite): string | null {
  return typeof articleId === 'string' ? articleId : null;
}
