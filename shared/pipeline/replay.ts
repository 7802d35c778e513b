/**
 * Objects read again through the queue that S3 notifies. In: which ones, how fast. Out: what was done with each, as it is done.
 * Promise: repeating all or part of it changes nothing; new uploads wait for at most a minute's worth of it.
 */
import type { Item } from '../core/item.ts';
import { replayMessage } from '../core/replay.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import type { Pace, Sleep } from './pace.ts';
import type { Table } from './ports.ts';
import type { Outbox } from './queue-ports.ts';
import { waitForRoom } from './queue-room.ts';
import { type Candidate, type ReplayablePorts, replayable, type Selection } from './replayable.ts';
import { touchRow } from './touch-row.ts';

export interface ReplayPorts extends ReplayablePorts {
  readonly queue: Outbox;
  readonly table: Pick<Table, 'update'>;
  readonly pace: Pace;
  readonly sleep: Sleep;
  readonly nowMs: () => number;
}

export interface ReplayRequest extends Selection {
  /** At most so many; null: all. */
  readonly limit: number | null;
  /** Messages a second. */
  readonly rate: number;
  /** Rows are derived from again; their objects are not read. */
  readonly touch: boolean;
}

export async function* replay(request: ReplayRequest, ports: ReplayPorts): AsyncGenerator<Candidate> {
  const most = Math.min(STORE_LIMITS.sentAtOnce, Math.ceil(request.rate));
  let batch: (Candidate & { kind: 'wanted' })[] = [];
  let left = request.limit ?? Number.POSITIVE_INFINITY;
  let sent = 0;
  for await (const candidate of replayable(request, ports)) {
    if (candidate.kind !== 'wanted') {
      yield candidate;
      continue;
    }
    batch.push(candidate);
    left -= 1;
    if (batch.length < most && left > 0) continue;
    // A replay that outruns `ingest` would keep new uploads waiting behind all of it.
    if (!request.touch && sent % STORE_LIMITS.replayLook < most) await waitForRoom(request.rate, ports);
    yield* await send(batch, request, ports);
    sent += batch.length;
    batch = [];
    if (left <= 0) return;
  }
  yield* await send(batch, request, ports);
}

async function send(
  batch: readonly (Candidate & { kind: 'wanted' })[],
  { touch }: ReplayRequest,
  { pace, queue, table, nowMs }: ReplayPorts,
): Promise<readonly Candidate[]> {
  if (batch.length === 0) return batch;
  await pace.take(batch.length);
  const items: readonly Item[] = batch.map(({ item }) => item);
  const bodies = items.flatMap((item) => replayMessage(item) ?? []);
  if (touch) for (const item of items) await touchRow({ pk: item.pk, sk: item.sk }, [], nowMs(), table);
  else await queue.send(bodies);
  return batch;
}
