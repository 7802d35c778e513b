/**
 * How soon each bundled function answers: `node bench/start/run.ts --data DIR [--articles 40] [--pages 40] [--colds 9] [--only NAME]`. Each bundle
 * runs in a process of its own that speaks the Lambda Runtime API, against the stores of the local run: cold from before the process
 * was there to the first answer, beside a function of one line in turns, so that the difference is what the bundle takes to be imported and
 * to answer once; warm call by call. Then what memory would make of it: Lambda gives a whole processor at 1,769 MiB, and
 * less in proportion, so processor time is stretched and waiting is not; computed, not measured. Milliseconds of this machine.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleFunctions, dropBundles, type FunctionName } from '../../infra/bundling.ts';
import type { Json } from '../../infra/local/json.ts';
import { PRICES, priceOf } from '../../shared/core/cost/prices.ts';
import { pages, texts, type Upload } from '../cost/articles.ts';
import { openLocalStore } from '../local-store.ts';
import { ingestEvent, queryEvent, SCHEDULED, streamEvents } from './events.ts';
import { type Measured, measure, percentile, type Sample } from './measured.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    articles: { type: 'string', default: '40' },
    pages: { type: 'string', default: '40' },
    colds: { type: 'string', default: '9' },
    only: { type: 'string', default: '' },
  },
});

const MEMORIES = [256, 512, 1_024, 1_769, 2_048, 3_008];
const WHOLE_PROCESSOR_MIB = 1_769;
const TIMEOUT_MS = 60_000;
const HEAP_MIB = 2_048;

const local = await openLocalStore('start', { archiveMinutes: 1_440 });
const { stack, store } = local;
const bundles = await bundleFunctions();
const cache = mkdtempSync(join(tmpdir(), 'wirefold-start-'));
const bucket = stack.outputs['BucketName'] ?? '';
const empty = mkdtempSync(join(tmpdir(), 'wirefold-empty-'));
writeFileSync(join(empty, 'index.mjs'), 'export const handler = async () => ({});');

async function uploaded(uploads: AsyncGenerator<Upload>): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const upload of uploads) {
    await store.upload({ ...upload, metadata: {} });
    keys.push(upload.key);
  }
  return keys;
}

function settingsOf(name: FunctionName, root: string = bundles[name]) {
  const { s3, sqs, dynamodb } = stack.endpoints;
  const environment = {
    AWS_ENDPOINT_URL_S3: s3,
    AWS_ENDPOINT_URL_SQS: sqs,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    NODE_COMPILE_CACHE: cache,
    TABLE_NAME: local.tableName,
    BUCKET_NAME: bucket,
    ARCHIVE_BUCKET_NAME: stack.outputs['ArchiveBucketName'] ?? '',
    QUEUE_URL: stack.outputs['QueueUrl'] ?? '',
    POWERTOOLS_SERVICE_NAME: name,
    POWERTOOLS_METRICS_NAMESPACE: 'bench',
  };
  return {
    name,
    root,
    handler: 'index.handler',
    timeoutMs: TIMEOUT_MS,
    memoryMib: HEAP_MIB,
    processes: 1,
    environment,
  };
}

/** Cold starts each in a new process; the first one only fills the cache of compiled code, as the first deployment does. */
async function row(what: string, name: FunctionName, events: readonly Json[]): Promise<void> {
  if (!what.startsWith(options.only)) return;
  await measure(settingsOf(name), events.slice(0, 1));
  const colds: Sample[] = [];
  const empties: Sample[] = [];
  for (let run = 0; run < Number(options.colds); run += 1) {
    colds.push((await measure(settingsOf(name), events.slice(0, 1))).cold);
    empties.push((await measure(settingsOf(name, empty), [{}])).cold);
  }
  const measured = await measure(settingsOf(name), events);
  console.log(line(what, colds, empties, measured));
  for (const sweep of sweepOf(measured)) console.log(sweep);
}

const ms = (value: number) => value.toFixed(0);

function line(what: string, colds: readonly Sample[], empties: readonly Sample[], { warm, peakMib }: Measured): string {
  const cold = colds.map(({ wallMs }) => wallMs);
  const median = percentile(cold, 0.5);
  const without = percentile(
    empties.map(({ wallMs }) => wallMs),
    0.5,
  );
  const wall = warm.map(({ wallMs }) => wallMs);
  const cpu = warm.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / Math.max(1, warm.length);
  const cells = [
    ms(median),
    ms(median - without),
    ms(
      percentile(
        colds.map(({ cpuMs }) => cpuMs),
        0.5,
      ),
    ),
    ms(Math.max(...cold)),
    ms(percentile(wall, 0.5)),
    ms(percentile(wall, 0.95)),
    ms(cpu),
    `${peakMib} MiB`,
  ];
  return `| ${what} (${warm.length} warm) | ${cells.join(' | ')} |`;
}

/** What each memory would make of a warm call, at this machine's processor. */
function sweepOf({ warm, peakMib }: Measured): readonly string[] {
  const mean = (of: (one: Sample) => number) => warm.reduce((sum, one) => sum + of(one), 0) / Math.max(1, warm.length);
  const [cpu, wall] = [mean(({ cpuMs }) => cpuMs), mean(({ wallMs }) => wallMs)];
  const waiting = Math.max(0, wall - cpu);
  return MEMORIES.filter((memory) => memory > peakMib).map((memory) => {
    const time = waiting + cpu * Math.max(1, WHOLE_PROCESSOR_MIB / memory);
    const usd = (time / 1_000) * (memory / 1_024) * priceOf(PRICES, 'usdPerGibSecond', 'lambda arm64') * 1e6;
    return `|   computed at ${memory} MiB | | | | | ${ms(time)} | | | ${usd.toFixed(2)} USD a million |`;
  });
}

try {
  const text = await uploaded(texts(options.data, Number(options.articles)));
  const html = await uploaded(pages(options.data, Number(options.pages)));
  await stack.idle();
  const { group, gather } = await streamEvents(stack.endpoints.dynamodb, local.tableName);
  const ingest = (keys: readonly string[], round: number) =>
    keys.map((key, at) => ingestEvent(bucket, key, round + at));
  console.log(
    '| function | cold, median | without what a function of one line takes | its processor time | cold, slowest | warm, median | warm, p95 | processor | peak |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  await row('ingest, text', 'ingest', ingest(text, 1_000));
  await row('ingest, HTML', 'ingest', ingest(html, 2_000));
  await row('group', 'group', group.slice(0, text.length));
  await row('gather', 'gather', gather.slice(0, text.length));
  await row(
    'query, openapi.json',
    'query',
    Array.from({ length: 20 }, () => queryEvent('/openapi.json')),
  );
  await row(
    'query, a list',
    'query',
    Array.from({ length: 20 }, () => queryEvent('/articles')),
  );
  await row(
    'settle, nothing to do',
    'settle',
    Array.from({ length: 5 }, () => SCHEDULED),
  );
  await row(
    'purge, nothing to do',
    'purge',
    Array.from({ length: 5 }, () => SCHEDULED),
  );
} finally {
  dropBundles(bundles);
  for (const folder of [cache, empty]) rmSync(folder, { recursive: true, force: true });
  await local.close();
}
