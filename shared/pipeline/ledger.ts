/**
 * Every file that was dropped, and what became of it. In: a prefix, or a container, and what is asked of a file. Out: one entry for each, in
 * the order of their keys. Promise: complete, no scan: the bucket says what was dropped, the rows what became of it.
 */
import { containerOf } from '../core/container-members.ts';
import { sequencerOf } from '../core/history.ts';
import { inChunks } from '../core/in-chunks.ts';
import type { Item } from '../core/item.ts';
import { objectIdOf, objectKey } from '../core/keys.ts';
import { ObjectRow } from '../core/object-row.ts';
import { downAs } from '../core/taken-row.ts';
import type { LedgerState } from './ledger-states.ts';
import type { Listing } from './ports.ts';
import type { QueryPorts } from './query.ts';
import { containerObject, membersOf } from './query-container.ts';

export interface LedgerEntry {
  readonly key: string;
  /** Of a container; null for a file. */
  readonly member: string | null;
  readonly state: LedgerState;
  /** When S3 recorded what made it so, ISO 8601 instant; null for one that waits. */
  readonly at: string | null;
  /** Of a rejection. */
  readonly code: string | null;
  readonly message: string | null;
  /** Of one that is stored. */
  readonly articleId: string | null;
  /** Records made of it: of a container, by its members. */
  readonly records: number;
  /** Of a container: members found, rejected, not worked off. */
  readonly members: { readonly found: number; readonly rejected: number; readonly pending: number } | null;
}

export interface LedgerPorts extends QueryPorts {
  readonly listing: Listing;
}

/** Rows are asked for this many at a time: one request for DynamoDB. */
const ROWS_AT_ONCE = 100;

/** Files that are in the bucket; what was removed from it is in the lists of states. */
export async function* ledger(prefix: string, ports: LedgerPorts): AsyncGenerator<LedgerEntry> {
  let after: string | null = null;
  for (;;) {
    const { keys, isLast } = await ports.listing.page(prefix, after);
    for (const some of inChunks(keys, ROWS_AT_ONCE)) {
      const rows = await rowsOf(
        some.map((key) => ({ key, member: null })),
        ports,
      );
      for (const [at, key] of some.entries()) yield await entryOf(key, rows[at] ?? null, ports);
    }
    after = keys.at(-1) ?? after;
    if (isLast) return;
    if (keys.length === 0) throw new Error('The listing of the bucket gives no keys and does not end');
  }
}

/** Members of one container, as they are now; `state`: only those in it, and the rows of no other are read. */
export async function* memberLedger(
  key: string,
  ports: QueryPorts,
  state: LedgerState | null = null,
): AsyncGenerator<LedgerEntry> {
  const containerId = objectIdOf({ key, member: null });
  const container = await ports.table.get(objectKey(containerId));
  const revision = container?.['revision'];
  if (typeof revision !== 'string') return;
  const names: string[] = [];
  for await (const entry of membersOf(containerId, sequencerOf(revision), ports.table))
    if (state === null || entry.state === state) names.push(entry.member);
  for (const some of inChunks(names.sort(), ROWS_AT_ONCE)) {
    const rows = await rowsOf(
      some.map((member) => ({ key, member })),
      ports,
    );
    for (const row of rows) if (row !== null) yield await entryOf(key, row, ports);
  }
}

async function rowsOf(
  refs: readonly { readonly key: string; readonly member: string | null }[],
  { feeds }: QueryPorts,
): Promise<readonly (Item | null)[]> {
  const keys = refs.map((ref) => objectKey(objectIdOf(ref)));
  const items = new Map((await feeds.getMany(keys)).map((item) => [item.pk, item]));
  return keys.map(({ pk }) => items.get(pk) ?? null);
}

async function entryOf(key: string, item: Item | null, ports: QueryPorts): Promise<LedgerEntry> {
  const nothing = { code: null, message: null, articleId: null, records: 0, members: null } as const;
  if (item === null) return { key, member: null, state: 'waiting', at: null, ...nothing };
  const row = ObjectRow.parse(item);
  const common = { key, member: row.member, at: row.changedAt, ...nothing };
  if (downAs(item) !== null) return { ...common, state: 'taken-down' };
  if (row.state === 'stored') return { ...common, state: row.state, articleId: row.articleId, records: 1 };
  if (row.state === 'rejected') return { ...common, state: row.state, code: row.code, message: row.message };
  if (row.state !== 'container' || containerOf(item) !== null) return { ...common, state: row.state };
  const { found, rejected, pending, stored } = await containerObject(row, ports, false);
  return { ...common, state: row.state, records: stored, members: { found, rejected, pending } };
}
