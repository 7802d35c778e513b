/**
 * A request in, an answer out: the whole API. Promise: reads only; every answer is JSON, a feed or a problem with a stable code;
 * nothing that may not be shown comes out; what fails inside is thrown to the caller's log and told as a problem without its words.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { CursorError } from '../core/change-log.ts';
import { rememberingHeads } from '../pipeline/remembered-heads.ts';
import type { ApiAnswer, ApiPorts, ApiRequest, Reply } from './exchange.ts';
import { FEED_TYPE } from './json-feed.ts';
import { acceptsGzip, formOf } from './negotiate.ts';
import { Problem, problemAnswer } from './problem.ts';
import { nameIn, type Route } from './route.ts';
import { ROUTES } from './routes.ts';

/** Told of what failed inside; the client is not. */
export type OnFailure = (error: unknown) => void;

/** Under this many bytes compression gains nothing. */
const GZIP_FROM = 1_024;
/** A function's answer has at most six million bytes, in base64 where it is compressed. */
const MOST_BYTES = 5_500_000;
const MOST_COMPRESSED = 4_000_000;

export async function answer(request: ApiRequest, ports: ApiPorts, onFailure: OnFailure): Promise<ApiAnswer> {
  const answered = await routed(request, ports).catch((error: unknown) => failed(error, onFailure));
  return request.method === 'HEAD' ? { ...answered, body: '' } : answered;
}

async function routed(request: ApiRequest, ports: ApiPorts): Promise<ApiAnswer> {
  const found = find(request.path);
  if (found === null) throw new Problem('no-such-route', 'The addresses are in /openapi.json.');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new Problem('method-not-allowed', 'The API only reads: ask with GET.', { allow: 'GET, HEAD' });
  const { route, name } = found;
  const format = new URLSearchParams(request.query).get('format');
  const form = formOf(format, request.headers['accept'], route.hasFeed === true);
  const reply = await route.reply(name, request, rememberingHeads(ports));
  return sent(reply, form, request);
}

function find(path: string): { readonly route: Route; readonly name: string } | null {
  for (const route of ROUTES) {
    const name = nameIn(route.path, path);
    if (name !== null) return { route, name };
  }
  return null;
}

function sent({ json, feed }: Reply, form: 'json' | 'feed', { headers }: ApiRequest): ApiAnswer {
  const isFeed = form === 'feed' && feed !== null;
  const text = JSON.stringify(isFeed ? feed : json);
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const common = { etag, 'cache-control': 'private, no-cache', vary: 'accept, accept-encoding' };
  if (isKnown(headers['if-none-match'], etag)) return { status: 304, headers: common, body: '' };
  const type = isFeed ? FEED_TYPE : 'application/json';
  return { status: 200, ...packed(text, acceptsGzip(headers['accept-encoding']), { ...common, 'content-type': type }) };
}

function isKnown(header: string | undefined, etag: string): boolean {
  const known = (header ?? '').split(',').map((one) => one.trim());
  return known.some((one) => one === '*' || bare(one) === bare(etag));
}

function bare(etag: string): string {
  return etag.replace(/^W\//, '');
}

function packed(text: string, canGzip: boolean, headers: Readonly<Record<string, string>>) {
  const bytes = Buffer.byteLength(text);
  if (canGzip && bytes >= GZIP_FROM) {
    const body = gzipSync(text);
    if (body.length <= MOST_COMPRESSED) return { headers: { ...headers, 'content-encoding': 'gzip' }, body };
  } else if (bytes <= MOST_BYTES) return { headers, body: text };
  throw new Problem('too-large', 'Ask for fewer at a time, or with Accept-Encoding: gzip.');
}

/** By name: the room knows no SDK. */
const BUSY: readonly string[] = [
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TimeoutError',
];

function failed(error: unknown, onFailure: OnFailure): ApiAnswer {
  if (error instanceof Problem) return problemAnswer(error);
  if (error instanceof CursorError) return problemAnswer(new Problem('no-such-page', error.message));
  onFailure(error);
  const isBusy = error instanceof Error && BUSY.includes(error.name);
  if (isBusy) return problemAnswer(new Problem('busy', 'Try again in a moment.', { 'retry-after': '1' }));
  return problemAnswer(new Problem('internal', 'Try again. If it stays, the log of the function Query says why.'));
}
