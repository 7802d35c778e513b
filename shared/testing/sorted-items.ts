/** Items of one partition in memory, in the order of their sort keys. Promise: a page costs what it holds, not what is stored. */
import type { Item } from '../core/item.ts';
import { compareText } from '../core/url.ts';
import type { RangeQuery } from '../pipeline/ports.ts';

export interface SortedItems {
  get(sk: string): Item | undefined;
  set(item: Item): void;
  query(query: Omit<RangeQuery, 'pk'>): readonly Item[];
  all(): readonly Item[];
}

export function sortedItems(): SortedItems {
  const items = new Map<string, Item>();
  const order: string[] = [];
  const itemsOf = (keys: readonly string[]) => keys.flatMap((sk) => items.get(sk) ?? []);
  return {
    get: (sk) => items.get(sk),
    set(item) {
      if (!items.has(item.sk)) order.splice(firstFrom(order, item.sk), 0, item.sk);
      items.set(item.sk, item);
    },
    query({ prefix, after, newestFirst, limit }) {
      const isIn = (sk: string) => after === null || (newestFirst ? sk < after : sk > after);
      const [from, until] = [firstFrom(order, prefix), firstBeyond(order, prefix)];
      // One more on either side, for the key that the last page ended with.
      const at = after === null ? null : firstFrom(order, after);
      const start = newestFirst ? Math.max(from, Math.min(until, at ?? until) - limit - 1) : Math.max(from, at ?? from);
      const end = newestFirst ? Math.min(until, at ?? until) : Math.min(until, start + limit + 1);
      const page = order.slice(start, end).filter(isIn);
      return itemsOf((newestFirst ? page.reverse() : page).slice(0, limit));
    },
    all: () => itemsOf(order),
  };
}

/** The place of the first key that is not smaller. */
function firstFrom(order: readonly string[], key: string): number {
  return firstWhere(order, (sk) => compareText(sk, key) >= 0);
}

function firstBeyond(order: readonly string[], prefix: string): number {
  return firstWhere(order, (sk) => compareText(sk, prefix) >= 0 && !sk.startsWith(prefix));
}

/** What holds for a key holds for all greater ones. */
function firstWhere(order: readonly string[], holds: (sk: string) => boolean): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(order[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}
