/** Any order of the same deliveries gives the same table; a rebuild from the rows gives it once more. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OBJECT_PREFIX, objectIdFromPk } from '../../shared/core/keys.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import { group, type RowTrigger } from '../../shared/pipeline/group.ts';
import { ingest } from '../../shared/pipeline/ingest.ts';
import { settleEvent } from '../../shared/pipeline/settle-event.ts';
import { memoryQueue } from '../../shared/testing/memory-queue.ts';
import { storiesOf, triggersOf } from '../../shared/testing/memory-store.ts';
import { type MemoryTable, memoryTable, type WriteListener } from '../../shared/testing/memory-table.ts';
import { EXACT_ONLY, NO_EVENTS } from '../../shared/testing/no-kin.ts';
import { simulatedBucket } from '../simulation/bucket.ts';
import { linesOf } from '../simulation/compare.ts';
import { BODIES_OVER, type Delivery, someDeliveries } from '../simulation/deliveries.ts';
import { factsByObject, seenVersions } from '../simulation/fold.ts';
import { expectedItems } from '../simulation/fold-articles.ts';
import { readerOf } from '../simulation/next-reader.ts';
import { seededRandom } from '../simulation/random.ts';

const pacing = { pause: async () => {} };

/** A bucket to which everything has happened already. */
function portsOf(deliveries: readonly Delivery[], table: MemoryTable) {
  const bucket = simulatedBucket();
  for (const delivery of deliveries) bucket.happen(delivery);
  const bodies = { over: BODIES_OVER, put: async () => {}, get: async () => null };
  return {
    table,
    pacing,
    kinship: EXACT_ONLY,
    bodies,
    queue: memoryQueue(),
    objects: bucket.objects,
    clock,
  };
}

const clock = () => '2026-01-01T00:00:00.000Z';

/** Items name their schema, as they do behind the ports of the functions. */
function aTable(onWrite?: WriteListener): MemoryTable {
  const table = memoryTable(onWrite);
  return { ...table, ...currentTable(table) };
}

/** What the stream would tell of stories. */
async function gatherAll(table: MemoryTable): Promise<void> {
  for (const storyId of table.items().flatMap(storiesOf))
    await settleEvent(storyId, { table, pacing, eventing: NO_EVENTS });
}

/** All rows first, then all articles: what a rebuild does. */
async function groupAll(table: MemoryTable): Promise<void> {
  for (const { pk } of table.items().filter((item) => item.pk.startsWith(OBJECT_PREFIX))) {
    await group({ objectId: objectIdFromPk(pk) ?? '', articleIds: [] }, { table, pacing, kinship: EXACT_ONLY, clock });
  }
}

describe('the table', () => {
  it('is the same for every order of deliveries, with repeats', async () => {
    const seeds = fc.integer({ min: 1, max: 1_000_000 });
    const worlds = seeds.chain((seed) => {
      const deliveries = someDeliveries(seededRandom(seed));
      const all = fc.shuffledSubarray([...deliveries], { minLength: deliveries.length });
      return fc.record({
        deliveries: fc.constant(deliveries),
        order: all,
        repeats: fc.shuffledSubarray([...deliveries]),
      });
    });
    const property = fc.asyncProperty(worlds, async ({ deliveries, order, repeats }) => {
      const triggers: RowTrigger[] = [];
      const table = aTable((before, after) => void triggers.push(...triggersOf(before, after)));
      const ports = portsOf(deliveries, table);
      for (const { change, extractor } of [...order, ...repeats]) {
        await ingest(change, 1, { ...ports, reader: readerOf(extractor) });
        for (const trigger of triggers.splice(0)) await group(trigger, ports);
      }
      await gatherAll(table);
      const expected = expectedItems(factsByObject(deliveries, seenVersions(table.items())));
      expect(linesOf(table.items())).toEqual(linesOf(expected));
    });
    await fc.assert(property, { numRuns: 150 });
  });

  it('comes back from its rows alone', async () => {
    const property = fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      const deliveries = someDeliveries(seededRandom(seed));
      const [first, rebuilt] = [aTable(), aTable()];
      const ports = portsOf(deliveries, first);
      for (const { change, extractor } of deliveries)
        await ingest(change, 1, { ...ports, reader: readerOf(extractor) });
      await groupAll(first);
      for (const item of first.items().filter(({ pk }) => pk.startsWith(OBJECT_PREFIX))) await rebuilt.put(item, null);
      await groupAll(rebuilt);
      await groupAll(rebuilt);
      expect(linesOf(rebuilt.items())).toEqual(linesOf(first.items()));
    });
    await fc.assert(property, { numRuns: 100 });
  });
});
