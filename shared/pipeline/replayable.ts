/**
 * Rows whose objects may be read again. In: a prefix and what is asked of a row. Out: every object of the bucket's listing, with
 * what its row says. Promise: complete for every filter, no scan; memory holds one page.
 *
 * Why the listing and not the table's own lists: those go by the date that an article states, hold no second object of an article,
 * and lag behind; the listing holds every object whose bytes are still there, which is what can be read again.
 */
import type { Item } from '../core/item.ts';
import { objectIdOf, objectKey } from '../core/keys.ts';
import { ObjectRow } from '../core/object-row.ts';
import { isWanted, type ReplayFilter } from '../core/replay-filter.ts';
import type { Feeds, Listing } from './ports.ts';

export interface Selection extends ReplayFilter {
  readonly prefix: string;
  /** Objects behind this key; null: from the first. */
  readonly after: string | null;
}

export interface ReplayablePorts {
  readonly listing: Listing;
  readonly feeds: Pick<Feeds, 'getMany'>;
}

export type Candidate =
  | { readonly kind: 'wanted'; readonly key: string; readonly row: ObjectRow; readonly item: Item }
  /** Something in the filter does not hold, or its row says that it is removed or taken down. */
  | { readonly kind: 'other'; readonly key: string }
  /** It was never ingested: its notification is still on its way, or was given up. */
  | { readonly kind: 'without-row'; readonly key: string };

/** Rows are asked for this many at a time: one request for DynamoDB. */
const ROWS_AT_ONCE = 100;

export async function* replayable(selection: Selection, ports: ReplayablePorts): AsyncGenerator<Candidate> {
  let { after } = selection;
  for (;;) {
    const { keys, isLast } = await ports.listing.page(selection.prefix, after);
    for (let start = 0; start < keys.length; start += ROWS_AT_ONCE)
      yield* await candidatesOf(keys.slice(start, start + ROWS_AT_ONCE), selection, ports);
    after = keys.at(-1) ?? after;
    if (isLast) return;
    if (keys.length === 0) throw new Error('The listing of the bucket gives no keys and does not end');
  }
}

async function candidatesOf(
  keys: readonly string[],
  selection: Selection,
  { feeds }: ReplayablePorts,
): Promise<readonly Candidate[]> {
  const rowKeys = keys.map((key) => objectKey(objectIdOf({ key, member: null })));
  const items = new Map((await feeds.getMany(rowKeys)).map((item) => [item.pk, item]));
  return keys.map((key, at) => candidateOf(key, items.get(rowKeys[at]?.pk ?? ''), selection));
}

function candidateOf(key: string, item: Item | undefined, selection: Selection): Candidate {
  if (item === undefined) return { kind: 'without-row', key };
  const row = ObjectRow.parse(item);
  const isThere = row.state !== 'removed' && row.state !== 'taken-down';
  const isMeant = isThere && isWanted(row, selection);
  return isMeant ? { kind: 'wanted', key, row, item } : { kind: 'other', key };
}
