/**
 * The row of a file of metadata in; what it says in the row of the file that it is beside, and that file read again, out. Promise: what is said
 * there is a function of the newest row; told once more by every delivery, so a crash leaves nothing unsaid.
 */
import { besideAttributes, fileBeside, unheeded } from '../core/beside.ts';
import type { ObjectRef } from '../core/change.ts';
import type { Item } from '../core/item.ts';
import { objectIdOf, objectKey } from '../core/keys.ts';
import { ObjectRow } from '../core/object-row.ts';
import { replayMessage } from '../core/replay.ts';
import type { Table } from './ports.ts';
import type { Outbox } from './queue-ports.ts';

export interface TellPorts {
  readonly table: Pick<Table, 'update'>;
  readonly queue: Pick<Outbox, 'send'>;
}

/** Does nothing for a key that no metadata have. `item`: its row as it is now. */
export async function tellFile({ key, member }: ObjectRef, item: Item | null, ports: TellPorts): Promise<void> {
  const file = member === null ? fileBeside(key) : null;
  if (file === null || item === null) return;
  const row = ObjectRow.parse(item);
  const { revision } = row;
  // What is no metadata (any more) says nothing, as of then.
  const hints = row.state === 'sidecar' ? row.hints : null;
  const written = await ports.table.update({
    key: objectKey(objectIdOf({ key: file, member: null })),
    set: besideAttributes({ revision, hints }),
    remove: [],
    guard: { kind: 'newer', revision, attribute: 'besideRevision' },
  });
  const told = written.applied ? written.item : written.found;
  const body = told === null || unheeded(told) === null ? null : replayMessage(told);
  // The very notification that its row was made from: it can only make the same row again, now with what is beside it.
  if (body !== null) await ports.queue.send([body]);
}
