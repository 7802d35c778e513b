/**
 * A small AWS made of chance: a bucket, a queue, a table with its stream, and workers that run the real use cases. In: deliveries
 * and a seed. Out: what the table holds when everything is quiet. Promise: nothing here knows what the right answer is.
 */
import type { Item } from '../../shared/core/item.ts';
import { PURGES_PK } from '../../shared/core/operating-keys.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import type { Clock, Table } from '../../shared/pipeline/ports.ts';
import type { Decision } from '../../shared/pipeline/take-down.ts';
import { type UndoRequest, undoTakeDown } from '../../shared/pipeline/undo-take-down.ts';
import { storiesOf, triggersOf } from '../../shared/testing/memory-store.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';
import { type SimulatedBucket, simulatedBucket } from './bucket.ts';
import type { Delivery } from './deliveries.ts';
import { type Followed, followLog } from './log-reader.ts';
import { type Message, messagesOf, take } from './messages.ts';
import { newsOf } from './news.ts';
import type { PointCount } from './point-counts.ts';
import type { Random } from './random.ts';
import { readerFor } from './reader-for.ts';
import { type Faults, scheduler, type Task } from './scheduler.ts';
import { followShown, type ShownTo } from './shown-reader.ts';
import { timedTable } from './timed-table.ts';
import { type Hours, type WorldClock, worldClock } from './world-clock.ts';
import { blind, handle, portsOf } from './world-work.ts';

export interface WorldOptions {
  readonly faults: Faults;
  readonly workers: number;
  /** A message stays in the queue although it was handed out, with this probability. */
  readonly duplicates: number;
  /** After each call something happens to the bucket, or is told of, with this probability. */
  readonly arrivals: number;
  /** A message that has failed this often is spared, as its queue would give it up: the receives of SQS, the retries of a stream. */
  readonly patience: Readonly<Record<Message['kind'], number>>;
  /** Changes the table for the worse, to see that it is noticed. */
  readonly sabotage?: (table: Table, random: Random) => Table;
  /** Changes what workers do with the table, call by call. */
  readonly habit?: (table: Table) => Table;
  /** Acknowledges messages even if the worker dies. */
  readonly forgetful?: boolean;
  /** Takes no notice of versions that are deleted for good. */
  readonly deaf?: boolean;
  /** Who does not see tombstones. */
  readonly blind?: readonly Message['kind'][];
  /** The chance that a worker has no time for one member of a container more. */
  readonly hurry?: number;
  /** Messages about parts of containers that never arrive. */
  readonly loses?: (body: string, random: Random) => boolean;
  /** Takes take-downs back in another way. */
  readonly undo?: typeof undoTakeDown;
  /** Steps until a world that has not come to rest is given up. */
  readonly steps?: number;
  /** Looks at all take-downs once more in the end, as a clock does: what it mends nobody sees who looks at the end. */
  readonly late?: boolean;
  /** Time goes by, embargoes end, and others follow what they are shown; without it, it is always the same moment. */
  readonly hours?: Hours;
  /** Replays each change as if it were a later one. */
  readonly renumbered?: boolean;
}

export interface Quiet {
  readonly items: readonly Item[];
  readonly bucket: SimulatedBucket;
  readonly deliveries: number;
  /** What happened at each I/O point. */
  readonly counts: ReadonlyMap<string, PointCount>;
  /** What somebody read of the change log who followed it all the time. */
  readonly followed: Followed;
  /** What others were told of it; null in a world where time stands still. */
  readonly shown: ShownTo | null;
  /** Take-downs that broke off and were given up. */
  readonly brokenOff: number;
}

/** What happens in a world until it is quiet. */
export interface Stage {
  readonly deliveries: readonly Delivery[];
  readonly decisions: readonly Decision[];
  /** Articles whose take-down nobody begins anew when it breaks off. */
  readonly givenUp?: ReadonlySet<string>;
  /** One person takes them back, one after the other. */
  readonly undos: readonly UndoRequest[];
}

/** All is quiet: minutes have passed, and nobody is at work who began before. */
const LATE: Stage = { deliveries: [], decisions: [], undos: [] };

/** Enough steps for any honest run; a livelock ends here instead of never. */
const MAX_STEPS = 1_000_000;
/** At each arrival, the chance that somebody decides to take something down. */
const DECIDED = 0.15;
/** How often the change log is read on, in steps. */
const LOOKS = 0.01;
/** Others look often enough to be told of something too soon. */
const OTHERS_LOOK = 0.1;

/** One stage begins when all is quiet after the one before. */
export async function runWorld(stages: readonly Stage[], random: Random, options: WorldOptions): Promise<Quiet> {
  const queue: Message[] = [];
  const bucket = simulatedBucket();
  const hasLate = options.late === true || options.hours !== undefined;
  const ahead = [...stages, ...(hasLate ? [LATE] : [])].map(({ deliveries, decisions, undos, givenUp }) => ({
    begin: () => ({
      coming: newsOf(deliveries, bucket, random),
      decisions: [...decisions],
      undos: [...undos],
      givenUp,
    }),
  }));
  let now = ahead.shift()?.begin();
  let undoing = false;
  const rows = new Map<string, Item>();
  const store = memoryTable((before, after) => {
    if (after.sk === 'obj') rows.set(after.pk, after);
    for (const trigger of triggersOf(before, after)) queue.push({ kind: 'trigger', trigger, receives: 1 });
    for (const storyId of storiesOf(after)) queue.push({ kind: 'story', storyId, receives: 1 });
    if (after.pk === PURGES_PK && after['pending'] === true) queue.push({ kind: 'purge', receives: 1 });
  });
  const time = scheduler(random, options.faults);
  const table = currentTable(options.sabotage?.(store, random) ?? store);
  const clock = worldClock(options.hours, random);
  const follower = followLog(store);
  const other = options.hours === undefined ? null : followShown(store, clock);
  let idle = options.workers;
  let delivered = 0;
  let brokenOff = 0;
  const start = () => {
    const message = take(queue, random, options.duplicates);
    const { failures = 0 } = message;
    idle -= 1;
    delivered += 1;
    // A call that was under way when its worker gave up may still happen: the worker is not given back twice.
    let isOver = false;
    const end = (isDone: boolean) => {
      if (isOver) return;
      isOver = true;
      idle += 1;
      if (isDone && message.kind === 'undo') undoing = false;
      const { receives } = message;
      const isGivenUp = message.kind === 'take-down' && message.isGivenUp;
      if (!isDone && isGivenUp) brokenOff += 1;
      if (!isDone && !isGivenUp && options.forgetful !== true)
        queue.push({ ...message, receives: receives + 1, failures: failures + 1 });
    };
    const task: Task = { onDeath: () => end(false), spared: failures >= options.patience[message.kind] };
    const isBlind = options.blind?.includes(message.kind) === true;
    const timed = timedTable(task, time, isBlind ? blind(table) : table);
    const extractor = 'extractor' in message ? message.extractor : 0;
    const send = async (bodies: readonly string[]) => {
      for (const body of bodies)
        if (options.loses?.(body, random) !== true) queue.push({ kind: 'part', body, extractor, receives: 1 });
    };
    const outbox = { send: (bodies: readonly string[]) => time.call(task, 'queue.send', () => send(bodies)) };
    const ports = {
      ...portsOf(task, time, options.habit?.(timed) ?? timed, bucket),
      queue: outbox,
      clock: clockOf(message, clock, options.hours),
    };
    const isLate = () => random.chance(options.hurry ?? 0);
    const read = message.kind === 'part' ? { ...message, extractor: readerFor(message, rows) } : message;
    handle(read, ports, isLate, options.undo ?? undoTakeDown).then(
      () => end(true),
      () => end(false),
    );
  };
  for (let step = 0; step < (options.steps ?? MAX_STEPS) && now !== undefined; step += 1) {
    while (idle > 0 && queue.length > 0) start();
    const moved = await time.step();
    if (random.chance(LOOKS)) await follower.look();
    if (other !== null && random.chance(OTHERS_LOOK)) await other.look();
    if (clock.moves()) queue.push({ kind: 'embargoes', receives: 1 });
    if (!moved || random.chance(options.arrivals)) {
      const { coming, decisions, undos, givenUp } = now;
      queue.push(...messagesOf(coming.next(), options));
      // Some are decided on what was never there, or is no more.
      const isTime = coming.isOver() || random.chance(DECIDED);
      const decided = isTime ? decisions.splice(0, 1) : [];
      for (const decision of decided) {
        const isGivenUp = givenUp?.has(decision.articleId) === true;
        queue.push({ kind: 'take-down', decision, isGivenUp, receives: 1 });
      }
      const request: UndoRequest | null = isTime && !undoing ? (undos.shift() ?? null) : null;
      undoing ||= request !== null;
      if (request !== null) queue.push({ kind: 'undo', request, receives: 1 });
    }
    const isQuiet = !moved && queue.length === 0 && idle === options.workers;
    if (!isQuiet || now.decisions.length + now.undos.length > 0 || !now.coming.isOver()) continue;
    now = ahead.shift()?.begin();
    if (now !== undefined && ahead.length === 0 && options.late === true) queue.push({ kind: 'late', receives: 1 });
    if (now === undefined || ahead.length > 0 || options.hours === undefined) continue;
    clock.end();
    queue.push({ kind: 'embargoes', receives: 1 });
  }
  if (now === undefined) {
    await follower.look();
    await other?.look();
    const { followed } = follower;
    const shown = other?.shown ?? null;
    return { items: store.items(), bucket, deliveries: delivered, counts: time.counts, followed, shown, brokenOff };
  }
  throw new Error('the world did not come to rest');
}

function clockOf({ kind }: Message, clock: WorldClock, hours: Hours | undefined): Clock {
  return clock.worker(kind === 'embargoes' ? hours?.aheadMs : 0);
}
