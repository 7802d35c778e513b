/**
 * A release with defects, and one that reads better, on the real template with its real bundles: what was given up on is listed
 * with its reason, redriven after the fix, and what an older extractor read is read again. Nothing is lost on the way.
 */
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RestoreTableToPointInTimeCommand } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { endingOf } from '../../cli/explain-error.ts';
import { runProgram } from '../../cli/program.ts';
import { synthesize } from '../../infra/local/program/synth.ts';
import { startLocal } from '../../infra/local/start.ts';
import type { LocalStack } from '../../infra/local/types.ts';
import { SETTING_DEFAULTS } from '../../infra/settings.ts';
import { remoteStore } from '../../shared/aws/store.ts';
import { EXTRACTOR } from '../../shared/core/extractor.ts';
import { objectIdOf, objectKey } from '../../shared/core/keys.ts';
import { listArticles } from '../../shared/pipeline/query.ts';
import { anIo, jsonLines } from '../cli/fake-io.ts';
import { aTemplate } from '../infra/synthesized.ts';
import { everything } from './everything.ts';
import { type GuideCommand, guideCommands } from './guide.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'wirefold-operate-'));
const release = (name: string) => path.join(folder, name);
const page = (what: string) =>
  `${what} reopens\n\n12 May 2025 14:05 BST\n\nThe ${what.toLowerCase()} at Norwick reopened on Monday after a year of repairs, the council said.\n`;

/** Rows are not written: `ingest` fails. */
const NO_ROWS = `const wfPad = String.prototype.padEnd;
String.prototype.padEnd = function (n, fill) { if (n === 40) throw new TypeError('a defect of this release'); return wfPad.call(this, n, fill); };\n`;
/** Heads are not derived: `group` fails. */
const noHeads = (code: string) =>
  `const wfDefect = () => { throw new RangeError('another defect'); };\n${code.replaceAll('sk:"head"', 'sk:wfDefect()')}`;

/** The good release with other code in all of its functions. */
function makeRelease(name: string, change: (code: string) => string): void {
  cpSync(release('good'), release(name), { recursive: true });
  for (const file of globSync('asset.*/index.mjs', { cwd: release(name) })) {
    const full = path.join(release(name), file);
    writeFileSync(full, change(readFileSync(full, 'utf8')));
  }
}

let local: LocalStack | null = null;

async function start(name: string): Promise<LocalStack> {
  const assembly = release(name);
  // What failed comes back at once: nobody should have to sit out a visibility timeout.
  local = await startLocal({ assembly, dataDir: path.join(folder, 'data'), visibilityCapSeconds: 0 });
  const { endpoints, outputs } = local;
  writeFileSync(path.join(folder, '.wirefold/local.json'), JSON.stringify({ endpoints, outputs }));
  return local;
}

async function wirefold(...args: readonly string[]) {
  const io = anIo({ cwd: folder, base: folder });
  const exitCode = await runProgram(args, io);
  return { exitCode, lines: jsonLines(io.out()).map(Object), err: io.err() };
}

function storeOf({ outputs, endpoints }: LocalStack) {
  const names = { bucketName: outputs['BucketName'] ?? '', tableName: outputs['TableName'] ?? '' };
  return remoteStore(names, { region: null, profile: null, endpoints });
}

beforeAll(async () => {
  mkdirSync(path.join(folder, '.wirefold'));
  await synthesize(release('good'));
  // One try for a stream record: its retries alone would take half a minute.
  for (const file of globSync('*.template.json', { cwd: release('good') })) {
    const full = path.join(release('good'), file);
    writeFileSync(
      full,
      readFileSync(full, 'utf8').replaceAll(/"MaximumRetryAttempts": \d+/g, '"MaximumRetryAttempts": 0'),
    );
  }
  makeRelease('no-rows', (code) => NO_ROWS + code);
  // Only `group` writes the change log.
  makeRelease('no-heads', (code) => (code.includes('writers of the change log') ? noHeads(code) : code));
  const now = `name:"wirefold",version:${EXTRACTOR.version}`;
  makeRelease('newer', (code) => code.replaceAll(now, `name:"wirefold",version:${EXTRACTOR.version + 1}`));
});

afterEach(async () => {
  await local?.stop();
  local = null;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what was given up on', () => {
  const keys = ['incoming/bridge.txt', 'incoming/ferry + ü.txt'];

  it('is listed with its reason, as often as one looks', async () => {
    const stack = await start('no-rows');
    const store = storeOf(stack);
    for (const key of keys) await store.upload({ key, bytes: Buffer.from(page(key.slice(9, 15))), metadata: {} });
    await stack.idle();
    for (const _ of [1, 2]) {
      const { lines, exitCode } = await wirefold('failed');
      expect(lines.map(({ what }) => what).sort()).toEqual(keys.map((key) => [key]));
      const why = { queue: 'uploads', error: 'TypeError', reason: 'a defect of this release', tries: 5 };
      expect(lines).toMatchObject([why, why]);
      expect(exitCode).toBe(0);
    }
  });

  it('is done after a fix and a retry, step by step', async () => {
    const half = await start('no-heads');
    expect((await wirefold('failed', '--retry', '--limit', '1')).lines).toMatchObject([{ outcome: 'sent' }]);
    expect((await wirefold('failed', '--retry')).lines).toMatchObject([{ outcome: 'sent' }]);
    await half.idle();
    const { lines } = await wirefold('failed');
    const why = { queue: 'stream', error: 'RangeError', reason: 'another defect', tries: 1 };
    expect(lines).toMatchObject([why, why]);
    const rows = keys.map((key) => objectKey(objectIdOf({ key, member: null })));
    expect(lines.map(({ what }) => what[0]).sort()).toEqual(rows.map(({ pk, sk }) => `${pk} ${sk}`).sort());
    await half.stop();

    const fixed = await start('good');
    expect(await listArticles({ limit: 10, cursor: null }, storeOf(fixed).query)).toMatchObject({ items: [] });
    expect(await wirefold('failed', '--retry')).toMatchObject({ exitCode: 0, lines: [{ outcome: 'touched' }, {}] });
    await fixed.idle();
    const { items } = await listArticles({ limit: 10, cursor: null }, storeOf(fixed).query);
    expect(items.map(({ source }) => source.key).sort()).toEqual(keys);
    expect((await wirefold('failed')).lines).toEqual([]);
  });
});

describe('a newer extractor', () => {
  it('reads again what an older one has read, and publishes nothing', async () => {
    const stack = await start('newer');
    const { query } = storeOf(stack);
    const dry = await wirefold('replay', '--dry-run');
    expect(dry).toMatchObject({ exitCode: 0, lines: [{ kind: 'summary', read: 2, changed: 0, failed: 0 }] });
    const version = EXTRACTOR.version + 1;
    const request = ['replay', '--extractor-below', String(version), '--rate', '1000'];
    expect((await wirefold(...request)).lines).toHaveLength(2);
    await stack.idle();
    const { items } = await listArticles({ limit: 10, cursor: null }, query);
    expect(items).toMatchObject([1, 2].map(() => ({ version: 1, extractor: { version } })));
    expect((await wirefold(...request)).lines).toEqual([]);
  });
});

describe('what was taken down', () => {
  const words = ['Lantern', 'lantern', 'Norwick'];
  const key = 'incoming/taken.txt';

  const call = (stack: LocalStack, output: string) => stack.call(stack.outputs[output] ?? '');

  it('is nowhere any more, and an upload of the same bytes under another name is held back and purged', async () => {
    const stack = await start('good');
    const store = storeOf(stack);
    // What other tests of this file have stored says the same words.
    for (const other of ['incoming/bridge.txt', 'incoming/ferry + ü.txt']) {
      expect((await wirefold('forget', other, '--reason', 'making room', '--yes')).exitCode).toBe(0);
    }
    await store.upload({ key, bytes: Buffer.from(page('Lantern')), metadata: {} });
    await stack.idle();
    await call(stack, 'ArchiveFunctionName');
    expect(await everything(stack)).toContain('antern');
    const receipt = await wirefold('forget', key, '--reason', 'letter of 2 May', '--yes');
    expect(receipt.lines).toMatchObject([{ state: 'taken-down', removed: { versions: { [key]: 1 } } }]);
    await store.upload({ key: 'incoming/again.txt', bytes: Buffer.from(page('Lantern')), metadata: {} });
    await stack.idle();
    await call(stack, 'PurgeFunctionName');
    await stack.idle();
    await call(stack, 'ArchiveFunctionName');
    const left = await everything(stack);
    expect(words.filter((word) => left.includes(word))).toEqual([]);
    expect((await wirefold('show', key)).lines).toMatchObject([{ state: 'taken-down', reason: 'letter of 2 May' }]);
    expect((await wirefold('since')).lines.at(-2)).toMatchObject({ kind: 'gone', record: null });
    expect((await wirefold('replay', '--rate', '1000')).exitCode).toBe(0);
    await stack.idle();
    expect(await listArticles({ limit: 10, cursor: null }, store.query)).toMatchObject({ items: [] });
  });
});

describe('the operating guide', () => {
  const OTHER = 'other-news';
  /** Of the local run there is one, so what is another store there is the same one here. */
  const here: Readonly<Record<string, string>> = {
    KEY: 'incoming/guide.txt',
    'OTHER-BUCKET': OTHER,
    'OLD-BUCKET': OTHER,
    VERSION: String(EXTRACTOR.version + 1),
  };
  const filled = (word: string) =>
    Object.entries(here).reduce((text, [name, value]) => text.replace(name, value), word);
  const argsOf = ({ args }: GuideCommand) => {
    const store = args.indexOf('--store');
    return args.filter((_, at) => store < 0 || (at !== store && at !== store + 1)).map(filled);
  };
  const ofTool = (tool: string) => guideCommands().filter((command) => command.tool === tool);
  /** What the local run has no use for, and says so. */
  const isForAwsOnly = ({ note }: GuideCommand) => note === 'aws only';

  it('has commands for the local run that all do what they say', async () => {
    const stack = await start('good');
    const store = storeOf(stack);
    const s3 = new S3Client({
      endpoint: stack.endpoints.s3,
      region: 'us-east-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    await s3.send(new CreateBucketCommand({ Bucket: OTHER }));
    for (const Key of ['2019/quay.txt', 'incoming/mill.txt', 'incoming/guide.txt'])
      await s3.send(new PutObjectCommand({ Bucket: OTHER, Key, Body: page(path.basename(Key, '.txt')) }));
    s3.destroy();
    await store.upload({ key: 'incoming/guide.txt', bytes: Buffer.from(page('guide')), metadata: {} });
    await stack.idle();
    const ended: (readonly [string, number])[] = [];
    for (const command of ofTool('wirefold')) {
      const { exitCode, err } = await wirefold(...argsOf(command)).catch((error: unknown) => ({
        ...endingOf(error),
        err: '',
      }));
      await stack.idle();
      if (isForAwsOnly(command)) expect([exitCode, err]).toEqual([2, '']);
      else ended.push([`${argsOf(command).join(' ')}: ${err}`, exitCode]);
    }
    expect(ended.filter(([, exitCode]) => exitCode !== 0)).toEqual([]);
    expect(ended.length).toBeGreaterThan(20);
    const { items } = await listArticles({ limit: 10, cursor: null }, store.query);
    expect(items.map(({ source }) => source.key).sort()).toEqual(['incoming/2019/quay.txt', 'incoming/mill.txt']);
  });

  it('deploys only with settings that there are, and asks AWS only for what it can do', () => {
    for (const { args } of ofTool('cdk')) {
      const given = args.flatMap((word, at) => (args[at - 1] === '-c' ? [filled(word).toLowerCase()] : []));
      const names = args.flatMap((word, at) => (args[at - 1] === '-c' ? [word.slice(0, word.indexOf('='))] : []));
      expect(Object.keys(SETTING_DEFAULTS)).toEqual(expect.arrayContaining(names));
      const context = Object.fromEntries(names.map((name, at) => [name, given[at]?.slice(name.length + 1)]));
      expect(() => aTemplate(context)).not.toThrow();
    }
    expect(ofTool('aws').map(({ args }) => args.slice(0, 2))).toEqual([['dynamodb', 'restore-table-to-point-in-time']]);
    expect(RestoreTableToPointInTimeCommand).toBeDefined();
  });
});
