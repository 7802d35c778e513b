/** Containers that are broken, hostile or empty: each has a stated outcome, and what can be read is kept. */
import { Worker } from 'node:worker_threads';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { JSON_LINES } from '../../../shared/core/intake/containers/json-lines.ts';
import { readWindow } from '../../../shared/core/intake/containers/long-format.ts';
import { openContainer } from '../../../shared/core/intake/containers/open-container.ts';
import { LIMITS } from '../../../shared/core/limits.ts';
import { Rejection } from '../../../shared/core/rejection.ts';
import { findObject, listRejected } from '../../../shared/pipeline/query.ts';
import { aPackedWarc, aTar, aWarc, aZip, warcRecords } from '../../../shared/testing/archives.ts';
import { memoryStore } from '../../../shared/testing/memory-store.ts';
import { createReader } from '../../../shared/workers/reader.ts';

const TEXT = `The tide came in at four on Monday, and the council of Low Quay went home an hour early, as it does in spring.

Nobody minded, said Ida Holm, who keeps the bell; the minutes were read out on the steps instead.

The next meeting is on the second of May, and the tide will be lower then, the harbour office has promised.`;
const page = (headline: string) => `${headline}\n\n${TEXT}\n`;
const reader = createReader();
const FACTS = { contentType: null, contentEncoding: null, name: 'x' };

async function drop(content: Uint8Array | string, key = 'incoming/x.bin') {
  const store = memoryStore(reader);
  await store.deliver(store.bucket.put(key, content));
  const { items } = await listRejected({ limit: 100, cursor: null }, store.query);
  return {
    state: await findObject(key, store.query),
    refused: Object.fromEntries(items.map(({ member, code }) => [member, code])),
  };
}

const files = [
  { name: 'one.txt', content: page('The tide is early') },
  { name: 'two.txt', content: page('The bell is mended').replace('four', 'five') },
];
const pages = files.map(({ content }, at) => ({
  url: `https://lowquay.example/${at}`,
  date: '2026-01-01T00:00:00Z',
  html: `<html><body><article>${content
    .split('\n\n')
    .map((text) => `<p>${text}</p>`)
    .join('')}</article></body></html>`,
}));

describe('a container', () => {
  it('in another one is not opened, however deep the nesting', async () => {
    const inner = aZip(files);
    const { state, refused } = await drop(
      aZip([{ name: 'inner.zip', content: aZip([{ name: 'x.zip', content: inner }]) }, ...files]),
    );
    expect(state).toMatchObject({ found: 3, stored: 2, rejected: 1, pending: 0 });
    expect(refused).toEqual({ 'inner.zip': 'document.nested-too-deep' });
  });

  it('that unpacks to far more than it may ends as a refusal of its own or of its member', async () => {
    const bomb = Buffer.alloc(LIMITS.inflatedBytes + 1);
    expect((await drop(aZip([{ name: 'bomb.txt', content: bomb }, ...files]))).refused).toEqual({
      'bomb.txt': 'document.inflates-too-large',
    });
    const huge = zlib.gzipSync(Buffer.alloc(LIMITS.containerInflatedBytes + 1));
    expect((await drop(huge)).state).toMatchObject({
      state: 'rejected',
      rejection: { code: 'document.inflates-too-large' },
    });
  });

  it('whose names try to leave it is a container with odd names: a name is never a path', async () => {
    const { state } = await drop(aTar([{ name: '../../etc/passwd', content: page('The tide is early') }]));
    expect(state).toMatchObject({ state: 'container', found: 1, stored: 1 });
  });

  it('that holds the same name twice holds two members', async () => {
    const twice = files.map(({ content }) => ({ name: 'same.txt', content }));
    for (const bytes of [aTar(twice), aZip(twice)]) {
      const store = memoryStore(reader);
      await store.deliver(store.bucket.put('incoming/x', bytes));
      expect(await findObject('incoming/x#same.txt~2', store.query)).toMatchObject({ state: 'stored' });
      expect(await findObject('incoming/x', store.query)).toMatchObject({ found: 2, stored: 2 });
    }
  });

  it('that is locked says so for each member', async () => {
    const { refused } = await drop(aZip(files, { locked: true }));
    expect(refused).toEqual({ 'one.txt': 'document.encrypted', 'two.txt': 'document.encrypted' });
  });

  it.each<readonly [string, Uint8Array]>([
    ['a zip', aZip(files).subarray(0, -350)],
    ['a tar', aTar(files).subarray(0, 1_700)],
    ['a crawl', aWarc(pages).subarray(0, -200)],
    ['a packed crawl', aPackedWarc(pages).subarray(0, -40)],
    ['a list', Buffer.from(`[${JSON.stringify({ title: 'The tide is early', text: TEXT })},{"title":"cut","te`)],
    ['a table', Buffer.from(`title,text\nThe tide is early,"${TEXT}"\ncut,"off`)],
  ])('%s that was cut off keeps what can be read, and names the rest', async (_, bytes) => {
    const { state, refused } = await drop(bytes);
    expect(state).toMatchObject({ state: 'container', stored: 1, rejected: 1, pending: 0 });
    expect(Object.values(refused)).toEqual(['document.truncated']);
  });

  it.each([100_000, 100_001])('of %i members is read up to the limit, and refused beyond it', (count) => {
    const rows = `title,text\n${'a,b\n'.repeat(count)}`;
    const open = () => openContainer(Buffer.from(rows), FACTS)?.members.length;
    if (count <= LIMITS.containerMembers) expect(open()).toBe(count);
    else expect(open).toThrow(expect.objectContaining({ code: 'container.too-many-members' }));
  });

  it('whose damaged record stands in the middle keeps those around it', async () => {
    const [info, , first, , second] = warcRecords(pages).map((record) => zlib.gzipSync(record));
    const broken = Buffer.from(first ?? []);
    broken.fill(0x55, 40, 60);
    const { state } = await drop(Buffer.concat([info, broken, second].map((part) => part ?? new Uint8Array())));
    expect(state).toMatchObject({ state: 'container', found: 2, stored: 1, rejected: 1 });
  });
});

describe('a list in JSON', () => {
  it('with a record nested 100,000 deep refuses that one', async () => {
    const deep = `{"title":"x","text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const good = JSON.stringify({ title: 'The tide is early', text: TEXT });
    for (const content of [`[${deep},${good}]`, `${good}\n${deep}\n`]) {
      const { state, refused } = await drop(content);
      expect(state).toMatchObject({ state: 'container', found: 2, stored: 1 });
      expect(Object.values(refused)).toEqual(['document.nested-too-deep']);
    }
  });
});

describe('a feed', () => {
  const rss = (items: string) =>
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;

  it('whose entries carry no text is a list of pointers, and each says so', async () => {
    const { state, refused } = await drop(
      rss('<item><title>A</title><link>https://a.example/1</link><description>Teaser.</description></item>'),
    );
    expect(state).toMatchObject({ state: 'container', found: 1, stored: 0, rejected: 1 });
    expect(refused).toEqual({ 'https://a.example/1': 'entry.pointer-only' });
  });

  it('resolves no entity of its own or from elsewhere', () => {
    const members = openContainer(
      Buffer.from(rss(`<item><guid>g</guid><title>&x;</title><description>${TEXT} ${TEXT} &x;</description></item>`)),
      FACTS,
    );
    expect(JSON.stringify(members?.members[0]?.open())).toContain('&x;');
  });

  it('without entries is an empty container', async () => {
    expect((await drop(rss(''))).state).toMatchObject({ state: 'container', found: 0, stored: 0, pending: 0 });
  });
});

describe('a table', () => {
  it('whose first line names no columns says which names it wants', async () => {
    const { state } = await drop('17,Low Quay,open\n18,High Quay,shut\n', 'incoming/x.csv');
    expect(state).toMatchObject({
      state: 'rejected',
      rejection: { code: 'document.unsupported-format', message: /title and text/ },
    });
  });

  it('refuses a row without a text', async () => {
    const { refused } = await drop(`title;text\nThe tide is early;"${TEXT}"\nnothing;\n`);
    expect(refused).toEqual({ 'row 2': 'article.no-text' });
  });
});

describe('what is no container', () => {
  it.each([
    ['a story', page('The tide is early')],
    ['a story that begins with brackets', `[{Updated}] ${page('The tide is early')}`],
    ['a picture', Buffer.from(`89504e470d0a1a0a${'07'.repeat(300)}`, 'hex')],
  ])('is not taken for a table by its name: %s', (_, content) => {
    expect(openContainer(Buffer.from(content), { ...FACTS, name: 'incoming/x.csv' })).toBeNull();
  });
});

describe('a feed that was cut off', () => {
  const entry = (guid: string) =>
    `<item><guid>${guid}</guid><title>${guid}</title><description>${TEXT} ${TEXT}</description></item>`;

  it.each([
    ['in an entry names it', `<rss><channel>${entry('a')}${entry('b').slice(0, -60)}`, { b: 'document.truncated' }],
    ['between entries says so', `<rss><channel>${entry('a')}`, { '/1': 'document.truncated' }],
    ['not at all is whole', `<rss><channel>${entry('a')}</channel></rss>\n<!-- made in 2 ms -->`, {}],
  ])('%s', async (_, content, named) => {
    const { state, refused } = await drop(content);
    expect(state).toMatchObject({ stored: 1 });
    expect(refused).toEqual(named);
  });
});

describe('one hostile member', () => {
  const good = `<p>${TEXT}</p>`;
  const deep = `${'<div>'.repeat(LIMITS.htmlDepth + 1)}x`;
  const rssItem = (guid: string, html: string) =>
    `<item><guid>${guid}</guid><content:encoded><![CDATA[${html}]]></content:encoded></item>`;
  const jsonItem = (id: string, html: string) => ({ id, title: id, content_html: html });

  it.each([
    ['an RSS feed', `<rss><channel>${rssItem('good', good)}${rssItem('deep', deep)}</channel></rss>`],
    [
      'an Atom feed',
      `<feed><entry><id>good</id><title>a</title><content type="html"><![CDATA[${good}]]></content></entry>
       <entry><id>deep</id><content type="html"><![CDATA[${deep}]]></content></entry></feed>`,
    ],
    [
      'a JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [jsonItem('good', good), jsonItem('deep', deep)],
      }),
    ],
  ])('harms no other: in %s', async (_, content) => {
    const { state, refused } = await drop(content);
    expect(state).toMatchObject({ found: 2, stored: 1, rejected: 1 });
    expect(refused).toEqual({ deep: 'page.too-deep' });
  });

  it('of a crawl that is packed as a whole is named, and those behind it are read', async () => {
    const records = warcRecords(pages);
    const crawl = Buffer.concat(
      records.flatMap((record, at) => (at === 2 ? [Buffer.from('no record\r\n\r\n'), record] : [record])),
    );
    const { state, refused } = await drop(zlib.gzipSync(crawl));
    expect(state).toMatchObject({ found: 3, stored: 2, rejected: 1, pending: 0 });
    expect(Object.values(refused)).toEqual(['document.damaged']);
  });
});

describe('what is packed small and has millions of parts', () => {
  const many = 30 * 1024 * 1024;
  const WATCHDOG_MS = 60_000;

  it.each([
    ['a table', Buffer.from(`title,text\na,b${','.repeat(many)}c\n`), '1 members'],
    ['JSON Lines', Buffer.from('{"a":1}\n'.repeat(many / 8)), 'container.too-many-members'],
  ])('takes no more memory than its bytes: %s', { timeout: WATCHDOG_MS }, async (_, bytes, outcome) => {
    expect(await openedInSmallHeap(zlib.gzipSync(bytes))).toBe(outcome);
  });
});

/** What becomes of it in a thread with little memory. */
function openedInSmallHeap(packed: Uint8Array): Promise<string> {
  const file = new URL('../../../shared/core/intake/containers/open-container.ts', import.meta.url);
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(${JSON.stringify(file.href)}).then(({ openContainer }) => {
      try {
        const found = openContainer(workerData, { contentType: null, contentEncoding: null, name: 'x' });
        parentPort.postMessage(found.members.length + ' members');
      } catch (error) {
        parentPort.postMessage(error.code);
      }
    });`;
  const resourceLimits = { maxOldGenerationSizeMb: 160 };
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, workerData: packed, resourceLimits });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

describe('a line of JSON', () => {
  const line = `{"title":"x","meta":{"a":1},"text":"${TEXT.replaceAll('\n', ' ')}"}\n`;

  it('is not at its end where the bytes at hand end behind a bracket', () => {
    const bytes = Buffer.from(line.slice(0, line.indexOf('1}') + 2));
    const read = readWindow(JSON_LINES, { bytes, base: 0, isEnd: false }, 0, 1);
    expect(read).toEqual({ placed: [], cutAt: 0 });
  });

  it('may be longer than what a file is known by', async () => {
    const first = line.replace('"x"', '"first"').replace('"}', `${' and so on'.repeat(LIMITS.sniffedBytes / 10)}"}`);
    const { state } = await drop(first + line, 'incoming/x.jsonl');
    expect(state).toMatchObject({ state: 'container', found: 2, rejected: 0 });
  });
});

describe('every code', () => {
  it('comes with a sentence that says what to do', () => {
    const open = () => openContainer(Buffer.from(`title,text\n${'a,b\n'.repeat(LIMITS.containerMembers + 1)}`), FACTS);
    expect(open).toThrow(Rejection);
    expect(open).toThrow(/upload it in parts/);
  });
});
