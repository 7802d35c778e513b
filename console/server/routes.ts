/** What the page may ask. In: an address and the store. Out: JSON. Promise: only reads, through the use cases that the command line uses. */

import type { RemoteStore } from '../../shared/aws/store.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import {
  findArticle,
  findObject,
  listArticles,
  listRejected,
  listRemoved,
  type ObjectState,
  type QueryPorts,
} from '../../shared/pipeline/query.ts';
import { changesSince, cursorNow } from '../../shared/pipeline/query-changes.ts';
import { explain } from './explain.ts';
import type { Listed, Row } from './shapes.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
}

export type ConsoleStore = Pick<RemoteStore, 'objects' | 'upload'> & { readonly query: QueryPorts };

const PAGE = 50;
/** Changes read in one look; the page only wants to know whether there are any. */
const CHANGES = 100;

export function problem(status: number, message: string): Answer {
  return { status, type: 'application/json', body: JSON.stringify({ problem: message }) };
}

export async function answer(url: URL, store: ConsoleStore): Promise<Answer> {
  const ask = (name: string) => url.searchParams.get(name);
  switch (url.pathname) {
    case '/api/files':
      return json(await files(ask('state') ?? 'stored', ask('cursor'), store.query));
    case '/api/changes':
      return json(await changes(ask('cursor'), store.query));
    case '/api/file':
      return json(await stateOf(ask('key') ?? '', store.query));
    case '/api/article':
      return known(await findArticle(ask('id') ?? '', store.query));
    case '/api/explanation':
      return explanation(ask('id') ?? '', store);
    default:
      return problem(404, 'There is nothing at this address.');
  }
}

async function files(state: string, cursor: string | null, query: QueryPorts): Promise<Listed> {
  const request = { limit: PAGE, cursor };
  if (state === 'rejected') {
    const page = await listRejected(request, query);
    return {
      ...page,
      items: page.items.map(({ key, changedAt, code, message }) => refused(key, changedAt, code, message)),
    };
  }
  if (state === 'removed') {
    const page = await listRemoved(request, query);
    return { ...page, items: page.items.map(({ key, at }) => refused(key, at, null, null)) };
  }
  const page = await listArticles(request, query);
  return { ...page, items: page.items.map(stored) };
}

function stored({ id, headline, publisher, published, sortDate, copyOf, version, source }: ArticleRecord): Row {
  const when = { at: published.utc ?? published.local ?? sortDate.utc, dateStatus: published.status };
  const names = { headline, publisher: publisher?.name ?? null, key: source.key ?? '' };
  return { id, ...names, ...when, copy: copyOf?.relation ?? null, version, code: null, message: null };
}

function refused(key: string, at: string, code: string | null, message: string | null): Row {
  const none = { id: null, headline: null, publisher: null, dateStatus: null, copy: null, version: null };
  return { ...none, key, at, code, message };
}

async function changes(cursor: string | null, query: QueryPorts) {
  if (cursor === null) return { cursor: await cursorNow(query), changed: false };
  const page = await changesSince(cursor, CHANGES, query);
  return { cursor: page.cursor, changed: page.changes.length > 0 };
}

async function stateOf(key: string, query: QueryPorts) {
  const found = await findObject(key, query);
  return found === null ? { state: 'waiting', id: null, code: null, message: null } : told(found);
}

function told(found: ObjectState) {
  if (found.state === 'stored') return { state: found.state, id: found.record.id, code: null, message: null };
  const { code = null, message = null } = found.state === 'rejected' ? found.rejection : {};
  return { state: found.state, id: null, code, message };
}

/** The bytes of the very version that the record came from, read again by today's extractor. */
async function explanation(id: string, { query, objects }: ConsoleStore): Promise<Answer> {
  const record = await findArticle(id, query);
  const { bucket = null, key = null, member = null, versionId = null } = record?.source ?? {};
  if (bucket === null || key === null) return problem(404, 'There is no such article.');
  const object = await objects.read({ bucket, key, member }, versionId);
  if (object === null) return problem(410, 'The raw file is no longer in the bucket; the record stays.');
  const { bytes, contentType, contentEncoding } = object;
  const result = await explain({ bytes, contentType, contentEncoding, name: key, metadata: object.metadata });
  return typeof result === 'string' ? problem(422, result) : json(result);
}

function known(value: unknown): Answer {
  return value === null
    ? problem(404, 'There is no article of this id here; perhaps its file was removed.')
    : json(value);
}

function json(value: unknown): Answer {
  return { status: 200, type: 'application/json', body: JSON.stringify(value) };
}
