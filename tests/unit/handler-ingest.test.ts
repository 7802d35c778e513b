/** The queue's function as Lambda calls it: through its handler, with the SDK's clients mocked. */
import { Readable } from 'node:stream';
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aChange, anS3Event, anSqsEvent, aRemoval } from '../../shared/testing/builders.ts';
import { aContext } from '../../shared/testing/lambda-context.ts';

const ENVIRONMENT = {
  AWS_REGION: 'eu-central-1',
  POWERTOOLS_SERVICE_NAME: 'test',
  POWERTOOLS_METRICS_NAMESPACE: 'Test',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  POWERTOOLS_METRICS_DISABLED: 'true',
};
const dynamo = mockClient(DynamoDBClient);
const s3 = mockClient(S3Client);

beforeEach(() => {
  dynamo.reset();
  s3.reset();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.resetModules();
  for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value);
});

async function load() {
  vi.stubEnv('TABLE_NAME', 'T');
  vi.stubEnv('BUCKET_NAME', 'B');
  vi.stubEnv('QUEUE_URL', 'https://sqs.example/1/q');
  const { handler } = await import('../../functions/ingest/index.ts');
  return handler;
}

function stored(text: string) {
  const Body = Object.assign(Readable.from([Buffer.from(text)]), {
    transformToByteArray: async () => new Uint8Array(Buffer.from(text)),
    transformToString: async () => text,
    transformToWebStream: () => new ReadableStream(),
  });
  return { Body, LastModified: new Date(0), ContentLength: text.length };
}

const writesTo = (prefix: string) => {
  const inputs = dynamo.commandCalls(UpdateItemCommand).map(({ args: [{ input }] }) => input);
  return inputs.filter((input) => input.Key?.['pk']?.S?.startsWith(prefix));
};

/** Of rows. */
const states = () =>
  writesTo('obj#').map((input) => {
    const values = Object.values(input.ExpressionAttributeValues ?? {}).map((value) => value.S);
    return ['stored', 'rejected', 'removed'].find((state) => values.includes(state));
  });

describe('the ingest function', () => {
  it('does the good nine of ten and reports the one that failed', async () => {
    dynamo.on(UpdateItemCommand).resolves({});
    s3.on(GetObjectCommand).callsFake(() => stored(''));
    s3.on(GetObjectCommand, { Key: 'bad' }).rejects(new Error('cut connection'));
    const handler = await load();
    const keys = ['1', '2', '3', '4', 'bad', '6', '7', '8', '9', '10'];
    const event = anSqsEvent(keys.map((key) => anS3Event(aChange({ key }))));
    expect(await handler(event, aContext())).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-4' }] });
    expect(states()).toEqual(Array(9).fill('rejected'));
  });

  it('notes why a message failed, and how often it has been received', async () => {
    dynamo.on(UpdateItemCommand).resolves({});
    s3.on(GetObjectCommand).rejects(new TypeError('x is not a function'));
    const handler = await load();
    await handler(anSqsEvent([anS3Event(aChange())], { receives: 4 }), aContext());
    const [note] = writesTo('failed#');
    expect(note?.Key).toEqual({ pk: { S: 'failed#message-0' }, sk: { S: 'upload' } });
    const values = Object.values(note?.ExpressionAttributeValues ?? {}).map(({ S, N }) => S ?? N);
    expect(values).toEqual(expect.arrayContaining(['TypeError', 'x is not a function', '4', 'test']));
    // Seconds, for the table to let it go: about two weeks from now.
    expect(values.some((value) => Number(value) > Date.now() / 1000 + 14 * 86_400)).toBe(true);
  });

  it('reports what failed also when it cannot note why, and takes no time for it that it does not have', async () => {
    dynamo.on(UpdateItemCommand).rejects(new Error('no table'));
    s3.on(GetObjectCommand).rejects(new Error('cut connection'));
    const handler = await load();
    const event = anSqsEvent([anS3Event(aChange())]);
    expect((await handler(event, aContext())).batchItemFailures).toHaveLength(1);
    expect(writesTo('failed#')).toHaveLength(1);
    let left = 60_000;
    const ending = { ...aContext(), getRemainingTimeInMillis: () => left };
    s3.on(GetObjectCommand).callsFake(() => {
      left = 1_000;
      throw new Error('cut connection');
    });
    expect((await handler(event, ending)).batchItemFailures).toHaveLength(1);
    expect(writesTo('failed#')).toHaveLength(1);
  });

  it('writes removals, and nothing for what is gone', async () => {
    dynamo.on(UpdateItemCommand).resolves({});
    s3.on(GetObjectCommand).rejects(new NoSuchKey({ message: 'gone', $metadata: {} }));
    const handler = await load();
    const event = anSqsEvent([anS3Event(aRemoval()), anS3Event(aChange())]);
    expect(await handler(event, aContext())).toEqual({ batchItemFailures: [] });
    expect(states()).toEqual(['removed']);
  });

  it('acknowledges the test event and what is no notification, and writes nothing', async () => {
    const handler = await load();
    const event = anSqsEvent([{ Event: 's3:TestEvent' }, 'hello', { Records: [] }]);
    expect(await handler(event, aContext())).toEqual({ batchItemFailures: [] });
    expect(dynamo.calls()).toEqual([]);
  });

  it('has nothing to say about what it ignores', async () => {
    vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
    vi.stubEnv('POWERTOOLS_DEV', 'true');
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const handler = await load();
    await handler(anSqsEvent([{ Event: 's3:TestEvent' }]), aContext());
    expect(warn.mock.calls).toEqual([]);
  });

  it('stops before the edge: the rest comes again, untouched', async () => {
    const handler = await load();
    const event = anSqsEvent([anS3Event(aChange()), anS3Event(aChange())]);
    expect((await handler(event, aContext(5_000))).batchItemFailures).toHaveLength(2);
    expect(s3.calls()).toEqual([]);
  });

  it('does not start without its names', async () => {
    vi.stubEnv('TABLE_NAME', '');
    vi.stubEnv('BUCKET_NAME', '');
    vi.stubEnv('QUEUE_URL', '');
    await expect(import('../../functions/ingest/index.ts')).rejects.toThrow('TABLE_NAME, BUCKET_NAME, QUEUE_URL');
  });
});
