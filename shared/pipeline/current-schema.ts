/**
 * The table and its lists, in today's schema only. In: ports to what is stored, of any age. Out: the same ports. Promise: what is
 * put names its schema, what is read has been brought up to date, what is newer is an error; nothing behind them knows of age. An object
 * of which nothing is known but what is beside it has no row.
 */
import { isRegisterOnly } from '../core/beside.ts';
import type { Item, Key } from '../core/item.ts';
import { SCHEMA } from '../core/migrations/schema.ts';
import { upgradedItem } from '../core/migrations/upgrade.ts';
import type { Feeds, Table, Written } from './ports.ts';

export function currentTable(table: Table): Table {
  const many = table.getEach?.bind(table);
  return {
    get: async (key) => rowOrNull(await table.get(key)),
    ...(many === undefined ? {} : { getEach: async (keys: readonly Key[]) => (await many(keys)).map(rowOrNull) }),
    query: async (query) => (await table.query(query)).map(upgradedItem),
    put: async (item, guard) => writtenNow(await table.put({ ...item, schema: SCHEMA }, guard)),
    update: async (update) => writtenNow(await table.update(update)),
  };
}

export function currentFeeds(feeds: Feeds): Feeds {
  return {
    feed: (query) => feeds.feed(query),
    getMany: async (keys) => (await feeds.getMany(keys)).filter((item) => !isRegisterOnly(item)).map(upgradedItem),
  };
}

function writtenNow(written: Written): Written {
  if (written.applied) return { applied: true, item: upgradedItem(written.item) };
  return { applied: false, found: orNull(written.found) };
}

function rowOrNull(item: Item | null): Item | null {
  return item === null || isRegisterOnly(item) ? null : upgradedItem(item);
}

function orNull(item: Item | null): Item | null {
  return item === null ? null : upgradedItem(item);
}
