/** Containers that are too long to be read whole: a zip by ranges, a tar and what is packed at once as streams. Their articles are those of short ones. */
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Portion } from '../../../shared/core/container-task.ts';
import { LIMITS } from '../../../shared/core/limits.ts';
import { STORE_LIMITS } from '../../../shared/core/store-limits.ts';
import type { RawObjects, Reader } from '../../../shared/pipeline/ports.ts';
import { findObject, listRejected } from '../../../shared/pipeline/query.ts';
import { readAgain } from '../../../shared/pipeline/read-again.ts';
import { readPortion } from '../../../shared/pipeline/read-portion.ts';
import { PORTION_SIZES } from '../../../shared/pipeline/split.ts';
import { splitObject } from '../../../shared/pipeline/split-any.ts';
import { aTar, aWarc, aZip, type File } from '../../../shared/testing/archives.ts';
import { lineReader } from '../../../shared/testing/line-reader.ts';
import { memoryBucket } from '../../../shared/testing/memory-bucket.ts';
import { memoryStore } from '../../../shared/testing/memory-store.ts';
import { reader as pageReader } from './dropped.ts';
import { inLargeForm } from './in-large-form.ts';
import { noise } from './noise.ts';
import { workedOff } from './worked-off.ts';

const KEY = 'incoming/x.bin';
const MIB = 1024 * 1024;
const article = (at: number) => `The tide of day ${at}\n\nThe tide of day ${at} came in at four, said Ida Holm.`;
const texts = Array.from({ length: 60 }, (_, at): File => ({ name: `day/${at}.txt`, content: article(at) }));
/** Pictures of a colleague's zip, which no compression makes shorter. */
const pictures = Array.from({ length: 6 }, (_, at): File => ({ name: `p/${at}.jpg`, content: noise(3 * MIB, at) }));
const mixed = [...texts.slice(0, 30), ...pictures, ...texts.slice(30), { name: 'day/1.txt', content: article(77) }];
const record = (at: number) =>
  JSON.stringify({ title: `The tide of day ${at}`, text: article(at), url: `https://lowquay.example/${at}` });

async function dropped(bytes: Uint8Array, reader: Reader = lineReader) {
  const store = memoryStore(reader);
  await store.deliver(store.bucket.put(KEY, bytes));
  const { items } = await listRejected({ limit: 100, cursor: null }, store.query);
  return { store, state: await findObject(KEY, store.query), refused: items.map(({ code }) => code) };
}

const again = ({ bucket }: Awaited<ReturnType<typeof dropped>>['store'], member: string) =>
  readAgain(
    { bucket: 'wirefold-test', key: KEY, member, versionId: 'v1', at: '2026-01-01T00:00:00Z' },
    { objects: bucket.objects, reader: lineReader },
  );

describe('a container over the limit of one object', () => {
  const LONG: readonly (readonly [string, () => Uint8Array, string])[] = [
    ['zip', () => aZip(mixed, { method: 0 }), 'a zip archive'],
    ['tar', () => aTar(mixed), 'a tar archive'],
    ['tar.gz', () => zlib.gzipSync(aTar(mixed), { level: 1 }), 'a tar archive, packed'],
  ];

  it.each(LONG)(
    '%s: has the articles of its files, and names the others',
    { timeout: 120_000 },
    async (_, make, format) => {
      const bytes = make();
      expect(bytes.length).toBeGreaterThan(LIMITS.objectBytes);
      const { store, state, refused } = await dropped(bytes);
      expect(state).toMatchObject({
        state: 'container',
        format,
        found: 67,
        uncounted: 0,
        stored: 61,
        rejected: 6,
        pending: 0,
      });
      expect(new Set(refused)).toEqual(new Set(['document.binary']));
      expect((await again(store, 'day/59.txt'))?.headline).toBe('The tide of day 59');
      expect(await again(store, 'nobody.txt')).toBeNull();
    },
  );
});

describe('a long zip', () => {
  const zip = Buffer.from(aZip(mixed, { method: 0 }));

  it('that was cut off says that its list is missing', async () => {
    const { state } = await dropped(zip.subarray(0, -30));
    expect(state).toMatchObject({ state: 'rejected', rejection: { code: 'document.truncated' } });
  });

  it('in the form for large files is read, its places of eight bytes included', async () => {
    const { state } = await dropped(inLargeForm(zip));
    expect(state).toMatchObject({ state: 'container', found: 67, stored: 61, rejected: 6, pending: 0 });
  });

  it('whose list names places that are not there keeps the others, and asks for no bytes there', async () => {
    const wrong = Buffer.from(zip);
    const from = zip.readUInt32LE(zip.length - 6);
    wrong.writeUInt32LE(zip.length + 5, from + 42);
    const store = memoryStore(lineReader);
    const asked: boolean[] = [];
    const slice: RawObjects['slice'] = (ref, version, start, end) => {
      asked.push(start < end && start < zip.length);
      return store.bucket.objects.slice(ref, version, start, end);
    };
    const { versionId } = store.bucket.put(KEY, wrong);
    const portion: Portion = {
      kind: 'portion',
      format: 'zip',
      from: 0,
      until: 3,
      skip: 0,
      take: null,
      isWindow: false,
      versionId,
    };
    const read = await readPortion({ bucket: 'b', key: KEY, member: null }, portion, {
      ...store.bucket.objects,
      slice,
    });
    expect(read?.placed.map(({ member }) => member.why?.code ?? 'sound')).toEqual([
      'document.damaged',
      'sound',
      'sound',
    ]);
    expect(asked).not.toContain(false);
  });

  it('of which a file is longer than any document is read without it', async () => {
    const files = [...texts, { name: 'film.mp4', content: noise(17 * MIB, 9) }];
    const { state, refused } = await dropped(aZip(files, { method: 0 }));
    expect(state).toMatchObject({ found: 61, stored: 60, rejected: 1, pending: 0 });
    expect(refused).toEqual(['document.too-large']);
  });
});

describe('a portion of a long container', () => {
  it.each<readonly [string, () => Uint8Array]>([
    ['zip', () => aZip(mixed, { method: 0 })],
    ['tar', () => aTar(mixed)],
  ])(
    '%s: is left after each member when there is no time, and cut up when it fails again and again',
    { timeout: 120_000 },
    async (_, make) => {
      const bytes = make();
      for (const way of [{ isOver: () => true }, { receives: STORE_LIMITS.cutReceives }]) {
        const { members, perMessage } = await workedOff(bytes, way);
        expect([new Set(members).size, members.length]).toEqual([67, 67]);
        expect(perMessage.filter((done) => done > 0)).toEqual(members.map(() => 1));
      }
    },
  );
});

describe('text that unpacks to more than is held in memory', () => {
  const padded = (at: number) => `${record(at).slice(0, -1)},"pad":"${'x'.repeat(1.4 * MIB)}"}`;
  const lines = `${Array.from({ length: 50 }, (_, at) => padded(at)).join('\n')}\n`;
  const page = (at: number) => ({
    url: `https://lowquay.example/${at}`,
    date: '2026-01-01T00:00:00Z',
    html: article(at),
  });
  const picture = { ...page(0), contentType: 'image/jpeg', html: 'x'.repeat(1.4 * MIB) };
  const crawl = aWarc(Array.from({ length: 50 }, (_, at) => [page(at), picture]).flat());

  it('that is packed at once, in zstd: each record is a member', { timeout: 120_000 }, async () => {
    const { state } = await dropped(zlib.zstdCompressSync(crawl));
    const facts = { format: 'a WARC crawl, packed', found: 50, stored: 50, uncounted: 0, pending: 0 };
    expect(state).toMatchObject({ state: 'container', ...facts });
  });

  it('of more members than so few bytes have is read up to a bound in each window', { timeout: 120_000 }, async () => {
    const bucket = memoryBucket();
    const object = bucket.put(KEY, zlib.gzipSync('{"a":1}\n'.repeat((70 * MIB) / 8)));
    const split = await splitObject(object, object.versionId, PORTION_SIZES, bucket.objects);
    const [portion] = split?.portions ?? [];
    if (portion === undefined) throw new Error('nothing to read');
    const { placed = [] } = (await readPortion(object, portion, bucket.objects)) ?? {};
    expect(placed).toHaveLength(Math.floor(LIMITS.containerMembers / 9) + 1);
    expect(placed.at(-1)?.member.why?.code).toBe('container.too-many-members');
  });

  it('in several pieces of gzip that break off: what stands before that is kept, and it is named', {
    timeout: 120_000,
  }, async () => {
    const pieces = [lines.slice(0, 5 * MIB), lines.slice(5 * MIB)].map((one) => zlib.gzipSync(one, { level: 1 }));
    const { state, refused } = await dropped(Buffer.concat(pieces).subarray(0, -20), pageReader);
    expect(state).toMatchObject({ state: 'container', stored: 49, rejected: 1, uncounted: 0, pending: 0 });
    expect(refused).toEqual(['document.truncated']);
  });
});
