/** Parts of the work on a container in, messages to the queue out. Promise: all of them or an error, so that a crash repeats and loses none. */
import type { ObjectChange } from '../core/change.ts';
import { type ContainerTask, taskMessage } from '../core/container-task.ts';
import { inChunks } from '../core/in-chunks.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { Outbox } from './queue-ports.ts';

/** Requests side by side: five thousand windows are sent within seconds. */
const AT_ONCE = 8;

export async function sendTasks(
  change: ObjectChange,
  tasks: readonly ContainerTask[],
  queue: Pick<Outbox, 'send'>,
): Promise<void> {
  const batches = inChunks(
    tasks.map((task) => taskMessage(change, task)),
    STORE_LIMITS.sentAtOnce,
  );
  for (const some of inChunks(batches, AT_ONCE)) await Promise.all(some.map((bodies) => queue.send(bodies)));
}
