/** `wirefold forget` from the command line's side: what it shows, asks, removes, and leaves. The store is in memory, the pipeline real. */
import { describe, expect, it } from 'vitest';
import { copies } from '../../cli/commands/copies.ts';
import { event } from '../../cli/commands/event.ts';
import { type ForgetOptions, type ForgetPorts, forget } from '../../cli/commands/forget.ts';
import { list } from '../../cli/commands/list.ts';
import { show } from '../../cli/commands/show.ts';
import { story } from '../../cli/commands/story.ts';
import { versions } from '../../cli/commands/versions.ts';
import { endingOf } from '../../cli/explain-error.ts';
import type { Io } from '../../cli/io.ts';
import { COPIES } from '../../shared/core/copies/kinship.ts';
import { EVENTS } from '../../shared/core/event/eventing.ts';
import { currentTable } from '../../shared/pipeline/current-schema.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';
import { anIo, jsonLines } from './fake-io.ts';

const pageOf = (publisher: string) =>
  `Quarry fire\npublisher: ${publisher}\npublished: 2024-03-01T10:00:00.000Z\nA fire broke out in the old quarry at noon.`;
const PAGE = pageOf('The Meridian');
const URL = 'https://meridian.example/quarry';
const REASON = 'Letter of 2 May';
const OPTIONS: ForgetOptions = { reason: REASON, copies: false, dryRun: false, yes: true, undo: false, json: false };

async function aStore() {
  const store = memoryStore(lineReader);
  await store.deliver(store.bucket.put('incoming/own.txt', PAGE, { metadata: { url: URL } }));
  await store.deliver(store.bucket.put('incoming/copy.txt', pageOf('Quick Ledger')));
  await store.deliver(store.bucket.put('incoming/other.txt', 'Rain\nIt will rain tomorrow.'));
  return store;
}

function portsOf({ table: stored, bucket }: MemoryStore): ForgetPorts {
  const table = currentTable(stored);
  const pacing = { pause: async () => {} };
  const clock = () => '2024-05-01T12:00:00.000Z';
  return { table, versions: bucket.versions, pacing, clock, kinship: COPIES, eventing: EVENTS, elsewhere: [] };
}

async function run(store: MemoryStore, name: string, options: Partial<ForgetOptions> = {}, settings: object = {}) {
  const io = anIo(settings);
  try {
    const exitCode = await forget(name, { ...OPTIONS, ...options }, portsOf(store), io);
    for (const change of store.bucket.untold()) await store.deliver(change);
    return { exitCode, out: io.out(), message: '' };
  } catch (error) {
    return { ...endingOf(error), out: io.out() };
  }
}

async function shown(store: MemoryStore, name: string, settings: Partial<Io> = {}) {
  const io = anIo(settings);
  await show(name, { json: false }, store.query, io);
  return io.out();
}

const idOf = async (store: MemoryStore, name: string): Promise<string> =>
  Object(jsonLines(await shown(store, name))[0]).id;

describe('wirefold forget', () => {
  it.each([
    ['its id', (id: string) => id],
    ['its URL', () => `${URL}?utm_source=x`],
    ['its key', () => 'incoming/own.txt'],
    ['its key without the prefix', () => 'own.txt'],
  ])('takes an article down by %s, and gives a receipt', async (_, nameOf) => {
    const store = await aStore();
    const [id, copy] = [await idOf(store, 'own.txt'), await idOf(store, 'copy.txt')];
    const { exitCode, out } = await run(store, nameOf(id));
    expect(exitCode).toBe(0);
    expect(jsonLines(out)).toMatchObject([
      {
        ...{ state: 'taken-down', articleIds: [id], at: '2024-05-01T12:00:00.000Z', reason: REASON, again: false },
        ...{ keys: ['incoming/own.txt'], texts: 1 },
        removed: { versions: { 'incoming/own.txt': 1 }, records: 1, longRecords: 0, elsewhere: {} },
        copies: [{ articleId: copy, publisher: 'Quick Ledger' }],
      },
    ]);
    for (const name of [id, 'own.txt']) {
      expect(jsonLines(await shown(store, name))).toMatchObject([
        { state: 'taken-down', articleId: id, reason: REASON },
      ]);
    }
    expect(await shown(store, id, { stdoutIsTerminal: true })).toBe(
      `${id} was taken down on 2024-05-01T12:00:00.000Z: ${REASON}\n`,
    );
    expect(await idOf(store, 'copy.txt')).toBe(copy);
  });

  it('takes the metadata beside a file with it, also by the id from before they came', async () => {
    const store = await aStore();
    await store.deliver(store.bucket.put('incoming/told.txt', 'Tide\nThe tide was early on Monday.'));
    const before = await idOf(store, 'told.txt');
    await store.deliver(store.bucket.put('incoming/told.txt.meta.json', JSON.stringify({ id: 'desk-7' })));
    const after = await idOf(store, before);
    expect(after).not.toBe(before);
    const { out } = await run(store, before);
    const versions = { 'incoming/told.txt': 1, 'incoming/told.txt.meta.json': 1 };
    expect(jsonLines(out)).toMatchObject([{ articleIds: [after], removed: { versions } }]);
    expect(JSON.stringify(store.table.items())).not.toContain('desk-7');
    expect(jsonLines(await shown(store, 'told.txt'))).toMatchObject([{ state: 'taken-down', articleId: after }]);
    expect(jsonLines(await shown(store, 'told.txt.meta.json'))).toMatchObject([{ state: 'removed' }]);
    await store.deliver(store.bucket.put('incoming/told.txt', 'Tide\nThe tide was early on Monday.'));
    expect(jsonLines(await shown(store, 'told.txt'))).toMatchObject([{ state: 'taken-down' }]);
  });

  it('takes the identical copies down too when asked, and nobody else', async () => {
    const store = await aStore();
    const { out } = await run(store, 'own.txt', { copies: true });
    expect(jsonLines(out)).toMatchObject([{ articleIds: [expect.any(String), expect.any(String)], copies: [] }]);
    for (const name of ['own.txt', 'copy.txt'])
      expect(jsonLines(await shown(store, name))).toMatchObject([{ state: 'taken-down', reason: REASON }]);
    expect(jsonLines(await shown(store, 'other.txt'))).toMatchObject([{ headline: 'Rain' }]);
  });

  it('finds the copies also when the article itself is down already', async () => {
    const store = await aStore();
    await run(store, 'own.txt');
    const { out } = await run(store, 'own.txt', { copies: true, reason: 'another' });
    expect(jsonLines(out)).toMatchObject([{ again: true, reason: REASON, articleIds: { length: 2 } }]);
    expect(jsonLines(await shown(store, 'copy.txt'))).toMatchObject([{ state: 'taken-down', reason: 'another' }]);
  });

  it('changes nothing with --dry-run, and says what it would', async () => {
    const store = await aStore();
    const before = JSON.stringify(store.table.items());
    const { out } = await run(store, 'own.txt', { dryRun: true, yes: false }, { stdoutIsTerminal: true });
    expect(out).toContain('Would be taken down: art_');
    expect(out).toContain('all versions of incoming/own.txt');
    expect(out).toContain('1 other article carries the same text, and stays:');
    expect(out).toContain('Nothing has been changed so far');
    expect(JSON.stringify(store.table.items())).toBe(before);
  });

  it('asks at a terminal, and does nothing on any other answer than yes', async () => {
    const store = await aStore();
    const asked = (input: string) => run(store, 'own.txt', { yes: false }, { stdoutIsTerminal: true, input });
    for (const input of ['no\n', 'y\n', ''])
      expect(await asked(input)).toMatchObject({ exitCode: 1, message: 'Nothing was changed' });
    expect(jsonLines(await shown(store, 'own.txt'))).toMatchObject([{ headline: 'Quarry fire' }]);
    expect((await asked('yes\n')).out).toContain('Taken down: art_');
  });

  it('wants --yes where nobody can be asked, a reason, and an article that there is', async () => {
    const store = await aStore();
    expect(await run(store, 'own.txt', { yes: false })).toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/--dry-run/),
    });
    expect(await run(store, 'own.txt', { reason: ' ' })).toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/--reason/),
    });
    expect(await run(store, 'own.txt', { reason: 'x'.repeat(501) })).toMatchObject({ exitCode: 2 });
    expect(await run(store, 'nowhere.txt')).toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/nowhere.txt/),
    });
    expect(await run(store, 'https://meridian.example/none')).toMatchObject({ exitCode: 3 });
  });

  it('can be taken back: what is uploaded from then on is let in', async () => {
    const store = await aStore();
    const id = await idOf(store, 'own.txt');
    await run(store, id);
    const upload = () => store.bucket.put('incoming/own.txt', PAGE, { metadata: { url: URL } });
    expect(await store.deliver(upload())).toMatchObject({ state: 'taken-down' });
    expect(await run(store, id, { undo: true, reason: 'A mistake' })).toMatchObject({ exitCode: 0 });
    expect(await shown(store, id, { stdoutIsTerminal: true })).toContain('A mistake');
    expect(await store.deliver(upload())).toMatchObject({ state: 'stored' });
    expect(jsonLines(await shown(store, id))).toMatchObject([{ id, headline: 'Quarry fire', version: 1 }]);
    expect(await run(store, id, { undo: true })).toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/not taken down/),
    });
    expect((await run(store, id)).exitCode).toBe(0);
    expect(await store.deliver(upload())).toMatchObject({ state: 'taken-down' });
  });

  it('lets a text in again only when no other take-down means it', async () => {
    const store = await aStore();
    const [own, copy] = [await idOf(store, 'own.txt'), await idOf(store, 'copy.txt')];
    await run(store, own, { copies: true });
    await run(store, own, { undo: true });
    const metadata = { url: URL };
    expect(await store.deliver(store.bucket.put('incoming/own.txt', PAGE, { metadata }))).toMatchObject({
      state: 'stored',
    });
    expect(await store.deliver(store.bucket.put('incoming/third.txt', PAGE))).toMatchObject({ state: 'taken-down' });
    await run(store, copy, { undo: true });
    expect(await store.deliver(store.bucket.put('incoming/fourth.txt', PAGE))).toMatchObject({ state: 'stored' });
  });
});

describe('wirefold list --state removed', () => {
  it('is told by every verb that is asked for the article, as by show', async () => {
    const store = await aStore();
    const { out } = await run(store, URL, { json: true });
    const id = /art_[0-9a-z]{26}/.exec(out)?.[0] ?? '';
    const { query } = store;
    const json = { json: false };
    for (const verb of [
      () => versions(id, json, query.table, anIo()),
      () => copies(id, json, query, anIo()),
      () => story(id, json, query, anIo()),
      () => event(id, json, query, anIo()),
    ])
      await expect(verb()).rejects.toMatchObject({
        exitCode: 3,
        message: `${id} was taken down on 2024-05-01T12:00:00.000Z: ${REASON}`,
      });
  });

  it('leaves out what was taken down: every file is in one state', async () => {
    const store = await aStore();
    await run(store, 'own.txt');
    await store.deliver(store.bucket.remove('incoming/other.txt'));
    const io = anIo();
    await list({ limit: 10, rejected: false, state: 'removed', json: false }, store.query, io);
    expect(jsonLines(io.out())).toMatchObject([{ key: 'incoming/other.txt' }]);
  });
});

describe('wirefold list --state taken-down', () => {
  it('gives what was taken down, the latest first', async () => {
    const store = await aStore();
    const now = (day: number) => ({ now: () => new Date(Date.UTC(2024, 4, day)) });
    await run(store, 'own.txt', { reason: 'first' }, now(1));
    await run(store, 'other.txt', { reason: 'second' }, now(2));
    const io = anIo();
    await list({ limit: 10, rejected: false, state: 'taken-down', json: false }, store.query, io);
    expect(jsonLines(io.out())).toMatchObject([{ reason: 'second', lifted: null }, { reason: 'first' }]);
    const articles = anIo();
    await list({ limit: 10, rejected: false, json: false }, store.query, articles);
    expect(jsonLines(articles.out())).toMatchObject([{ publisher: { name: 'Quick Ledger' } }]);
  });
});
