/** A table like the deployed one, made by dynalite: two keys, and an index of keys over two attributes. In: dynalite, a name. Out: nothing, once it can be used. */
import { expect, vi } from 'vitest';
import type { Inner } from '../../infra/local/dynamodb/inner.ts';

const schemaOf = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];

export async function makeFeedTable(inner: Inner, TableName: string): Promise<void> {
  await inner.call('CreateTable', {
    TableName,
    ...{ BillingMode: 'PAY_PER_REQUEST', KeySchema: schemaOf('pk', 'sk') },
    AttributeDefinitions: ['pk', 'sk', 'feedPk', 'feedSk'].map((AttributeName) => ({
      ...{ AttributeName, AttributeType: 'S' },
    })),
    GlobalSecondaryIndexes: [
      { IndexName: 'feed', KeySchema: schemaOf('feedPk', 'feedSk'), Projection: { ProjectionType: 'KEYS_ONLY' } },
    ],
  });
  await active(inner, TableName);
}

/** dynalite makes a table a moment after it has said so. */
export async function active(inner: Inner, TableName: string): Promise<void> {
  await vi.waitFor(async () => {
    expect(await inner.call('DescribeTable', { TableName })).toMatchObject({ Table: { TableStatus: 'ACTIVE' } });
  });
}
