/**
 * An object's row and the tombstones, looked at once more after everything was derived from it. Promise: of an upload and a
 * take-down that race, one sees the other.
 *
 * Why: `ingest` may have read the tombstones just before one was written. Whoever takes down writes the tombstone first, and then
 * looks for contributions and members; `group` writes contributions and members first, and then looks for the tombstone. So either
 * the take-down finds the object, or this finds the take-down. Rows and raw uploads are not ours to change here: a note is left
 * for the function that may.
 */
import type { Item } from '../core/item.ts';
import { purgeKey } from '../core/operating-keys.ts';
import { namedIn, rowWithout, takenRow, traced, unpurged } from '../core/taken-row.ts';
import { holder } from '../core/tombstone.ts';
import { type DerivePorts, derive } from './derive.ts';
import type { Table } from './ports.ts';
import { presentRow } from './settle-member.ts';
import { readTombstones } from './tombstones.ts';

/** True when something of the row is held back and was not known to be when it was derived from. */
export async function lookAgain(row: Item, ports: DerivePorts): Promise<boolean> {
  const stones = await readTombstones(namedIn(row), ports.table);
  const isHeld = takenRow(row, stones) !== null;
  const isLeft = unpurged(row).length > 0 || traced(row).some((named) => holder(named, stones) !== null);
  const objectId = row['objectId'];
  if (typeof objectId !== 'string' || (!isHeld && !isLeft)) return false;
  await derive(purgeKey(objectId), async () => ({ objectId, pending: true }), ports);
  return isHeld;
}

/** The row as it will be when what is held back is out of it. */
export async function rowLeft(objectId: string, table: Pick<Table, 'get'>): Promise<Item | null> {
  const row = await presentRow(objectId, table);
  const taken = row === null ? null : takenRow(row, await readTombstones(namedIn(row), table));
  return row === null || taken === null ? row : rowWithout(row, taken);
}
