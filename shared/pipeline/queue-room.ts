/**
 * Room in the queue before more is sent to it. In: the rate of whoever sends. Promise: new uploads wait for at most a minute's worth of
 * what is sent in bulk; a queue that nobody works off ends the sending.
 */
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { Sleep } from './pace.ts';
import type { Outbox } from './queue-ports.ts';

export interface RoomPorts {
  readonly queue: Pick<Outbox, 'waiting'>;
  readonly sleep: Sleep;
}

/** Thrown: what was sent is not worked off. */
export class QueueStands extends Error {
  constructor(waiting: number) {
    super(`${waiting} messages wait, and in ten minutes they did not become fewer`);
    this.name = 'QueueStands';
  }
}

/** `rate`: messages a second. */
export async function waitForRoom(rate: number, { queue, sleep }: RoomPorts): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  for (let idle = 0; ; ) {
    const waiting = await queue.waiting();
    if (waiting <= rate * STORE_LIMITS.replayBacklogS) return;
    idle = waiting < least ? 0 : idle + 1;
    least = Math.min(least, waiting);
    if (idle * STORE_LIMITS.replayWaitMs >= STORE_LIMITS.replayPatienceMs) throw new QueueStands(waiting);
    await sleep(STORE_LIMITS.replayWaitMs);
  }
}
