/**
 * `npm start`: the whole of Wirefold on this machine. In: options. Out: a running stack, samples ingested, a watched folder.
 * Promise: what runs is the synthesized template and its bundles; Ctrl-C stops all of it and keeps the state.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keepArchiveOpen } from '../../cli/archive/keep-open.ts';
import { inWords } from '../../cli/commands/console.ts';
import { visible } from '../../cli/output/visible.ts';
import { pageAssets } from '../../console/server/assets.ts';
import { serveConsole } from '../../console/server/serve.ts';
import { type RemoteStore, remoteStore } from '../../shared/aws/store.ts';
import { watchInbox } from './program/inbox.ts';
import { outcomeLine } from './program/lines.ts';
import { HELP, type Options, readOptions, UsageError } from './program/options.ts';
import { howToGoOn, tableReport } from './program/report.ts';
import { readSamples } from './program/samples.ts';
import { clearState, holdState, STATE_FILES } from './program/state.ts';
import { synthesize } from './program/synth.ts';
import { startLocal } from './start.ts';
import type { LocalLogLine, LocalStack } from './types.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CWD = process.env['INIT_CWD'] ?? process.cwd();
/** A failing file is tried again after this many seconds; the deployed queue waits minutes, which nobody here would sit out. */
const LOCAL_VISIBILITY_S = 2;
/** The console listens this many ports after S3. */
const CONSOLE_AFTER = 4;
/** What fits on a terminal whose width is unknown. */
const COLUMNS = 140;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function onLog({ level, text, from }: LocalLogLine): void {
  const line = outcomeLine(text, Date.now());
  if (line !== null) say(line);
  else if (level === 'error') process.stderr.write(`${visible(`${from}: ${text}`)}\n`);
}

async function main(options: Options): Promise<void> {
  const began = performance.now();
  const release = holdState(options.stateDir);
  if (options.fresh) clearState(options.stateDir);
  const assembly = path.join(options.stateDir, STATE_FILES.assembly);
  say('Synthesizing the stack and starting S3, SQS and DynamoDB …');
  await synthesize(assembly);
  const stack = await startLocal({
    assembly,
    dataDir: path.join(options.stateDir, STATE_FILES.data),
    ports: portsFrom(options.port),
    visibilityCapSeconds: LOCAL_VISIBILITY_S,
    log: onLog,
  });
  try {
    say(`Up after ${((performance.now() - began) / 1000).toFixed(1)} s.`);
    await serve(stack, options);
  } finally {
    // Also after an error: what still listens would keep this process from ending.
    await stack.stop();
    release();
  }
}

async function serve(stack: LocalStack, options: Options): Promise<void> {
  const facts = { endpoints: stack.endpoints, outputs: stack.outputs, pid: process.pid };
  writeFileSync(path.join(options.stateDir, STATE_FILES.facts), JSON.stringify(facts, null, 2));
  const store = remoteStore(namesOf(stack), { region: null, profile: null, endpoints: stack.endpoints });
  await putSamples(store, options.stateDir);
  await stack.idle();
  say(`\n${await tableReport(store.query, process.stdout.columns ?? COLUMNS)}\n`);
  if (options.once) return;
  const inbox = openInbox(options, store);
  const page = await openPage(stack, store, options);
  say(`${howToGoOn(stack, options.inboxDir, CWD)}\n\nSee it all in a browser: ${page.url}\n`);
  await untilInterrupted();
  say('\nStopping …');
  await Promise.all([inbox.close(), page.close()]);
}

async function openPage({ outputs, endpoints }: LocalStack, store: RemoteStore, { port, stateDir }: Options) {
  const place = { region: null, profile: null, endpoints };
  const archive = keepArchiveOpen({ outputs, place, stateFolder: stateDir });
  return serveConsole({ ...store, archive, inWords }, await pageAssets(), port === 0 ? 0 : port + CONSOLE_AFTER);
}

/** Side by side from one number on, so that one flag moves all of them. */
function portsFrom(port: number) {
  return port === 0
    ? { s3: 0, dynamodb: 0, sqs: 0, api: 0 }
    : { s3: port, dynamodb: port + 1, sqs: port + 2, api: port + 3 };
}

function namesOf({ outputs }: LocalStack) {
  return { bucketName: outputs['BucketName'] ?? '', tableName: outputs['TableName'] ?? '' };
}

/** Once for each state: a sample that the user removed must not come back with the next start. */
async function putSamples(store: RemoteStore, stateDir: string): Promise<void> {
  const done = path.join(stateDir, STATE_FILES.samplesPut);
  if (existsSync(done)) return;
  for (const sample of readSamples()) await store.upload(sample);
  writeFileSync(done, '');
}

function openInbox({ inboxDir, stateDir }: Options, store: RemoteStore) {
  const take = async (file: string, name: string): Promise<void> => {
    await store.upload({ key: `incoming/${name}`, bytes: readFileSync(file), metadata: {} });
  };
  const onError = (name: string, error: unknown): void => {
    process.stderr.write(`${visible(`inbox/${name}: ${error instanceof Error ? error.message : error}`)}\n`);
  };
  return watchInbox(inboxDir, path.join(stateDir, STATE_FILES.inboxSeen), take, onError);
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

try {
  const options = readOptions(process.argv.slice(2), ROOT, CWD);
  if (options === 'help') say(HELP);
  else await main(options);
} catch (error) {
  const usage = error instanceof UsageError;
  process.stderr.write(`wirefold: ${error instanceof Error ? error.message : error}\n${usage ? `\n${HELP}` : ''}`);
  process.exitCode = usage ? 2 : 1;
}
