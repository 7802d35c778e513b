import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openContainer } from '../../../shared/core/intake/containers/open-container.ts';
import { countedAs, isSystemFile } from '../../../shared/core/intake/containers/system-file.ts';
import { LIMITS } from '../../../shared/core/limits.ts';
import { Rejection } from '../../../shared/core/rejection.ts';
import { findObject } from '../../../shared/pipeline/query.ts';
import { aPackedWarc, aTar, aWarc, aZip, warcRecords } from '../../../shared/testing/archives.ts';
import { memoryStore } from '../../../shared/testing/memory-store.ts';

import { drop, FACTS, files, page, pages, reader, TEXT } from './dropped.ts';

const LINES = ['The tide is early', 'The bell is mended'].map((title) => JSON.stringify({ title, text: TEXT }));

/** A header, and the text in whole blocks. */
const FIRST_FILE = 512 + Math.ceil(Buffer.byteLength(files[0]?.content ?? '') / 512) * 512;

/** Packed, and cut where so much of it can be read. */
function packedTo(bytes: Uint8Array, readable: number): Uint8Array {
  // What is stored and not squeezed is as long as it was, behind a header of ten bytes and one of five.
  return zlib.gzipSync(bytes, { level: 0 }).subarray(0, 15 + readable);
}

describe('a container', () => {
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
    ['a zip from a pipe', aZip(files, { streamed: 'marked' }).subarray(0, -350)],
    ['a zip from a pipe, without marks,', aZip(files, { streamed: 'unmarked' }).subarray(0, -350)],
    ['a zip from a pipe, not packed,', aZip(files, { streamed: 'marked', method: 0 }).subarray(0, -350)],
    ['a tar', aTar(files).subarray(0, 1_700)],
    ['a crawl', aWarc(pages).subarray(0, -200)],
    ['a packed crawl', aPackedWarc(pages).subarray(0, -40)],
    ['a packed tar', packedTo(aTar(files), 1_700)],
    ['packed JSON Lines', packedTo(Buffer.from(LINES.join('\n')), (LINES[0] ?? '').length + 40)],
    ['a packed tar, right behind a file,', packedTo(aTar(files), FIRST_FILE)],
    ['a crawl that is packed at once', packedTo(aWarc(pages), aWarc(pages).length - 200)],
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

describe('what an operating system leaves in an archive', () => {
  const LEFT = ['.DS_Store', 'news/.DS_Store', '__MACOSX/news/._a.html', 'news\\Thumbs.db', 'desktop.ini'];

  it.each([
    ['zip', aZip],
    ['tar', aTar],
  ] as const)('is accounted for under a name of its own, and refuses nothing beside it: %s', async (_, pack) => {
    const left = LEFT.map((name) => ({ name, content: '\0\0\0\x01Bud1' }));
    const { state, refused } = await drop(pack([...left, ...files]));
    expect(state).toMatchObject({ found: LEFT.length + 2, stored: 2, rejected: LEFT.length, pending: 0 });
    expect(new Set(Object.values(refused))).toEqual(new Set(['member.system-file']));
  });

  it('is known where it stands beside each file, by name and mark together', async () => {
    const left = { name: 'news/._a.html', content: Buffer.from('000516070002000000000000', 'hex') };
    const named = { name: '._b.txt', content: page('The quay is shut') };
    const { state, refused } = await drop(aTar([left, named, ...files]));
    expect(state).toMatchObject({ found: 4, stored: 3, rejected: 1 });
    expect(refused).toEqual({ 'news/._a.html': 'member.system-file' });
  });

  it('is an article where only its name looks alike', () => {
    expect(['MACOSX/a.html', 'Thumbs.db.html', 'DS_Store', '__MACOSX'].filter(isSystemFile)).toEqual([]);
  });

  it('is counted as skipped, so that no alarm on refused files hears of it', () => {
    expect(countedAs('rejected', 'member.system-file')).toBe('skipped');
    expect(countedAs('rejected', 'article.no-text')).toBe('rejected');
    expect(countedAs('stored', null)).toBe('stored');
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

  it.each([
    ['a line above', 'Export of Monday'],
    ['names in a language that nobody knows', 'pealkiri,sisu'],
  ])('with %s instead of names is refused, and never one article of all its rows', async (_, line) => {
    const rows = ['one', 'two', 'three'].map((title) => `${title},"${TEXT}"\n`).join('');
    const { state } = await drop(`${line}\n${rows}`, 'incoming/x.csv');
    expect(state).toMatchObject({ state: 'rejected', rejection: { code: 'document.unsupported-format' } });
  });

  it('with a quote that is never closed keeps the rows around it, and names the one', async () => {
    const { state, refused } = await drop(`title,text\none,"${TEXT}"\ntwo,"${TEXT}\nthree,"${TEXT}"\n`);
    expect(state).toMatchObject({ state: 'container', found: 3, stored: 2, rejected: 1 });
    expect(refused).toEqual({ 'row 2': 'document.damaged' });
  });

  it('refuses a row without a text', async () => {
    const { refused } = await drop(`title;text\nThe tide is early;"${TEXT}"\nnothing;\n`);
    expect(refused).toEqual({ 'row 2': 'article.no-text' });
  });
});

describe('a tar of the oldest kind', () => {
  const tar = Buffer.from(aTar(files));
  const old = (from: number) => {
    tar.fill(0, from + 257, from + 265).write(' '.repeat(8), from + 148);
    const sum = tar.subarray(from, from + 512).reduce((total, value) => total + value, 0);
    tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, from + 148);
  };
  for (const place of [0, 512 + Math.ceil(Buffer.byteLength(files[0]?.content ?? '') / 512) * 512]) old(place);

  it('is known by the sums of its headers alone', async () => {
    expect((await drop(tar)).state).toMatchObject({ state: 'container', format: 'a tar archive', found: 2, stored: 2 });
  });
});

describe('an object in JSON with a list in it', () => {
  const article = { title: 'The tide is early', text: TEXT, url: 'https://a.example/1' };

  it.each([
    ['whose list holds no articles', { items: [{ id: 1 }, { id: 2 }] }],
    ['that is an article itself with parts', { ...article, items: [{ title: 'In short', text: TEXT }] }],
  ])('%s is a single document', (_, value) => {
    expect(openContainer(Buffer.from(JSON.stringify(value)), FACTS)).toBeNull();
  });

  it('that ends in the middle keeps the articles before that', async () => {
    const text = JSON.stringify({ status: 'ok', results: [article, { ...article, url: 'https://a.example/2' }] });
    const { state, refused } = await drop(text.slice(0, -40));
    expect(state).toMatchObject({ state: 'container', found: 2, stored: 1 });
    expect(refused).toEqual({ '/results/1': 'document.truncated' });
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

describe('every code', () => {
  it('comes with a sentence that says what to do', () => {
    const open = () => openContainer(Buffer.from(`title,text\n${'a,b\n'.repeat(LIMITS.containerMembers + 1)}`), FACTS);
    expect(open).toThrow(Rejection);
    expect(open).toThrow(/upload it in parts/);
  });
});
