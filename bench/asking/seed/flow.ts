/**
 * The deployed flow in one process: queue, ingest, group, gather, settle, archive, by the functions' own use cases, on a table in memory.
 * In: opened stores and steps. Out: the items that the table holds when all is quiet. Promise: nothing is written but by the pipeline.
 */
import type { Stores } from '../../../infra/local/stores.ts';
import { COPIES } from '../../../shared/core/copies/kinship.ts';
import { EVENTS } from '../../../shared/core/event/eventing.ts';
import { inProcess } from '../../../shared/library/in-process.ts';
import { runArchive } from '../../../shared/pipeline/archive.ts';
import { currentTable } from '../../../shared/pipeline/current-schema.ts';
import { group, type RowTrigger } from '../../../shared/pipeline/group.ts';
import { ingestMessage } from '../../../shared/pipeline/ingest-message.ts';
import { changesSince } from '../../../shared/pipeline/query-changes.ts';
import { settleEvent } from '../../../shared/pipeline/settle-event.ts';
import { settleChanged } from '../../../shared/pipeline/settle-window.ts';
import { storiesOf, triggersOf } from '../../../shared/testing/memory-store.ts';
import { type MemoryTable, memoryTable } from '../../../shared/testing/memory-table.ts';
import type { Step } from '../news/plan.ts';
import { localBodies, localFiles, localObjects, putInto } from './bucket.ts';

export interface Names {
  readonly bucket: string;
  readonly archiveBucket: string;
  readonly queue: string;
}

export interface Clock {
  now(): number;
  /** Never back. */
  advance(ms: number): void;
}

export function clockFrom(startMs: number): Clock {
  let at = startMs;
  return {
    now: () => at,
    advance: (ms) => {
      at = Math.max(at, ms);
    },
  };
}

/** Messages that SQS hands out at a time. */
const BATCH = 10;

export interface Flow {
  step(step: Step): Promise<void>;
  /** Events of all days, and the archive. */
  finish(): Promise<void>;
  readonly table: MemoryTable;
}

export function openFlow({ s3, sqs }: Pick<Stores, 's3' | 'sqs'>, names: Names, clock: Clock): Flow {
  const triggers: RowTrigger[] = [];
  const stories: string[] = [];
  const store = memoryTable((before, after) => {
    triggers.push(...triggersOf(before, after));
    stories.push(...storiesOf(after));
  });
  const table = currentTable(store);
  const pacing = { pause: async () => {} };
  const queue = {
    send: async (bodies: readonly string[]) => {
      for (const body of bodies) sqs.messages.send(names.queue, body);
    },
  };
  const buckets = { objects: localObjects(s3), bodies: localBodies(s3, names.bucket) };
  const ingesting = { table, reader: inProcess, queue, ...buckets };
  const iso = () => new Date(clock.now()).toISOString();
  const deliver = async () => {
    for (const { body, receipt } of sqs.messages.receive(names.queue, BATCH)) {
      await ingestMessage({ body, receives: 1 }, ingesting, () => {});
      sqs.messages.remove(names.queue, receipt);
    }
    for (const trigger of triggers.splice(0)) await group(trigger, { table, pacing, kinship: COPIES, clock: iso });
    for (const storyId of new Set(stories.splice(0))) await settleEvent(storyId, { table, pacing, eventing: EVENTS });
  };
  return {
    table: store,
    async step(step) {
      clock.advance(step.atMs);
      if (step.kind === 'put') await putInto(s3, names.bucket, step.upload);
      else s3.versions.mark(names.bucket, step.key);
      await deliver();
    },
    async finish() {
      while ((await settleChanged({ table, pacing, eventing: EVENTS })).length > 0);
      const changes = (cursor: string | null, limit: number) => changesSince(cursor, limit, { table });
      const files = localFiles(s3, names.archiveBucket);
      const ports = { table, bodies: ingesting.bodies, files, changes, pacing, now: clock.now };
      while ((await runArchive(ports, () => false)).archived.changes > 0);
    },
  };
}
