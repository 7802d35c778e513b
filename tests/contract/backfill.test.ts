/** `wirefold add --from` on the emulator of S3, with the real SDK: what is copied, with what, and what a second run does. */
import { CreateBucketCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AddFromPorts, addFrom } from '../../cli/commands/add-from.ts';
import { endingOf } from '../../cli/explain-error.ts';
import { copyInput, s3Copies } from '../../shared/aws/copies.ts';
import type { BackfillRequest } from '../../shared/pipeline/backfill.ts';
import { memoryQueue } from '../../shared/testing/memory-queue.ts';
import { anIo, jsonLines } from '../cli/fake-io.ts';
import { emulatedS3, Bucket as OWN } from './emulated-s3.ts';

const REQUEST = { prefix: '', since: null, after: null, rate: 20, dryRun: false, json: false, facts: {} };
/** A page of two makes every run cross pages. */
const PAGE = 2;
let emulated: Awaited<ReturnType<typeof emulatedS3>>;
let other: string;
let made = 0;

beforeAll(async () => {
  emulated = await emulatedS3();
});
afterAll(() => emulated.close());
beforeEach(async () => {
  made += 1;
  other = `other-${made}`;
  await emulated.s3.send(new CreateBucketCommand({ Bucket: other }));
});

const there = (Key: string, Body: string, more: object = {}) =>
  emulated.s3.send(new PutObjectCommand({ Bucket: other, Key, Body, ...more }));
const headOf = (Key: string) => emulated.s3.send(new HeadObjectCommand({ Bucket: OWN, Key }));

async function run(request: Partial<BackfillRequest> = {}, ports: Partial<AddFromPorts> = {}) {
  const paced: number[] = [];
  const io = anIo();
  const all = {
    ...s3Copies(emulated.s3, other, emulated.s3, OWN, PAGE),
    ...{ queue: memoryQueue(), sleep: async () => {}, isLocal: true },
    pace: { take: async (count: number) => void paced.push(count) },
    ...ports,
  };
  const ended = await addFrom({ ...REQUEST, ...request }, all, io).catch((error: unknown) => endingOf(error));
  const keys = jsonLines(io.out()).map((line) => Object(line).key);
  return { ended, keys, lines: jsonLines(io.out()), err: io.err(), paced: paced.length };
}

describe('wirefold add --from', () => {
  it('copies what another bucket holds, under incoming/, at the rate asked for', async () => {
    for (const name of ['n1/a+b ü.html', 'n1/b.html', 'n1/c.html', 'n2/d.html']) await there(name, name);
    const { ended, keys, paced, err } = await run({ prefix: 'n1/' });
    expect([ended, paced]).toEqual([0, 3]);
    expect(keys).toEqual(['incoming/n1/a+b ü.html', 'incoming/n1/b.html', 'incoming/n1/c.html']);
    expect(await emulated.textOf('incoming/n1/a+b ü.html')).toBe('n1/a+b ü.html');
    expect(err).toContain('3 looked at: 3 copied, 0 in already.');
  });

  it('copies nothing again that is in already with the same content, and again what was replaced there', async () => {
    for (const name of ['again/a.html', 'again/b.html', 'again/c.html']) await there(name, name);
    await run();
    const second = await run();
    expect([second.keys, second.paced]).toEqual([[], 0]);
    expect(second.err).toContain('3 looked at: 0 copied, 3 in already.');
    await there('again/b.html', 'another text');
    expect((await run()).keys).toEqual(['incoming/again/b.html']);
  });

  it('takes along what stood beside the bytes, says when they were captured, and leaves tags behind', async () => {
    const beside = { ContentType: 'text/html; charset=big5', Metadata: { url: 'https://a.example/1' }, Tagging: 'a=b' };
    await there('beside.html', 'text', beside);
    await there('captured.html', 'text', { Metadata: { 'captured-at': '2019-03-12T18:00:00Z' } });
    await run({ facts: { publisher: 'The Herald' } });
    const copy = await headOf('incoming/beside.html');
    expect(copy.ContentType).toBe('text/html; charset=big5');
    expect(copy.Metadata).toMatchObject({ url: 'https://a.example/1', publisher: 'The Herald' });
    expect(Date.parse(copy.Metadata?.['captured-at'] ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect((await headOf('incoming/captured.html')).Metadata?.['captured-at']).toBe('2019-03-12T18:00:00Z');
    expect(emulated.context.versions.find(OWN, 'incoming/beside.html', null)?.tags).toEqual({});
  });

  it('keeps the names of uploads of another store', async () => {
    await there('incoming/from-a-store.html', 'text');
    expect((await run()).keys).toEqual(['incoming/from-a-store.html']);
  });

  it('tells with --dry-run what would be copied, and copies nothing', async () => {
    await there('dry/a.html', 'text');
    const { lines, err, paced } = await run({ dryRun: true });
    expect(lines).toMatchObject([{ state: 'would be copied', from: 'dry/a.html' }]);
    expect(err).toContain('1 would be copied');
    expect(paced).toBe(0);
    await expect(headOf('incoming/dry/a.html')).rejects.toThrow();
  });

  it.each([
    ['a time', { since: '2999-01-01T00:00:00.000Z' }, []],
    ['a key to go on behind', { after: 'b/2.html' }, ['incoming/b/3.html']],
  ])('can be told %s', async (_, bounds, expected) => {
    for (const name of ['b/1.html', 'b/2.html', 'b/3.html']) await there(name, String(made));
    expect((await run(bounds)).keys).toEqual(expected);
  });

  it('passes over folders that are only names, and names what is too long', async () => {
    await there('folder/', '');
    await there(`${'k'.repeat(1_020)}`, 'text');
    await there('fine.html', 'text');
    const { keys, ended, err } = await run();
    expect([keys, ended]).toEqual([['incoming/fine.html'], 1]);
    expect(err).toContain('its key is over 1024 bytes');
    expect(err).toContain('2 looked at: 1 copied, 0 in already, 1 too large or too long a name.');
  });

  it('ends with 3 where nothing is, and where there is no such bucket, saying what the local run knows', async () => {
    expect((await run({ prefix: 'none/' })).ended).toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/nothing under s3:\/\/other-\d+\/none\/$/),
    });
    const { source, target } = s3Copies(emulated.s3, 'nowhere', emulated.s3, OWN);
    expect((await run({}, { source, target })).ended).toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('aws s3 cp --recursive'),
    });
  });

  const failing = (name: string) => async () => Promise.reject(Object.assign(new Error('no'), { name }));
  it.each([
    ['AccessDenied', /You may not list s3:\/\/other-\d+: .*s3:ListBucket/],
    ['PermanentRedirect', /region that cannot be reached/],
    ['InvalidBucketName', /is no name of a bucket/],
  ])('says in words why it cannot be listed: %s', async (name, says) => {
    const { ended } = await run({}, { source: { bucket: other, page: failing(name) } });
    expect(ended).toMatchObject({ message: expect.stringMatching(says) });
  });

  it('names a file that cannot be copied, goes on with the others, and ends with 1', async () => {
    for (const name of ['one/1.html', 'one/2.html', 'one/3.html']) await there(name, name);
    const { target } = s3Copies(emulated.s3, other, emulated.s3, OWN);
    const archived = failing('InvalidObjectState');
    const copy: typeof target.copy = (entry, ...more) =>
      entry.key === 'one/2.html' ? archived() : target.copy(entry, ...more);
    const { ended, keys, err } = await run({}, { target: { ...target, copy } });
    expect([ended, keys]).toEqual([1, ['incoming/one/1.html', 'incoming/one/3.html']]);
    expect(err).toMatch(/one\/2\.html: it is archived \(Glacier\): restore it first/);
  });

  it('gives up when everything fails, and says how to go on', async () => {
    for (let at = 10; at < 40; at += 1) await there(`all/${at}.html`, 'text');
    const { target } = s3Copies(emulated.s3, other, emulated.s3, OWN);
    const copy: typeof target.copy = (entry, ...more) =>
      entry.key === 'all/10.html' ? target.copy(entry, ...more) : failing('AccessDenied')();
    const { ended, err } = await run({}, { target: { ...target, copy } });
    expect(ended).toMatchObject({ exitCode: 1, message: expect.stringContaining('20 copies in a row failed') });
    expect(err).toContain("Or only behind them: --after 'all/10.html'");
  });

  it('waits while more is in the queue than a minute’s worth', async () => {
    await there('wait.html', 'text');
    const lengths = [2_000, 1_900, 10];
    let slept = 0;
    const queue = { waiting: async () => lengths.shift() ?? 0 };
    const sleep = async () => {
      slept += 1;
    };
    expect([(await run({}, { queue, sleep })).ended, slept]).toEqual([0, 2]);
  });

  it('does not copy what is no longer what was listed', async () => {
    await there('changes.html', 'one');
    const { source, target } = s3Copies(emulated.s3, other, emulated.s3, OWN);
    const page: typeof source.page = async (...asked) => {
      const listed = await source.page(...asked);
      await there('changes.html', 'two');
      return listed;
    };
    const { err } = await run({}, { source: { bucket: other, page }, target });
    expect(err).toContain('it was replaced while it was copied: run this again');
  });

  it('says what an answer without words means', async () => {
    await there('silent.html', 'text');
    const { target } = s3Copies(emulated.s3, other, emulated.s3, OWN);
    const unsaid = Object.assign(new Error('UnknownError'), { name: 'Unknown', $metadata: { httpStatusCode: 403 } });
    const { err } = await run({}, { target: { ...target, copy: async () => Promise.reject(unsaid) } });
    expect(err).toContain('silent.html: you may not copy it: you need s3:GetObject on it');
  });
});

describe('a request to copy', () => {
  it('names its source as S3 wants it, and holds it to what was listed', () => {
    const entry = { key: 'a b/ü+?.html', etag: 'e', bytes: 1, lastModified: '2019-01-01T00:00:00.000Z' };
    const input = copyInput({ entry, from: 'other', to: 'own', key: 'incoming/x', head: {}, facts: {} });
    expect(input).toMatchObject({
      CopySource: 'other/a%20b/%C3%BC%2B%3F.html',
      CopySourceIfMatch: 'e',
      TaggingDirective: 'REPLACE',
    });
  });
});
