/** Calls about tables: options that mean nothing on one machine are left out, the stream is told of, the rest is dynalite's. */
import { tableArn } from '../arn.ts';
import { type JsonObject, objectAt, objectsAt, textAt } from '../json.ts';
import type { DynamoContext } from './context.ts';
import type { DynamoOperation } from './write-operations.ts';

export const TABLE_OPERATIONS: Readonly<Record<string, DynamoOperation>> = {
  CreateTable: async (input, context) => {
    const answer = await context.inner.call('CreateTable', plain(input));
    context.tables.add(input);
    return { TableDescription: described(objectAt(answer, 'TableDescription'), context) };
  },
  DescribeTable: async (input, context) => {
    const answer = await context.inner.call('DescribeTable', input);
    return { Table: described(objectAt(answer, 'Table'), context) };
  },
  DeleteTable: async (input, context) => {
    const answer = await context.inner.call('DeleteTable', input);
    context.tables.remove(textAt(input, 'TableName'));
    return answer;
  },
  // Locally nothing expires: data goes with the folder.
  UpdateTimeToLive: async (input) => ({ TimeToLiveSpecification: input['TimeToLiveSpecification'] }),
  DescribeTimeToLive: async () => ({ TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' } }),
  DescribeContinuousBackups: async () => ({
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
    },
  }),
};

/** What dynalite understands of a CreateTable call; billing is always by request. */
function plain(input: JsonObject): JsonObject {
  const index = (entry: JsonObject): JsonObject => ({
    IndexName: entry['IndexName'],
    KeySchema: entry['KeySchema'],
    Projection: entry['Projection'],
  });
  const global = objectsAt(input, 'GlobalSecondaryIndexes').map(index);
  const local = objectsAt(input, 'LocalSecondaryIndexes').map(index);
  return {
    TableName: input['TableName'],
    KeySchema: input['KeySchema'],
    AttributeDefinitions: input['AttributeDefinitions'],
    BillingMode: 'PAY_PER_REQUEST',
    ...(global.length > 0 ? { GlobalSecondaryIndexes: global } : {}),
    ...(local.length > 0 ? { LocalSecondaryIndexes: local } : {}),
  };
}

function described(description: JsonObject, context: DynamoContext): JsonObject {
  const name = textAt(description, 'TableName');
  const arn = context.tables.find(name)?.streamArn ?? null;
  const stream =
    arn === null
      ? {}
      : {
          LatestStreamArn: arn,
          LatestStreamLabel: arn.split('/').at(-1),
          StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
        };
  return { ...description, TableArn: tableArn(name), ...stream };
}
