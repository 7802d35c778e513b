/** The partitions in which an article has rows. Promise: a day is entered before a row is written there, and never left out again. */
import { z } from 'zod';
import { archivedKey } from '../core/archive/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { ArchivePorts } from './archive-ports.ts';
import type { Guess } from './derive.ts';

const Archived = z.object({ days: z.array(z.string()), gen: z.number() });

type Ports = Pick<ArchivePorts, 'table' | 'pacing'>;

export async function daysOf(articleId: string, { table }: Pick<ArchivePorts, 'table'>): Promise<readonly string[]> {
  const item = await table.get(archivedKey(articleId));
  return item === null ? [] : Archived.parse(item).days;
}

/** All days with the one given, which is null for an article that is gone. Written only when something is new; a guess that it is costs a refused write when it is not. */
export async function enterDay(
  articleId: string,
  day: string | null,
  ports: Ports,
  guess: Guess = 'unknown',
): Promise<readonly string[]> {
  const key = archivedKey(articleId);
  for (let attempt = 1; attempt <= STORE_LIMITS.deriveAttempts; attempt += 1) {
    const isGuessed = guess === 'new' && day !== null && attempt === 1;
    const item = isGuessed ? null : await ports.table.get(key);
    const known = item === null ? null : Archived.parse(item);
    const days = known?.days ?? [];
    if (day === null || days.includes(day)) return days;
    const next = [...days, day].sort();
    const guard = { kind: 'unchanged', gen: known?.gen ?? null } as const;
    const written = await ports.table.put({ ...key, days: next, gen: (known?.gen ?? 0) + 1 }, guard);
    if (written.applied) return next;
    await ports.pacing.pause(attempt);
  }
  throw new Error(`${key.pk}: too many writers at once`);
}
