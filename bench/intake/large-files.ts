/** Containers of any length, written piece by piece. In: a path, which kind, how many mebibytes. Out: that file. Promise: texts of our own between bytes that no compression makes shorter. */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { aTar, aZip, warcRecords } from '../../shared/testing/archives.ts';
import { syntheticPage } from './synthetic-page.ts';

/** `crawl.gz`: as crawlers write it, each record packed alone; `warc.gz`: packed at once. */
export const KINDS = ['zip', 'tar.gz', 'tar.zst', 'jsonl.gz', 'jsonl.br', 'warc.gz', 'crawl.gz'] as const;
export type Kind = (typeof KINDS)[number];

/** What stands beside each text, as a picture would. */
const BESIDE_BYTES = 96 * 1024;
/** A crawl of 1 GiB has 50,000 of them. */
const CRAWLED_BYTES = 20 * 1024;
/** The two blocks of zeros at the end of a tar. */
const TAR_END = 1_024;

/** Gives how many texts are in it. */
export async function writeLarge(path: string, kind: Kind, mib: number): Promise<number> {
  const texts = Math.ceil((mib * 1024 * 1024) / (kind === 'crawl.gz' ? CRAWLED_BYTES : BESIDE_BYTES));
  if (kind === 'zip') await pipeline(Readable.from(zipPieces(texts)), createWriteStream(path));
  else if (kind === 'crawl.gz') await pipeline(Readable.from(crawlPieces(texts)), createWriteStream(path));
  else await pipeline(Readable.from(pieces(kind, texts)), packer(kind), createWriteStream(path));
  return texts;
}

type Packed = Exclude<Kind, 'zip' | 'crawl.gz'>;

function packer(kind: Packed) {
  if (kind.endsWith('.gz')) return zlib.createGzip({ level: 1 });
  if (kind === 'tar.zst') return zlib.createZstdCompress();
  return zlib.createBrotliCompress({ params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } });
}

function* pieces(kind: Packed, texts: number): Generator<Uint8Array> {
  for (let at = 0; at < texts; at += 1) {
    const noise = randomBytes(BESIDE_BYTES);
    if (kind.startsWith('tar'))
      yield aTar([
        { name: `${at}.html`, content: syntheticPage(at) },
        { name: `${at}.jpg`, content: noise },
      ]).subarray(0, -TAR_END);
    else if (kind.startsWith('jsonl')) yield Buffer.from(`${recordOf(at, noise)}\n`);
    else {
      const facts = { url: `https://large.example/${at}`, date: '2026-01-01T00:00:00Z' };
      const picture = { ...facts, contentType: 'image/jpeg', html: noise };
      yield Buffer.concat(warcRecords([{ ...facts, html: syntheticPage(at) }, picture]).slice(1));
    }
  }
  if (kind.startsWith('tar')) yield Buffer.alloc(TAR_END);
}

function recordOf(at: number, noise: Buffer): string {
  const paragraphs = [...syntheticPage(at).matchAll(/<p>([^<]+)<\/p>/g)].map(([, text]) => text);
  const text = paragraphs.join('\n\n');
  return JSON.stringify({
    title: `Page ${at}`,
    text,
    url: `https://large.example/${at}`,
    pad: noise.toString('base64'),
  });
}

function* crawlPieces(texts: number): Generator<Uint8Array> {
  for (let at = 0; at < texts; at += 1) {
    const facts = { url: `https://large.example/${at}`, date: '2026-01-01T00:00:00Z' };
    const html = syntheticPage(at).replace('</body>', `<!-- ${randomBytes(CRAWLED_BYTES).toString('base64')} -->$&`);
    const records = warcRecords([{ ...facts, html }]).slice(1);
    yield Buffer.concat(records.map((record) => zlib.gzipSync(record, { level: 1 })));
  }
}

/** Zips of two files each, put together: local parts first, all directories behind them. */
function* zipPieces(texts: number): Generator<Uint8Array> {
  const directory: Buffer[] = [];
  let place = 0;
  for (let at = 0; at < texts; at += 1) {
    const files = [
      { name: `${at}.html`, content: syntheticPage(at) },
      { name: `${at}.jpg`, content: randomBytes(BESIDE_BYTES) },
    ];
    const own = Buffer.from(aZip(files));
    const from = own.readUInt32LE(own.length - 6);
    directory.push(shifted(own.subarray(from, own.length - 22), place));
    yield own.subarray(0, from);
    place += from;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(texts * 2, 8);
  end.writeUInt16LE(texts * 2, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(place, 16);
  yield Buffer.concat([listed, end]);
}

function shifted(entries: Buffer, place: number): Buffer {
  const moved = Buffer.from(entries);
  for (let at = 0; at < moved.length; at += 46 + moved.readUInt16LE(at + 28))
    moved.writeUInt32LE(moved.readUInt32LE(at + 42) + place, at + 42);
  return moved;
}
