/**
 * Reads of many items, none of them twice. In: reads for lists. Out: the same, which remember what they have read or found missing. Promise: one
 * answer sees one state of an item; to be used for one answer only, whose reads are bounded.
 */
import type { Item, Key } from '../core/item.ts';
import type { Feeds } from './ports.ts';

export function readOnce(feeds: Feeds): Feeds {
  const known = new Map<string, Item | null>();
  return {
    feed: (query) => feeds.feed(query),
    async getMany(keys) {
      const missing = keys.filter((key) => !known.has(nameOf(key)));
      const found = missing.length === 0 ? [] : await feeds.getMany(missing);
      for (const key of missing) known.set(nameOf(key), null);
      for (const item of found) known.set(nameOf(item), item);
      return keys.flatMap((key) => known.get(nameOf(key)) ?? []);
    },
  };
}

function nameOf({ pk, sk }: Key): string {
  return `${pk}\0${sk}`;
}
