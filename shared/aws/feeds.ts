/** Reads for lists on DynamoDB: the keys-only index and batches of keys. Promise: complete, in the order asked for; may lag. */
import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Item, Key } from '../core/item.ts';
import type { Feeds } from '../pipeline/ports.ts';
import { type Marshalled, toAttributes, toItem } from './marshal.ts';
import { pages } from './table.ts';
import { feedInput } from './table-requests.ts';

/** DynamoDB takes no more keys at a time. */
const BATCH_KEYS = 100;
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
      for (let start = 0; start < keys.length; start += BATCH_KEYS) {
        for (const item of await getBatch(client, tableName, keys.slice(start, start + BATCH_KEYS))) {
          found.set(nameOf(item), item);
        }
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
