/** Zstd data of several frames, as `cat a.zst b.zst`, pzstd and crawlers that pack by record write them: all of it is read. */
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openContainer } from '../../shared/core/intake/containers/open-container.ts';
import { unpack } from '../../shared/core/intake/inflate.ts';
import { openDocument } from '../../shared/core/intake/open.ts';
import { zstdFrameEnds } from '../../shared/core/intake/zstd.ts';
import { LIMITS } from '../../shared/core/limits.ts';
import { unpacked } from '../../shared/pipeline/front.ts';
import { aWarc, warcRecords } from '../../shared/testing/archives.ts';
import { pages } from './containers/dropped.ts';

const FACTS = { contentType: null, contentEncoding: null, name: 'x' };
const frame = (text: string | Uint8Array, isSummed = false) =>
  zlib.zstdCompressSync(text, { params: { [zlib.constants.ZSTD_c_checksumFlag]: isSummed ? 1 : 0 } });
const paragraphs = Array.from({ length: 6 }, (_, at) => `<p>The ferry of ${at} came in at noon, said Ida Holm.</p>\n`);
/** A frame that holds no text, of which pzstd writes one before each that does. */
const note = (content: string | Uint8Array, mark = '542a4d18') => {
  const head = Buffer.from(`${mark}00000000`, 'hex');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, Buffer.from(content)]);
};
const dictionary = Buffer.from('<p>The ferry of came in at noon, said Ida Holm.</p>\n'.repeat(3));
const withDictionary = (text: string) => zlib.zstdCompressSync(text, { dictionary });
const lines = ['The tide is early', 'The bell is mended', 'The quay is shut'].map(
  (title) => `${JSON.stringify({ title, text: 'The tide came in at four, said Ida Holm.' })}\n`,
);

async function streamed(packed: Uint8Array, pieceBytes: number): Promise<string> {
  const pieces = Array.from({ length: Math.ceil(packed.length / pieceBytes) }, (_, at) =>
    packed.subarray(at * pieceBytes, (at + 1) * pieceBytes),
  );
  async function* each() {
    yield* pieces;
  }
  const out: Uint8Array[] = [];
  for await (const piece of unpacked(each(), 'zstd', packed)) out.push(piece);
  return Buffer.concat(out).toString();
}

describe('zstd data of several frames', () => {
  const whole = paragraphs.join('');
  const noise = Array.from({ length: 100_000 }, (_, at) => `${(at * at * 31) % 9973}`).join(' ');
  const kinds: readonly (readonly [string, readonly Uint8Array[], string])[] = [
    ['one behind the other', paragraphs.map((text) => frame(text)), whole],
    ['with check sums', paragraphs.map((text) => frame(text, true)), whole],
    [
      'with notes before, between and behind',
      paragraphs.flatMap((text) => [note('0123'), frame(text), note('')]),
      whole,
    ],
    [
      'with a dictionary before them, as crawlers write it',
      [note(dictionary, '5d2a4d18'), ...paragraphs.map(withDictionary)],
      whole,
    ],
    [
      'with a dictionary that is packed itself',
      [note(frame(dictionary), '5d2a4d18'), ...paragraphs.map(withDictionary)],
      whole,
    ],
    [
      'of many blocks, of a run, and without content',
      [frame(noise), frame(''), frame('a'.repeat(300_000)), frame(noise)],
      `${noise}${'a'.repeat(300_000)}${noise}`,
    ],
  ];

  it.each(kinds)('%s: is unpacked to its end', (_, frames, text) => {
    const packed = Buffer.concat(frames);
    const { bytes, cut } = unpack(packed, FACTS);
    expect([Buffer.from(bytes).toString() === text, cut]).toEqual([true, null]);
    const ends = frames.map((__, at) => Buffer.concat(frames.slice(0, at + 1)).length);
    expect(zstdFrameEnds()(packed)).toEqual(ends);
  });

  it.each(
    kinds,
  )('%s: is unpacked as a stream as it is at once, however it comes in pieces', async (_, frames, text) => {
    const packed = Buffer.concat(frames);
    for (const size of [packed.length, 1_000, ...(packed.length < 2_000 ? [1, 7] : [])])
      expect((await streamed(packed, size)) === text).toBe(true);
  });

  it('may not unpack to more together than one may', () => {
    const half = frame(Buffer.alloc(LIMITS.inflatedBytes / 2, 32));
    expect(unpack(Buffer.concat([half, half, frame('')]), FACTS).bytes).toHaveLength(LIMITS.inflatedBytes);
    expect(() => unpack(Buffer.concat([half, half, frame('x')]), FACTS)).toThrow(
      expect.objectContaining({ code: 'document.inflates-too-large' }),
    );
  });

  it('may not be cut into more than so many', () => {
    const many = Buffer.concat(Array.from({ length: LIMITS.packedParts }, () => note('')));
    expect(() => unpack(Buffer.concat([frame('x'), many]), FACTS)).toThrow(/pack it anew/);
  });

  it('may have no longer a dictionary than tools make, which counts again for each of them', () => {
    const long = note(Buffer.alloc(LIMITS.dictionaryBytes + 1, 'The ferry '), '5d2a4d18');
    expect(() => unpack(Buffer.concat([long, frame('x')]), FACTS)).toThrow(/dictionary/);
    const packed = note(frame(Buffer.alloc(LIMITS.dictionaryBytes + 1)), '5d2a4d18');
    expect(() => unpack(Buffer.concat([packed, frame('x')]), FACTS)).toThrow(
      expect.objectContaining({ code: 'document.too-large', message: expect.stringContaining('dictionary') }),
    );
    const cut = note(dictionary, '5d2a4d18').subarray(0, 20);
    expect(() => unpack(cut, FACTS)).toThrow(expect.objectContaining({ code: 'document.truncated' }));
  });

  it('gives what stands before the place where it was cut off, and says so', () => {
    const packed = Buffer.concat(paragraphs.map((text) => frame(text)));
    const { text, isCut } = openDocument(packed.subarray(0, -20), FACTS);
    expect([text.startsWith(paragraphs.slice(0, -1).join('')), whole.startsWith(text), isCut]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('is a container of all records that stand in them', () => {
    const names = (bytes: Uint8Array) => openContainer(bytes, FACTS)?.members.map(({ name }) => name);
    const perLine = Buffer.concat(lines.map((line) => frame(line)));
    expect(names(perLine)).toEqual(names(zlib.gzipSync(lines.join(''))));
    expect(names(perLine)).toHaveLength(3);
    const perRecord = Buffer.concat(warcRecords(pages).map((record) => frame(record)));
    expect(names(perRecord)).toEqual(names(zlib.gzipSync(aWarc(pages))));
    expect(names(perRecord)).toHaveLength(2);
  });
});
