/** What every DynamoDB call works with. */
import { join } from 'node:path';
import type { Bell } from '../bell.ts';
import type { Database } from '../database.ts';
import { isObject, type JsonObject } from '../json.ts';
import { type Inner, openInner } from './inner.ts';
import { openStreamLog, type StreamLog } from './stream-log.ts';
import type { Image } from './stream-record.ts';
import { openTables, type Tables } from './tables.ts';

export interface DynamoContext {
  readonly inner: Inner;
  readonly tables: Tables;
  readonly log: StreamLog;
  /** Writes go one after another, so that the images around each are its own. */
  serially<T>(work: () => Promise<T>): Promise<T>;
}

/** Opens the tables and settles what the last run announced and did not live to record. */
export async function openDynamo(db: Database, folder: string, bell: Bell, now: () => number): Promise<DynamoContext> {
  const log = openStreamLog(db, bell, now);
  log.trim();
  let last: Promise<unknown> = Promise.resolve();
  const context: DynamoContext = {
    inner: await openInner(join(folder, 'tables')),
    tables: openTables(db, now),
    log,
    serially: (work) => {
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
  };
  for (const intent of log.open()) log.settle(intent, await imageOf(context, intent.table, intent.key));
  return context;
}

export async function imageOf({ inner }: DynamoContext, table: string, key: JsonObject): Promise<Image> {
  const { Item } = await inner.call('GetItem', { TableName: table, Key: key, ConsistentRead: true });
  return isObject(Item) ? { item: Item, text: JSON.stringify(Item) } : null;
}
