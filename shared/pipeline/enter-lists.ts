/** An article into its lists. Promise: once the stream is quiet, no list lacks an article that belongs in it. */
import { type Listable, listKeysOf } from '../core/article-lists.ts';
import type { DerivePorts } from './derive.ts';

/**
 * Unread writes, since an article is rarely in a list before. Whoever derives a head enters it into its lists afterwards: also the
 * last one does. Entries are never removed: what an article has left, its head says.
 */
export async function enterLists(head: Listable, { table }: DerivePorts): Promise<void> {
  await Promise.all(listKeysOf(head).map((key) => table.put(key, null)));
}
