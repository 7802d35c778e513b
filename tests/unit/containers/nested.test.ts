/** Containers inside of an archive: what they hold are members of the archive, by their names in it. */
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../shared/core/fingerprint.ts';
import { isInside, nameInside } from '../../../shared/core/intake/containers/names-inside.ts';
import { LIMITS } from '../../../shared/core/limits.ts';
import { findObject } from '../../../shared/pipeline/query.ts';
import type { ContainerObject } from '../../../shared/pipeline/query-container.ts';
import { readAgain } from '../../../shared/pipeline/read-again.ts';
import { aTar, aWarc, aZip, type File } from '../../../shared/testing/archives.ts';
import { HEADLINE, PARAGRAPHS } from '../intake-formats/one-article.ts';
import { drop, files, page, reader, TEXT } from './dropped.ts';
import { CONTAINERS, OTHER, OTHER_HEADLINE } from './held-articles.ts';
import { ARCHIVES, DROPPED, dropped, KEY, linesOf, MIB, record } from './in-archives.ts';

const PICTURE = { url: 'https://lowquay.example/p', date: '2026-01-01T00:00:00Z', html: 'x' };
describe.each(ARCHIVES)('a container in a %s', (kind, archive) => {
  const inside = CONTAINERS.filter(([name]) => kind === 'zip' || ['WARC', 'RSS', 'CSV'].includes(name));

  it.each(inside)('%s: has the same articles as alone, beside the other files', async (_name, bytes) => {
    const { items, state, store } = await dropped(archive([{ name: 'day/all.bin', content: bytes }, ...files]));
    expect(state).toMatchObject({ state: 'container', found: 4, uncounted: 0, stored: 4, rejected: 0, pending: 0 });
    const [ferry, lanterns] = [HEADLINE, OTHER_HEADLINE].map((text) => items.find(({ headline }) => headline === text));
    expect(ferry?.fingerprint.contentHash).toBe(contentHash(PARAGRAPHS));
    expect(lanterns?.fingerprint.contentHash).toBe(contentHash(OTHER));
    expect(ferry?.source.member).toMatch(/^day\/all\.bin\/\/./);
    const found = await findObject(`${KEY}#${ferry?.source.member}`, store.query);
    expect(found).toMatchObject({ state: 'stored', record: { headline: HEADLINE } });
  });

  it('is read again by the name of its member', async () => {
    const bytes = archive([...files, { name: 'a.jsonl', content: linesOf(3) }]);
    const { store } = await dropped(bytes);
    const at = linesOf(1).length + 1;
    const again = (member: string) => readAgain({ ...DROPPED, member }, { objects: store.bucket.objects, reader });
    expect((await again(`a.jsonl//@${at}`))?.headline).toBe('The tide of day 1');
    expect(await again('a.jsonl//@1')).toBeNull();
    expect(await again('b.jsonl//@0')).toBeNull();
  });

  it('that cannot be read, or holds nothing, is one refused member, and keeps no other waiting', async () => {
    const cut = aZip(files).subarray(0, 30);
    const bad = Buffer.from('1f8b0800000000000003ff', 'hex');
    const nothing: readonly File[] = [
      { name: 'empty.zip', content: aZip([]) },
      { name: 'table.csv', content: 'title,text\n' },
      { name: 'pictures.warc', content: aWarc([{ ...PICTURE, contentType: 'image/jpeg' }]) },
    ];
    const { state, refused } = await dropped(
      archive([{ name: 'bad.gz', content: bad }, { name: 'cut.zip', content: cut }, ...nothing, ...files]),
    );
    expect(state).toMatchObject({ state: 'container', found: 7, stored: 2, rejected: 5, pending: 0, uncounted: 0 });
    expect(refused).toEqual({
      'bad.gz': 'document.damaged',
      'cut.zip//@0': 'document.truncated',
      ...Object.fromEntries(nothing.map(({ name }) => [name, 'document.empty'])),
    });
  });

  it('that was cut off keeps what stands before the cut, and one member says so', async () => {
    const cut = zlib.gzipSync(linesOf(40)).subarray(0, -200);
    const { state, refused } = await dropped(archive([{ name: 'a.jsonl.gz', content: cut }, ...files]));
    expect(Object.values(refused)).toEqual(['document.truncated']);
    expect(state).toMatchObject({ rejected: 1, pending: 0, uncounted: 0 });
    expect(state).toSatisfy(({ found, stored }: ContainerObject) => stored > 10 && found === stored + 1);
  });
});

describe('names inside of an archive', () => {
  it('are told from those of files that look like them', async () => {
    const { state, refused } = await drop(
      aZip([
        { name: 'a.jsonl//@0', content: page('The tide is early') },
        { name: 'a.jsonl', content: `${record(1)}\n{"title":"No text"}\n` },
      ]),
    );
    expect(state).toMatchObject({ found: 3, stored: 2, rejected: 1, pending: 0 });
    expect(Object.keys(refused)).toEqual([`a.jsonl//@${record(1).length + 1}`]);
  });

  it('stay two where two long ones begin alike', () => {
    const [one, two] = [`${'x'.repeat(1_000)}1`, `${'x'.repeat(1_000)}2`];
    const names = [one, two].flatMap((file) => [nameInside(file, one), nameInside(file, two)]);
    expect(new Set(names).size).toBe(4);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(LIMITS.memberNameChars);
    expect(names.map((name) => isInside(name, one))).toEqual([true, true, false, false]);
    const [shortened = ''] = nameInside(one, 'a').split('//');
    expect(nameInside(shortened, 'a')).not.toBe(nameInside(one, 'a'));
  });

  it('say whose an id is that is unique in its file only', async () => {
    const numbered = (text: string) => JSON.stringify({ id: '1', title: text, body: `${TEXT} ${text}` });
    const feeds = ['north', 'south'].map((name) => ({ name: `${name}.json`, content: `[${numbered(name)}]` }));
    const { state, items } = await dropped(aZip(feeds));
    expect(state).toMatchObject({ found: 2, stored: 2 });
    expect(new Set(items.map(({ id }) => id)).size).toBe(2);
  });
});

describe('an archive in an archive', () => {
  const inner = aZip([{ name: 'two.jsonl', content: linesOf(2) }, ...files]);

  it('is opened, and what lies in it', async () => {
    const { state, items } = await dropped(aTar([{ name: 'more.zip', content: inner }, ...files.slice(0, 1)]));
    expect(state).toMatchObject({ found: 5, stored: 5, rejected: 0, pending: 0 });
    expect(items.map(({ source }) => source.member)).toContain('more.zip//two.jsonl//@0');
  });

  it('is refused below the bound of depth, beside what is not', async () => {
    const deep = aZip([{ name: 'x.zip', content: aZip([{ name: 'y.zip', content: inner }, ...files]) }]);
    const { state, refused } = await drop(aZip([{ name: 'deep.zip', content: deep }, ...files]));
    expect(refused).toEqual({ 'deep.zip//x.zip//y.zip': 'document.nested-too-deep' });
    expect(state).toMatchObject({ found: 5, stored: 4, rejected: 1, pending: 0 });
  });

  it('that unpacks to far more than it may names the files that are too much, and reads the others', async () => {
    const empty = Buffer.alloc(15 * MIB);
    const blank = (at: number) => ({ name: `${at}.txt`, content: empty });
    const bomb = aZip(Array.from({ length: 9 }, (_, at) => blank(at)));
    const { state, refused } = await drop(aZip([{ name: 'bomb.zip', content: bomb }, ...files]));
    expect(state).toMatchObject({ found: 11, stored: 2, rejected: 9, pending: 0 });
    expect(new Set(Object.values(refused))).toEqual(new Set(['document.inflates-too-large', 'document.binary']));
  });
});

describe('an archive whose files unpack to far more than those of news', () => {
  const bomb = zlib.gzipSync(Buffer.alloc(LIMITS.containerInflatedBytes + 1));

  it('keeps its other files, whatever stands before them', async () => {
    const bombs = Array.from({ length: 9 }, (_, at) => ({ name: `${at}.gz`, content: bomb }));
    const { state, refused } = await drop(aZip([...bombs, ...files, { name: 'a.jsonl', content: linesOf(2) }]));
    expect(state).toMatchObject({ found: 13, stored: 4, rejected: 9, pending: 0 });
    expect(new Set(Object.values(refused))).toEqual(new Set(['document.inflates-too-large']));
  });

  it('is read alike whether its containers are opened once or for each member', async () => {
    const filled = (at: number) => `${linesOf(2, at * 2)}\n${' '.repeat(20 * MIB)}\n`;
    const inner = aZip([0, 1, 2].map((at) => ({ name: `${at}.jsonl.gz`, content: zlib.gzipSync(filled(at)) })));
    const { state } = await drop(aZip([{ name: 'a.zip', content: inner }, ...files]));
    expect(state).toMatchObject({ found: 8, stored: 8, rejected: 0, pending: 0 });
  });
});
