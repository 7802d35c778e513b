/**
 * A part of the work on a container in; rows of its members, or a touch of those that it has left, out. Promise: each member is one row by
 * one conditional write, as an upload of its own would be; what there is no time for is sent on, and at least one thing is done each time.
 */
import type { ObjectChange } from '../core/change.ts';
import { paddedSequencer } from '../core/change.ts';
import { foundKey } from '../core/container-keys.ts';
import type { ContainerTask, Portion } from '../core/container-task.ts';
import type { Placed } from '../core/intake/containers/long-format.ts';
import { objectIdOf } from '../core/keys.ts';
import { SCHEMA } from '../core/migrations/schema.ts';
import { type IngestPorts, type Outcome, outcomeOf } from './ingest.ts';
import { putRow } from './put-row.ts';
import { type Reading, readMember } from './read-object.ts';
import { readPortion } from './read-portion.ts';
import { sendTasks } from './send-tasks.ts';
import { sweep } from './sweep.ts';

export interface Work {
  readonly change: ObjectChange;
  readonly task: ContainerTask;
  /** How often the queue has handed it out, from 1. */
  readonly receives: number;
  readonly isOver: () => boolean;
  readonly tell: (outcome: Outcome) => void;
}

export async function workOff({ change, task, ...work }: Work, ports: IngestPorts): Promise<void> {
  if (task.kind === 'sweep') await sweep(change, task, work.isOver, ports);
  else if (change.kind !== 'removed') await workOffPortion({ ...work, change, portion: task }, ports);
}

interface PortionWork extends Omit<Work, 'change' | 'task'> {
  readonly change: Reading;
  readonly portion: Portion;
}

async function workOffPortion(work: PortionWork, ports: IngestPorts): Promise<void> {
  const { change, portion, receives } = work;
  const read = await readPortion(change, portion, ports.objects);
  // Purged, or replaced in a bucket without versions: later news tells of it.
  if (read === null || isReplaced(change, read.object.etag)) return;
  const { object, placed } = read;
  if (portion.isWindow) await count(change, portion, placed.length, ports);
  const isOne = portion.until - portion.from === 1;
  // What failed once is done one by one, so that a member that cannot be read keeps no other waiting.
  if (receives > 1 && !isOne) return sendTasks(change, singlesOf(portion, placed), ports.queue);
  let start = placed[0]?.start ?? 0;
  for (const { member, start: next } of placed) {
    if (next !== start && work.isOver())
      return sendTasks(change, [{ ...portion, from: next, isWindow: false }], ports.queue);
    start = next;
    const found = { ...change, member: member.name, versionId: portion.versionId };
    const row = await readMember(found, member, object, receives, ports);
    const { outcome } = await putRow(row, ports.table);
    work.tell(outcomeOf(row, outcome));
  }
}

function isReplaced(change: Reading, etag: string | null): boolean {
  if (change.kind === 'looked' || (change.versionId !== null && change.versionId !== 'null')) return false;
  return change.etag !== null && change.etag !== etag;
}

/** How many members begin in the window: a function of the bytes, whoever counts. */
async function count(change: Reading, { from }: Portion, found: number, { table }: IngestPorts): Promise<void> {
  const container = objectIdOf({ key: change.key, member: null });
  const key = foundKey(container, paddedSequencer(change.sequencer), from);
  await table.update({ key, set: { found, schema: SCHEMA }, remove: [], guard: null });
}

function singlesOf(portion: Portion, placed: readonly Placed[]): readonly Portion[] {
  const starts = [...new Set(placed.map(({ start }) => start))];
  return starts.map((from) => ({ ...portion, from, until: from + 1, isWindow: false }));
}
