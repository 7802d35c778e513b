/** The way of an object through a small stack on the local run, with everything going well and with everything going wrong. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SQSClient, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocal } from '../../infra/local/start.ts';
import type { LocalLogLine, LocalOptions, LocalStack } from '../../infra/local/types.ts';
import { type MiniStack, STUCK, writeMiniStack } from './mini-stack.ts';

let folder: string;
let local: LocalStack | null = null;
let lines: LocalLogLine[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wirefold-runtime-'));
  lines = [];
});

afterEach(async () => {
  await local?.stop();
  local = null;
  await rm(folder, { recursive: true });
});

const client = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
});

async function start(stack: MiniStack = {}, more: Partial<LocalOptions> = {}): Promise<LocalStack> {
  const assembly = await writeMiniStack(join(folder, 'assembly'), stack);
  const log = (line: LocalLogLine) => lines.push(line);
  // What failed comes back at once: nobody should have to sit out a visibility timeout.
  local = await startLocal({ assembly, dataDir: join(folder, 'data'), log, visibilityCapSeconds: 0, ...more });
  return local;
}

async function put(endpoint: string, ...keys: readonly string[]): Promise<void> {
  const s3 = new S3Client(client(endpoint));
  for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket: 'mini-bucket', Key, Body: `text of ${Key}` }));
  s3.destroy();
}

async function rows(): Promise<Readonly<Record<string, Record<string, string | undefined>>>> {
  const dynamo = new DynamoDBClient(client(local?.endpoints.dynamodb ?? ''));
  const { Items = [] } = await dynamo.send(new ScanCommand({ TableName: 'Mini-Table', ConsistentRead: true }));
  dynamo.destroy();
  const texts = Items.map((item) => Object.fromEntries(Object.entries(item).map(([name, value]) => [name, value.S])));
  return Object.fromEntries(texts.map((item) => [item['pk'] ?? '', item]));
}

async function queued(id: string): Promise<number> {
  const sqs = new SQSClient(client(local?.endpoints.sqs ?? ''));
  const input = { QueueUrl: local?.queueUrl(id), AttributeNames: ['All' as const] };
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand(input));
  sqs.destroy();
  return Number(Attributes?.['ApproximateNumberOfMessages']);
}

const said = (): string => lines.map((line) => line.text).join('\n');

describe('an upload', () => {
  it('becomes a row and what is derived from it, and so does its removal', async () => {
    const { endpoints, outputs, idle } = await start();
    expect(outputs).toEqual({ BucketName: 'mini-bucket', QueueUrl: `${endpoints.sqs}/000000000000/Mini-Queue` });
    const Key = 'incoming/a b+ü 🗞.html';
    await put(endpoints.s3, Key, 'elsewhere/x');
    await idle();
    expect(await rows()).toMatchObject({
      [Key]: { event: 'ObjectCreated:Put', text: `text of ${Key}` },
      [`seen ${Key}`]: { eventName: 'INSERT' },
    });
    const s3 = new S3Client(client(endpoints.s3));
    await s3.send(new DeleteObjectCommand({ Bucket: 'mini-bucket', Key }));
    await idle();
    const after = await rows();
    expect(after[Key]).toMatchObject({ event: 'ObjectRemoved:DeleteMarkerCreated' });
    expect(Object.keys(after)).toHaveLength(2);
  });

  it('among sixty is never lost', async () => {
    const { endpoints, idle } = await start();
    await put(endpoints.s3, ...Array.from({ length: 60 }, (_, at) => `incoming/${at}`));
    await idle();
    expect(Object.keys(await rows())).toHaveLength(120);
  });
});

describe('a message', () => {
  it('that fails alone leaves its batch in peace, goes to the dead letters, and comes back on request', async () => {
    const { endpoints, idle } = await start({
      more: {
        FromQueue: { MaximumBatchingWindowInSeconds: 1, ScalingConfig: { MaximumConcurrency: 1 } },
      },
    });
    await put(endpoints.s3, 'incoming/a', 'incoming/poison', 'incoming/b');
    await idle();
    expect(said()).toContain('1 of 3 message(s) failed');
    expect(Object.keys(await rows())).toHaveLength(4);
    expect(await queued('Dead')).toBe(1);
    const sqs = new SQSClient(client(endpoints.sqs));
    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: 'arn:aws:sqs:us-east-1:000000000000:Mini-Dead' }));
    sqs.destroy();
    expect(await queued('Dead')).toBe(0);
  });

  it('whose function throws, hangs or dies is tried again and dead-lettered, and the next one is unharmed', async () => {
    const { endpoints, idle } = await start({ more: { FromQueue: { BatchSize: 1 }, Ingest: { Timeout: 2 } } });
    await put(endpoints.s3, 'incoming/throws', 'incoming/hangs', 'incoming/dies', 'incoming/fine');
    await idle();
    expect(await queued('Dead')).toBe(3);
    for (const why of ['TypeError: a defect', 'timed out after 2.00 seconds', 'Runtime.ExitError'])
      expect(said()).toContain(why);
    await put(endpoints.s3, 'incoming/next');
    await idle();
    expect(
      Object.keys(await rows())
        .filter((pk) => pk.startsWith('incoming/'))
        .sort(),
    ).toEqual(['incoming/fine', 'incoming/next']);
  });

  it('that failed waits as long as its queue says when nothing else is asked for', async () => {
    const { endpoints, idle } = await start(
      { more: { Queue: { VisibilityTimeout: 1 } } },
      { visibilityCapSeconds: 360 },
    );
    const began = Date.now();
    await put(endpoints.s3, 'incoming/poison');
    await idle();
    expect(await queued('Dead')).toBe(1);
    expect(Date.now() - began).toBeGreaterThan(2_000);
  });

  it('whose function cannot even start is dead-lettered with the reason', async () => {
    const { endpoints, idle } = await start({
      ingest: 'throw new RangeError("no configuration"); export const handler = 1;',
    });
    await put(endpoints.s3, 'incoming/x');
    await idle();
    expect(await queued('Dead')).toBe(1);
    expect(said()).toContain('RangeError: no configuration');
  });
});

describe('a stream record', () => {
  it('that fails is found by bisection, told of, and passed over', async () => {
    const { endpoints, idle } = await start({ more: { FromStream: { MaximumBatchingWindowInSeconds: 1 } } });
    await put(endpoints.s3, 'incoming/a', 'incoming/unlucky', 'incoming/b', 'incoming/c');
    await idle();
    expect(await queued('StreamDead')).toBe(1);
    const seen = Object.keys(await rows()).filter((pk) => pk.startsWith('seen'));
    expect(seen.sort()).toEqual(['seen incoming/a', 'seen incoming/b', 'seen incoming/c']);
    expect(said()).toContain('1 record(s) given up after 2 tries');
  });
});

describe('a run that is killed', () => {
  it.each([
    ['between the upload and the row', { ingest: STUCK }],
    ['between the row and what is derived from it', { group: STUCK }],
  ])('%s is taken up by the next one', async (_, stuck) => {
    const long = { more: { Ingest: { Timeout: 60 }, Group: { Timeout: 60 }, Queue: { VisibilityTimeout: 360 } } };
    const assembly = await writeMiniStack(join(folder, 'stuck'), { ...stuck, ...long });
    const script = fileURLToPath(new URL('./killable.ts', import.meta.url));
    const child = spawn(process.execPath, [script, assembly, join(folder, 'data')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [endpoint] = await once(child.stdout, 'data');
    await put(String(endpoint).trim(), ...Array.from({ length: 12 }, (_, at) => `incoming/${at}`));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { idle } = await start();
    await idle();
    expect(Object.keys(await rows())).toHaveLength(24);
  });
});

describe('a template', () => {
  it('with a resource that is not known is refused by name', async () => {
    const starting = start({ resources: { Search: { Type: 'AWS::OpenSearchService::Domain' } } });
    await expect(starting).rejects.toThrow('AWS::OpenSearchService::Domain');
  });

  it('with a mapping that is not understood is refused by name', async () => {
    const starting = start({ more: { FromStream: { TumblingWindowInSeconds: 5 } } });
    await expect(starting).rejects.toThrow('TumblingWindowInSeconds');
  });

  it('whose table is another one than the last run had is refused', async () => {
    await (await start()).stop();
    const index = {
      IndexName: 'new',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    };
    await expect(start({ more: { Table: { GlobalSecondaryIndexes: [index] } } })).rejects.toThrow('start afresh');
  });
});

describe('a folder', () => {
  it('serves one run at a time', async () => {
    await start();
    const assembly = join(folder, 'assembly');
    await expect(startLocal({ assembly, dataDir: join(folder, 'data') })).rejects.toThrow('another local run');
  });
});
