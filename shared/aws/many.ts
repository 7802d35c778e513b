/** Items by many keys on DynamoDB, by requests of a hundred. Promise: complete, in the order asked for; null for what is not there. */
import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inChunks } from '../core/in-chunks.ts';
import type { Item, Key } from '../core/item.ts';
import { type Marshalled, toAttributes, toItem } from './marshal.ts';

/** DynamoDB takes no more keys at a time. */
const BATCH_KEYS = 100;
/** A page looks at five hundred articles at most, and a batch of full rows has a few megabytes. */
const BATCHES_AT_ONCE = 5;
/** Answers under load leave keys out; ten rounds without one new item is an outage. */
const MAX_IDLE_ROUNDS = 10;

interface Asked {
  readonly tableName: string;
  /** Whether every write is seen that was answered before; else it may lag, at half the price. */
  readonly consistent: boolean;
}

export async function getMany(
  client: DynamoDBClient,
  asked: Asked,
  keys: readonly Key[],
): Promise<readonly (Item | null)[]> {
  const found = new Map<string, Item>();
  for (const some of inChunks(keys, BATCH_KEYS * BATCHES_AT_ONCE)) {
    const batches = await Promise.all(inChunks(some, BATCH_KEYS).map((batch) => getBatch(client, asked, batch)));
    for (const item of batches.flat()) found.set(nameOf(item), item);
  }
  return keys.map((key) => found.get(nameOf(key)) ?? null);
}

/** Keys must differ within a batch: the caller may name one twice, DynamoDB may not. */
async function getBatch(
  client: DynamoDBClient,
  { tableName, consistent }: Asked,
  keys: readonly Key[],
): Promise<readonly Item[]> {
  const items: Item[] = [];
  const reading = consistent ? { ConsistentRead: true } : {};
  let pending: Marshalled[] = [...new Map(keys.map((key) => [nameOf(key), key])).values()].map(toAttributes);
  for (let idle = 0; pending.length > 0; ) {
    const request = { RequestItems: { [tableName]: { Keys: pending, ...reading } } };
    const answer = await client.send(new BatchGetItemCommand(request));
    const got = (answer.Responses?.[tableName] ?? []).map(toItem);
    items.push(...got);
    pending = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
    idle = got.length === 0 ? idle + 1 : 0;
    if (idle >= MAX_IDLE_ROUNDS) throw new Error(`DynamoDB left ${pending.length} keys unread`);
  }
  return items;
}

function nameOf({ pk, sk }: Key): string {
  return `${pk}\0${sk}`;
}
