/** A change in, one row out. Promise: one change, one record, one conditional write; throws only what a retry can cure. */
import type { Beside } from '../core/beside.ts';
import type { ObjectChange } from '../core/change.ts';
import { leavesMembers } from '../core/container-members.ts';
import type { ContainerTask } from '../core/container-task.ts';
import type { ObjectState } from '../core/history.ts';
import { type RowWrite, removedRow } from '../core/object-row.ts';
import { heedBeside, unlessSpared } from './heed-beside.ts';
import { markRefused } from './mark-refused.ts';
import type { RefusedMarks, Table } from './ports.ts';
import { type PutOutcome, putRow } from './put-row.ts';
import type { Outbox } from './queue-ports.ts';
import { type ReadPorts, readObject } from './read-object.ts';
import { sendTasks } from './send-tasks.ts';
import { tellFile } from './tell-file.ts';

export interface IngestPorts extends ReadPorts {
  readonly table: Table;
  /** The very queue that changes come from: what a container holds is worked off by other messages. */
  readonly queue: Pick<Outbox, 'send'>;
  /** Null where refused uploads are kept as long as others. */
  readonly refusedMarks?: RefusedMarks | null;
}

export interface Outcome {
  /** What the change meant; `gone`: there was nothing to read, and nothing was written. */
  readonly state: ObjectState | 'gone';
  readonly put: PutOutcome | 'nothing';
  readonly objectId: string | null;
  /** Of a container: which one; null for an object of its own. */
  readonly member: string | null;
  readonly articleId: string | null;
  /** Of a rejection. */
  readonly code: string | null;
  /** Of a rejection: the sentence that goes with the code, which never quotes the page. */
  readonly reason: string | null;
}

/** `receives`: how often the queue has handed this change out, from 1. */
export async function ingest(change: ObjectChange, receives: number, ports: IngestPorts): Promise<Outcome> {
  const read =
    change.kind === 'removed' ? { row: removedRow(change), portions: [] } : await readObject(change, receives, ports);
  if (read === null) return GONE;
  const readWith = async (beside: Beside) =>
    change.kind === 'removed' ? null : ((await readObject(change, receives, ports, beside))?.row ?? null);
  const first = await unlessSpared(read.row, readWith, ports.table);
  const put = await putRow(first, ports.table);
  const { row, outcome, item } = await heedBeside(first, put, readWith, ports.table);
  await tellFile(change, item, ports);
  if (ports.refusedMarks != null) await markRefused(change, row, item, ports.refusedMarks);
  const sweeps: readonly ContainerTask[] = leavesMembers(item) ? [{ kind: 'sweep', after: null }] : [];
  // Also when the row is there already: whoever wrote it may have died before this.
  await sendTasks(change, [...read.portions, ...sweeps], ports.queue);
  return outcomeOf(row, outcome);
}

const GONE: Outcome = {
  state: 'gone',
  put: 'nothing',
  objectId: null,
  member: null,
  articleId: null,
  code: null,
  reason: null,
};

export function outcomeOf(row: RowWrite, put: PutOutcome): Outcome {
  const { objectId, member, articleId, code, message } = row.attributes;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    state: row.state,
    put,
    objectId: text(objectId),
    member: text(member),
    articleId: text(articleId),
    code: text(code),
    reason: text(message),
  };
}
