import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { group } from '../../cli/commands/group.ts';
import { anArticle, trimmed, withDateline } from '../unit/copies-builders.ts';
import { anIo, jsonLines } from './fake-io.ts';

const Grouped = z.strictObject({ id: z.string(), storyId: z.string(), eventId: z.string() });

const story = anArticle(1);
const articles = [
  { id: 'wire', title: 'Harbour wall', text: story.join('\n\n'), ts: 1_700_000_000, outlet: 'Nordwire' },
  {
    id: 'daily',
    title: 'Another headline',
    text: withDateline(trimmed(story, 0.6), 'HASK —').join('\n'),
    url: 'https://daily.example/1',
  },
  { id: 'other', title: 'Harbour wall', paras: anArticle(2), date: '2-MAR-1987 11:44' },
  { id: 'empty', text: '' },
  { id: 'void', text: null },
];
const lines = articles.map((article) => JSON.stringify(article));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wirefold-group-'));
  writeFileSync(join(folder, 'articles.jsonl'), `${lines.join('\n')}\n`);
  writeFileSync(join(folder, 'shuffled.jsonl'), lines.toReversed().join('\r\n'));
  writeFileSync(join(folder, 'articles.jsonl.gz'), gzipSync(lines.join('\n')));
  writeFileSync(join(folder, 'damaged.jsonl'), `${lines[0]}\n{"id":\n{"text":"no id"}\n\n${lines[2]}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(path: string, settings: { counts?: boolean; input?: string } = {}) {
  const io = anIo({ base: folder, ...(settings.input === undefined ? {} : { input: settings.input }) });
  const options = { json: false, counts: settings.counts ?? false };
  const exitCode = await group(path, options, io);
  return { exitCode, out: jsonLines(io.out()).map((line) => Grouped.parse(line)), err: io.err() };
}

describe('wirefold group', () => {
  it('prints the story and the event of each article, in the order of the input', async () => {
    const { out, exitCode, err } = await run('articles.jsonl');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out.map(({ id }) => id)).toEqual(['wire', 'daily', 'other', 'empty', 'void']);
    const [wire, daily, ...rest] = out.map(({ storyId }) => storyId);
    expect(daily).toBe(wire);
    expect(new Set([wire, ...rest]).size).toBe(4);
    expect(out.every(({ eventId }) => eventId.startsWith('evt_'))).toBe(true);
    expect(out[1]?.eventId).toBe(out[0]?.eventId);
  });

  it('gives the same stories in any order, packed or not, from a file or a pipe', async () => {
    const byId = (out: readonly z.infer<typeof Grouped>[]) => out.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const expected = byId((await run('articles.jsonl')).out);
    expect(byId((await run('shuffled.jsonl')).out)).toEqual(expected);
    expect((await run('articles.jsonl.gz')).out).toEqual((await run('articles.jsonl')).out);
    expect((await run('-', { input: lines.join('\n') })).out).toEqual((await run('articles.jsonl')).out);
  });

  it('tells of lines that are no article, and groups the rest', async () => {
    const { out, exitCode, err } = await run('damaged.jsonl');
    expect(out.map(({ id }) => id)).toEqual(['wire', 'other']);
    expect(exitCode).toBe(1);
    expect(
      err
        .split('\n')
        .slice(0, 2)
        .map((line) => line.slice(0, 17)),
    ).toEqual(['damaged.jsonl:2: ', 'damaged.jsonl:3: ']);
  });

  it.each([
    ['{"id":"a"}', /:1: this article has neither a text nor paras/],
    ['{"id":"a","text":"x","ts":"1700000000"}', /:1: ts must be a number: seconds since 1970\n/],
    ['{"id":"a","text":7,"paras":"x"}', /:1: text must be a text; paras must be a list of texts\n/],
    ['{"id":"","text":"x"}', /:1: id must be a text or a number/],
    ['[1]', /:1: this is no article/],
  ])('says what is wrong with a line and leaves it out: %s', async (input, says) => {
    const { out, exitCode, err } = await run('-', { input });
    expect({ out, exitCode }).toEqual({ out: [], exitCode: 1 });
    expect(err).toMatch(says);
  });

  it('refuses the second of two articles with one id', async () => {
    const input = [lines[0], '{"id":"wire","text":"Something else."}'].join('\n');
    const { out, exitCode, err } = await run('-', { input });
    expect({ ids: out.map(({ id }) => id), exitCode }).toEqual({ ids: ['wire'], exitCode: 1 });
    expect(err).toBe('-:2: line 1 has an article with this id already: each needs its own\n');
  });

  it('says which dates it cannot read, and groups the articles without them', async () => {
    const dated = (date: string, at: number) => JSON.stringify({ id: at, text: `Matter ${at}.`, date });
    const one = await run('-', { input: dated('yesterday', 1) });
    expect({ ids: one.out.map(({ id }) => id), exitCode: one.exitCode }).toEqual({ ids: ['1'], exitCode: 0 });
    expect(one.err).toMatch(/^-:1: the date "yesterday" cannot be read/);
    const many = await run('-', { input: Array.from({ length: 50 }, (_, at) => dated('soon', at)).join('\n') });
    expect(many.err.trimEnd().split('\n')).toHaveLength(21);
    expect(many.err).toMatch(/and 30 more dates/);
  });

  it('says so when the file is missing', async () => {
    expect(await run('nowhere.jsonl')).toEqual({ exitCode: 1, out: [], err: 'nowhere.jsonl: there is no such file\n' });
    expect((await run('nowhere.jsonl.gz')).err).toBe('nowhere.jsonl.gz: there is no such file\n');
  });

  it('counts what it would ask of a store', async () => {
    const { err } = await run('articles.jsonl', { counts: true });
    expect(JSON.parse(err)).toMatchObject({
      articles: 5,
      texts: 3,
      stories: 4,
      candidateReadsPerArticle: '0.20',
      links: 1,
    });
  });
});
