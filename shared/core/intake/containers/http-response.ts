/** A stored HTTP response in; its status, its types and its body out. Promise: chunks are put together; what is no chunk is left as it is. */
import { latin } from '../zip.ts';

export interface HttpResponse {
  readonly status: number;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
  readonly body: Uint8Array;
}

/** Headers of real responses have a few kilobytes. */
const HEADER_BYTES = 64 * 1024;
/** Chunks of one body: servers send kilobytes at a time. */
const CHUNKS = 100_000;

/** Null for what is no response. */
export function httpResponse(block: Uint8Array): HttpResponse | null {
  const head = latin(block.subarray(0, HEADER_BYTES));
  const status = Number(/^HTTP\/\d(?:\.\d)? (\d{3})\b/.exec(head)?.[1] ?? 0);
  const end = endOfHeader(head);
  if (status === 0 || end === null) return null;
  const headers = new Map(head.slice(0, end.at).split(/\r?\n/).map(headerOf));
  const body = block.subarray(end.after);
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  return {
    status,
    contentType: headers.get('content-type') ?? null,
    contentEncoding: headers.get('content-encoding') ?? null,
    body: isChunked ? (unchunked(body) ?? body) : body,
  };
}

export function endOfHeader(head: string): { readonly at: number; readonly after: number } | null {
  const [crlf, lf] = [head.indexOf('\r\n\r\n'), head.indexOf('\n\n')];
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { at: crlf, after: crlf + 4 };
  return lf < 0 ? null : { at: lf, after: lf + 2 };
}

export function headerOf(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, Math.max(0, colon)).trim().toLowerCase(), line.slice(colon + 1).trim()];
}

/** Crawlers that took the chunks away may leave the header that speaks of them: then this is null. */
function unchunked(body: Uint8Array): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  for (let at = 0, count = 0; count < CHUNKS; count += 1) {
    const line = /^([0-9a-f]{1,8})[ \t]{0,8}(?:;[^\r\n]{0,200})?\r?\n/i.exec(latin(body.subarray(at, at + 300)));
    if (line === null) return null;
    const size = Number.parseInt(line[1] ?? '', 16);
    const from = at + line[0].length;
    if (size === 0) return Buffer.concat(pieces);
    pieces.push(body.subarray(from, from + size));
    // A body that was cut off is kept as far as it goes.
    if (from + size >= body.length) return Buffer.concat(pieces);
    at = from + size;
    at += body[at] === 0x0d ? 2 : 1;
  }
  return null;
}
