/** Containers inside of an archive: what they hold are members of the archive, by their names in it. */
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../shared/core/fingerprint.ts';
import type { Member } from '../../../shared/core/intake/containers/member.ts';
import { isInside, nameInside } from '../../../shared/core/intake/containers/names-inside.ts';
import { membersInside } from '../../../shared/core/intake/containers/nested.ts';
import { LIMITS } from '../../../shared/core/limits.ts';
import { STORE_LIMITS } from '../../../shared/core/store-limits.ts';
import { findObject, listArticles, listRejected } from '../../../shared/pipeline/query.ts';
import type { ContainerObject } from '../../../shared/pipeline/query-container.ts';
import { readAgain } from '../../../shared/pipeline/read-again.ts';
import { readPortion } from '../../../shared/pipeline/read-portion.ts';
import { PORTION_SIZES } from '../../../shared/pipeline/split.ts';
import { splitObject } from '../../../shared/pipeline/split-any.ts';
import { aTar, aWarc, aZip, type File } from '../../../shared/testing/archives.ts';
import { memoryBucket } from '../../../shared/testing/memory-bucket.ts';
import { memoryStore } from '../../../shared/testing/memory-store.ts';
import { HEADLINE, PARAGRAPHS } from '../intake-formats/one-article.ts';
import { drop, files, page, reader, TEXT } from './dropped.ts';
import { CONTAINERS, OTHER, OTHER_HEADLINE } from './held-articles.ts';
import { noise } from './noise.ts';
import { type Way, workedOff } from './worked-off.ts';

const PICTURE = { url: 'https://lowquay.example/p', date: '2026-01-01T00:00:00Z', html: 'x' };
const KEY = 'incoming/all.bin';
const AGAIN: Way = { receives: STORE_LIMITS.cutReceives };
const MIB = 1024 * 1024;
const record = (at: number) => JSON.stringify({ title: `The tide of day ${at}`, text: `${TEXT} Day ${at}.` });
const linesOf = (count: number, from = 0) => Array.from({ length: count }, (_, at) => record(from + at)).join('\n');
const ARCHIVES: readonly (readonly [string, (files: readonly File[]) => Uint8Array])[] = [
  ['zip', aZip],
  ['tar', aTar],
  ['tar.gz', (some) => zlib.gzipSync(aTar(some))],
];

async function dropped(bytes: Uint8Array) {
  const store = memoryStore(reader);
  await store.deliver(store.bucket.put(KEY, bytes));
  const { items } = await listArticles({ limit: 100, cursor: null }, store.query);
  const refused = await listRejected({ limit: 100, cursor: null }, store.query);
  return {
    store,
    items,
    state: await findObject(KEY, store.query),
    refused: Object.fromEntries(refused.items.map(({ member, code }) => [member, code])),
  };
}

/** All members, as messages list them one after the other; nothing is read. */
async function listed(bytes: Uint8Array): Promise<readonly Member[]> {
  const bucket = memoryBucket();
  const object = bucket.put(KEY, bytes);
  const split = await splitObject(object, object.versionId, PORTION_SIZES, bucket.objects);
  const reads = (split?.portions ?? []).map((portion) => readPortion(object, portion, bucket.objects));
  const placed = (await Promise.all(reads)).flatMap((read) => read?.placed ?? []);
  return placed.flatMap(({ member }) => membersInside(member, null) ?? [member]);
}

/** A zip of one file whose directory names it so many times. */
function withEntries(zip: Uint8Array, count: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const [from, end] = [bytes.readUInt32LE(bytes.length - 6), bytes.length - 22];
  const directory = Buffer.concat(Array.from({ length: count }, () => bytes.subarray(from, end)));
  const tail = Buffer.from(bytes.subarray(end));
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(directory.length, 12);
  return Buffer.concat([bytes.subarray(0, from), directory, tail]);
}

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
    const ref = { bucket: 'wirefold-test', key: KEY, versionId: 'v1', at: '2026-01-01T00:00:00Z' };
    const again = (member: string) => readAgain({ ...ref, member }, { objects: store.bucket.objects, reader });
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

describe('a large file in an archive', () => {
  it('is shared out among messages', async () => {
    const count = 2_500;
    const { members, perMessage } = await workedOff(aZip([{ name: 'a.jsonl', content: linesOf(count) }]));
    expect([new Set(members).size, members.length]).toEqual([count, count]);
    expect(Math.max(...perMessage)).toBeLessThanOrEqual(LIMITS.membersAtOnce);
  });

  it.each<readonly [string, readonly File[], Way, readonly number[]]>([
    ['is left after each member when there is no time', files, { isOver: () => true }, Array(32).fill(1)],
    ['is parted from the others when they fail again and again', files, AGAIN, [30, 1, 1]],
    ['is cut up when it fails again and again alone', [], AGAIN, Array(30).fill(1)],
  ])('%s', async (_, beside, way, expected) => {
    const bytes = aTar([{ name: 'a.jsonl', content: linesOf(30) }, ...beside]);
    const { members, perMessage } = await workedOff(bytes, way);
    expect(new Set(members).size).toBe(members.length);
    expect(perMessage.filter((done) => done > 0)).toEqual(expected);
  });

  it('of more records than so few bytes have is read up to a bound', async () => {
    const rows = `title,text\n${'a,b\n'.repeat(60_000)}`;
    const members = await listed(aZip([{ name: 'a.csv', content: rows }, ...files]));
    const refused = members.flatMap(({ name, why }) => (why === undefined ? [] : [[name, why.code]]));
    expect(() => members.find(({ why }) => why !== undefined)?.open()).toThrow('more than articles of its size are');
    const most = members.length - files.length - 1;
    expect(refused).toEqual([[`a.csv//row ${most + 1}`, 'container.too-many-members']]);
    // A third of what the whole archive may have, and what its bytes say.
    expect(most).toBeGreaterThan(LIMITS.containerMembers / 3);
    expect(most).toBeLessThan(LIMITS.containerMembers / 3 + 100);
  });

  it('of more records than any container may have is read up to them', async () => {
    const members = await listed(aZip([{ name: 'a.csv', content: `title,text\n${'a,b\n'.repeat(100_500)}` }]));
    expect([members.length, members.at(-1)?.why?.code]).toEqual([
      LIMITS.containerMembers + 1,
      'container.too-many-members',
    ]);
  });

  it('counts once where many files of a zip are said to lie in the same bytes', async () => {
    const rows = `title,text\n${'a,b\n'.repeat(2_000)}`;
    const members = await listed(withEntries(aZip([{ name: 'a.csv', content: rows }], { method: 0 }), 200));
    // A share of 500 each and what the bytes of one say, not 200 times 800.
    expect(members.length).toBeLessThan(200 * 510);
  });

  it.each(ARCHIVES)('is read whole in a long %s as in a short one, packed or not', async (_, archive) => {
    const records = linesOf(3_000);
    const contents = [
      { name: 'a.jsonl', content: records },
      { name: 'b.jsonl.gz', content: zlib.gzipSync(records) },
    ];
    const pictures = Array.from({ length: 6 }, (_one, at) => ({ name: `${at}.jpg`, content: noise(3 * MIB, at) }));
    expect(await listed(archive(contents))).toHaveLength(6_000);
    expect(await listed(archive([...pictures, ...contents]))).toHaveLength(6_006);
  });

  it.each<readonly [string, (some: readonly File[]) => Uint8Array]>([
    ['zip', (some) => aZip(some, { method: 0 })],
    ['tar', aTar],
  ])('lies in a long %s too', { timeout: 120_000 }, async (_, archive) => {
    const pictures = Array.from({ length: 6 }, (_one, at) => ({ name: `${at}.jpg`, content: noise(3 * MIB, at) }));
    const lines = { name: 'a.jsonl', content: linesOf(40) };
    const { store, state, refused } = await dropped(archive([...pictures, lines, ...files]));
    expect(state).toMatchObject({ found: 48, uncounted: 0, stored: 42, rejected: 6, pending: 0 });
    expect(new Set(Object.values(refused))).toEqual(new Set(['document.binary']));
    const ref = { bucket: 'wirefold-test', key: KEY, versionId: 'v1', at: '2026-01-01T00:00:00Z' };
    const ports = { objects: store.bucket.objects, reader };
    expect(await readAgain({ ...ref, member: 'a.jsonl//@0' }, ports)).not.toBeNull();
  });
});
