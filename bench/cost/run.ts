/**
 * What an article takes: `node bench/cost/run.ts --data DIR [--articles N] [--pages N] [--write]`. Runs the synthesized stack on this
 * machine, uploads stories of `stream-1987` as plain text, then pages of HTML, waits until everything is quiet after each, calls
 * the archive once, then every function of a clock with nothing to do; what settling reads is counted on a table in memory. Prints what was counted; `--write` keeps it for
 * `wirefold cost`, in shared/core/cost/figures.json. Function time is this machine's wall time.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ArticleFigures, Figures, type Taken } from '../../shared/core/cost/figures.ts';
import { openLocalStore } from '../local-store.ts';
import { pages, texts, type Upload } from './articles.ts';
import { settleReads } from './settle-reads.ts';
import { bucketBytes, tableBytes } from './stored.ts';
import { type Moment, takenBetween } from './taken.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/bench/data' },
    articles: { type: 'string', default: '400' },
    pages: { type: 'string', default: '100' },
    write: { type: 'boolean', default: false },
  },
});

/** Uploads under way at a time: the queue between them and the functions takes the rest. */
const AT_ONCE = 8;
/** As the stack has it. */
const SETTLE_MEMORY_MIB = 2_048;
const CLOCKED = ['settle', 'purge', 'archive'] as const;
const FILE = new URL('../../shared/core/cost/figures.json', import.meta.url);

/** Nothing that a clock wakes may begin in between: each is called by name. */
const local = await openLocalStore('cost', { archiveMinutes: 1440 });
const { stack, store, errors } = local;
const now = (): Moment => ({ usage: stack.usage(), logged: local.logged() });

async function uploaded(uploads: AsyncGenerator<Upload>): Promise<{ readonly count: number; readonly bytes: number }> {
  let [count, bytes] = [0, 0];
  const under: Promise<unknown>[] = [];
  for await (const upload of uploads) {
    under.push(store.upload({ ...upload, metadata: {} }));
    count += 1;
    bytes += upload.bytes.length;
    if (under.length >= AT_ONCE) await Promise.all(under.splice(0));
  }
  await Promise.all(under);
  await stack.idle();
  return { count, bytes };
}

const stored = () => tableBytes(stack.endpoints.dynamodb, local.tableName);

async function measured(uploads: AsyncGenerator<Upload>): Promise<ArticleFigures> {
  const [before, there] = [now(), await stored()];
  const { count, bytes } = await uploaded(uploads);
  const taken = takenBetween(before, now(), count);
  const grown = Math.round(((await stored()) - there) / count);
  return { articles: count, rawBytes: Math.round(bytes / count), tableBytes: grown, ...taken };
}

async function called(name: string, of: number): Promise<Taken> {
  const before = now();
  await stack.call(stack.physicalName(logicalId(name)));
  await stack.idle();
  return takenBetween(before, now(), of);
}

interface Resource {
  readonly Type: string;
  readonly Properties?: { readonly Metrics?: readonly { readonly MetricStat?: unknown }[] };
}
const template = readdirSync(local.assembly).find((name) => name.endsWith('.template.json')) ?? '';
const resources: Readonly<Record<string, Resource>> = JSON.parse(
  readFileSync(join(local.assembly, template), 'utf8'),
).Resources;

function logicalId(name: string): string {
  const wanted = new RegExp(`^${name}[0-9A-F]{8}$`, 'i');
  const found = Object.keys(resources).find((id) => resources[id]?.Type === 'AWS::Lambda::Function' && wanted.test(id));
  if (found === undefined) throw new Error(`the template has no function ${name}`);
  return found;
}

/** An alarm on a sum is paid for by each metric in it. */
function alarmMetrics(): number {
  const alarms = Object.values(resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
  const looked = ({ Properties }: Resource) =>
    Properties?.Metrics?.filter(({ MetricStat }) => MetricStat !== undefined).length ?? 1;
  return alarms.reduce((sum, alarm) => sum + looked(alarm), 0);
}

async function archived(articles: number) {
  const taken = await called('archive', articles);
  const bucket = stack.outputs['ArchiveBucketName'] ?? '';
  return { articles, ...taken, fileBytes: Math.round((await bucketBytes(stack.endpoints.s3, bucket)) / articles) };
}

try {
  const began = performance.now();
  const text = await measured(texts(options.data, Number(options.articles)));
  const archive = await archived(text.articles);
  const html = await measured(pages(options.data, Number(options.pages)));
  for (const name of CLOCKED) await called(name, 1);
  const idle: Record<string, Taken> = {};
  for (const name of CLOCKED) idle[name] = await called(name, 1);
  const settle = await settleReads(texts(options.data, text.articles), SETTLE_MEMORY_MIB);
  const figures: Figures = {
    date: new Date().toISOString().slice(0, 10),
    command: `node bench/cost/run.ts --articles ${options.articles} --pages ${options.pages} --write`,
    machine: `${cpus().length} cores, Node ${process.version}`,
    ...{ text, html, archive, idle, settle },
    alarmMetrics: alarmMetrics(),
  };
  console.log(JSON.stringify(figures, null, 2));
  console.log(`${((performance.now() - began) / 1_000).toFixed(0)} s; ${errors.length} errors ${errors[0] ?? ''}`);
  if (options.write && errors.length === 0) writeFileSync(FILE, `${JSON.stringify(Figures.parse(figures), null, 2)}\n`);
} finally {
  await local.close();
}
