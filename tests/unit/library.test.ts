/** `wirefold` and `wirefold/client`, as a program of a user would use them. */
import { parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { CursorError, openStore, storeClient } from '../../shared/library/client.ts';
import * as library from '../../shared/library/index.ts';
import { exportRecords, openReader, readArticle } from '../../shared/library/index.ts';
import { lineReader } from '../../shared/testing/line-reader.ts';
import { memoryStore } from '../../shared/testing/memory-store.ts';

const PAGE = `<html lang="en"><head><meta charset="iso-8859-1"><title>Café to reopen</title></head><body><article>
<h1>Café to reopen</h1>
<p>The café on the quay in Oxmere reopens on Saturday after eleven months of work on its roof, the owners said.</p>
<p>About 400 people a day came before it closed. They have stood in the rain since and complained about it.</p></article></body></html>`;

async function listed<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('wirefold', () => {
  it('has this surface and no more', () => {
    const names = [
      'EXPORT_FORMATS',
      'ExportFormatError',
      'ReaderStopped',
      'Rejection',
      'exportRecords',
      'openReader',
      'readArticle',
    ];
    expect(Object.keys(library).sort()).toEqual(names.sort());
  });

  it('reads a page or a text in memory, with what is known of it', async () => {
    const at = new Date('2026-01-01T00:00:00Z');
    const record = await readArticle(Buffer.from(PAGE, 'latin1'), { url: 'http://news.example/cafe?utm_source=x', at });
    expect(record).toMatchObject({
      headline: 'Café to reopen',
      identity: { kind: 'url', value: 'https://news.example/cafe' },
      sortDate: { utc: at.toISOString(), basis: 'stored' },
    });
    const text = 'Café to reopen\n\nThe café on the quay in Oxmere reopens on Saturday, the owners said.';
    const [one, other] = [await readArticle(text), await readArticle(`${text} At last.`)];
    expect(one.id).toBe((await readArticle(text)).id);
    expect(one.id).not.toBe(other.id);
  });

  it('takes the charset that HTTP stated, and the outlet as it is known', async () => {
    const bytes = Buffer.from(PAGE.replace('<meta charset="iso-8859-1">', ''), 'latin1');
    const { source, publisher } = await readArticle(bytes, {
      contentType: 'text/html; charset=iso-8859-1',
      outlet: { publisher: 'Oxmere Courier' },
    });
    expect([source.charsetBasis, publisher?.name]).toEqual(['http', 'Oxmere Courier']);
  });

  it('reads in a thread that can be stopped, and refuses with a code', async () => {
    const reader = openReader();
    try {
      expect((await readArticle(PAGE, { reader })).headline).toBe('Café to reopen');
    } finally {
      await reader.close();
    }
    await expect(readArticle('')).rejects.toMatchObject({ name: 'Rejection', code: 'document.empty' });
  });

  it('writes records in a format', async () => {
    const pieces = await listed(exportRecords([await readArticle(PAGE)], 'rss', { title: 'Mine' }));
    expect(parseRssFeed(pieces.join(''))).toMatchObject({ title: 'Mine', items: [{ title: 'Café to reopen' }] });
  });
});

describe('wirefold/client', () => {
  const text = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
  async function aClient() {
    const store = memoryStore(lineReader);
    for (let at = 0; at < 120; at += 1) {
      const minute = new Date(Date.UTC(2024, 4, 1) + at * 60_000).toISOString();
      await store.deliver(store.bucket.put(`incoming/${at}.txt`, `Number ${at}\npublished: ${minute}\nText ${at}.`));
    }
    const url = (name: string) => ({ metadata: { url: `https://news.example/${name}` } });
    const copy = (day: string) => `Copied\npublished: 2024-06-0${day}T10:00:00.000Z\n${text}`;
    await store.deliver(store.bucket.put('incoming/a.txt', copy('1'), url('a')));
    await store.deliver(store.bucket.put('incoming/b.txt', copy('2'), url('b')));
    await store.deliver(store.bucket.put('incoming/empty.txt', ''));
    return storeClient(store.query);
  }

  it('answers what people ask of a store', async () => {
    const client = await aClient();
    const a = await client.articleAt('http://news.example/a?utm_campaign=y#top');
    expect(a?.headline).toBe('Copied');
    expect(await client.article(a?.id ?? '')).toEqual(a);
    expect(await client.article('art_none')).toBeNull();
    const story = await listed(client.story(a?.id ?? ''));
    expect(story.map(({ url }) => url)).toEqual(['https://news.example/a', 'https://news.example/b']);
    const [first, copy] = await listed(client.carriers(a?.id ?? ''));
    expect(first).toMatchObject({ id: a?.id, published: '2024-06-01T10:00:00.000Z', direction: null });
    expect(copy).toMatchObject({ relation: 'identical', coverage: 1, coverageOfFirst: 1, direction: 'inferred' });
    expect(await listed(client.relations(copy?.id ?? ''))).toMatchObject([{ id: a?.id, from: a?.id }]);
    expect((await client.event(a?.id ?? ''))?.stories).toHaveLength(1);
    expect(await listed(client.articlesOfEvent(a?.id ?? ''))).toEqual(story);
    expect((await client.stories('2024-06-01')).map(({ copies }) => copies)).toEqual([2]);
    expect(await client.object('incoming/empty.txt')).toMatchObject({ state: 'rejected' });
    expect(await listed(client.rejected())).toHaveLength(1);
    expect(await listed(client.story('sty_none'))).toEqual([]);
  });

  it('follows pages to the end', async () => {
    const client = await aClient();
    expect(await listed(client.articles())).toHaveLength(122);
    expect(await listed(client.articles({ day: '2024-05-01' }))).toHaveLength(120);
  });

  it('finds by what lists are asked for; what is undefined bounds nothing', async () => {
    const client = await aClient();
    expect(await listed(client.articles({ month: '2024-06' }))).toHaveLength(2);
    const wanted: object = { day: '2024-06-01', outlet: undefined };
    expect(await listed(client.articles(wanted))).toHaveLength(1);
  });

  it('finds an article at an address that is not its identity, as lists do', async () => {
    const store = memoryStore(lineReader);
    const upload = { metadata: { id: 'own-name', url: 'https://news.example/c' } };
    await store.deliver(store.bucket.put('incoming/c.txt', 'Named\nText of c.', upload));
    const client = storeClient(store.query);
    expect(await client.articleAt('https://news.example/c?utm_source=x')).toMatchObject({ headline: 'Named' });
    expect(await client.articleAt('no address')).toBeNull();
  });

  it('tells what has changed, and goes on from there', async () => {
    const client = await aClient();
    const first = await client.changes(null, 100);
    const rest = await client.changes(first.cursor, 100);
    expect([first.changes.length, rest.changes.length, rest.more]).toEqual([100, 22, false]);
  });

  it('goes on from a moment as text, and refuses what is neither that nor a cursor', async () => {
    const client = await aClient();
    expect((await client.changes('2020-01-01T00:00:00Z')).changes).toHaveLength(100);
    expect((await client.changes('2999-01-01T00:00:00+02:00')).changes).toEqual([]);
    await expect(client.changes('yesterday')).rejects.toBeInstanceOf(CursorError);
  });

  it.each([
    [{ day: 'garbage' }, 'days.invalid'],
    [{ day: '2026-02-30' }, 'days.invalid'],
    [{ month: '2026-13' }, 'days.invalid'],
    [{ day: '2026-01-01', month: '2026-01' }, 'days.named-twice'],
    [{ from: '2026-01-02', to: '2026-01-01' }, 'days.reversed'],
  ])('refuses days that are none, or never hold together: %j', async (wanted, code) => {
    const client = await aClient();
    expect(() => client.articles(wanted)).toThrow(expect.objectContaining({ name: 'DaysError', code }));
  });

  it.each([
    ['{"outlt":"x"}', /outlt/],
    ['{"dateStatus":"foo"}', /dateStatus/],
    ['{"language":"x y"}', /language tag/],
    ['{"url":"nope"}', /http/],
    ['{"outlet":" "}', /empty/],
  ])('refuses what is no filter, by name: %s', async (wanted, message) => {
    const client = await aClient();
    expect(() => client.articles(JSON.parse(wanted))).toThrow(message);
  });

  it('refuses a format that it does not know, by name', () => {
    const asked = () => exportRecords([], JSON.parse('"docx"'));
    expect(asked).toThrow(
      expect.objectContaining({ code: 'export.unknown-format', message: expect.stringMatching(/docx.*ninjs/) }),
    );
  });

  it('knows the versions and the copies of an article', async () => {
    const store = memoryStore(lineReader);
    const text = 'The ferry came in an hour late, and the quay was full of people who had come to see it.';
    await store.deliver(store.bucket.put('incoming/a.txt', 'A\nNothing is known of the ferry yet.'));
    await store.deliver(store.bucket.put('incoming/b.txt', `B\n${text}`));
    await store.deliver(store.bucket.put('incoming/a.txt', `A again\n${text}`));
    const client = storeClient(store.query);
    const ids = new Map<string, string>();
    for await (const { id, headline } of client.articles()) ids.set(headline ?? '', id);
    const a = ids.get('A again') ?? '';
    expect((await client.versions(a)).map(({ version }) => version)).toEqual([1, 2]);
    const copies: unknown[] = [];
    for await (const { headline } of client.copies(a)) copies.push(headline);
    expect(copies).toEqual(['B']);
    // Neither has a date: nobody knows which was first, but what each is of the other.
    expect(await listed(client.carriers(a))).toMatchObject([{ relation: null }, { relation: null, direction: null }]);
    const same = { relation: 'identical', coverage: 1, coverageOfCopy: 1, direction: 'unknown', from: null };
    expect(await listed(client.relations(a))).toMatchObject([same]);
    expect(await listed(client.relations('art_none'))).toEqual([]);
    expect(await listed(client.carriers('sty_none'))).toEqual([]);
  });

  it('tells what a revision changed, and that there is none', async () => {
    const store = memoryStore(lineReader);
    await store.deliver(store.bucket.put('incoming/a.txt', 'Ferry late\nThe ferry came in an hour late on Monday.'));
    const client = storeClient(store.query, { objects: store.bucket.objects, reader: lineReader });
    const ids: string[] = [];
    for await (const { id } of client.articles()) ids.push(id);
    const [id = ''] = ids;
    expect(await client.diff(id)).toBeNull();
    await store.deliver(store.bucket.put('incoming/a.txt', 'Ferry late\nThe ferry came in two hours late on Monday.'));
    expect(await client.diff(id)).toMatchObject({
      from: { version: 1 },
      to: { version: 2 },
      revisionClass: 'substantive',
    });
    await expect(client.diff(id, 1, 3)).rejects.toMatchObject({ name: 'VersionError', code: 'version.none' });
    await expect(storeClient(store.query).diff(id)).rejects.toThrow(/objects/);
  });

  it('says in words that there is no local run', async () => {
    await expect(openStore({ local: '/nowhere' })).rejects.toThrow(/no local run in \/nowhere.*npm start/);
  });
});
