/**
 * The one invariant on the table emulator: the real SDK over HTTP, the emulator's own stream, and sixteen workers that really run at
 * once. `DELIVERIES=2000` runs more of it.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storyOf, triggerOf } from '../../shared/aws/stream.ts';
import type { ObjectChange } from '../../shared/core/change.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import { group, type RowTrigger } from '../../shared/pipeline/group.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import { jitteredPacing } from '../../shared/pipeline/pacing.ts';
import type { Table } from '../../shared/pipeline/ports.ts';
import { settleEvent } from '../../shared/pipeline/settle-event.ts';
import { memoryQueue } from '../../shared/testing/memory-queue.ts';
import { EXACT_ONLY, NO_EVENTS } from '../../shared/testing/no-kin.ts';
import { simulatedBucket } from '../simulation/bucket.ts';
import { linesOf } from '../simulation/compare.ts';
import { BODIES_OVER, manyDeliveries } from '../simulation/deliveries.ts';
import { factsByObject, seenVersions } from '../simulation/fold.ts';
import { expectedItems } from '../simulation/fold-articles.ts';
import { readerOf } from '../simulation/next-reader.ts';
import { type Random, seededRandom } from '../simulation/random.ts';
import { type EmulatedTable, emulatedTable } from './emulated-table.ts';

const WANTED = Number(process.env['DELIVERIES'] ?? 100);
/** Each place is a handful of objects; what becomes of them takes some fifty messages. */
const PLACES = Math.ceil(WANTED / 40);
const WORKERS = 16;
const DUPLICATES = 0.2;
/** A call fails before it happens, or its answer is lost, each this often. */
const FAILURES = 0.01;
const WATCHDOG_MS = 60_000 + WANTED * 200;

type Message =
  | { readonly kind: 'change'; readonly change: ObjectChange; readonly extractor: number }
  | { readonly kind: 'trigger'; readonly trigger: RowTrigger }
  | { readonly kind: 'story'; readonly storyId: string };

let store: EmulatedTable;
beforeAll(async () => {
  store = await emulatedTable();
});
afterAll(() => store.close());

it(
  `the table is the sequential fold of at least ${WANTED} deliveries by real requests`,
  async () => {
    const random = seededRandom(1);
    const deliveries = manyDeliveries(random, PLACES);
    const bucket = simulatedBucket();
    for (const delivery of deliveries) bucket.happen(delivery);
    const changes = deliveries.map(({ change, extractor }) => ({ kind: 'change', change, extractor }) as const);
    const { table, requests } = failing(currentTable(store.table), random);
    const pacing = jitteredPacing(Math.random, (ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    const bodies = { over: BODIES_OVER, put: async () => {}, get: async () => null };
    const clock = () => new Date().toISOString();
    const kin = { kinship: EXACT_ONLY, eventing: NO_EVENTS };
    const ports = { table, pacing, bodies, objects: bucket.objects, queue: memoryQueue(), ...kin, clock };
    const delivered = await workOff(changes, random, async (message) => {
      if (message.kind === 'trigger') await group(message.trigger, ports);
      else if (message.kind === 'story') await settleEvent(message.storyId, ports);
      else await ingest(message.change, 1, { ...ports, reader: readerOf(message.extractor) });
    });
    console.log(`${delivered} deliveries by ${WORKERS} workers, ${requests()} requests of the table`);
    const items = await store.items();
    expect(linesOf(items)).toEqual(linesOf(expectedItems(factsByObject(deliveries, seenVersions(items)))));
    expect(delivered).toBeGreaterThanOrEqual(WANTED);
  },
  WATCHDOG_MS,
);

/** Until nothing is queued, under way, or untold by the stream. In any order, some twice, what fails again. Out: how many there were. */
async function workOff(
  changes: readonly Message[],
  random: Random,
  handle: (message: Message) => Promise<void>,
): Promise<number> {
  const queue: Message[] = [...changes];
  let [delivered, busy] = [0, 0];
  const work = async (): Promise<void> => {
    for (;;) {
      queue.push(...store.news().flatMap(messagesOf));
      if (queue.length === 0 && busy === 0) return;
      const [message] = queue.splice(random.below(queue.length), 1);
      // Others may still make news.
      if (message === undefined) await new Promise((resolve) => setTimeout(resolve, 1));
      else {
        delivered += 1;
        busy += 1;
        const again = await handle(message).then(
          () => random.chance(DUPLICATES),
          () => true,
        );
        if (again) queue.push(message);
        busy -= 1;
      }
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return delivered;
}

function messagesOf(record: Parameters<typeof triggerOf>[0]): readonly Message[] {
  const [trigger, storyId] = [triggerOf(record), storyOf(record)];
  return [
    ...(trigger === null ? [] : [{ kind: 'trigger', trigger } as const]),
    ...(storyId === null ? [] : [{ kind: 'story', storyId } as const]),
  ];
}

function failing(table: Table, random: Random): { readonly table: Table; readonly requests: () => number } {
  let requests = 0;
  const call = async <T>(work: () => Promise<T>): Promise<T> => {
    requests += 1;
    if (random.chance(FAILURES)) throw new Error('throttled');
    const answer = await work();
    if (random.chance(FAILURES)) throw new Error('the answer was lost');
    return answer;
  };
  return {
    requests: () => requests,
    table: {
      get: (key) => call(() => table.get(key)),
      query: (query) => call(() => table.query(query)),
      put: (item, guard) => call(() => table.put(item, guard)),
      update: (update) => call(() => table.update(update)),
    },
  };
}
