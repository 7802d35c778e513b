/** Which days and states the feed has, so that listing needs no scan. Promise: once the stream is quiet, no day is missing. */
import { directoryKey } from '../core/keys.ts';
import type { DerivePorts } from './derive.ts';
import type { Table } from './ports.ts';

/** What a table is known to have. Entries are never removed, so that what was seen once need not be looked for again. */
const known = new WeakMap<Table, Set<string>>();
/** A process that meets more days and states than these begins anew. */
const MOST_KNOWN = 2_000;

/** Reading first is ten times cheaper than writing what is nearly always there. */
export async function enterDirectory(entry: string, { table }: DerivePorts): Promise<void> {
  const entries = known.get(table) ?? new Set();
  if (entries.has(entry)) return;
  const key = directoryKey(entry);
  if ((await table.get(key)) === null) await table.put(key, null);
  if (entries.size >= MOST_KNOWN) entries.clear();
  known.set(table, entries.add(entry));
}
