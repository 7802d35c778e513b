import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

const SENTENCE =
  'The harbour office said on Monday that the new pier would open in spring, after two winters of work on it.';
const PLAIN = `<!doctype html><html lang="en"><head><title>Pier opens</title></head><body><article><h1>Pier opens in spring</h1><p>${SENTENCE}</p><p>Ferries called there for the last time nine years ago, when a storm took the old jetty in one night.</p><p>Tickets from the island to the town will cost the same as before the storm, the council promised.</p></article></body></html>`;
/** Prose, and none of it where an article's text stands. */
const IN_DOUBT = `<!doctype html><html lang="en"><head><title>Notes</title></head><body><footer><small>${SENTENCE}</small></footer></body></html>`;

/** Files of a bundle that hold some words, by their paths in it. */
function holding(folder: string, words: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.m?js$/.test(file) && readFileSync(join(folder, file), 'utf8').includes(words),
  );
}

/** Files that are loaded with one of them, before anything is asked of it. */
function startsWith(folder: string, file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(join(folder, file), 'utf8');
  for (const [, part = ''] of source.matchAll(/(?:from|import)"\.\/([\w-]+\.mjs)"/g)) startsWith(folder, part, seen);
  return seen;
}

/** What the page worker of a bundle answers, in a process outside the repository. */
function readInWorker(folder: string, content: string | Uint8Array, format: 'pdf' | 'html'): unknown {
  const text = typeof content === 'string' ? content : '';
  const bytes = typeof content === 'string' ? new Uint8Array(0) : content;
  const document = { format, text, mediaType: `text/${format}`, charset: 'utf-8', charsetBasis: 'utf-8-valid' };
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

  it('bring jsdom for the page worker only, which loads it with the first page that is in doubt', () => {
    expect(holding(bundles.ingest, 'xhr-sync-worker')).toEqual(['node_modules/jsdom/index.js']);
    for (const folder of [bundles.group, bundles.query, bundles.archive])
      expect(holding(folder, 'xhr-sync-worker')).toEqual([]);
    expect(readInWorker(bundles.ingest, IN_DOUBT, 'html')).toMatchObject({ kind: 'article' });
    const without = mkdtempSync(join(tmpdir(), 'wirefold-without-'));
    try {
      cpSync(bundles.ingest, without, { recursive: true, filter: (file) => !file.includes('node_modules') });
      expect(readInWorker(without, PLAIN, 'html')).toMatchObject({ article: { headline: 'Pier opens in spring' } });
      expect(readInWorker(without, IN_DOUBT, 'html')).toMatchObject({
        kind: 'failed',
        message: expect.stringContaining('jsdom'),
      });
    } finally {
      rmSync(without, { recursive: true });
    }
  });

  it('bring pdf.js in a file of its own, which the page worker loads with the first PDF', () => {
    const [file = '', ...others] = holding(bundles.ingest, 'GlobalWorkerOptions');
    expect(others).toEqual([]);
    for (const start of ['index.mjs', 'page-worker.mjs']) expect(startsWith(bundles.ingest, start)).not.toContain(file);
    expect(readInWorker(bundles.ingest, PDF, 'pdf')).toMatchObject({
      kind: 'article',
      article: { headline: HEADLINE },
    });
  });

  it('take credentials from their environment, and bring no other way to some', () => {
    for (const folder of Object.values(bundles)) {
      expect(holding(folder, 'AWS_SECRET_ACCESS_KEY').length).toBeGreaterThan(0);
      for (const words of ['sso_start_url', 'AssumeRoleWithWebIdentity']) expect(holding(folder, words)).toEqual([]);
    }
  });

  it('of the table alone have no other service’s client in them', () => {
    for (const folder of [bundles.group, bundles.gather, bundles.settle])
      for (const words of ['ListObjectVersionsCommand', 'SendMessageBatchCommand'])
        expect(holding(folder, words)).toEqual([]);
  });

  it('load nothing at the start that only texts, pages, feeds or queues need', () => {
    const started = startsWith(bundles.ingest, 'index.mjs');
    for (const words of ['XS60', 'SendMessageBatchCommand'])
      for (const file of holding(bundles.ingest, words)) expect(started).not.toContain(file);
    expect(holding(bundles.ingest, 'XS60')).toHaveLength(1);
  });

  it('bring tables of words ready made, schemas that write no code, and no letter that would make a file twice as large', () => {
    // A row of a table as people write it.
    expect(holding(bundles.ingest, 'ein kommentar von, ein bericht von')).toEqual([]);
    expect(holding(bundles.ingest, '"kommentar","von"').length).toBeGreaterThan(0);
    for (const folder of Object.values(bundles)) expect(holding(folder, 'jitless:!0').length).toBeGreaterThan(0);
    const parts = readdirSync(bundles.ingest).filter((file) => file.endsWith('.mjs'));
    const large = parts.filter((file) => /[^\x00-\x7f]/.test(readFileSync(join(bundles.ingest, file), 'utf8')));
    expect(large).toEqual([]);
  });
});
