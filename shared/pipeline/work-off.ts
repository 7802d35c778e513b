/**
 * A part of the work on a container in; rows of its members, or a touch of those that it has left, out. Promise: each member is one row by
 * one conditional write, as an upload of its own would be; what there is no time for is sent on, and at least one thing is done each time.
 */
import type { ObjectChange } from '../core/change.ts';
import { paddedSequencer } from '../core/change.ts';
import { foundKey, insideKey } from '../core/container-keys.ts';
import type { ContainerTask, Portion } from '../core/container-task.ts';
import type { Placed } from '../core/intake/containers/long-format.ts';
import type { Member } from '../core/intake/containers/member.ts';
import { membersInside } from '../core/intake/containers/nested.ts';
import { readMapping } from '../core/intake/formats/mapping.ts';
import { objectIdOf } from '../core/keys.ts';
import { LIMITS } from '../core/limits.ts';
import { SCHEMA } from '../core/migrations/schema.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { type IngestPorts, type Outcome, outcomeOf } from './ingest.ts';
import type { StoredObject } from './ports.ts';
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
  if (portion.isWindow) await count(change, foundKey, portion.from, placed.length, ports);
  const { skip, take } = portion;
  const meant = placed.slice(skip, take === null ? undefined : skip + take);
  // What failed more than once is done one by one, so that a member that cannot be read keeps no other waiting.
  if (receives >= STORE_LIMITS.cutReceives && meant.length > 1)
    return sendTasks(change, cutUp(portion, meant.length), ports.queue);
  for (const [at, one] of meant.entries()) {
    if (at > 0 && work.isOver()) return sendTasks(change, [behind(portion, at)], ports.queue);
    const file = { ...portion, skip: skip + at, take: 1, isWindow: false };
    const rest = await workOffMember({ ...work, portion: file }, one, object, ports);
    if (rest.length > 0) await sendTasks(change, rest, ports.queue);
  }
}

/** `portion`: of this one member. Gives what there is no time for, and what is too much for one message. */
async function workOffMember(
  work: PortionWork,
  { member, start }: Placed,
  object: StoredObject,
  ports: IngestPorts,
): Promise<readonly Portion[]> {
  const { change, portion, receives } = work;
  const held = membersInside(member, readMapping(object.metadata));
  if (held === null) {
    await settle(work, member, object, ports);
    return [];
  }
  // The file itself was counted with the archive.
  if (held.length > 1) await count(change, insideKey, start, held.length - 1, ports);
  const { skip, take } = portion.inside ?? { skip: 0, take: null };
  const meant = held.slice(skip, take === null ? undefined : skip + take);
  if (receives >= STORE_LIMITS.cutReceives && meant.length > 1) return cutInside(portion, skip, meant.length, 1);
  // Each of them opens the file again.
  if (meant.length > LIMITS.membersAtOnce) return cutInside(portion, skip, meant.length, LIMITS.membersAtOnce / 4);
  for (const [at, one] of meant.entries()) {
    if (at > 0 && work.isOver())
      return [{ ...portion, inside: { skip: skip + at, take: take === null ? null : take - at } }];
    await settle(work, one, object, ports);
  }
  return [];
}

async function settle(work: PortionWork, member: Member, object: StoredObject, ports: IngestPorts): Promise<void> {
  const { change, portion, receives } = work;
  const found = { ...change, member: member.name, versionId: portion.versionId };
  const row = await readMember(found, member, object, receives, ports);
  const { outcome } = await putRow(row, ports.table);
  work.tell(outcomeOf(row, outcome));
}

/** Without the members that are done, of which there is one at least. */
function behind({ skip, take, inside: _, ...portion }: Portion, done: number): Portion {
  return { ...portion, skip: skip + done, take: take === null ? null : take - done, isWindow: false };
}

/** Each is smaller than what it was cut from, however many members begin at one place. */
function cutUp({ inside: _, ...portion }: Portion, count: number): readonly Portion[] {
  const cut = { ...portion, isWindow: false };
  return piecesOf(count, 1).map(({ from, take }) => ({ ...cut, skip: portion.skip + from, take }));
}

/** Of a file in an archive that is a container itself. */
function cutInside(portion: Portion, skip: number, count: number, least: number): readonly Portion[] {
  return piecesOf(count, least).map(({ from, take }) => ({ ...portion, inside: { skip: skip + from, take } }));
}

/** `least`: of each, but for the last. */
function piecesOf(count: number, least: number): readonly { readonly from: number; readonly take: number }[] {
  const take = Math.max(least, Math.ceil(count / STORE_LIMITS.cutPortions));
  return Array.from({ length: Math.ceil(count / take) }, (_, at) => ({
    from: at * take,
    take: Math.min(take, count - at * take),
  }));
}

function isReplaced(change: Reading, etag: string | null): boolean {
  if (change.kind === 'looked' || (change.versionId !== null && change.versionId !== 'null')) return false;
  return change.etag !== null && change.etag !== etag;
}

/** A function of the bytes, whoever counts. */
async function count(
  change: Reading,
  keyOf: typeof foundKey,
  place: number,
  found: number,
  { table }: IngestPorts,
): Promise<void> {
  const container = objectIdOf({ key: change.key, member: null });
  const key = keyOf(container, paddedSequencer(change.sequencer), place);
  await table.update({ key, set: { found, schema: SCHEMA }, remove: [], guard: null });
}
