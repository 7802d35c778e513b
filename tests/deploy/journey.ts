/**
 * One deployment from nothing to nothing: bootstrap, deploy, files in, records out, a failure and its cure, an upgrade, the end. In: the
 * environment says where AWS is. Promise: ends with one line PASS or FAIL and that exit status, and removes what it deployed, also after a failure.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { readSamples } from '../../infra/local/program/samples.ts';
import { emptyBucket, functionFacts, hideFor, stackStatus } from './account.ts';
import { backfillFromAnother } from './backfill.ts';
import { cdk, succeeded, wirefold } from './child.ts';
import { runClockwork } from './clockwork.ts';
import { lookAtConsole } from './console.ts';
import { type Deployment, deploymentOf } from './deployment.ts';
import { unlike, unsettled } from './expectations.ts';
import { takeOutWhatIsLacking } from './lacking.ts';
import { type DeployOptions, readOptions } from './options.ts';
import { isEmulated } from './patches.ts';
import { poisonAndCure } from './poison.ts';
import { questions } from './questions.ts';
import { Failed, makeSteps, type Steps } from './steps.ts';
import { takeDown } from './take-down.ts';
import { until } from './until.ts';

/** Another than the default, so that an upgrade has something to change. */
const CHANGED_MEMORY_MIB = 1536;

/** What fails for want of time comes back after this many seconds instead of six minutes; a cold start fits in. */
const HIDDEN_S = '60';

/** What `doctor` looks at in a deployed store. */
const LOOKED_AT = 10;

interface Stage {
  readonly stack: string;
  readonly context: readonly string[];
  readonly folder: string;
}

async function journey(options: DeployOptions, steps: Steps): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'wirefold-deploy-'));
  const stage = {
    stack: `Wirefold-${options.stage}`,
    context: ['-c', `stage=${options.stage}`, '-c', 'maxConcurrency=2'],
    folder,
  };
  try {
    await steps.step('the stack does not exist yet', () => refuseExisting(stage.stack));
    await steps.step('cdk synth', () => synth(stage, 'first', []));
    await steps.step('cdk bootstrap', () => succeeded(cdk(['bootstrap', '--app', path.join(folder, 'first')])));
    await deployed(stage, options, steps);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Never somebody's own. */
async function refuseExisting(stack: string): Promise<void> {
  const status = await stackStatus(stack);
  if (status !== null)
    throw new Error(`${stack} is there already (${status}): take another --stage, or remove it first`);
}

async function deployed(stage: Stage, options: DeployOptions, steps: Steps): Promise<void> {
  try {
    const deployment = await steps.step('cdk deploy', () => deploy(stage, 'first'));
    const hiddenS = await hideFor(deployment.outputs.QueueUrl, HIDDEN_S);
    await use(deployment, steps);
    await hideFor(deployment.outputs.QueueUrl, hiddenS);
    await steps.step('cdk deploy of a changed stack over it', () => change(stage, deployment));
    await steps.step('files are ingested after the change', () => upload(deployment, ['after-the-change']));
  } finally {
    if (!options.keep) await steps.step('cdk destroy', () => destroy(stage));
  }
}

async function use(deployment: Deployment, steps: Steps): Promise<void> {
  const { client, store } = deployment;
  const samples = readSamples();
  await steps.step(
    'samples are uploaded, each ends in a state, copies and revisions are found',
    async () => {
      for (const sample of samples) await store.upload(sample);
      await until('states of all samples', () => unsettled(samples, client));
      await until('stories, events, versions', () => unlike(client));
    },
    () => `${samples.length} files`,
  );
  await steps.step('a backfill copies what another bucket holds, once', () => backfillFromAnother(deployment));
  await steps.step('the HTTP API answers signed questions, and no others', () => questions(deployment));
  await steps.step('wirefold doctor can look at all of it, and finds no dead letter', () => checkUp(deployment));
  await steps.step('the console shows the deployed store and takes a file', () => lookAtConsole(deployment), String);
  await steps.step('settle, archive and purge run with their own rights', () => runClockwork(deployment), String);
  await steps.step(
    'a poisoned file ends in the dead letters, others do not; redriven after the cure it is stored',
    () => poisonAndCure(deployment),
  );
  await steps.step('what is taken down stays down and is purged from the bucket', () => takeDown(deployment));
}

const Verdict = z.object({ what: z.string(), verdict: z.string() });

/** A message that was slow on a busy machine may show as an error of the hour: only what it cannot look at, or a dead letter, is wrong here. */
async function checkUp({ stack }: Deployment): Promise<void> {
  const { out, err } = await wirefold(stack, ['doctor', '--json']);
  const verdicts = out
    .trim()
    .split('\n')
    .map((line) => Verdict.parse(JSON.parse(line)));
  const bad = verdicts.filter(
    ({ what, verdict }) => verdict === 'unknown' || (verdict === 'wrong' && what.startsWith('dead')),
  );
  if (verdicts.length !== LOOKED_AT || bad.length > 0) throw new Error(`doctor says: ${out}${err}`);
}

async function synth({ stack, context, folder }: Stage, name: string, more: readonly string[]): Promise<void> {
  const args = ['synth', stack, '--quiet', '--output', path.join(folder, name), ...context, ...more];
  await succeeded(cdk(args, isEmulated() ? { CDK_VALIDATION: 'false' } : {}));
  takeOutWhatIsLacking(path.join(folder, name, `${stack}.template.json`));
}

async function deploy({ stack, folder }: Stage, name: string): Promise<Deployment> {
  const outputs = path.join(folder, `${name}.json`);
  const app = ['--app', path.join(folder, name)];
  await succeeded(cdk(['deploy', stack, '--require-approval', 'never', '--outputs-file', outputs, ...app]));
  return deploymentOf(stack, outputs);
}

async function change(stage: Stage, before: Deployment): Promise<void> {
  const more = ['-c', `ingestMemoryMib=${CHANGED_MEMORY_MIB}`, '-c', 'logRetentionDays=7', '-c', 'maxConcurrency=5'];
  await synth(stage, 'second', more);
  const after = await deploy(stage, 'second');
  const { memoryMib } = await functionFacts(after.outputs.IngestFunctionName);
  if (memoryMib !== CHANGED_MEMORY_MIB) throw new Error(`Ingest has ${memoryMib} MiB, not ${CHANGED_MEMORY_MIB}`);
  const kept = [
    before.outputs.TableName === after.outputs.TableName,
    before.outputs.BucketName === after.outputs.BucketName,
  ];
  if (kept.includes(false)) throw new Error('the change replaced the table or the bucket');
}

/** A short article of its own for each name. */
async function upload({ client, store }: Deployment, names: readonly string[]): Promise<void> {
  const uploads = names.map((name) => ({
    key: `incoming/${name}.txt`,
    bytes: Buffer.from(
      `The ${name} bridge reopens\n\n12 May 2025 14:05 BST\n\nThe bridge at Norwick reopened on Monday, the council said.\n`,
    ),
    metadata: {},
  }));
  for (const each of uploads) await store.upload(each);
  await until('states of the new files', () => unsettled(uploads, client));
}

async function destroy({ stack, folder }: Stage): Promise<void> {
  if ((await stackStatus(stack)) === null) return;
  const file = path.join(folder, 'first.json');
  // A deployment that failed has no outputs, and nothing in its buckets.
  const outputs = existsSync(file) ? deploymentOf(stack, file).outputs : null;
  const buckets = outputs === null ? [] : [outputs.BucketName, outputs.ArchiveBucketName];
  for (const bucket of buckets) await emptyBucket(bucket);
  await succeeded(cdk(['destroy', stack, '--force', '--app', path.join(folder, 'first')]));
  const status = await stackStatus(stack);
  if (status !== null && status !== 'DELETE_COMPLETE') throw new Error(`${stack} is still there: ${status}`);
}

const steps = makeSteps((line) => process.stdout.write(`${line}\n`));
try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') throw new Error('start it with: npm run e2e:deploy');
  await journey(options, steps);
} catch (error) {
  if (!(error instanceof Failed)) throw error;
} finally {
  process.exitCode = steps.end() ? 0 : 1;
}
