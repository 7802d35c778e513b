/**
 * The table in memory, with the semantics of the real one: consistent reads, guards, a keys-only feed. Promise: passes the same
 * tests as the table on DynamoDB. Items are shared and never changed: a write puts a new item in the old one's place.
 */
import type { Item, Key } from '../core/item.ts';
import { compareText } from '../core/url.ts';
import type { FeedEntry, Feeds, Guard, Table, Written } from '../pipeline/ports.ts';
import { type SortedItems, sortedItems } from './sorted-items.ts';

export interface MemoryTable extends Table, Feeds {
  /** Everything that is stored, ordered by key. */
  items(): readonly Item[];
}

/** Called after each applied write, as the table's stream would be. */
export type WriteListener = (before: Item | null, after: Item) => void;

type Partitions = Map<string, SortedItems>;

export function memoryTable(onWrite: WriteListener = () => {}): MemoryTable {
  const partitions: Partitions = new Map();
  const find = ({ pk, sk }: Key) => partitions.get(pk)?.get(sk) ?? null;
  const write = (key: Key, guard: Guard | null, next: (before: Item | null) => Item): Written => {
    const before = find(key);
    if (!holds(guard, before)) return { applied: false, found: before };
    const after = next(before);
    const partition = partitions.get(key.pk) ?? sortedItems();
    partition.set(after);
    partitions.set(key.pk, partition);
    onWrite(before, after);
    return { applied: true, item: after };
  };
  return {
    ...memoryFeeds(partitions, find),
    items: () => itemsOf(partitions),
    get: (key) => Promise.resolve(find(key)),
    query: (query) => Promise.resolve(partitions.get(query.pk)?.query(query) ?? []),
    put: async (item, guard) => write(item, guard, () => item),
    update: async ({ key, set, remove, guard }) =>
      write(key, guard, (before) => ({ ...without(before ?? key, remove), ...set, ...key })),
  };
}

function memoryFeeds(partitions: Partitions, find: (key: Key) => Item | null): Feeds {
  return {
    feed: async ({ feedPk, before, limit }) =>
      itemsOf(partitions)
        .filter((item) => item['feedPk'] === feedPk)
        .map(entryOf)
        .filter(({ feedSk }) => before === null || feedSk < before)
        .sort((a, b) => compareText(b.feedSk, a.feedSk))
        .slice(0, limit),
    getMany: async (keys) => keys.map(find).filter((item) => item !== null),
  };
}

function holds(guard: Guard | null, before: Item | null): boolean {
  switch (guard?.kind) {
    case undefined:
      return true;
    case 'unchanged':
      return (before?.['gen'] ?? null) === guard.gen;
    case 'newer': {
      const revision = before?.[guard.attribute ?? 'revision'];
      return revision === undefined || (typeof revision === 'string' && revision < guard.revision);
    }
  }
}

function entryOf(item: Item): FeedEntry {
  return { key: { pk: item.pk, sk: item.sk }, feedSk: String(item['feedSk']) };
}

function without(item: Item, names: readonly string[]): Item {
  if (!names.some((name) => name in item)) return item;
  const gone = new Set(names);
  const kept = Object.entries(item).filter(([name]) => !gone.has(name));
  return { ...Object.fromEntries(kept), pk: item.pk, sk: item.sk };
}

function itemsOf(partitions: Partitions): Item[] {
  const items = [...partitions.values()].flatMap((partition) => partition.all());
  return items.sort((a, b) => compareText(a.pk, b.pk));
}
