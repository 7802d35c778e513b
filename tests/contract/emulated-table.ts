/** The table as the local run has it: the real SDK, the front that tells a stream, dynalite behind it. Out: a port, and its stream. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, type CreateTableCommandInput, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { makeBell } from '../../infra/local/bell.ts';
import { openDatabase } from '../../infra/local/database.ts';
import { openDynamo } from '../../infra/local/dynamodb/context.ts';
import { serveDynamo } from '../../infra/local/dynamodb/server.ts';
import { type Meter, makeMeter } from '../../infra/local/meter.ts';
import { dynamoClient } from '../../shared/aws/dynamo-client.ts';
import { dynamoFeeds } from '../../shared/aws/feeds.ts';
import { toItem } from '../../shared/aws/marshal.ts';
import { dynamoTable } from '../../shared/aws/table.ts';
import type { Item } from '../../shared/core/item.ts';
import type { Feeds, Table } from '../../shared/pipeline/ports.ts';

const TableName = 'contract';

/** As infra/table.ts declares it. */
export const TABLE_SCHEMA: CreateTableCommandInput = {
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['pk', 'sk', 'feedPk', 'feedSk'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'feed',
      KeySchema: [
        { AttributeName: 'feedPk', KeyType: 'HASH' },
        { AttributeName: 'feedSk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
};

export interface EmulatedTable {
  readonly table: Table & Feeds;
  /** For another client. */
  readonly url: string;
  readonly tableName: string;
  /** What the stream has told since the last time. */
  news(): readonly DynamoDBRecord[];
  /** Everything that is stored. */
  items(): Promise<readonly Item[]>;
  close(): Promise<void>;
}

/** `meter`: told of what is read and written. */
export async function emulatedTable(meter: Meter = makeMeter()): Promise<EmulatedTable> {
  const folder = await mkdtemp(join(tmpdir(), 'wirefold-table-'));
  const db = openDatabase(join(folder, 'local.sqlite'));
  const context = await openDynamo(db, folder, makeBell(), Date.now);
  const served = await serveDynamo(context, 0, meter);
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  const client = dynamoClient({ endpoint: served.url, region: 'us-east-1', credentials });
  await client.send(new CreateTableCommand(TABLE_SCHEMA));
  let place = 0;
  return {
    ...{ url: served.url, tableName: TableName },
    table: { ...dynamoTable(client, TableName), ...dynamoFeeds(client, TableName) },
    news() {
      const records = context.log.read(TableName, place, MOST_NEWS);
      place = records.at(-1)?.place ?? place;
      return records.map(({ record }) => record as DynamoDBRecord);
    },
    async items() {
      const items: Item[] = [];
      let from: Record<string, { S: string }> | undefined;
      do {
        const page = await client.send(new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey: from }));
        items.push(...(page.Items ?? []).map(toItem));
        from = page.LastEvaluatedKey as typeof from;
      } while (from !== undefined);
      return items;
    },
    async close() {
      client.destroy();
      await served.close();
      await context.inner.close();
      db.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Far more than there can be between two looks. */
const MOST_NEWS = 100_000;
