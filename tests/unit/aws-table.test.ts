/** One contract for the table, kept by both of its forms: in memory, and DynamoDB behind the real SDK (on an emulator). */
import { once } from 'node:events';
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoFeeds } from '../../shared/aws/feeds.ts';
import { dynamoTable } from '../../shared/aws/table.ts';
import type { Feeds, Table } from '../../shared/pipeline/ports.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

type Backend = Table & Feeds;

const NAME = 'contract';
const SCHEMA: CreateTableCommandInput = {
  TableName: NAME,
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
};

const server = dynalite({ createTableMs: 0 });
const client = new DynamoDBClient({
  region: 'eu-central-1',
  credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  endpoint: endpointOf,
});
let port = 0;

async function endpointOf() {
  return { protocol: 'http:', hostname: '127.0.0.1', port, path: '/' };
}

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the emulator has no port');
  port = address.port;
  await client.send(new CreateTableCommand(SCHEMA));
});
afterAll(() => {
  client.destroy();
  server.close();
});

const backends: readonly (readonly [string, () => Backend])[] = [
  ['in memory', () => memoryTable()],
  ['on DynamoDB', () => ({ ...dynamoTable(client, NAME), ...dynamoFeeds(client, NAME) })],
];

describe.each(backends)('the table %s', (name, open) => {
  const table = open();
  const key = (pk: string, sk: string) => ({ pk: `${name}/${pk}`, sk });

  it('gives back what was put, and null for what was not', async () => {
    const item = {
      ...key('put', 's'),
      text: 'ä',
      n: 1,
      none: null,
      list: [true, { deep: '' }],
      bytes: new Uint8Array([1, 2]),
    };
    expect(await table.put(item, null)).toEqual({ applied: true, item });
    expect(await table.get(key('put', 's'))).toEqual(item);
    expect(await table.get(key('put', 'other'))).toBeNull();
  });

  it('replaces the whole item on put, and only what is named on update', async () => {
    await table.put({ ...key('u', 's'), a: 1, b: 2 }, null);
    const updated = await table.update({
      key: key('u', 's'),
      set: { c: 3, key: 'reserved' },
      remove: ['a', 'no'],
      guard: null,
    });
    expect(updated).toEqual({ applied: true, item: { ...key('u', 's'), b: 2, c: 3, key: 'reserved' } });
    await table.put({ ...key('u', 's'), d: 4 }, null);
    expect(await table.get(key('u', 's'))).toEqual({ ...key('u', 's'), d: 4 });
  });

  it('creates an item by update, and leaves it when nothing but removal is asked for', async () => {
    await table.update({ key: key('new', 's'), set: { a: 1 }, remove: [], guard: null });
    const written = await table.update({ key: key('new', 's'), set: {}, remove: ['a'], guard: null });
    expect(written).toEqual({ applied: true, item: key('new', 's') });
  });

  it('lets only a newer revision through', async () => {
    const put = (revision: string) =>
      table.update({ key: key('g', 's'), set: { revision }, remove: [], guard: { kind: 'newer', revision } });
    const outcomes = [];
    for (const revision of ['05', '04', '05', '06']) outcomes.push((await put(revision)).applied);
    expect(outcomes).toEqual([true, false, false, true]);
    expect(await table.get(key('g', 's'))).toMatchObject({ revision: '06' });
  });

  it('lets one of sixteen writers of the same generation through', async () => {
    const put = (gen: number | null) =>
      table.put({ ...key('gen', 's'), gen: (gen ?? 0) + 1 }, { kind: 'unchanged', gen });
    for (const gen of [null, 1, 2]) {
      const written = await Promise.all(Array.from({ length: 16 }, () => put(gen)));
      expect(written.filter((one) => one.applied)).toHaveLength(1);
    }
    expect(await table.get(key('gen', 's'))).toMatchObject({ gen: 3 });
  });

  it('reads a partition in order, by prefix and page, both ways', async () => {
    for (const sk of ['a#1', 'a#2', 'a#3', 'b#1']) await table.put(key('range', sk), null);
    const read = async (after: string | null, newestFirst: boolean, limit = 10) => {
      const query = { pk: key('range', '').pk, prefix: 'a#', after, newestFirst, limit };
      return (await table.query(query)).map((item) => item.sk);
    };
    expect(await read(null, false)).toEqual(['a#1', 'a#2', 'a#3']);
    expect(await read(null, true, 2)).toEqual(['a#3', 'a#2']);
    expect(await read('a#1', false)).toEqual(['a#2', 'a#3']);
    expect(await read('a#3', true)).toEqual(['a#2', 'a#1']);
    expect(await read('a#2~', true)).toEqual(['a#2', 'a#1']);
    expect(await read('a#3', false)).toEqual([]);
  });

  it('reads on where a megabyte ends a page', async () => {
    const half = 'x'.repeat(300_000);
    for (let n = 0; n < 6; n += 1) await table.put({ ...key('big', `k#${n}`), half }, null);
    const query = { pk: key('big', '').pk, prefix: 'k#', after: null, newestFirst: false, limit: 100 };
    expect(await table.query(query)).toHaveLength(6);
  });

  it('lists its feed newest first, and gets many items in the order asked for', async () => {
    const feedPk = `${name}/feed`;
    for (const n of [2, 1, 3]) await table.put({ ...key('f', `${n}`), feedPk, feedSk: `${n}` }, null);
    await table.put({ ...key('f', '4') }, null);
    const feed = async (before: string | null, limit: number) =>
      (await table.feed({ feedPk, before, limit })).map((entry) => [entry.feedSk, entry.key]);
    expect(await feed(null, 2)).toEqual([
      ['3', key('f', '3')],
      ['2', key('f', '2')],
    ]);
    expect(await feed('2', 9)).toEqual([['1', key('f', '1')]]);
    const many = await table.getMany([key('f', '4'), key('f', 'none'), key('f', '1'), key('f', '4')]);
    expect(many.map((item) => item.sk)).toEqual(['4', '1', '4']);
  });
});
