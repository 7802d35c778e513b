/** How far the archive is behind the store. In: the table. Out: the first change that it does not know; null when it knows all. */
import { readCursor } from './archive-changes.ts';
import type { ArchivePorts, LoggedChange } from './archive-ports.ts';

export async function firstMissing(ports: Pick<ArchivePorts, 'table' | 'changes'>): Promise<LoggedChange | null> {
  const { cursor } = await readCursor(ports);
  const { changes } = await ports.changes(cursor, 1);
  return changes[0] ?? null;
}
