/**
 * A member's row and its container's in; its place in the container's list, and the row as it counts, out. Promise: the list and its counts
 * are functions of the members' rows; nothing here is a counter.
 */

import { ENTRY_PREFIX, memberEntryKey, memberShard, membersPk, memberTallyKey } from '../core/container-keys.ts';
import { containerOf, entryOf, isLeft, leftRow, MemberEntry, memberTally } from '../core/container-members.ts';
import type { Item } from '../core/item.ts';
import { objectKey } from '../core/keys.ts';
import { type DerivePorts, derive } from './derive.ts';
import type { Table } from './ports.ts';
import { readPartition } from './read-partition.ts';

/** Does nothing for an object that is no member. */
export async function enterMember(row: Item, ports: DerivePorts): Promise<void> {
  const containerId = containerOf(row);
  const memberId = row['objectId'];
  if (containerId === null || typeof memberId !== 'string') return;
  const { table } = ports;
  const entry = async () => entryOf((await table.get(objectKey(memberId))) ?? row);
  await derive(memberEntryKey(containerId, memberId), entry, ports);
  const shard = memberShard(memberId);
  const prefix = `${ENTRY_PREFIX}${shard}#`;
  const tally = async () => {
    const items = await readPartition(table, membersPk(containerId), prefix);
    return memberTally(items.map((item) => MemberEntry.parse(item)));
  };
  await derive(memberTallyKey(containerId, shard), tally, ports);
}

/** A member that its container has left is as good as removed. */
export async function presentRow(objectId: string, table: Pick<Table, 'get'>): Promise<Item | null> {
  const row = await table.get(objectKey(objectId));
  const containerId = row === null ? null : containerOf(row);
  if (row === null || containerId === null) return row;
  return isLeft(row, await table.get(objectKey(containerId))) ? leftRow(row) : row;
}
