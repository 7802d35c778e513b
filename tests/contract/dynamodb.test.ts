/** What the pipeline relies on in DynamoDB, asked of the emulator through the real SDK, its stream read in place. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BatchWriteItemCommand,
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBell } from '../../infra/local/bell.ts';
import { openDatabase } from '../../infra/local/database.ts';
import { type DynamoContext, openDynamo } from '../../infra/local/dynamodb/context.ts';
import { serveDynamo } from '../../infra/local/dynamodb/server.ts';
import { makeMeter } from '../../infra/local/meter.ts';

const TABLE: CreateTableCommandInput = {
  TableName: 'articles',
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: ['pk', 'sk', 'story', 'at'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S' as const,
  })),
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-story',
      KeySchema: [
        { AttributeName: 'story', KeyType: 'HASH' },
        { AttributeName: 'at', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  SSESpecification: { Enabled: true },
  DeletionProtectionEnabled: true,
};
const TableName = 'articles';

let folder: string;
let context: DynamoContext;
let dynamo: DynamoDBClient;
let stopped: () => Promise<void>;

async function start(): Promise<void> {
  const db = openDatabase(join(folder, 'local.sqlite'));
  context = await openDynamo(db, folder, makeBell(), Date.now);
  const served = await serveDynamo(context, 0, makeMeter());
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  dynamo = new DynamoDBClient({ endpoint: served.url, region: 'us-east-1', credentials });
  stopped = async () => {
    dynamo.destroy();
    await served.close();
    await context.inner.close();
    db.close();
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wirefold-dynamodb-'));
  await start();
  await dynamo.send(new CreateTableCommand(TABLE));
});

afterAll(async () => {
  await stopped();
  await rm(folder, { recursive: true });
});

const key = (pk: string, sk = '1') => ({ pk: { S: pk }, sk: { S: sk } });
const put = (pk: string, item: Record<string, { S: string } | { N: string }> = {}, more: object = {}) =>
  dynamo.send(new PutItemCommand({ TableName, Item: { ...key(pk), ...item }, ...more }));
/** What the stream says about one partition, oldest first. */
const streamOf = (pk: string) =>
  context.log
    .read(TableName, 0, 1_000)
    .map(({ record }) => JSON.parse(JSON.stringify(record)))
    .filter((record) => record.dynamodb.Keys.pk.S === pk);

describe('a table', () => {
  it('describes its stream and is active at once', async () => {
    const { Table } = await dynamo.send(new DescribeTableCommand({ TableName }));
    expect(Table).toMatchObject({ TableStatus: 'ACTIVE', StreamSpecification: { StreamEnabled: true } });
    expect(Table?.LatestStreamArn).toMatch(/^arn:aws:dynamodb:us-east-1:000000000000:table\/articles\/stream\/\d{4}/);
  });

  it('gives the item that a failed condition met', async () => {
    await put('guarded', { seq: { S: '2' } });
    const stale = dynamo.send(
      new UpdateItemCommand({
        TableName,
        Key: key('guarded'),
        UpdateExpression: 'SET seq = :s',
        ConditionExpression: 'attribute_not_exists(seq) OR seq < :s',
        ExpressionAttributeValues: { ':s': { S: '1' } },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    await expect(stale).rejects.toMatchObject({ name: 'ConditionalCheckFailedException', Item: { seq: { S: '2' } } });
    const unasked = put('guarded', {}, { ConditionExpression: 'attribute_not_exists(pk)' });
    await expect(unasked).rejects.toMatchObject({ name: 'ConditionalCheckFailedException', Item: undefined });
  });

  it('lets exactly one of many conditional writes through', async () => {
    const once = { ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
    const tries = await Promise.allSettled(
      Array.from({ length: 16 }, (_, at) => put('race', { at: { S: `${at}` } }, once)),
    );
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(streamOf('race')).toHaveLength(1);
  });

  it('answers a query on its index in order, page by page', async () => {
    for (let at = 0; at < 5; at += 1) await put(`story-${at}`, { story: { S: 'sty_1' }, at: { S: `2026-0${at + 1}` } });
    const seen: (string | undefined)[] = [];
    let ExclusiveStartKey: Record<string, { S: string }> | undefined;
    do {
      const input = {
        TableName,
        IndexName: 'by-story',
        KeyConditionExpression: 'story = :s',
        ScanIndexForward: false,
        Limit: 2,
      };
      const page = await dynamo.send(
        new QueryCommand({ ...input, ExpressionAttributeValues: { ':s': { S: 'sty_1' } }, ExclusiveStartKey }),
      );
      seen.push(...(page.Items ?? []).map((item) => item['at']?.S));
      ExclusiveStartKey = page.LastEvaluatedKey as typeof ExclusiveStartKey;
    } while (ExclusiveStartKey !== undefined);
    expect(seen).toEqual(['2026-05', '2026-04', '2026-03', '2026-02', '2026-01']);
  });

  it('refuses what is not emulated by name', async () => {
    const transaction = new TransactWriteItemsCommand({ TransactItems: [{ Delete: { TableName, Key: key('x') } }] });
    await expect(dynamo.send(transaction)).rejects.toMatchObject({ name: 'UnknownOperationException' });
  });

  it('refuses an incomplete key and an item over 400 KB as a validation error', async () => {
    const half = dynamo.send(new PutItemCommand({ TableName, Item: { pk: { S: 'half' } } }));
    await expect(half).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(put('big', { text: { S: 'x'.repeat(410_000) } })).rejects.toMatchObject({
      name: 'ValidationException',
    });
    expect(streamOf('big')).toHaveLength(0);
  });
});

describe('the stream', () => {
  it('tells of each change with the item before and after it, in order', async () => {
    await put('told', { n: { N: '1' } });
    const update = {
      TableName,
      Key: key('told'),
      UpdateExpression: 'SET n = :n',
      ExpressionAttributeValues: { ':n': { N: '2' } },
    };
    await dynamo.send(new UpdateItemCommand(update));
    await dynamo.send(new DeleteItemCommand({ TableName, Key: key('told') }));
    const records = streamOf('told');
    expect(records.map((record) => record.eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
    expect(records[1].dynamodb).toMatchObject({
      OldImage: { n: { N: '1' } },
      NewImage: { n: { N: '2' } },
      Keys: key('told'),
    });
    expect(records[0].dynamodb.OldImage).toBeUndefined();
    expect(records[2].dynamodb.NewImage).toBeUndefined();
    const numbers = records.map((record) => record.dynamodb.SequenceNumber);
    expect(numbers).toEqual([...numbers].sort());
  });

  it('is silent about writes that change nothing and writes that fail', async () => {
    await put('quiet', { n: { N: '1' } });
    await put('quiet', { n: { N: '1' } });
    await put('quiet', { n: { N: '2' } }, { ConditionExpression: 'attribute_not_exists(pk)' }).catch(() => undefined);
    await dynamo.send(new DeleteItemCommand({ TableName, Key: key('never-there') }));
    expect(streamOf('quiet')).toHaveLength(1);
    expect(streamOf('never-there')).toHaveLength(0);
  });

  it('tells of batches too', async () => {
    await put('batch-b');
    const requests = [{ PutRequest: { Item: key('batch-a') } }, { DeleteRequest: { Key: key('batch-b') } }];
    await dynamo.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
    expect(streamOf('batch-a').map((record) => record.eventName)).toEqual(['INSERT']);
    expect(streamOf('batch-b').map((record) => record.eventName)).toEqual(['INSERT', 'REMOVE']);
  });
});

describe('a restart', () => {
  it('finds items, indexes, stream and the places of its readers as they were', async () => {
    await put('kept', { story: { S: 'kept' }, at: { S: '1' } });
    const before = context.log.position('reader', TableName, 'newest');
    await stopped();
    await start();
    expect(context.log.position('reader', TableName, 'oldest')).toBe(before);
    expect(streamOf('kept')).toHaveLength(1);
    const { Item } = await dynamo.send(new GetItemCommand({ TableName, Key: key('kept') }));
    expect(Item).toMatchObject({ story: { S: 'kept' } });
    const { Items } = await dynamo.send(
      new QueryCommand({
        TableName,
        IndexName: 'by-story',
        KeyConditionExpression: 'story = :s',
        ExpressionAttributeValues: { ':s': { S: 'kept' } },
      }),
    );
    expect(Items).toHaveLength(1);
  });

  it('records a write that was made but not yet told of when the last run was killed', async () => {
    await put('killed', { n: { N: '1' } });
    const item = { ...key('killed'), n: { N: '1' } };
    context.log.intend(TableName, key('killed'), { item, text: JSON.stringify(item) });
    context.log.intend(TableName, key('untouched'), null);
    await context.inner.call('PutItem', { TableName, Item: { ...key('killed'), n: { N: '2' } } });
    await stopped();
    await start();
    expect(streamOf('killed').map((record) => record.eventName)).toEqual(['INSERT', 'MODIFY']);
    expect(streamOf('untouched')).toHaveLength(0);
    expect(context.log.open()).toHaveLength(0);
  });
});
