/** What the functions say of their work: one line and one count for each outcome, and never a word of any page. */
import { Readable } from 'node:stream';
import { EventType } from '@aws-lambda-powertools/batch';
import { DynamoDBClient, GetItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aChange, anS3Event, anSqsEvent } from '../../shared/testing/builders.ts';
import { aContext } from '../../shared/testing/lambda-context.ts';
import { memoryTable } from '../../shared/testing/memory-table.ts';

const dynamo = mockClient(DynamoDBClient);
const s3 = mockClient(S3Client);
const ARTICLE = `Zanzibar quokkas vote\n\nBy Ottoline Fernsby\n\n${'Quokkas of the harbour voted on Monday, the council said. '.repeat(4)}`;
const WORDS = /quokka|zanzibar|ottoline|fernsby|council/i;

const said: string[] = [];
beforeEach(() => {
  dynamo.reset();
  s3.reset();
  vi.resetModules();
  said.length = 0;
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('TABLE_NAME', 'T');
  vi.stubEnv('BUCKET_NAME', 'B');
  vi.stubEnv('QUEUE_URL', 'http://127.0.0.1:1/queue');
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'ingest');
  vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'Wirefold-test');
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function file(bytes: Buffer) {
  const Body = Object.assign(Readable.from([bytes]), {
    transformToByteArray: async () => new Uint8Array(bytes),
    transformToString: async () => bytes.toString('utf8'),
    transformToWebStream: () => new ReadableStream(),
  });
  return { Body, LastModified: new Date(), ContentLength: bytes.length };
}

/** Lines of the log, and figures for CloudWatch by their names. */
async function tellingOf(keys: readonly string[]) {
  dynamo.on(UpdateItemCommand).resolves({});
  dynamo.on(GetItemCommand).resolves({});
  s3.on(GetObjectCommand).callsFake(() => file(Buffer.from(ARTICLE)));
  s3.on(GetObjectCommand, { Key: 'photo' }).callsFake(() =>
    file(Buffer.from('\u0089PNG\r\n\u001a\n quokka', 'latin1')),
  );
  s3.on(GetObjectCommand, { Key: 'cut' }).rejects(new Error('cut connection'));
  const { handler } = await import('../../functions/ingest/index.ts');
  const at = new Date(Date.now() - 2_000).toISOString();
  await handler(anSqsEvent(keys.map((key) => anS3Event(aChange({ key, at })))), aContext());
  const objects = said
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith('{'))
    .map((line) => Object(JSON.parse(line)));
  return {
    lines: objects.filter((line) => line._aws === undefined),
    figures: Object.assign({}, ...objects.filter((line) => line._aws !== undefined)),
  };
}

describe('a function', () => {
  it('writes one line for each outcome, with ids, states and codes', async () => {
    const { lines } = await tellingOf(['article', 'photo', 'cut']);
    expect(lines.map(({ message, key, code }) => [message, key, code ?? null])).toEqual([
      ['stored', 'article', null],
      ['rejected', 'photo', 'document.unsupported-format'],
      ['unfinished', 'cut', null],
      ['failed, will be retried', undefined, null],
    ]);
  });

  it('counts files by outcome, refusals by code, and the time from upload to row, under the name of its stack', async () => {
    const { figures } = await tellingOf(['article', 'photo', 'cut']);
    expect(figures).toMatchObject({
      service: 'ingest',
      'items.stored': 1,
      'items.rejected': 1,
      'codes.document.unsupported-format': 1,
      'items.unfinished': 1,
      'items.failed': 1,
    });
    expect(figures['put-to-row']).toBeGreaterThanOrEqual(2_000);
    expect(figures._aws.CloudWatchMetrics[0].Namespace).toBe('Wirefold-test');
  });

  it('counts the outlets that are silent, and names them in one line', async () => {
    vi.stubEnv('OUTLET_SILENCE', 'herald.example=24');
    vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'settle');
    dynamo.on(GetItemCommand).resolves({});
    dynamo.on(QueryCommand).resolves({ Items: [] });
    const { handler } = await import('../../functions/settle/index.ts');
    await handler({}, aContext());
    const objects = said.filter((line) => line.startsWith('{')).map((line) => Object(JSON.parse(line)));
    expect(objects.find(({ _aws }) => _aws !== undefined)).toMatchObject({ service: 'settle', 'outlets.silent': 1 });
    expect(objects.find(({ message }) => message === 'silent')).toMatchObject({
      outlets: [{ outlet: 'herald.example', hours: 24, lastAt: null }],
    });
  });

  it('counts what became of articles, and leaves the counts out of the line', async () => {
    vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'group');
    const { batchHandler } = await import('../../functions/batch.ts');
    const counts = { 'articles.changed': 2, 'articles.copies': 1 };
    const handler = batchHandler(
      EventType.DynamoDBStreams,
      async (_, tell) => tell({ state: 'grouped', counts }),
      memoryTable(),
    );
    await handler({ Records: [{ eventID: '1', eventSource: 'aws:dynamodb', dynamodb: {} }] }, aContext());
    const objects = said.filter((line) => line.startsWith('{')).map((line) => Object(JSON.parse(line)));
    const figures = objects.find(({ _aws }) => _aws !== undefined);
    expect(figures).toMatchObject({ service: 'group', 'items.grouped': 1, ...counts });
    expect(objects.find(({ message }) => message === 'grouped')).not.toHaveProperty('counts');
  });

  it('never says a word of a page', async () => {
    await tellingOf(['article', 'photo', 'cut']);
    expect(said.length).toBeGreaterThan(3);
    expect(said.filter((text) => WORDS.test(text))).toEqual([]);
  });
});
