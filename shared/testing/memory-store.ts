/**
 * The whole pipeline in memory: drop files, read records. For users' own tests, and for ours. Promise: the real use cases run,
 * only the doors to the world are replaced.
 */
import type { ObjectChange } from '../core/change.ts';
import { COPIES } from '../core/copies/kinship.ts';
import { EVENTS } from '../core/event/eventing.ts';
import type { Item } from '../core/item.ts';
import { objectIdFromPk, SUMMARY, storyIdFromPk } from '../core/keys.ts';
import { currentFeeds, currentTable } from '../pipeline/current-schema.ts';
import { group, type RowTrigger } from '../pipeline/group.ts';
import { ingest, type Outcome } from '../pipeline/ingest.ts';
import { ingestMessage } from '../pipeline/ingest-message.ts';
import type { Reader } from '../pipeline/ports.ts';
import type { QueryPorts } from '../pipeline/query.ts';
import { settleEvent } from '../pipeline/settle-event.ts';
import { type MemoryBucket, memoryBucket } from './memory-bucket.ts';
import { type MemoryTable, memoryTable } from './memory-table.ts';

export interface MemoryStore {
  readonly bucket: MemoryBucket;
  readonly table: MemoryTable;
  /** For `findArticle`, `listArticles` and the like. */
  readonly query: QueryPorts;
  /** Ingests a change and lets the stream run dry. `receives`: how often the queue has handed it out, 1 by default. */
  deliver(change: ObjectChange, receives?: number): Promise<Outcome>;
}

/** `bodiesOver`: see `memoryBucket`. `clock`: ISO 8601 instants; by default what time it is. */
export function memoryStore(
  reader: Reader,
  bodiesOver?: number,
  clock: () => string = () => new Date().toISOString(),
): MemoryStore {
  const bucket = memoryBucket(undefined, bodiesOver);
  const triggers: RowTrigger[] = [];
  const stories: string[] = [];
  const table = memoryTable((before, after) => {
    triggers.push(...triggersOf(before, after));
    stories.push(...storiesOf(after));
  });
  const pacing = { pause: async () => {} };
  const current = currentTable(table);
  const settle = async () => {
    for (const trigger of triggers.splice(0)) await group(trigger, { table: current, pacing, kinship: COPIES, clock });
    for (const storyId of new Set(stories.splice(0)))
      await settleEvent(storyId, { table: current, pacing, eventing: EVENTS });
  };
  return {
    bucket,
    table,
    query: { table: current, feeds: currentFeeds(table), bodies: bucket.bodies },
    async deliver(change, receives = 1) {
      const ports = { ...bucket, reader, table: current };
      const outcome = await ingest(change, receives, ports);
      await settle();
      // What a container holds is worked off by messages of its own.
      for (let bodies = bucket.queue.drain(); bodies.length > 0; bodies = bucket.queue.drain()) {
        for (const body of bodies) await ingestMessage({ body, receives: 1 }, ports, () => {});
        await settle();
      }
      return outcome;
    },
  };
}

/** What the table's stream and its filter make of a write. */
export function triggersOf(before: Item | null, after: Item): readonly RowTrigger[] {
  const objectId = objectIdFromPk(after.pk);
  if (objectId === null) return [];
  const named = [before?.['articleId'], after['articleId'], ...touchedOf(after)];
  return [{ objectId, articleIds: named.filter((id) => typeof id === 'string') }];
}

function touchedOf({ touched }: Item): readonly unknown[] {
  const isGiven = typeof touched === 'object' && touched !== null && 'articleIds' in touched;
  return isGiven && Array.isArray(touched.articleIds) ? touched.articleIds : [];
}

/** What the stream tells of a story: the id of each whose summary was written. */
export function storiesOf({ pk, sk }: Item): readonly string[] {
  const storyId = sk === SUMMARY ? storyIdFromPk(pk) : null;
  return storyId === null ? [] : [storyId];
}
