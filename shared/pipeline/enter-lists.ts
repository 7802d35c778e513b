/** An article into its lists. Promise: once the stream is quiet, no list lacks an article that belongs in it. */
import { type Listable, listKeysOf } from '../core/article-lists.ts';
import { endOfEmbargo } from '../core/embargo.ts';
import type { LiveHead } from '../core/head.ts';
import { embargoKey } from '../core/keys.ts';
import type { DerivePorts } from './derive.ts';

/**
 * Unread writes, since an article is rarely in a list before. Whoever derives a head enters it into its lists afterwards: also the
 * last one does. Entries are never removed: what an article has left, its head says.
 */
export async function enterLists(head: Listable, { table }: DerivePorts): Promise<void> {
  await Promise.all(listKeysOf(head).map((key) => table.put(key, null)));
}

/** Before the change is logged: whoever tells of the end finds the entry, or the change was logged after the end. */
export async function enterEmbargo({ articleId, embargoedUntil }: LiveHead, { table }: DerivePorts): Promise<void> {
  if (embargoedUntil !== null) await table.put(embargoKey(endOfEmbargo(embargoedUntil), articleId), null);
}
