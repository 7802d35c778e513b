/**
 * A small AWS made of chance: a bucket, a queue, a table with its stream, and workers that run the real use cases. In: deliveries
 * and a seed. Out: what the table holds when everything is quiet. Promise: nothing here knows what the right answer is.
 */
import type { ObjectChange } from '../../shared/core/change.ts';
import type { Item } from '../../shared/core/item.ts';
import { group, type RowTrigger } from '../../shared/pipeline/group.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import type { Bodies, RawObjects, Table } from '../../shared/pipeline/ports.ts';
import { settleEvent } from '../../shared/pipeline/settle-event.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { storiesOf, triggersOf } from '../../shared/testing/memory-store.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';
import { EXACT_ONLY, NO_EVENTS } from '../../shared/testing/no-kin.ts';
import { simulatedBucket } from './bucket.ts';
import { BODIES_OVER, type Delivery } from './deliveries.ts';
import { type Followed, followLog } from './log-reader.ts';
import { newsOf } from './news.ts';
import type { Random } from './random.ts';
import { type Faults, type Scheduler, scheduler, type Task } from './scheduler.ts';

export interface WorldOptions {
  readonly faults: Faults;
  readonly workers: number;
  /** A message stays in the queue although it was handed out, with this probability. */
  readonly duplicates: number;
  /** After each call something happens to the bucket, or is told of, with this probability. */
  readonly arrivals: number;
  /** Changes the table for the worse, to see that it is noticed. */
  readonly sabotage?: (table: Table, random: Random) => Table;
  /** Acknowledges messages even if the worker dies. */
  readonly forgetful?: boolean;
  /** Takes no notice of versions that are deleted for good. */
  readonly deaf?: boolean;
}

export interface Quiet {
  readonly items: readonly Item[];
  /** Names of the records that are kept beside their rows. */
  readonly bodies: ReadonlySet<string>;
  readonly deliveries: number;
  readonly deaths: ReadonlyMap<string, number>;
  /** What somebody read of the change log who followed it all the time. */
  readonly followed: Followed;
}

type Message =
  | { readonly kind: 'change'; readonly change: ObjectChange; readonly receives: number }
  | { readonly kind: 'trigger'; readonly trigger: RowTrigger; readonly receives: number }
  | { readonly kind: 'story'; readonly storyId: string; readonly receives: number };

/** Enough steps for any honest run; a livelock ends here instead of never. */
const MAX_STEPS = 1_000_000;
/** How often the change log is read on, in steps. */
const LOOKS = 0.01;

export async function runWorld(deliveries: readonly Delivery[], random: Random, options: WorldOptions): Promise<Quiet> {
  const queue: Message[] = [];
  const bucket = simulatedBucket();
  const bodies = new Set<string>();
  const coming = newsOf(deliveries, bucket, random);
  const store = memoryTable((before, after) => {
    for (const trigger of triggersOf(before, after)) queue.push({ kind: 'trigger', trigger, receives: 1 });
    for (const storyId of storiesOf(after)) queue.push({ kind: 'story', storyId, receives: 1 });
  });
  const time = scheduler(random, options.faults);
  const table = options.sabotage?.(store, random) ?? store;
  const follower = followLog(store);
  let idle = options.workers;
  let delivered = 0;
  const start = () => {
    const message = take(queue, random, options.duplicates);
    idle -= 1;
    delivered += 1;
    // A call that was under way when its worker gave up may still happen: the worker is not given back twice.
    let isOver = false;
    const end = (isDone: boolean) => {
      if (isOver) return;
      isOver = true;
      idle += 1;
      if (!isDone && options.forgetful !== true) queue.push({ ...message, receives: message.receives + 1 });
    };
    const task: Task = { onDeath: () => end(false) };
    const ports = portsOf(task, time, table, bucket.objects, bodies);
    handle(message, ports).then(
      () => end(true),
      () => end(false),
    );
  };
  for (let step = 0; step < MAX_STEPS; step += 1) {
    while (idle > 0 && queue.length > 0) start();
    const moved = await time.step();
    if (random.chance(LOOKS)) await follower.look();
    if (!moved || random.chance(options.arrivals)) queue.push(...messagesOf(coming.next(), options));
    if (!moved && queue.length === 0 && idle === options.workers && coming.isOver()) {
      await follower.look();
      return { items: store.items(), bodies, deliveries: delivered, deaths: time.deaths, followed: follower.followed };
    }
  }
  throw new Error('the world did not come to rest');
}

function messagesOf(change: ObjectChange | null, { deaf }: WorldOptions): readonly Message[] {
  const isUnheard = change === null || (deaf === true && change.kind === 'looked');
  return isUnheard ? [] : [{ kind: 'change', change, receives: 1 }];
}

/** In any order, as S3 and SQS hand messages out; sometimes it is not the last time. */
function take(queue: Message[], random: Random, duplicates: number): Message {
  const at = random.below(queue.length);
  const message = queue[at];
  if (message === undefined) throw new Error('nothing to take');
  if (message.receives === 1 && random.chance(duplicates)) queue[at] = { ...message, receives: 2 };
  else queue.splice(at, 1);
  return message;
}

type Ports = ReturnType<typeof portsOf>;

async function handle(message: Message, ports: Ports): Promise<void> {
  if (message.kind === 'trigger') await group(message.trigger, ports);
  else if (message.kind === 'story') await settleEvent(message.storyId, ports);
  else await ingest(message.change, message.receives, ports);
}

function portsOf(task: Task, time: Scheduler, table: Table, bucket: RawObjects, names: Set<string>) {
  const objects: RawObjects = {
    read: (ref, versionId) => time.call(task, 'objects.read', () => bucket.read(ref, versionId)),
  };
  const bodies: Bodies = {
    over: BODIES_OVER,
    put: (name) => time.call(task, 'bodies.put', async () => void names.add(name)),
    get: async () => null,
  };
  const timed: Table = {
    get: (key) => time.call(task, 'table.get', () => table.get(key)),
    query: (query) => time.call(task, 'table.query', () => table.query(query)),
    put: (item, guard) => time.call(task, 'table.put', () => table.put(item, guard)),
    update: (update) => time.call(task, 'table.update', () => table.update(update)),
  };
  const pacing = { pause: () => time.call(task, 'pause', async () => {}, true) };
  return {
    objects,
    bodies,
    table: timed,
    pacing,
    kinship: EXACT_ONLY,
    eventing: NO_EVENTS,
    reader: lineReader,
    clock: () => '2026-01-01T00:00:00.000Z',
  };
}
