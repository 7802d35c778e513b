/**
 * What was held back after its take-down, and is still in the bucket. In: the notes that `group` left. Out: what was purged. Promise:
 * a note is crossed out only when nothing came since it was read.
 */
import { z } from 'zod';
import { PURGES_PK, purgeKey } from '../core/operating-keys.ts';
import { type Purged, type PurgePorts, purgeObject } from './purge-object.ts';
import { readPartition } from './read-partition.ts';

const Note = z.object({ objectId: z.string(), pending: z.boolean(), gen: z.number() });
type Note = z.infer<typeof Note>;

/** Ids and counts, ready to be logged. */
export interface HeldPurge {
  readonly objectId: string;
  readonly versions: number;
  readonly bodies: number;
}

/** `isOver`: no time for another one; the rest is left to the next call. */
export async function purgeHeld(ports: PurgePorts, isOver: () => boolean = () => false): Promise<readonly HeldPurge[]> {
  const notes = (await readPartition(ports.table, PURGES_PK, '')).map((item) => Note.parse(item));
  const done: HeldPurge[] = [];
  for (const note of notes.filter(({ pending }) => pending)) {
    if (isOver()) break;
    done.push(told(note, await purgeNoted(note, ports)));
  }
  return done;
}

async function purgeNoted({ objectId, gen }: Note, ports: PurgePorts): Promise<Purged> {
  const purged = await purgeObject(objectId, null, ports);
  const set = { pending: false, gen: gen + 1 };
  await ports.table.update({ key: purgeKey(objectId), set, remove: [], guard: { kind: 'unchanged', gen } });
  return purged;
}

function told({ objectId }: Note, { versions, bodies }: Purged): HeldPurge {
  return { objectId, versions: versions.length, bodies: bodies.length };
}
