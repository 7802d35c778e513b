/** What a local run keeps: one database, blobs, tables and their stream in one folder. In: the folder. Out: stores, filled as declared. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeBell } from './bell.ts';
import { buildBuckets } from './build-buckets.ts';
import { buildQueues } from './build-queues.ts';
import { buildTables } from './build-tables.ts';
import { type Database, openDatabase } from './database.ts';
import { type DynamoContext, openDynamo } from './dynamodb/context.ts';
import { openS3, type S3Context } from './s3/context.ts';
import { openSqs, type SqsContext } from './sqs/context.ts';
import type { Stack } from './template/stack.ts';

export interface Stores {
  readonly db: Database;
  readonly sqs: SqsContext;
  readonly s3: S3Context;
  readonly dynamo: DynamoContext;
}

/** `undo` is told how to close each. `now`: milliseconds since 1970. */
export async function openStores(
  dataDir: string,
  undo: (() => Promise<void> | void)[],
  now: () => number = Date.now,
): Promise<Stores> {
  await mkdir(dataDir, { recursive: true });
  const bell = makeBell();
  const db = openDatabase(join(dataDir, 'local.sqlite'));
  undo.push(() => db.close());
  const sqs = openSqs(db, bell, now);
  const s3 = await openS3(db, dataDir, sqs.messages, now);
  const dynamo = await openDynamo(db, dataDir, bell, now);
  undo.push(() => dynamo.inner.close());
  return { db, sqs, s3, dynamo };
}

export async function buildStores(stack: Stack, stores: Stores): Promise<void> {
  buildQueues(stack.declared('queue'), stores.sqs);
  buildBuckets(stack.declared('bucket'), stores.s3);
  await buildTables(stack.declared('table'), stores.dynamo);
}
