import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseRssFeed } from 'feedsmith';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExportOptions, exportArticles } from '../../cli/commands/export.ts';
import { endingOf } from '../../cli/explain-error.ts';
import { runProgram } from '../../cli/program.ts';
import { DECOMPRESSORS } from '../../shared/core/archive/parquet.ts';
import { EVERYTHING } from '../../shared/core/article-filter.ts';
import { articlesBy } from '../../shared/pipeline/select-articles.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { type MemoryStore, memoryStore } from '../../shared/testing/memory-store.ts';
import { anIo, jsonLines } from './fake-io.ts';

const TEXT = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');

let store: MemoryStore;
let folder: string;
let ids: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wirefold-export-'));
  store = memoryStore(lineReader);
  const put = (name: string, text: string) => store.deliver(store.bucket.put(`incoming/${name}.txt`, text));
  const post = 'publisher: The Post';
  await put('a', `Harbour <opens>\npublished: 2024-03-01T10:00:00.000Z\n${post}\n${TEXT}`);
  await put('b', `=Harbour copied\npublished: 2024-03-01T11:00:00.000Z\nagency: AP\n${TEXT}`);
  const c = 'author: Ada Quill\nurl: https://post.example/c\nThe ferry came in an hour late.';
  await put('c', `Ferry late\npublished: 2024-03-02T10:00:00.000Z\n${post}\n${c}`);
  ids = [...(await idsIn('2024-03-01')), ...(await idsIn('2024-03-02'))];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function gathered<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const readRowsOf = (file: ArrayBuffer) => parquetReadObjects({ file, compressors: DECOMPRESSORS });

async function idsIn(day: string): Promise<readonly string[]> {
  const records = await gathered(articlesBy({ ...EVERYTHING, from: day, to: day }, store.query));
  return records.map(({ id }) => id);
}

async function run(names: readonly string[], options: ExportOptions, input = '') {
  const io = anIo({ base: folder, input });
  const exitCode = await exportArticles(names, options, store.query, io);
  return { exitCode, out: io.out(), err: io.err() };
}

const headlines = (out: string) => jsonLines(out).map((record) => Object(record).headline);
const [A, B, C] = ['Harbour <opens>', '=Harbour copied', 'Ferry late'];

describe('wirefold export', () => {
  it('gives the articles of a day, newest first, and of no other', async () => {
    expect(headlines((await run([], { format: 'jsonl', day: '2024-03-01' })).out)).toEqual([B, A]);
    expect(headlines((await run([], { format: 'jsonl', day: '2024-03-03' })).out)).toEqual([]);
  });

  it('gives Parquet as a file, to a pipe, or one file an article, and none to a terminal', async () => {
    const there = (name: string) => readFileSync(path.join(folder, name));
    const rowsIn = async (file: Buffer) =>
      (await readRowsOf(new Uint8Array(file).buffer)).map((row) => row['headline']);
    expect((await run([], { format: 'parquet', day: '2024-03-01', out: 'day.parquet' })).exitCode).toBe(0);
    expect(await rowsIn(there('day.parquet'))).toEqual([B, A]);
    const [b = ''] = ids;
    await run([b], { format: 'parquet', out: 'one.parquet' });
    expect(await rowsIn(there('one.parquet'))).toEqual([B]);
    await run([], { format: 'parquet', story: b, out: 'each/' });
    expect(await rowsIn(there(`each/${b}.parquet`))).toEqual([B]);
    const io = anIo({ base: folder, stdoutIsTerminal: true });
    await expect(exportArticles([b], { format: 'parquet' }, store.query, io)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('--out'),
    });
  });

  it('gives the articles of a story and of an event, by any id in them, in time order', async () => {
    const [b = ''] = ids;
    const story = await run([], { format: 'jsonl', story: b });
    expect(headlines(story.out)).toEqual([A, B]);
    const { storyId, eventId } = Object(jsonLines(story.out)[0]);
    for (const name of [storyId, eventId]) expect((await run([name], { format: 'jsonl' })).out).toBe(story.out);
    expect((await run([], { format: 'jsonl', event: b })).out).toBe(story.out);
  });

  it('takes the filters of list, alone or to choose among what is named', async () => {
    const given = async (names: readonly string[], options: Partial<ExportOptions>) =>
      headlines((await run(names, { format: 'jsonl', ...options })).out);
    expect(await given([], { outlet: 'the post' })).toEqual([C, A]);
    expect(await given([], { month: '2024-03', author: 'Ada Quill' })).toEqual([C]);
    expect(await given([], { from: '2024-03-02' })).toEqual([C]);
    expect(await given([], { agency: 'AP', dateStatus: 'stated' })).toEqual([B]);
    expect(await given([], { language: 'de' })).toEqual([]);
    expect(await given([], { url: 'http://post.example/c?utm_source=x' })).toEqual([C]);
    const [b = '', a = '', c = ''] = ids;
    expect(await given([], { story: b, outlet: 'the post' })).toEqual([A]);
    expect(await given([c, a, b], { day: '2024-03-01' })).toEqual([A, B]);
    expect(await run([c], { format: 'jsonl', day: '2024-03-01' })).toMatchObject({ exitCode: 0, out: '', err: '' });
    const ending = await run([], { format: 'jsonl', day: '2024-03-01', month: '2024-03' }).catch(endingOf);
    expect(ending).toMatchObject({ exitCode: 2, message: expect.stringContaining('Name the days once') });
  });

  it('calls a feed by what was asked for, and the same question by the same name', async () => {
    const feed = async (options: Partial<ExportOptions>) =>
      JSON.parse((await run([], { format: 'jsonfeed', ...options })).out).title;
    expect(await feed({ day: '2024-03-01' })).toBe('Wirefold: 2024-03-01');
    expect(await feed({ outlet: 'The Post', month: '2024-03' })).toBe('Wirefold: 2024-03, The Post');
  });

  it('gives ids in the order asked for, also from standard input, as ids or as what other verbs print', async () => {
    const [b = '', a = '', c = ''] = ids;
    const asked = await run([c, a], { format: 'jsonl' });
    expect(headlines(asked.out)).toEqual([C, A]);
    expect((await run(['-'], { format: 'jsonl' }, `${c}\n\n${a}`)).out).toBe(asked.out);
    expect((await run(['-'], { format: 'jsonl' }, `${asked.out}{"cursor":"x"}\n`)).out).toBe(asked.out);
    expect(headlines((await run(['-'], { format: 'jsonl' }, `{"articleId":"${b}"}`)).out)).toEqual([B]);
  });

  it('pages through a day that is larger than a page', async () => {
    const many = memoryStore(lineReader);
    for (let at = 0; at < 230; at += 1) {
      const minute = new Date(Date.UTC(2024, 4, 1) + at * 60_000).toISOString();
      await many.deliver(many.bucket.put(`incoming/${at}.txt`, `Number ${at}\npublished: ${minute}\nText ${at}.`));
    }
    const day = '2024-05-01';
    const found = await gathered(articlesBy({ ...EVERYTHING, from: day, to: day }, many.query));
    expect(new Set(found.map(({ id }) => id)).size).toBe(230);
  });

  it('is one document of its own for one article, and a feed for a list', async () => {
    const [, a = ''] = ids;
    expect(JSON.parse((await run([a], { format: 'jsonld' })).out)).toMatchObject({ headline: A });
    const feed = parseRssFeed((await run([], { format: 'rss', day: '2024-03-01', title: 'My <harbour>' })).out);
    expect([feed.title, feed.items?.length]).toEqual(['My <harbour>', 2]);
  });

  it('writes a file when all of it is there, or one file an article into a folder', async () => {
    const [b = '', , c = ''] = ids;
    await run([], { format: 'csv', day: '2024-03-01', out: 'day.csv' });
    expect(readFileSync(path.join(folder, 'day.csv'), 'utf8')).toContain(",'=Harbour copied,");
    await run([b, c], { format: 'markdown', out: 'articles/' });
    expect(readdirSync(path.join(folder, 'articles')).sort()).toEqual([`${b}.md`, `${c}.md`].sort());
    const ending = await run([b, 'sty_none'], { format: 'csv', out: 'broken.csv' }).catch(endingOf);
    expect(ending).toMatchObject({ exitCode: 3 });
    expect(['broken.csv', 'broken.csv.partial'].some((name) => existsSync(path.join(folder, name)))).toBe(false);
  });

  it('tells of ids that are not there, and goes on', async () => {
    const [b = ''] = ids;
    const none = `art_${'0'.repeat(26)}`;
    const some = await run([none, b], { format: 'jsonl' });
    expect([some.exitCode, headlines(some.out), some.err]).toEqual([
      1,
      [B],
      `${none}: there is no such article (any more)\n`,
    ]);
    expect((await run([none], { format: 'jsonl' })).exitCode).toBe(3);
  });

  it.each([
    ['nothing', [], /Nothing to export/],
    ['what is no id', ['incoming/a.txt'], /is no id/],
  ])('ends with 2 and a hint for %s', async (_, names, message) => {
    expect(await run(names, { format: 'jsonl' }).catch(endingOf)).toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(message),
    });
  });

  it('wants a format, and names those that there are', async () => {
    for (const args of [
      ['export', 'art_x'],
      ['export', 'art_x', '--format', 'pdf'],
    ]) {
      const io = anIo();
      expect(await runProgram(args, io)).toBe(2);
      expect(io.err()).toMatch(/--format/);
    }
  });
});

describe('wirefold clean --format', () => {
  it('prints one article as a document, and several as a list', async () => {
    const io = anIo({
      input: `Tram line to reopen\n\nThe tram line along the canal reopens on Saturday, the city said.`,
    });
    expect(await runProgram(['clean', '-', '--format', 'markdown'], io)).toBe(0);
    expect(io.out()).toContain('The tram line along the canal reopens on Saturday');
    expect(io.out()).not.toContain('{');
  });
});
