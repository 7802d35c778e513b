/** The table port on DynamoDB. Promise: reads are consistent, a failed guard is an answer and never an error. */
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Item } from '../core/item.ts';
import type { Table, Written } from '../pipeline/ports.ts';
import { getMany } from './many.ts';
import { type Marshalled, toItem } from './marshal.ts';
import { getInput, putInput, queryInput, updateInput } from './table-requests.ts';

export function dynamoTable(client: DynamoDBClient, tableName: string): Table {
  return {
    async get(key) {
      const { Item } = await client.send(new GetItemCommand(getInput(tableName, key)));
      return Item === undefined ? null : toItem(Item);
    },
    getEach: (keys) => getMany(client, { tableName, consistent: true }, keys),
    query: (query) => pages(client, query.limit, (from) => queryInput(tableName, query, from)),
    put: (item, guard) =>
      guarded(async () => {
        await client.send(new PutItemCommand(putInput(tableName, item, guard)));
        return item;
      }),
    update: (update) =>
      guarded(async () => {
        const { Attributes } = await client.send(new UpdateItemCommand(updateInput(tableName, update)));
        return { ...(Attributes === undefined ? {} : toItem(Attributes)), ...update.key };
      }),
  };
}

async function guarded(send: () => Promise<Item>): Promise<Written> {
  try {
    return { applied: true, item: await send() };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { applied: false, found: error.Item === undefined ? null : toItem(error.Item) };
  }
}

/** DynamoDB ends a page at 1 MB: goes on until `limit` items are there, or no more exist. */
export async function pages(
  client: DynamoDBClient,
  limit: number,
  input: (from: Marshalled | null) => QueryCommandInput,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let from: Marshalled | null = null;
  do {
    const answer: { Items?: Marshalled[] | undefined; LastEvaluatedKey?: Marshalled | undefined } = await client.send(
      new QueryCommand(input(from)),
    );
    items.push(...(answer.Items ?? []).map(toItem));
    from = answer.LastEvaluatedKey ?? null;
  } while (from !== null && items.length < limit);
  return items.slice(0, limit);
}
