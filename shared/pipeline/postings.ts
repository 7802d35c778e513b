/**
 * Which texts share a candidate key. In: nodes. Out: postings, and the texts that one is to be compared with. Promise: with whom
 * a text is compared is a function of the set: all that share a key while they are few, else only pairs with one of its smallest.
 */
import type { Item } from '../core/item.ts';
import { PIVOT_PREFIX, POSTING_PREFIX, pivotKey, postingKey, postingPk } from '../core/keys.ts';
import type { Kinship } from '../core/kinship.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { nodeRevision, type TextNode } from '../core/text-node.ts';
import type { Table } from './ports.ts';
import { readPartition } from './read-partition.ts';

export interface PostingPorts {
  readonly table: Table;
  readonly kinship: Kinship;
}

export interface Posted {
  readonly textId: string;
  /** A text's print is a function of its id, so that no copy of it is ever out of date. Null in postings from before they had it. */
  readonly print: Uint8Array | null;
}

export interface Posting {
  /** The smallest texts, at most `cap`. */
  readonly smallest: readonly Posted[];
  /** There are more. */
  readonly hot: boolean;
}

export function keysOf({ print }: TextNode, kinship: Kinship): readonly string[] {
  return print === null ? [] : kinship.keysOf(print);
}

/** A posting copies the newest state of its node that anybody has posted: no reads, no races. A text that has gone leaves no print. */
export async function post(node: TextNode, ports: PostingPorts): Promise<void> {
  const { textId, present } = node;
  const print = present ? { print: node.print } : {};
  const revision = nodeRevision(node);
  const guard = { kind: 'newer', revision } as const;
  const keys = keysOf(node, ports.kinship);
  await Promise.all(
    keys.map((key) => ports.table.put({ ...postingKey(key, textId), present, revision, ...print }, guard)),
  );
}

export async function readPosting(
  key: string,
  { table, kinship }: { readonly table: Pick<Table, 'query'>; readonly kinship: Kinship },
): Promise<Posting> {
  const smallest: Posted[] = [];
  let after: string | null = null;
  for (;;) {
    // Texts that have gone stay in the list: a page that was revised a hundred times must not cost a hundred reads.
    const limit = after === null ? kinship.cap + 1 : STORE_LIMITS.pageItems;
    const page: readonly Item[] = await table.query({
      ...{ pk: postingPk(key), prefix: POSTING_PREFIX },
      ...{ after, newestFirst: false, limit },
    });
    smallest.push(...postedOf(page));
    after = page.at(-1)?.sk ?? null;
    if (smallest.length > kinship.cap) return { smallest: smallest.slice(0, kinship.cap), hot: true };
    if (page.length < limit) return { smallest, hot: false };
  }
}

/** All of a key, for one of its smallest. */
export async function readWholePosting(key: string, { table }: PostingPorts): Promise<readonly Posted[]> {
  return postedOf(await readPartition(table, postingPk(key), POSTING_PREFIX));
}

/** Whose pairs under this key have been looked at as those of one of its smallest. */
export async function readPivots(key: string, { table }: PostingPorts): Promise<readonly string[]> {
  const marks = await readPartition(table, postingPk(key), PIVOT_PREFIX);
  return marks.filter(isPresent).map(({ sk }) => sk.slice(PIVOT_PREFIX.length));
}

export async function markPivot(key: string, textId: string, present: boolean, { table }: PostingPorts): Promise<void> {
  await table.put({ ...pivotKey(key, textId), present }, null);
}

function postedOf(items: readonly Item[]): readonly Posted[] {
  return items.filter(isPresent).map(({ sk, print }) => ({
    textId: sk.slice(POSTING_PREFIX.length),
    print: print instanceof Uint8Array ? print : null,
  }));
}

const isPresent = (item: Item): boolean => item['present'] === true;
