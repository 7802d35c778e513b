/** The stream's function as Lambda calls it: through its handler, with the SDK's client mocked. */
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aStreamRecord } from '../../shared/testing/builders.ts';
import { aContext } from '../../shared/testing/lambda-context.ts';

const ENVIRONMENT = {
  AWS_REGION: 'eu-central-1',
  POWERTOOLS_SERVICE_NAME: 'test',
  POWERTOOLS_METRICS_NAMESPACE: 'Test',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  POWERTOOLS_METRICS_DISABLED: 'true',
};
const dynamo = mockClient(DynamoDBClient);

beforeEach(() => {
  dynamo.reset();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.resetModules();
  for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value);
});

async function load() {
  vi.stubEnv('TABLE_NAME', 'T');
  const { handler } = await import('../../functions/group/index.ts');
  return handler;
}

describe('the group function', () => {
  it('derives the article that a row names, and a story from it', async () => {
    dynamo.on(GetItemCommand).resolves({}).on(QueryCommand).resolves({ Items: [] }).on(PutItemCommand).resolves({});
    const handler = await load();
    const response = await handler({ Records: [aStreamRecord('o1', { after: 'art_a' })] }, aContext());
    expect(response).toEqual({ batchItemFailures: [] });
    const written = dynamo.commandCalls(PutItemCommand).map((call) => call.args[0].input.Item?.['pk']?.S);
    expect(written).toEqual(['art#art_a', 'art#art_a']);
  });

  it('reports only the records that failed', async () => {
    dynamo.on(GetItemCommand).resolves({});
    dynamo.on(GetItemCommand, { Key: { pk: { S: 'obj#bad' }, sk: { S: 'obj' } } }).rejects(new Error('throttled'));
    const handler = await load();
    const named = (id: string) => {
      const record = aStreamRecord(id);
      return { ...record, dynamodb: { ...record.dynamodb, SequenceNumber: id } };
    };
    const response = await handler({ Records: [named('good'), named('bad')] }, aContext());
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad' }] });
  });

  it('notes by its place in the stream which row failed, and which articles it named', async () => {
    dynamo.on(GetItemCommand).rejects(new Error('throttled'));
    const handler = await load();
    await handler({ Records: [aStreamRecord('o1', { before: 'art_a', after: 'art_b' })] }, aContext());
    const [note] = dynamo.commandCalls(UpdateItemCommand).map(({ args: [{ input }] }) => input);
    expect(note?.Key).toEqual({ pk: { S: 'failed#stream' }, sk: { S: '1'.padStart(40, '0') } });
    expect(Object.values(note?.ExpressionAttributeValues ?? {})).toEqual(
      expect.arrayContaining([
        { M: { pk: { S: 'obj#o1' }, sk: { S: 'obj' } } },
        { L: [{ S: 'art_a' }, { S: 'art_b' }] },
        { S: 'throttled' },
      ]),
    );
  });

  it('logs which row it was that failed', async () => {
    vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'ERROR');
    vi.stubEnv('POWERTOOLS_DEV', 'true');
    const lines: unknown[] = [];
    vi.spyOn(console, 'error').mockImplementation((line) => void lines.push(line));
    dynamo.on(GetItemCommand).rejects(new Error('throttled'));
    const handler = await load();
    await handler({ Records: [aStreamRecord('o1')] }, aContext());
    expect(JSON.parse(String(lines[0]))).toMatchObject({ level: 'ERROR', item: 'obj#o1', reason: 'throttled' });
  });

  it('leaves what it has no time for untouched', async () => {
    const handler = await load();
    const response = await handler({ Records: [aStreamRecord('o1')] }, aContext(1_000));
    expect(response.batchItemFailures).toHaveLength(1);
    expect(dynamo.calls()).toEqual([]);
  });

  it('does not start without its table’s name', async () => {
    vi.stubEnv('TABLE_NAME', '');
    await expect(import('../../functions/group/index.ts')).rejects.toThrow('Missing environment variable: TABLE_NAME');
  });
});
