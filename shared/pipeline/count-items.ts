/**
 * A whole counted from its items. In: where they are. Out: the count, from the items themselves while they are few, from counts of
 * parts once they are many. Promise: when everything is quiet, the count is that of all items, and it costs one query or one part.
 *
 * Why: items are written before they are counted and are never deleted. Whoever sees few has seen all, its own included. Whoever
 * is the first to see many counts every part, also the items of those who saw few; the whole says so (`parted`), under its own guard.
 * From then on each counts its own part only, for whoever writes an item sees many as well.
 */
import type { Attributes, Item } from '../core/item.ts';
import { PART_PREFIX, PARTS, partKey, partPrefix } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { type DerivePorts, derive } from './derive.ts';
import { readPartition } from './read-partition.ts';

export interface Counting<T> {
  readonly pk: string;
  readonly kind: 'member' | 'text';
  /** Of the caller's own item, which it has just written. */
  readonly part: string;
  readonly ofItems: (items: readonly Item[]) => T & Attributes;
  readonly ofParts: (parts: readonly Item[]) => T;
}

export interface Counted<T> {
  readonly count: T;
  /** True from the first time that there were many. */
  readonly parted: boolean;
  /** The first few items in order; all of them while they are few. */
  readonly first: readonly Item[];
}

/** Counts anew whenever it is called; the parts once. `before`: the whole as it was, read before its items are. */
export function counter<T>(
  { pk, kind, part, ofItems, ofParts }: Counting<T>,
  ports: DerivePorts,
): (before: Item | null) => Promise<Counted<T>> {
  const most = ports.countedWhole ?? STORE_LIMITS.countedWhole;
  let done: ReadonlySet<string> = new Set();
  const countParts = async (parts: readonly string[]) => {
    for (const one of parts.filter((name) => !done.has(name))) {
      const rule = async () => ofItems(await readPartition(ports.table, pk, partPrefix(kind, one)));
      await derive(partKey(pk, one), rule, ports);
      done = new Set([...done, one]);
    }
  };
  return async (before) => {
    const first = await ports.table.query({
      ...{ pk, prefix: `${kind}#`, after: null },
      ...{ newestFirst: false, limit: most + 1 },
    });
    if (first.length <= most) return { count: ofItems(first), parted: false, first };
    await countParts(before?.['parted'] === true ? [part] : PARTS);
    return { count: ofParts(await readPartition(ports.table, pk, PART_PREFIX)), parted: true, first };
  };
}
