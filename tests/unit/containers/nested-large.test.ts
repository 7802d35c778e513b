/** Large files inside of archives, long archives, and how many members either may have. */
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Member } from '../../../shared/core/intake/containers/member.ts';
import { membersInside } from '../../../shared/core/intake/containers/nested.ts';
import { openContainer } from '../../../shared/core/intake/containers/open-container.ts';
import { LIMITS } from '../../../shared/core/limits.ts';
import { STORE_LIMITS } from '../../../shared/core/store-limits.ts';
import { readAgain } from '../../../shared/pipeline/read-again.ts';
import { readPortion } from '../../../shared/pipeline/read-portion.ts';
import { PORTION_SIZES } from '../../../shared/pipeline/split.ts';
import { splitObject } from '../../../shared/pipeline/split-any.ts';
import { aTar, aZip, type File } from '../../../shared/testing/archives.ts';
import { memoryBucket } from '../../../shared/testing/memory-bucket.ts';
import { files, reader } from './dropped.ts';
import { ARCHIVES, DROPPED, dropped, KEY, linesOf, MIB } from './in-archives.ts';
import { noise } from './noise.ts';
import { type Way, workedOff } from './worked-off.ts';

const AGAIN: Way = { receives: STORE_LIMITS.cutReceives };

/** All members, as messages list them one after the other; nothing is read. */
async function listed(bytes: Uint8Array): Promise<readonly Member[]> {
  const bucket = memoryBucket();
  const object = bucket.put(KEY, bytes);
  const split = await splitObject(object, object.versionId, PORTION_SIZES, bucket.objects);
  const reads = (split?.portions ?? []).map((portion) => readPortion(object, portion, bucket.objects));
  const placed = (await Promise.all(reads)).flatMap((read) => read?.placed ?? []);
  return placed.flatMap(({ member }) => membersInside(member, null) ?? [member]);
}

const [DAYS, RECORDS] = [9, 5];
const NO_FACTS = { contentType: null, contentEncoding: null, name: 'x' };

/** JSON Lines that hardly become shorter when they are packed. */
function hardly(day: number): string {
  const texts = Array.from({ length: RECORDS }, (_, at) => noise(240_000, day * RECORDS + at));
  return texts
    .map((bytes) => JSON.stringify({ title: 'Noise', text: Buffer.from(bytes).toString('base64') }))
    .join('\n');
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

  it('is read to its end where what it unpacks to is not too much, however many bytes it takes packed', async () => {
    const days = Array.from({ length: DAYS }, (_, day) => ({
      name: `${day}.jsonl.gz`,
      content: zlib.gzipSync(hardly(day)),
    }));
    const inner = zlib.gzipSync(aTar(days));
    // Each packed byte would have counted for eight, on both levels: more than may be unpacked.
    expect(inner.length * 16).toBeGreaterThan(LIMITS.nestedInflatedBytes);
    const [file] = openContainer(aZip([{ name: 'days.tar.gz', content: inner }]), NO_FACTS)?.members ?? [];
    const members = file === undefined ? [] : (membersInside(file, null) ?? []);
    expect([members.length, members.filter(({ why }) => why != null).length]).toEqual([DAYS * RECORDS, 0]);
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
    const ports = { objects: store.bucket.objects, reader };
    expect(await readAgain({ ...DROPPED, member: 'a.jsonl//@0' }, ports)).not.toBeNull();
  });
});
