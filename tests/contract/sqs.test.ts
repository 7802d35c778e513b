/**
 * What the pipeline relies on in SQS, asked through the real SDK: of our emulator, and of one that others wrote, so that
 * both cannot be wrong in the same way. What only ours can do is asked of ours alone.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBell } from '../../infra/local/bell.ts';
import { openDatabase } from '../../infra/local/database.ts';
import { openSqs } from '../../infra/local/sqs/context.ts';
import { serveSqs } from '../../infra/local/sqs/server.ts';

interface Backend {
  readonly name: string;
  /** Gives the endpoint and the way to stop. */
  start(folder: string): Promise<{ readonly url: string; stop(): Promise<void> }>;
}

const OURS: Backend = {
  name: 'our emulator',
  start: async (folder) => {
    const db = openDatabase(join(folder, 'local.sqlite'));
    const served = await serveSqs(openSqs(db, makeBell(), Date.now), 0);
    const stop = async () => {
      await served.close();
      db.close();
    };
    return { url: served.url, stop };
  },
};

const FAUXQS: Backend = {
  name: 'fauxqs',
  start: async () => {
    const app = buildApp({ logger: false, host: '127.0.0.1' });
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    return { url, stop: () => app.close() };
  },
};

let folder: string;
let sqs: SQSClient;
let stopped: () => Promise<void>;

async function start(backend: Backend): Promise<void> {
  const { url, stop } = await backend.start(folder);
  sqs = new SQSClient({ endpoint: url, region: 'us-east-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  stopped = async () => {
    sqs.destroy();
    await stop();
  };
}

function withBackend(backend: Backend): void {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wirefold-sqs-'));
    await start(backend);
  });
  afterAll(async () => {
    await stopped();
    await rm(folder, { recursive: true });
  });
}

async function aQueue(name: string, attributes: Record<string, string> = {}): Promise<string> {
  const created = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  return created.QueueUrl ?? '';
}

const countsOf = async (url: string) =>
  (await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }))).Attributes ?? {};

async function aQueueWithDeadLetters() {
  const dead = await aQueue('dead');
  const deadLetterTargetArn = (await countsOf(dead))['QueueArn'] ?? '';
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 2 });
  return { dead, deadLetterTargetArn, url: await aQueue('work', { VisibilityTimeout: '0', RedrivePolicy }) };
}

const receive = async (url: string, seconds = 0, most = 10) => {
  const input = { QueueUrl: url, WaitTimeSeconds: seconds, MaxNumberOfMessages: most };
  const got = await sqs.send(
    new ReceiveMessageCommand({ ...input, MessageSystemAttributeNames: ['All'], MessageAttributeNames: ['All'] }),
  );
  return got.Messages ?? [];
};

describe.each([OURS, FAUXQS])('a queue of $name', (backend) => {
  withBackend(backend);

  it('gives back what was sent, with its attributes and a receive count of one', async () => {
    const url = await aQueue('echo');
    const MessageAttributes = { kind: { DataType: 'String', StringValue: 'test' } };
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'häuser', MessageAttributes }));
    const [message] = await receive(url);
    expect(message).toMatchObject({
      Body: 'häuser',
      MessageAttributes,
      Attributes: { ApproximateReceiveCount: '1' },
    });
  });

  it('hides a received message and shows it again, counted twice, when nobody deletes it in time', async () => {
    const url = await aQueue('visibility', { VisibilityTimeout: '1' });
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'again' }));
    expect(await receive(url)).toHaveLength(1);
    expect(await receive(url)).toHaveLength(0);
    const [second] = await receive(url, 3);
    expect(second?.Attributes?.['ApproximateReceiveCount']).toBe('2');
    await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: second?.ReceiptHandle }));
    expect(await receive(url, 1)).toHaveLength(0);
  });

  it('shows a message at once when its visibility is set to zero', async () => {
    const url = await aQueue('release');
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'mine' }));
    const [first] = await receive(url);
    const input = { QueueUrl: url, ReceiptHandle: first?.ReceiptHandle, VisibilityTimeout: 0 };
    await sqs.send(new ChangeMessageVisibilityCommand(input));
    expect(await receive(url)).toHaveLength(1);
  });

  it('wakes a long poll when a message arrives', async () => {
    const url = await aQueue('poll');
    const waiting = receive(url, 10);
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'news' }));
    expect(await waiting).toHaveLength(1);
  });

  it('holds a delayed message back', async () => {
    const url = await aQueue('delay');
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'later', DelaySeconds: 1 }));
    expect(await receive(url)).toHaveLength(0);
    expect(await receive(url, 3)).toHaveLength(1);
  });

  it('sends, receives and deletes ten at a time', async () => {
    const url = await aQueue('batch');
    const Entries = Array.from({ length: 10 }, (_, at) => ({ Id: `e${at}`, MessageBody: `m${at}` }));
    const sent = await sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
    expect(sent.Successful).toHaveLength(10);
    const messages = await receive(url);
    expect(messages).toHaveLength(10);
    const deletes = messages.map((message, at) => ({ Id: `d${at}`, ReceiptHandle: message.ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries: deletes }));
    expect(await countsOf(url)).toMatchObject({
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
    });
  });

  it('moves a message to the dead letters after too many receives', async () => {
    const { url, dead } = await aQueueWithDeadLetters();
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'poison' }));
    expect(await receive(url)).toHaveLength(1);
    expect(await receive(url)).toHaveLength(1);
    expect(await receive(url)).toHaveLength(0);
    expect(await countsOf(dead)).toMatchObject({ ApproximateNumberOfMessages: '1' });
  });

  it('refuses a queue that is not there by the name the SDK knows', async () => {
    await expect(sqs.send(new GetQueueUrlCommand({ QueueName: 'nowhere' }))).rejects.toMatchObject({
      name: 'QueueDoesNotExist',
    });
  });

  it('refuses eleven messages at once', async () => {
    const url = await aQueue('many');
    const Entries = Array.from({ length: 11 }, (_, at) => ({ Id: `e${at}`, MessageBody: 'm' }));
    const sending = sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
    await expect(sending).rejects.toMatchObject({ name: 'TooManyEntriesInBatchRequest' });
  });
});

describe('our emulator', () => {
  withBackend(OURS);

  it('carries characters outside the basic plane, and refuses those that SQS refuses', async () => {
    const url = await aQueue('characters');
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'news 🗞' }));
    expect(await receive(url)).toMatchObject([{ Body: 'news 🗞' }]);
    const sending = sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'bell \u0007' }));
    await expect(sending).rejects.toMatchObject({ name: 'InvalidMessageContents' });
  });

  it('names the entry of a batch that failed, and takes the others', async () => {
    const url = await aQueue('half');
    const Entries = ['a', '', 'c'].map((MessageBody, at) => ({ Id: `e${at}`, MessageBody }));
    const sent = await sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
    expect(sent.Failed).toMatchObject([{ Id: 'e1' }]);
    expect(await receive(url)).toHaveLength(2);
  });

  it('moves dead letters back to where they came from on request', async () => {
    const { url, deadLetterTargetArn } = await aQueueWithDeadLetters();
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'poison' }));
    for (let tries = 0; tries < 3; tries += 1) await receive(url);
    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: deadLetterTargetArn }));
    expect(await receive(url)).toMatchObject([{ Body: 'poison', Attributes: { ApproximateReceiveCount: '1' } }]);
  });

  it('keeps messages and receive counts over a restart', async () => {
    const url = await aQueue('kept', { VisibilityTimeout: '0' });
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'stay' }));
    await receive(url);
    await stopped();
    await start(OURS);
    const [message] = await receive(await aQueue('kept'));
    expect(message).toMatchObject({ Body: 'stay', Attributes: { ApproximateReceiveCount: '2' } });
  });
});
