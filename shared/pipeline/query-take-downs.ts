/**
 * What was taken down: when and why. In: an article, an object's row, or a page request. Out: tombstones. Promise: says what was
 * decided, and nothing of what it was about.
 */

import { objectName } from '../core/container-keys.ts';
import type { Item } from '../core/item.ts';
import { ObjectRow } from '../core/object-row.ts';
import { TAKE_DOWNS_PK, tombstoneKey } from '../core/operating-keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { downAs } from '../core/taken-row.ts';
import { type Tombstone, tombstone } from '../core/tombstone.ts';
import type { Feeds, Table } from './ports.ts';

export interface TakeDown {
  readonly articleId: string;
  readonly at: string;
  readonly reason: string;
  /** Set when it was taken back: what is uploaded from then on is let in. */
  readonly lifted: { readonly at: string; readonly reason: string } | null;
}

export interface TakenDownObject extends TakeDown {
  readonly state: 'taken-down';
  readonly key: string;
}

type Reads = Pick<Table, 'get'>;

export async function findTakeDown(articleId: string, table: Reads): Promise<TakeDown | null> {
  const stone = tombstone(await table.get(tombstoneKey(articleId)));
  return stone === null ? null : takeDownOf(articleId, stone);
}

/** A file whose last reading was taken down, also once it is purged from the bucket; null for any other. */
export async function takenDownObject(row: Item, table: Reads): Promise<TakenDownObject | null> {
  const named = downAs(row);
  if (named === null) return null;
  const { articleId, text } = named;
  const own = await findTakeDown(articleId, table);
  const same = own !== null || text === null ? null : tombstone(await table.get(tombstoneKey(text)));
  const takeDown = own ?? (same === null ? null : takeDownOf(articleId, same));
  return takeDown === null ? null : { state: 'taken-down', key: objectName(ObjectRow.parse(row)), ...takeDown };
}

/** Latest first. */
export async function listTakeDowns(
  request: { readonly limit: number; readonly cursor: string | null },
  ports: { readonly table: Pick<Table, 'query'>; readonly feeds: Pick<Feeds, 'getMany'> },
): Promise<{ readonly items: readonly TakeDown[]; readonly cursor: string | null }> {
  const limit = Math.min(Math.max(1, request.limit), STORE_LIMITS.listItems);
  const after = request.cursor;
  const query = { pk: TAKE_DOWNS_PK, prefix: '', after, newestFirst: true, limit };
  const entries = await ports.table.query(query);
  const names = entries.flatMap(({ articleId }) => (typeof articleId === 'string' ? [articleId] : []));
  const stones = (await ports.feeds.getMany(names.map(tombstoneKey))).flatMap((item) => tombstone(item) ?? []);
  const byName = new Map(stones.map((stone) => [stone.name, stone]));
  const items = entries.flatMap(({ articleId, at }) => {
    const stone = byName.get(String(articleId));
    // Decided anew since: the later entry tells of it.
    return stone === undefined || stone.at !== at ? [] : [takeDownOf(stone.name, stone)];
  });
  return { items, cursor: entries.length < limit ? null : (entries.at(-1)?.sk ?? null) };
}

function takeDownOf(articleId: string, { at, reason, lifted }: Tombstone): TakeDown {
  return { articleId, at, reason, lifted };
}
