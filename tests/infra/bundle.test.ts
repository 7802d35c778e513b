import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundles, bundleFunctions, dropBundles } from '../../infra/bundling.ts';
import { NO_HINTS, NO_PROFILE } from '../../shared/core/document.ts';
import { PDF } from '../unit/intake-formats/a-pdf.ts';
import { HEADLINE } from '../unit/intake-formats/one-article.ts';

/** As S3 sends it once when a notification is configured; nothing needs to be read or written for it. */
const TEST_MESSAGE = {
  messageId: 'm1',
  receiptHandle: 'r1',
  body: JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'wirefold-test' }),
  attributes: { ApproximateReceiveCount: '1' },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:queue',
  awsRegion: 'us-east-1',
};

const ENVIRONMENT = {
  TABLE_NAME: 'table',
  BUCKET_NAME: 'bucket',
  QUEUE_URL: 'http://127.0.0.1:1/queue',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  POWERTOOLS_SERVICE_NAME: 'test',
  POWERTOOLS_METRICS_NAMESPACE: 'Wirefold',
};

/** Runs a bundle's handler in a process of its own, outside the repository, so that no installed library can help it. */
function handle(folder: string, event: unknown): unknown {
  const script = `
    const { handler } = await import(${JSON.stringify(join(folder, 'index.mjs'))});
    const context = { awsRequestId: 'r', functionName: 'f', getRemainingTimeInMillis: () => 30000 };
    const answer = await handler(${JSON.stringify(event)}, context);
    process.stdout.write('\\nANSWER ' + JSON.stringify(answer ?? null) + '\\n');
    process.exit(0);`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    env: ENVIRONMENT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const answer = output.split('\n').find((line) => line.startsWith('ANSWER '));
  return JSON.parse(answer?.slice('ANSWER '.length) ?? 'null');
}

/** What the page worker of a bundle answers for a PDF, in a process outside the repository. */
function readInWorker(folder: string, bytes: Uint8Array): unknown {
  const document = {
    format: 'pdf',
    text: '',
    mediaType: 'application/pdf',
    charset: 'utf-8',
    charsetBasis: 'utf-8-valid',
  };
  const script = `
    import { Worker } from 'node:worker_threads';
    const worker = new Worker(${JSON.stringify(join(folder, 'page-worker.mjs'))}, { env: {}, execArgv: [] });
    const data = Buffer.from(${JSON.stringify(Buffer.from(bytes).toString('base64'))}, 'base64');
    const hints = ${JSON.stringify(NO_HINTS)};
    const profile = ${JSON.stringify(NO_PROFILE)};
    worker.on('message', (told) => {
      if (told.kind === 'ready') worker.postMessage({ document: { ...${JSON.stringify(document)}, data, bytes: data.length }, hints, profile });
      else process.stdout.write(JSON.stringify(told), () => process.exit(0));
    });`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

describe('the bundled functions', () => {
  let bundles: Bundles;
  beforeAll(async () => {
    bundles = await bundleFunctions();
  });
  afterAll(() => dropBundles(bundles));

  it('answer in a bare process: ingest to the bucket’s test message', () => {
    expect(handle(bundles.ingest, { Records: [TEST_MESSAGE] })).toEqual({ batchItemFailures: [] });
  });

  it('answer in a bare process: group to an empty batch', () => {
    expect(handle(bundles.group, { Records: [] })).toEqual({ batchItemFailures: [] });
  });

  it('bring jsdom in the file of the page worker only, which the function starts with the first HTML page', () => {
    const holding = (folder: string) =>
      readdirSync(folder).filter((file) => readFileSync(join(folder, file), 'utf8').includes('xhr-sync-worker'));
    expect(holding(bundles.ingest)).toEqual(['page-worker.mjs']);
    for (const folder of [bundles.group, bundles.query, bundles.archive]) expect(holding(folder)).toEqual([]);
    expect(readdirSync(bundles.ingest).sort()).toEqual(['index.mjs', 'page-worker.mjs', 'pdf-engine.mjs']);
  });

  it('bring pdf.js in a file of its own, which the page worker loads with the first PDF', () => {
    const holding = readdirSync(bundles.ingest).filter((file) =>
      readFileSync(join(bundles.ingest, file), 'utf8').includes('GlobalWorkerOptions'),
    );
    expect(holding).toEqual(['pdf-engine.mjs']);
    expect(readInWorker(bundles.ingest, PDF)).toMatchObject({ kind: 'article', article: { headline: HEADLINE } });
  });
});
