/** What a worker of a world does with a message, and the ports by which it does it. In: a message. Out: the real use case, each call by chance. */
import { TOMBSTONE_PREFIX } from '../../shared/core/operating-keys.ts';
import { group } from '../../shared/pipeline/group.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import { ingestMessage } from '../../shared/pipeline/ingest-message.ts';
import type { Bodies, Clock, ObjectVersions, RawObjects, Table } from '../../shared/pipeline/ports.ts';
import { purgeHeld } from '../../shared/pipeline/purge-held.ts';
import { purgeLate } from '../../shared/pipeline/purge-late.ts';
import type { Outbox } from '../../shared/pipeline/queue-ports.ts';
import { settleEvent } from '../../shared/pipeline/settle-event.ts';
import { takeDown } from '../../shared/pipeline/take-down.ts';
import { tellEndedEmbargoes } from '../../shared/pipeline/tell-embargoes.ts';
import type { undoTakeDown } from '../../shared/pipeline/undo-take-down.ts';
import { EXACT_ONLY, NO_EVENTS } from '../../shared/testing/no-kin.ts';
import type { SimulatedBucket } from './bucket.ts';
import type { Message } from './messages.ts';
import { readerOf } from './next-reader.ts';
import { PORTIONS } from './portions.ts';
import type { Scheduler, Task } from './scheduler.ts';

/** When all is quiet a few minutes have passed since the last take-down, and nobody is at work who began before it. */
const MINUTES_LATER = '2026-06-01T00:30:00.000Z';

type Ports = ReturnType<typeof portsOf> & { readonly queue: Pick<Outbox, 'send'>; readonly clock: Clock };

export async function handle(
  message: Message,
  ports: Ports,
  isOver: () => boolean,
  undo: typeof undoTakeDown,
): Promise<void> {
  if (message.kind === 'trigger') await group(message.trigger, ports);
  else if (message.kind === 'story') await settleEvent(message.storyId, ports);
  else if (message.kind === 'take-down') await takeDown([message.decision], ports);
  else if (message.kind === 'undo') await undo(message.request, ports);
  else if (message.kind === 'purge') await purgeHeld(ports);
  else if (message.kind === 'late') await purgeLate(MINUTES_LATER, ports);
  else if (message.kind === 'embargoes') await tellEndedEmbargoes(ports);
  else {
    const { receives } = message;
    const all = { ...ports, reader: readerOf(message.extractor), portionSizes: PORTIONS };
    if (message.kind === 'part') await ingestMessage({ body: message.body, receives }, all, () => {}, isOver);
    else await ingest(message.change, receives, all);
  }
}

/** The table as somebody sees it who has not heard of take-downs. */
export function blind(table: Table): Table {
  return { ...table, get: async (key) => (key.pk.startsWith(TOMBSTONE_PREFIX) ? null : table.get(key)) };
}

export function portsOf(task: Task, time: Scheduler, table: Table, bucket: SimulatedBucket) {
  const objects: RawObjects = {
    read: (ref, versionId) => time.call(task, 'objects.read', () => bucket.objects.read(ref, versionId)),
    slice: (ref, versionId, from, until) =>
      time.call(task, 'objects.slice', () => bucket.objects.slice(ref, versionId, from, until)),
  };
  const bodies: Bodies = {
    ...bucket.bodies,
    put: (name, bytes) => time.call(task, 'bodies.put', () => bucket.bodies.put(name, bytes)),
  };
  const versions: ObjectVersions = {
    list: (prefix, after) => time.call(task, 'versions.list', () => bucket.versions.list(prefix, after)),
    remove: (version) => time.call(task, 'versions.remove', () => bucket.versions.remove(version)),
  };
  const pacing = { pause: () => time.call(task, 'pause', async () => {}, true) };
  return {
    objects,
    bodies,
    versions,
    table,
    pacing,
    kinship: EXACT_ONLY,
    eventing: NO_EVENTS,
  };
}
