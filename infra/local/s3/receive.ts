/**
 * A request's body in, a verified blob and the facts said about it out. A body whose size or checksum is not what the
 * client claims is refused before anything names it.
 */
import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';
import type { Blob, Blobs } from './blobs.ts';
import { decodeChunks } from './chunked.ts';
import type { KeptHeaders, ObjectFacts } from './types.ts';

export interface Received {
  readonly blob: Blob;
  readonly facts: ObjectFacts;
}

const KEPT = ['content-type', 'content-language', 'content-disposition', 'cache-control', 'expires'];
const META = 'x-amz-meta-';
const CHECKSUM = 'x-amz-checksum-';
/** Headers of that prefix that name a method, not a value. */
const NO_VALUES = new Set(['x-amz-checksum-algorithm', 'x-amz-checksum-mode', 'x-amz-checksum-type']);

export async function receiveBody(request: IncomingMessage, blobs: Blobs): Promise<Received> {
  const trailers = new Map<string, string>();
  const blob = await blobs.write(isChunked(request) ? decodeChunks(request, trailers) : request);
  const claims = { ...checksumClaims(request), ...Object.fromEntries(trailers) };
  const wrong = whatIsWrong(request, blob, claims);
  if (wrong !== null) {
    await blobs.remove(blob.id);
    throw wrong;
  }
  const claimed = Object.fromEntries(Object.entries(claims).filter(([name]) => name.startsWith(CHECKSUM)));
  // S3 computes a checksum when the client sends none.
  const checksums =
    Object.keys(claimed).length > 0 ? claimed : { [`${CHECKSUM}crc32`]: blob.digests[`${CHECKSUM}crc32`] ?? '' };
  return { blob, facts: { headers: keptHeaders(request), metadata: metadataOf(request), checksums, tags: {} } };
}

function isChunked(request: IncomingMessage): boolean {
  const hash = request.headers['x-amz-content-sha256'];
  return codings(request).includes('aws-chunked') || (typeof hash === 'string' && hash.startsWith('STREAMING-'));
}

function whatIsWrong(request: IncomingMessage, blob: Blob, claims: Readonly<Record<string, string>>): ApiError | null {
  const said = request.headers['x-amz-decoded-content-length'];
  if (typeof said === 'string' && Number(said) !== blob.bytes) {
    return new ApiError('IncompleteBody', 400, `${said} bytes were promised, ${blob.bytes} came`);
  }
  const md5 = request.headers['content-md5'];
  if (typeof md5 === 'string' && md5 !== blob.md5.toString('base64')) {
    return new ApiError('BadDigest', 400, 'The Content-MD5 you specified did not match what we received.');
  }
  // CRC32C and CRC64NVME are kept and given back, and checked by the client that reads.
  const lie = Object.entries(claims).find(([name, value]) => name in blob.digests && blob.digests[name] !== value);
  if (lie === undefined) return null;
  return new ApiError('BadDigest', 400, `The ${lie[0].slice(CHECKSUM.length)} you specified did not match.`);
}

function checksumClaims(request: IncomingMessage): Readonly<Record<string, string>> {
  return pick(request, (name) => name.startsWith(CHECKSUM) && !NO_VALUES.has(name));
}

export function metadataOf(request: IncomingMessage): Readonly<Record<string, string>> {
  const found = Object.entries(pick(request, (name) => name.startsWith(META)));
  return Object.fromEntries(found.map(([name, value]) => [name.slice(META.length), value]));
}

export function keptHeaders(request: IncomingMessage): KeptHeaders {
  const kept = pick(request, (name) => KEPT.includes(name));
  // `aws-chunked` says how the bytes travelled, not what they are.
  const encoding = codings(request).filter((coding) => coding !== 'aws-chunked');
  const type = kept['content-type'] ?? 'binary/octet-stream';
  return { ...kept, 'content-type': type, ...(encoding.length > 0 ? { 'content-encoding': encoding.join(',') } : {}) };
}

function codings(request: IncomingMessage): readonly string[] {
  const header = request.headers['content-encoding'] ?? '';
  return header.split(',').flatMap((coding) => coding.trim() || []);
}

function pick(request: IncomingMessage, wanted: (name: string) => boolean): Readonly<Record<string, string>> {
  const found = Object.entries(request.headers).filter(([name]) => wanted(name));
  return Object.fromEntries(found.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
