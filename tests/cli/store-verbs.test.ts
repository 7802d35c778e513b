import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { add } from '../../cli/commands/add.ts';
import { list } from '../../cli/commands/list.ts';
import { show } from '../../cli/commands/show.ts';
import { endingOf } from '../../cli/explain-error.ts';
import type { Io } from '../../cli/io.ts';
import type { Upload } from '../../shared/aws/store.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';
import { anIo, jsonLines } from './fake-io.ts';

const TEXT = (day: string) =>
  `Harbour opens\u001b[2J\npublished: 2024-03-${day}T10:00:00.000Z\nShips came in on day ${day}.`;

async function aStore(): Promise<MemoryStore> {
  const store = memoryStore(lineReader);
  await store.deliver(store.bucket.put('incoming/a.txt', TEXT('01')));
  await store.deliver(store.bucket.put('incoming/b.txt', TEXT('02')));
  await store.deliver(store.bucket.put('incoming/c.txt', TEXT('03')));
  await store.deliver(store.bucket.put('incoming/empty.txt', ''));
  return store;
}

async function shown(name: string, store: MemoryStore, settings: Partial<Io> = {}, json = false) {
  const io = anIo(settings);
  const exitCode = await show(name, { json }, store.query, io);
  return { exitCode, out: io.out() };
}

describe('wirefold list', () => {
  it('gives records, newest first, as many as asked for', async () => {
    const { query } = await aStore();
    const io = anIo();
    expect(await list({ limit: 2, rejected: false, json: false }, query, io)).toBe(0);
    expect(jsonLines(io.out())).toMatchObject([
      { source: { key: 'incoming/c.txt' }, version: 1, storyId: expect.stringMatching(/^sty_/) },
      { source: { key: 'incoming/b.txt' } },
    ]);
  });

  it('gives the refused files with their codes', async () => {
    const io = anIo();
    await list({ limit: 20, rejected: true, json: false }, (await aStore()).query, io);
    expect(jsonLines(io.out())).toMatchObject([{ key: 'incoming/empty.txt', code: 'document.empty' }]);
  });

  it('shows a table on a terminal, with the marks of an attack visible', async () => {
    const io = anIo({ stdoutIsTerminal: true, columns: 140 });
    await list({ limit: 20, rejected: false, json: false }, (await aStore()).query, io);
    expect(io.out().split('\n')[0]).toMatch(/^Headline +Publisher +Published/);
    expect(io.out()).toContain('Harbour opens␛[2J');
    expect(io.out()).not.toContain('\u001b');
  });
});

describe('wirefold show', () => {
  it('finds an article by its id and a file by its key, with or without the prefix', async () => {
    const store = await aStore();
    const byKey = await shown('incoming/a.txt', store);
    const { id } = Object(jsonLines(byKey.out)[0]);
    for (const name of [id, 'a.txt']) expect((await shown(name, store)).out).toBe(byKey.out);
  });

  it('reads like an article on a terminal', async () => {
    const { out } = await shown('a.txt', await aStore(), { stdoutIsTerminal: true });
    expect(out).toMatch(/^Harbour opens␛\[2J\n/);
    expect(out).toContain('\nShips came in on day 01.\n');
    expect(out).toContain('published   2024-03-01T10:00:00.000Z (stated)');
  });

  it('says why a file was refused, and that one was removed', async () => {
    const store = await aStore();
    expect(jsonLines((await shown('empty.txt', store)).out)).toMatchObject([
      { state: 'rejected', code: 'document.empty' },
    ]);
    await store.deliver(store.bucket.remove('incoming/a.txt'));
    expect((await shown('a.txt', store, { stdoutIsTerminal: true })).out).toContain('was removed from the bucket');
  });

  it('ends with 3 for what is not known', async () => {
    const ending = await shown('nowhere.txt', await aStore()).catch((error: unknown) => endingOf(error));
    expect(ending).toMatchObject({ exitCode: 3, message: expect.stringContaining('nowhere.txt') });
  });
});

describe('wirefold add', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wirefold-add-'));
    for (const name of ['one.txt', 'two.txt']) writeFileSync(join(folder, name), `${name}\nText.`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const uploading = async (paths: readonly string[], options: Parameters<typeof add>[1]) => {
    const uploads: Upload[] = [];
    const { query, bucket } = memoryStore(lineReader);
    const store = {
      query,
      objects: bucket.objects,
      upload: async (upload: Upload) => {
        uploads.push(upload);
        return { versionId: 'v1' };
      },
    };
    const io = anIo({ base: folder });
    const exitCode = await add(paths, options, store, io);
    return { uploads, exitCode, out: io.out(), err: io.err() };
  };

  it('puts a file under incoming/ with what the user says about it', async () => {
    const { uploads, out } = await uploading(['one.txt'], {
      json: false,
      url: 'https://a.example/1',
      publisher: 'Zürcher Bote',
    });
    expect(uploads).toMatchObject([
      {
        key: 'incoming/one.txt',
        metadata: { url: 'https://a.example/1', publisher: '=?UTF-8?B?WsO8cmNoZXIgQm90ZQ==?=' },
      },
    ]);
    expect(jsonLines(out)).toEqual([{ path: 'one.txt', key: 'incoming/one.txt', versionId: 'v1', bytes: 13 }]);
  });

  it('keeps a folder’s name in the keys, goes on after a bad path, and ends with 1', async () => {
    const { uploads, exitCode, out, err } = await uploading(['.', 'missing.txt'], { json: false });
    const root = folder.split('/').at(-1);
    const keys = [`incoming/${root}/one.txt`, `incoming/${root}/two.txt`];
    // Files go up side by side, in no order; what became of them is told in the order of the input.
    expect(uploads.map((upload) => upload.key).sort()).toEqual(keys);
    expect(jsonLines(out)).toMatchObject(keys.map((key) => ({ key })));
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: 'missing.txt: there is no such file\n' });
  });

  it('takes containers that are larger than any article', async () => {
    for (const name of ['crawl.warc', 'other.warc']) {
      writeFileSync(join(folder, name), '');
      truncateSync(join(folder, name), LIMITS.objectBytes + 1);
    }
    const { uploads, exitCode } = await uploading(['crawl.warc', 'one.txt', 'other.warc'], { json: false });
    const bytes = uploads.map((upload) => upload.bytes.length).sort((a, b) => a - b);
    expect({ bytes, exitCode }).toEqual({ bytes: [13, LIMITS.objectBytes + 1, LIMITS.objectBytes + 1], exitCode: 0 });
    for (const name of ['crawl.warc', 'other.warc']) rmSync(join(folder, name));
  });

  it('refuses to give two files one address', async () => {
    const ending = await uploading(['.'], { json: false, url: 'https://a.example/1' }).catch((error: unknown) =>
      endingOf(error),
    );
    expect(ending).toMatchObject({ exitCode: 2, message: expect.stringContaining('one file at a time') });
  });
});
