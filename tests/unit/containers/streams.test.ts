/** Containers that are read from their front, step by step: so many bytes, so many passed by, and why they end. */
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ZipEntry } from '../../../shared/core/intake/containers/zip-directory.ts';
import { objectIdOf } from '../../../shared/core/keys.ts';
import { LIMITS } from '../../../shared/core/limits.ts';
import { frontOf, unpacked } from '../../../shared/pipeline/front.ts';
import { openStream } from '../../../shared/pipeline/object-stream.ts';
import type { ObjectSlice } from '../../../shared/pipeline/ports.ts';
import { mostMembers } from '../../../shared/pipeline/read-portion.ts';
import { tarMembers } from '../../../shared/pipeline/read-tar.ts';
import { runsOf } from '../../../shared/pipeline/read-zip.ts';
import { portionsOf } from '../../../shared/pipeline/split.ts';
import { sweep } from '../../../shared/pipeline/sweep.ts';
import { aTar } from '../../../shared/testing/archives.ts';
import { aChange } from '../../../shared/testing/builders.ts';
import { askedTable } from '../asked-table.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
async function* pieces(...given: readonly (string | Error)[]) {
  for (const piece of given) {
    if (typeof piece !== 'string') throw piece;
    yield new Uint8Array(Buffer.from(piece, 'latin1'));
  }
}
const coded = (code: string) => Object.assign(new Error('x'), { code });

describe('bytes from the front', () => {
  it('are read and passed by, across pieces, and are fewer at the end', async () => {
    const front = frontOf(pieces('ab', '', 'cdef', 'g'), 'gzip');
    expect([text(await front.read(1)), front.at()]).toEqual(['a', 1]);
    expect([text(await front.read(3)), front.at()]).toEqual(['bcd', 4]);
    await front.pass(2);
    expect([front.at(), text(await front.read(0)), text(await front.read(9))]).toEqual([6, '', 'g']);
    await front.pass(5);
    expect([front.at(), text(await front.read(1)), front.cut()]).toEqual([7, '', null]);
  });

  it('end where they cannot be unpacked, and say why; what is no fact about them is thrown', async () => {
    const front = frontOf(pieces('ab', coded('Z_BUF_ERROR')), 'zstd');
    expect([text(await front.read(9)), front.cut()?.message]).toEqual([
      'ab',
      'The zstd data ends in the middle: upload the whole file.',
    ]);
    expect(text(await front.read(1))).toBe('');
    await expect(frontOf(pieces('ab', coded('ENOENT')), 'gzip').read(9)).rejects.toThrow('x');
  });

  it('are unpacked as they come, and no further than somebody reads', async () => {
    const packed = zlib.gzipSync(Buffer.from('harbour '.repeat(100_000)));
    let asked = 0;
    async function* raw() {
      for (let at = 0; at < packed.length; at += 100) {
        asked += 1;
        yield new Uint8Array(packed.subarray(at, at + 100));
      }
    }
    const whole = frontOf(unpacked(raw(), 'gzip'), 'gzip');
    await whole.pass(799_992);
    expect([text(await whole.read(99)), whole.cut()]).toEqual(['harbour ', null]);
    expect(asked).toBe(Math.ceil(packed.length / 100));
    const cut = frontOf(unpacked(pieces(text(packed.subarray(0, packed.length - 20))), 'gzip'), 'gzip');
    await cut.pass(900_000);
    expect(cut.cut()?.code).toBe('document.truncated');
    const broken = frontOf(unpacked(pieces('\x1f\x8b\x08', new Error('gone')), 'gzip'), 'gzip');
    await expect(broken.read(1)).rejects.toThrow('gone');
  });
});

describe('an object of any length', () => {
  const ref = { bucket: 'b', key: 'k', member: null };
  const slices = (size: number, given: (from: number) => Partial<ObjectSlice> | null = () => ({})) => {
    const asked: (readonly [number, number])[] = [];
    const slice = async (_: unknown, __: unknown, from: number, until: number): Promise<ObjectSlice | null> => {
      asked.push([from, until]);
      const more = given(from);
      if (more === null) return null;
      const bytes = new Uint8Array(Math.max(0, Math.min(until, size) - from));
      const facts = {
        contentType: null,
        contentEncoding: null,
        etag: 'e',
        versionId: 'v',
        lastModified: '',
        metadata: {},
      };
      return { ...facts, bytes, size, ...more };
    };
    return { slice, asked };
  };
  const PIECE = LIMITS.pieceBytes;

  it('is asked for piece by piece, and no further than it is read', async () => {
    const objects = slices(2 * PIECE + 5);
    const stream = await openStream(ref, 'v', null, objects);
    await stream?.front.pass(PIECE + 1);
    expect(objects.asked).toEqual([
      [0, PIECE],
      [PIECE, 2 * PIECE],
    ]);
    expect((await stream?.front.read(2 * PIECE))?.length).toBe(PIECE + 4);
    expect(objects.asked.slice(2)).toEqual([[2 * PIECE, 3 * PIECE]]);
    await stream?.close();
    expect(
      await openStream(
        ref,
        'v',
        null,
        slices(1, () => null),
      ),
    ).toBeNull();
  });

  it.each([
    ['goes', () => null],
    ['is replaced', () => ({ etag: 'other' })],
    ['gives nothing', () => ({ bytes: new Uint8Array() })],
  ])('that %s while it is read is an error', async (_, later) => {
    const objects = slices(2 * PIECE, (from) => (from === 0 ? {} : later()));
    const stream = await openStream(ref, 'v', null, objects);
    await expect(stream?.front.pass(2 * PIECE)).rejects.toThrow('The object was replaced or removed while it was read');
  });
});

describe('a tar from its front', () => {
  const of = async (bytes: Uint8Array, until = 1e9, from = 0) => {
    const front = frontOf(pieces(text(bytes)), 'gzip');
    const placed = await tarMembers(front, until, LIMITS.windowMembers, ({ start }) => start >= from);
    return placed.map(
      ({ start, member: { name, why } }) => `${start} ${name}${why === undefined ? '' : ` ${why.code}`}`,
    );
  };
  const three = aTar([
    { name: 'a.txt', content: 'x'.repeat(600) },
    { name: 'b.txt', content: 'y' },
    { name: 'a.txt', content: 'z' },
  ]);

  it('has the files that begin there, each under a name of its own', async () => {
    expect(await of(three)).toEqual(['0 a.txt', '1536 b.txt', '2560 a.txt~@2560']);
    expect(await of(three, 1_536)).toEqual(['0 a.txt']);
    expect(await of(three, 1_537)).toEqual(['0 a.txt', '1536 b.txt']);
    expect(await of(three, 1e9, 1)).toEqual(['1536 b.txt', '2560 a.txt~@2560']);
  });

  it('that ends or is damaged says where', async () => {
    expect(await of(three.subarray(0, 1_000))).toEqual(['0 a.txt document.truncated']);
    expect(await of(three.subarray(0, 1_600))).toEqual(['0 a.txt', '1536 @1536 document.truncated']);
    const damaged = new Uint8Array(three);
    damaged[1_540] = 1;
    expect(await of(damaged)).toEqual(['0 a.txt', '1536 @1536 document.damaged']);
  });
});

describe('work on a container', () => {
  it('is parted evenly', () => {
    const rest = { format: null, isWindow: false, versionId: 'v' } as const;
    expect(portionsOf(5, 2, rest)).toEqual(
      [
        [0, 2],
        [2, 4],
        [4, 5],
      ].map(([from, until]) => ({ kind: 'portion', from, until, skip: 0, take: null, ...rest })),
    );
    expect(portionsOf(0, 2, rest)).toEqual([]);
    expect(mostMembers(1)).toBe(LIMITS.containerMembers);
    expect(mostMembers(10 * LIMITS.windowBytes)).toBe(LIMITS.containerMembers / 10);
    expect(mostMembers(10 * LIMITS.windowBytes + 1)).toBe(Math.floor(LIMITS.containerMembers / 11));
    expect(mostMembers(1_000 * LIMITS.windowBytes)).toBe(LIMITS.windowMembers);
  });

  it('asks for neighbours in a zip together', () => {
    const entry = (local: number, until: number): ZipEntry => {
      return { name: `${local}`, flags: 0, method: 0, crc: null, packed: 0, unpacked: 0, from: 0, local, until };
    };
    const runs = (...entries: readonly ZipEntry[]) =>
      runsOf(entries).map((run) => run.map(({ name }) => name).join(' '));
    expect(runs(entry(0, 10), entry(10, 20), entry(5, 9), entry(20, 20), entry(30, 40))).toEqual([
      '0 10',
      '5',
      '20 30',
    ]);
    expect(runs(entry(0, 10), entry(10, LIMITS.pieceBytes), entry(LIMITS.pieceBytes, LIMITS.pieceBytes + 1))).toEqual([
      '0 10',
      `${LIMITS.pieceBytes}`,
    ]);
    expect(runsOf([entry(0, 1), entry(1, 2), entry(2, 3)], 2).map((run) => run.length)).toEqual([2, 1]);
    expect(runs()).toEqual([]);
  });

  it('touches what an earlier content had, and goes on later when time is up', async () => {
    const change = aChange({ key: 'k' });
    const { table, store } = await askedTable();
    const container = objectIdOf({ key: 'k', member: null });
    const sequencer = (letter: string) => letter.repeat(40);
    await store.put(
      { pk: `obj#${container}`, sk: 'obj', state: 'container', revision: `${sequencer('B')}#0001` },
      null,
    );
    const entry = (at: number, own: string) => ({
      ...{
        pk: `members#${container}`,
        sk: `m#${String(at).padStart(3, '0')}`,
        memberId: `m${at}`,
        member: `${at}.txt`,
      },
      ...{ sequencer: sequencer(own), state: 'stored', code: null, articleId: null, gen: 1 },
    });
    for (let at = 0; at < 201; at += 1) await store.put(entry(at, at % 2 === 0 ? 'A' : 'B'), null);
    const sent: string[] = [];
    const queue = { send: async (bodies: readonly string[]) => void sent.push(...bodies) };
    const touched = () =>
      store.items().filter(({ pk, touched: mark }) => pk.startsWith('obj#m') && mark !== undefined).length;
    await sweep(change, { kind: 'sweep', after: null }, () => true, { table, queue });
    expect([touched(), sent.length]).toEqual([100, 1]);
    expect(JSON.parse(sent[0] ?? '{}').Records[0].wirefold).toEqual({ kind: 'sweep', after: 'm#199' });
    await sweep(change, { kind: 'sweep', after: 'm#199' }, () => true, { table, queue });
    expect([touched(), sent.length]).toEqual([101, 1]);
  });
});
