/** Which days and states the feed has, so that listing needs no scan. Promise: once the stream is quiet, no day is missing. */
import { directoryKey } from '../core/keys.ts';
import type { DerivePorts } from './derive.ts';

/** Reading first is ten times cheaper than writing what is nearly always there. Entries are never removed. */
export async function enterDirectory(entry: string, { table }: DerivePorts): Promise<void> {
  const key = directoryKey(entry);
  if ((await table.get(key)) === null) await table.put(key, null);
}
