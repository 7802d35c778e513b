/** Reads for lists on DynamoDB: the keys-only index and batches of keys. Promise: complete, in the order asked for; may lag. */
import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inChunks } from '../core/in-chunks.ts';
import type { Item, Key } from '../core/item.ts';
import type { Feeds } from '../pipeline/ports.ts';
import { type Marshalled, toAttributes, toItem } from './marshal.ts';
import { pages } from './table.ts';
import { feedInput } from './table-requests.ts';

/** DynamoDB takes no more keys at a time. */
const BATCH_KEYS = 100;
/** A page looks at five hundred articles at most, and a batch of full rows has a few megabytes. */
const BATCHES_AT_ONCE = 5;
/** Answers under load leave keys out; ten rounds without one new item is an outage. */
const MAX_IDLE_ROUNDS = 10;

export function dynamoFeeds(client: DynamoDBClient, tableName: string): Feeds {
  return {
    async feed(query) {
      const items = await pages(client, query.limit, (from) => feedInput(tableName, query, from));
      return items.map((item) => ({ key: { pk: item.pk, sk: item.sk }, feedSk: String(item['feedSk']) }));
    },
    async getMany(keys) {
      const found = new Map<string, Item>();
      for (const some of inChunks(keys, BATCH_KEYS * BATCHES_AT_ONCE)) {
        const batches = await Promise.all(
          inChunks(some, BATCH_KEYS).map((batch) => getBatch(client, tableName, batch)),
        );
        for (const item of batches.flat()) found.set(nameOf(item), item);
      }
      return keys.map((key) => found.get(nameOf(key))).filter((item) => item !== undefined);
    },
  };
}

/** Keys must differ within a batch: the caller may name one twice, DynamoDB may not. */
async function getBatch(client: DynamoDBClient, tableName: string, keys: readonly Key[]): Promise<readonly Item[]> {
  const items: Item[] = [];
  let pending: Marshalled[] = [...new Map(keys.map((key) => [nameOf(key), key])).values()].map(toAttributes);
  for (let idle = 0; pending.length > 0; ) {
    const request = { RequestItems: { [tableName]: { Keys: pending } } };
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
