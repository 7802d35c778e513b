/**
 * What a replay would change of the members of a container. In: its row, and the extractor of this machine. Out: a comparison for each member,
 * to be made when its turn comes. Promise: nothing is written; one portion of the container is in memory, and the files of an archive that are compared at the moment.
 */

import { objectName } from '../core/container-keys.ts';
import { isLeft } from '../core/container-members.ts';
import type { Portion } from '../core/container-task.ts';
import { inChunks } from '../core/in-chunks.ts';
import type { Placed } from '../core/intake/containers/long-format.ts';
import type { Member } from '../core/intake/containers/member.ts';
import { membersInside } from '../core/intake/containers/nested.ts';
import { type Mapping, readMapping } from '../core/intake/formats/mapping.ts';
import type { Item } from '../core/item.ts';
import { objectIdOf, objectKey } from '../core/keys.ts';
import { ObjectRow } from '../core/object-row.ts';
import { Rejection } from '../core/rejection.ts';
import { type ComparePorts, type Comparison, comparison, type Read, storedReading } from './compare-reading.ts';
import type { Feeds } from './ports.ts';
import { readMemberRecord } from './read-object.ts';
import { type PortionRead, readPortion } from './read-portion.ts';
import { PORTION_SIZES } from './split.ts';
import { splitObject } from './split-any.ts';

export interface MemberPorts extends ComparePorts {
  readonly feeds: Pick<Feeds, 'getMany'>;
}

export type Job = () => Promise<Comparison>;

/** Rows are asked for this many at a time: one request for DynamoDB. */
const ROWS_AT_ONCE = 100;

/** Nothing for a row that is of no container. `item`: the row as it is stored. */
export async function* memberJobs(item: Item, ports: MemberPorts): AsyncGenerator<Job> {
  const row = ObjectRow.parse(item);
  if (row.state !== 'container') return;
  const split = await splitObject(row, row.versionId, PORTION_SIZES, ports.objects);
  for (const portion of split?.portions ?? []) yield* jobsOf(item, row, portion, ports);
}

async function* jobsOf(item: Item, row: ObjectRow, portion: Portion, ports: MemberPorts): AsyncGenerator<Job> {
  const read = await readPortion(row, { ...portion, versionId: row.versionId }, ports.objects);
  const { key } = row;
  if (read === null) return;
  const mapping = readMapping(read.object.metadata);
  for (const some of someAtOnce(read.placed, mapping)) {
    const keys = some.map((member) => objectKey(objectIdOf({ key, member: member.name })));
    const rows = new Map((await ports.feeds.getMany(keys)).map((one) => [one.pk, one]));
    for (const [at, member] of some.entries()) {
      const stored = rows.get(keys[at]?.pk ?? '') ?? null;
      // What is left of earlier contents says nothing of these.
      const own = stored === null || isLeft(stored, item) ? null : stored;
      yield () => compareMember(row, own, { member, read }, ports);
    }
  }
}

/** What a file of an archive holds is by itself. */
function* someAtOnce(placed: readonly Placed[], mapping: Mapping | null): Generator<readonly Member[]> {
  const alone: Member[] = [];
  for (const { member } of placed) {
    const held = membersInside(member, mapping);
    if (held === null) alone.push(member);
    const isTurn = held !== null || alone.length === ROWS_AT_ONCE;
    if (isTurn && alone.length > 0) yield alone.splice(0);
    yield* inChunks(held ?? [], ROWS_AT_ONCE);
  }
  if (alone.length > 0) yield alone;
}

interface Reading {
  readonly member: Member;
  readonly read: PortionRead;
}

async function compareMember(
  row: ObjectRow,
  stored: Item | null,
  { member, read }: Reading,
  ports: MemberPorts,
): Promise<Comparison> {
  const { bucket, key, versionId, changedAt } = row;
  const before = stored === null ? { code: 'not read yet' } : await storedReading(ObjectRow.parse(stored), ports);
  const origin = { bucket, key, member: member.name, versionId, at: changedAt };
  const after = await orCode(async () => ({
    record: await readMemberRecord(origin, member, read.object, ports.reader),
  }));
  return comparison(objectName({ key, member: member.name }), before, after);
}

async function orCode(work: () => Promise<Read>): Promise<Read> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Rejection) return { code: error.code };
    throw error;
  }
}
