/** One record of a WARC crawl in, the page that it holds out. Promise: only stored pages in HTML are members; requests, notes of the crawler and images are none. */
import { readInstant } from '../../metadata-hints.ts';
import { openDocument } from '../open.ts';
import { latin } from '../zip.ts';
import { endOfHeader, headerOf, httpResponse } from './http-response.ts';
import type { Member } from './member.ts';

export interface WarcRecord {
  readonly headers: ReadonlyMap<string, string>;
  readonly block: Uint8Array;
  /** Place behind the record and the blank lines that end it. */
  readonly end: number;
}

/** Headers of records have a few hundred bytes, and few have more than the first of these. */
const HEADER_BYTES = [1_024, 32 * 1024] as const;

export function isRecord(bytes: Uint8Array, at: number): boolean {
  return latin(bytes.subarray(at, at + 7)) === 'WARC/1.' || latin(bytes.subarray(at, at + 7)) === 'WARC/0.';
}

/** `cut`: the bytes end before the record does. `bad`: it states no length. */
export function recordAt(bytes: Uint8Array, at: number): WarcRecord | 'cut' | 'bad' {
  const { head, end, isCut } = headAt(bytes, at);
  if (end === null) return isCut ? 'cut' : 'bad';
  const headers = new Map(head.slice(0, end.at).split(/\r?\n/).map(headerOf));
  const stated = headers.get('content-length') ?? '';
  if (!/^\d{1,12}$/.test(stated)) return 'bad';
  const from = at + end.after;
  const until = from + Number(stated);
  if (until > bytes.length) return 'cut';
  return { headers, block: bytes.subarray(from, until), end: behindBlanks(bytes, until) };
}

function headAt(bytes: Uint8Array, at: number) {
  const [few, most] = HEADER_BYTES;
  const beginning = latin(bytes.subarray(at, at + few));
  const end = endOfHeader(beginning);
  if (end !== null) return { head: beginning, end, isCut: false };
  const head = latin(bytes.subarray(at, at + most));
  return { head, end: endOfHeader(head), isCut: head.length < most };
}

function behindBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && at < from + 4 && (bytes[at] === 0x0d || bytes[at] === 0x0a)) at += 1;
  return at;
}

/** Null for a record that holds no page. */
export function pageOf({ headers, block }: WarcRecord, name: string): Member | null {
  const type = headers.get('warc-type') ?? '';
  const response = type === 'response' ? httpResponse(block) : null;
  const contentType = type === 'resource' ? (headers.get('content-type') ?? '') : (response?.contentType ?? '');
  const isPage = type === 'resource' || response?.status === 200;
  if (!isPage || !/^\s{0,5}(?:text\/html|application\/xhtml\+xml)/i.test(contentType)) return null;
  const url = (headers.get('warc-target-uri') ?? '').replace(/^<(.{0,4096})>$/, '$1');
  const capturedAt = readInstant(headers.get('warc-date') ?? null);
  const facts = { contentType, contentEncoding: response?.contentEncoding ?? null, name: '' };
  // The crawler left off: at a length, a time, or a connection that broke.
  const isCut = (headers.get('warc-truncated') ?? '') !== '';
  return {
    name,
    hints: { ...(url === '' ? {} : { url }), ...(capturedAt === null ? {} : { capturedAt }) },
    open: () => {
      const document = openDocument(response?.body ?? block, facts);
      return isCut ? { ...document, isCut } : document;
    },
  };
}
