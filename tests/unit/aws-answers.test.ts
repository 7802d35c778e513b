/** Answers of DynamoDB that an emulator seldom gives: failed guards with what stood there, half-read batches, short pages. */
import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { dynamoFeeds } from '../../shared/aws/feeds.ts';
import { toAttributes } from '../../shared/aws/marshal.ts';
import { dynamoTable } from '../../shared/aws/table.ts';

const dynamo = mockClient(DynamoDBClient);
const client = new DynamoDBClient({});
const table = dynamoTable(client, 'Table');
const feeds = dynamoFeeds(client, 'Table');
const key = (sk: string) => ({ pk: 'p', sk });

beforeEach(() => dynamo.reset());

describe('a guard that does not hold', () => {
  it('is an answer with what stood there', async () => {
    const Item = toAttributes({ ...key('s'), gen: 7 });
    const failed = new ConditionalCheckFailedException({ message: 'no', $metadata: {}, Item });
    dynamo.on(PutItemCommand).rejects(failed);
    const written = await table.put({ ...key('s'), gen: 2 }, { kind: 'unchanged', gen: 1 });
    expect(written).toEqual({ applied: false, found: { ...key('s'), gen: 7 } });
  });

  it('is told apart from a fault', async () => {
    dynamo.on(PutItemCommand).rejects(new Error('throttled'));
    await expect(table.put(key('s'), null)).rejects.toThrow('throttled');
  });
});

describe('a page that ends early', () => {
  it('is read on until the limit, and never beyond', async () => {
    const page = (sks: readonly string[], more: boolean) => ({
      Items: sks.map((sk) => toAttributes(key(sk))),
      ...(more ? { LastEvaluatedKey: toAttributes(key(sks.at(-1) ?? '')) } : {}),
    });
    dynamo
      .on(QueryCommand)
      .resolvesOnce(page(['1'], true))
      .resolvesOnce(page([], true))
      .resolves(page(['2', '3'], true));
    const items = await table.query({ pk: 'p', prefix: '', after: null, newestFirst: false, limit: 2 });
    expect(items.map((item) => item.sk)).toEqual(['1', '2']);
  });
});

describe('a batch of keys', () => {
  const unread = (...sks: readonly string[]) => ({ Table: { Keys: sks.map((sk) => toAttributes(key(sk))) } });
  const read = (...sks: readonly string[]) => ({ Table: sks.map((sk) => toAttributes(key(sk))) });

  it('is asked for again as long as keys are left unread', async () => {
    dynamo
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: read('1'), UnprocessedKeys: unread('2') })
      .resolves({ Responses: read('2') });
    expect(await feeds.getMany([key('2'), key('1')])).toEqual([key('2'), key('1')]);
  });

  it('ends in an error when nothing comes any more', async () => {
    dynamo.on(BatchGetItemCommand).resolves({ Responses: read(), UnprocessedKeys: unread('1') });
    await expect(feeds.getMany([key('1')])).rejects.toThrow('unread');
  });

  it('of the table sees every write, names each key once, and says what is not there', async () => {
    dynamo.on(BatchGetItemCommand).resolves({ Responses: read('2') });
    expect(await table.getEach?.([key('2'), key('1'), key('2')])).toEqual([key('2'), null, key('2')]);
    const [call] = dynamo.commandCalls(BatchGetItemCommand);
    expect(call?.args[0].input.RequestItems).toEqual({
      Table: { ConsistentRead: true, Keys: ['2', '1'].map((sk) => toAttributes(key(sk))) },
    });
  });

  it('is cut into requests of a hundred', async () => {
    dynamo.on(BatchGetItemCommand).resolves({ Responses: read() });
    await feeds.getMany(Array.from({ length: 250 }, (_, index) => key(String(index))));
    expect(dynamo.commandCalls(BatchGetItemCommand)).toHaveLength(3);
  });
});
