/**
 * WARC crawls, plain and packed record by record. Promise: a record is found from the middle by its own mark; a packed one only counts
 * when it unpacks to one. In a plain crawl, stored text that looks like a record is taken for one.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { type InflatedFront, inflatedFront } from '../inflated-front.ts';
import { gzipHeader } from './gzip-header.ts';
import { type LongFormat, readWindow, type Step } from './long-format.ts';
import type { Member } from './member.ts';
import { isRecord, pageOf, recordAt } from './warc-record.ts';

const NAME = 'a WARC crawl';
/** A record begins behind the two line ends of the one before. */
const LINE_ENDS = Buffer.from('\r\n\r\nWARC/');
const BETWEEN = 4;
/** Check sum and length behind what is packed. */
const TRAILER = 8;
/** A page, and what the crawler notes of it. */
const RECORD_BYTES = LIMITS.inflatedBytes + 256 * 1024;

export const PLAIN_WARC: LongFormat = {
  id: 'warc',
  name: NAME,
  before: BETWEEN,
  first(bytes, at, base) {
    if (at + base === 0 && isRecord(bytes, at)) return at;
    const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(
      LINE_ENDS,
      Math.max(0, at - BETWEEN),
    );
    return found < 0 ? null : found + BETWEEN;
  },
  next: (bytes, at, base) => plainStep(bytes, at, `@${base + at}`),
};

function plainStep(bytes: Uint8Array, at: number, name: string): Step {
  if (!isRecord(bytes, at)) return { kind: 'bad', why: damaged() };
  const record = recordAt(bytes, at);
  if (record === 'cut') return { kind: 'cut' };
  if (record === 'bad') return { kind: 'bad', why: damaged() };
  const page = pageOf(record, name);
  return { kind: 'read', members: page === null ? [] : [page], end: record.end };
}

export const PACKED_WARC: LongFormat = {
  id: 'warc-gz',
  name: `${NAME}, packed`,
  before: 0,
  first(bytes, from) {
    for (let at = bytes.indexOf(0x1f, Math.max(0, from)); at >= 0; at = bytes.indexOf(0x1f, at + 1))
      if (gzipHeader(bytes, at) !== null && beginsRecord(bytes, at)) return at;
    return null;
  },
  next(bytes, at, base) {
    const header = gzipHeader(bytes, at);
    if (header === null) return bytes.length - at < TRAILER ? { kind: 'cut' } : { kind: 'bad', why: damaged() };
    const packed = bytes.subarray(at + header);
    const found = inflated(packed);
    if (!('bytes' in found)) return found;
    const end = at + header + found.used + TRAILER;
    if (end > bytes.length) return { kind: 'cut' };
    const stated = new DataView(bytes.buffer, bytes.byteOffset + end - TRAILER, 4).getUint32(0, true);
    if (crc32(found.bytes) !== stated) return { kind: 'bad', why: damaged() };
    return { kind: 'read', members: pagesIn(found.bytes, `@${base + at}`), end };
  },
};

/** Some tools pack several records together. One that is damaged is named, and those behind it are looked for. */
export function pagesIn(bytes: Uint8Array, name: string): readonly Member[] {
  const stretch = { bytes, base: 0, isEnd: true };
  const { placed } = readWindow(PLAIN_WARC, stretch, 0, bytes.length, LIMITS.containerMembers);
  return placed.map(({ start, member }) => ({ ...member, name: start === 0 ? name : `${name}+${start}` }));
}

/** Enough is unpacked to see how it begins. */
function beginsRecord(bytes: Uint8Array, at: number): boolean {
  const header = gzipHeader(bytes, at) ?? 0;
  try {
    const options = { finishFlush: 2, maxOutputLength: RECORD_BYTES };
    return isRecord(inflateRawSync(bytes.subarray(at + header, at + header + 512), options), 0);
  } catch {
    return false;
  }
}

function inflated(packed: Uint8Array): InflatedFront | Step {
  try {
    return inflatedFront(packed, RECORD_BYTES);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'Z_BUF_ERROR') return { kind: 'cut' };
    if (code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'bad', why: tooMuch() };
    if (code.startsWith('Z_')) return { kind: 'bad', why: damaged() };
    throw error;
  }
}

function damaged(): Rejection {
  return new Rejection(
    'document.damaged',
    'This part of the WARC crawl is damaged: what can be read before and behind it is read.',
  );
}

function tooMuch(): Rejection {
  const most = LIMITS.inflatedBytes / 1024 / 1024;
  return new Rejection(
    'document.inflates-too-large',
    `This record of the WARC crawl unpacks to more than ${most} MiB.`,
  );
}
