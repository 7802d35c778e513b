/** Reads for lists on DynamoDB: the keys-only index and batches of keys. Promise: complete, in the order asked for; may lag. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Feeds } from '../pipeline/ports.ts';
import { getMany } from './many.ts';
import { pages } from './table.ts';
import { feedInput } from './table-requests.ts';

export function dynamoFeeds(client: DynamoDBClient, tableName: string): Feeds {
  return {
    async feed(query) {
      const items = await pages(client, query.limit, (from) => feedInput(tableName, query, from));
      return items.map((item) => ({ key: { pk: item.pk, sk: item.sk }, feedSk: String(item['feedSk']) }));
    },
    async getMany(keys) {
      const items = await getMany(client, { tableName, consistent: false }, keys);
      return items.filter((item) => item !== null);
    },
  };
}
