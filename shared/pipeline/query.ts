/**
 * What people ask of the store. In: an id, a key, or a page request. Out: records joined with what was derived of them.
 * Promise: no scan; a record is complete or the read fails.
 */

import { objectName, refsNamed } from '../core/container-keys.ts';
import { containerOf, isLeft } from '../core/container-members.ts';
import { type DayRange, EVER } from '../core/day-range.ts';
import { Head, type LiveHead } from '../core/head.ts';
import type { Item } from '../core/item.ts';
import { DAY_PREFIX, headKey, objectIdOf, objectKey, stateEntry } from '../core/keys.ts';
import { type ContainerRow, ObjectRow, type RejectedRow, type SidecarRow } from '../core/object-row.ts';
import type { ArticleRecord } from '../core/record.ts';
import { downAs } from '../core/taken-row.ts';
import { feedPage, type PageRequest } from './feed-page.ts';
import { joinAll } from './join-heads.ts';
import { fetchRecord } from './place-record.ts';
import type { Bodies, Feeds, Table } from './ports.ts';
import { type ContainerObject, containerObject } from './query-container.ts';
import { type SidecarObject, sidecarObject } from './query-sidecar.ts';
import { type TakenDownObject, takenDownObject } from './query-take-downs.ts';
import { withoutUnseen } from './unseen.ts';

export interface QueryPorts {
  readonly table: Pick<Table, 'get' | 'query'>;
  readonly feeds: Feeds;
  readonly bodies: Pick<Bodies, 'get'>;
  /** ISO 8601 instant: others ask, who are told only of what may be shown then; not given: its owner, who is told all. */
  readonly shownAt?: string;
}

/** Exactly one state for every file that anybody dropped. */
export type ObjectState =
  | { readonly state: 'stored'; readonly record: ArticleRecord }
  | ContainerObject
  | SidecarObject
  | { readonly state: 'rejected'; readonly rejection: RejectedObject }
  | RemovedObject
  | TakenDownObject;

export interface RemovedObject {
  readonly state: 'removed';
  readonly key: string;
  readonly at: string;
}

export type RejectedObject = Pick<
  RejectedRow,
  'bucket' | 'key' | 'member' | 'versionId' | 'changedAt' | 'code' | 'message'
>;

export interface Page<T> {
  readonly items: readonly T[];
  /** For the next, older page; null: there is none. */
  readonly cursor: string | null;
}

/** Null when no article of that id has ever been there, or none of its objects is any more. */
export async function findArticle(articleId: string, ports: QueryPorts): Promise<ArticleRecord | null> {
  const head = await ports.table.get(headKey(articleId));
  const live = await leadingHead(head === null ? null : Head.parse(head), ports.table);
  if (live === null) return null;
  const [record] = await joinAll([live], ports);
  return record ?? null;
}

/** An id by which the article went before something beside its file said who it is leads to what it is now. */
async function leadingHead(head: Head | null, table: Pick<Table, 'get'>): Promise<LiveHead | null> {
  if (head === null || head.live) return head;
  const item = head.leadsTo === undefined ? null : await table.get(headKey(head.leadsTo));
  const next = item === null ? null : Head.parse(item);
  return next?.live === true ? next : null;
}

/** Those that are there, in the order asked for; at most a hundred at a time. */
export async function findArticles(
  articleIds: readonly string[],
  ports: QueryPorts,
): Promise<readonly ArticleRecord[]> {
  const heads = (await ports.feeds.getMany(articleIds.map(headKey))).map((item) => Head.parse(item));
  return joinAll(
    heads.filter((head): head is LiveHead => head.live),
    ports,
  );
}

/** What became of a file, by its key in the bucket, or of a member of one: `key#member`. Null when nothing is known of it (yet). */
export async function findObject(name: string, ports: QueryPorts): Promise<ObjectState | null> {
  for (const ref of refsNamed(name)) {
    const item = await ports.table.get(objectKey(objectIdOf(ref)));
    if (item !== null) return stateOf(item, ports);
  }
  return null;
}

async function stateOf(item: Item, ports: QueryPorts): Promise<ObjectState | null> {
  const row = ObjectRow.parse(item);
  const container = row.member === null ? null : await ports.table.get(objectKey(containerOf(item) ?? ''));
  if (row.member !== null && isLeft(item, container)) {
    const at = container === null ? row.changedAt : ObjectRow.parse(container).changedAt;
    if ((await withoutUnseen([item], ports)).length === 0) return null;
    return { state: 'removed', key: objectName(row), at };
  }
  const isThere = row.state === 'stored' || row.state === 'container';
  if (!isThere && (await withoutUnseen([item], ports)).length === 0) return null;
  const takenDown = await takenDownObject(item, ports.table);
  if (takenDown !== null) return takenDown;
  if (row.state === 'rejected') return { state: row.state, rejection: rejectedObject(row) };
  if (row.state === 'removed') return { state: row.state, key: row.key, at: row.changedAt };
  if (row.state === 'container') return containerObject(row, ports);
  if (row.state === 'sidecar') return sidecarObject(row, ports.table);
  // What is held back is about to be emptied.
  if (row.state === 'taken-down') return null;
  // Until the stream's function has run there is no head to join: the record alone is already true.
  const record = (await findArticle(row.articleId, ports)) ?? (await fetchRecord(row, ports.bodies));
  return { state: row.state, record };
}

/** Articles by sort date, newest first. */
export async function listArticles(request: PageRequest, ports: QueryPorts): Promise<Page<ArticleRecord>> {
  const { entries, cursor } = await feedPage(DAY_PREFIX, request, ports);
  const items = await ports.feeds.getMany(entries.map((entry) => entry.key));
  const heads = items.map((item) => Head.parse(item)).filter((head): head is LiveHead => head.live);
  return { items: await joinAll(heads, ports), cursor };
}

/** Refused files, latest first. Days are those of the refusal. */
export async function listRejected(
  request: PageRequest,
  ports: QueryPorts,
  range: DayRange = EVER,
): Promise<Page<RejectedObject>> {
  const { rows, cursor } = await rowsOfState('rejected', request, ports, range);
  const rejected = rows.filter((row): row is RejectedRow => row.state === 'rejected');
  return { items: rejected.map(rejectedObject), cursor };
}

/** Files that are no longer in the bucket, latest first. Days are those of the removal. */
export async function listRemoved(
  request: PageRequest,
  ports: QueryPorts,
  range: DayRange = EVER,
): Promise<Page<RemovedObject>> {
  const { rows, cursor } = await rowsOfState('removed', request, ports, range);
  const removed = rows.filter(({ state }) => state === 'removed');
  return { items: removed.map(({ key, changedAt }) => ({ state: 'removed', key, at: changedAt })), cursor };
}

/** Files that hold several articles, latest first, with what became of their members; `copies` are not counted here. */
export async function listContainers(request: PageRequest, ports: QueryPorts): Promise<Page<ContainerObject>> {
  const { rows, cursor } = await rowsOfState('container', request, ports, EVER);
  const containers = rows.filter((row): row is ContainerRow => row.state === 'container');
  return { items: await Promise.all(containers.map((row) => containerObject(row, ports, false))), cursor };
}

/** Files of metadata, latest first, with what became of the files that they tell of. */
export async function listSidecars(
  request: PageRequest,
  ports: QueryPorts,
  range: DayRange = EVER,
): Promise<Page<SidecarObject>> {
  const { rows, cursor } = await rowsOfState('sidecar', request, ports, range);
  const sidecars = rows.filter((row): row is SidecarRow => row.state === 'sidecar');
  return { items: await Promise.all(sidecars.map((row) => sidecarObject(row, ports.table))), cursor };
}

/** The index may lag behind: a file that has been mended since, or came back, has another state by now. */
async function rowsOfState(state: string, request: PageRequest, ports: QueryPorts, range: DayRange) {
  const { entries, cursor } = await feedPage(stateEntry(state, ''), request, ports, range);
  const items = await ports.feeds.getMany(entries.map((entry) => entry.key));
  // What was taken down and purged is removed too, but is listed as what it is.
  const own = items.filter((item) => downAs(item) === null);
  const current = await withoutLeft(own, ports.feeds);
  const known = await withoutUnseen(current, ports);
  return { rows: known.map((item) => ObjectRow.parse(item)), cursor };
}

/** Members of earlier contents of a container are no files of today. */
async function withoutLeft(rows: readonly Item[], feeds: QueryPorts['feeds']): Promise<readonly Item[]> {
  const ids = new Set(rows.flatMap((row) => containerOf(row) ?? []));
  if (ids.size === 0) return rows;
  const containers = new Map((await feeds.getMany([...ids].map(objectKey))).map((item) => [item['objectId'], item]));
  return rows.filter((row) => {
    const id = containerOf(row);
    return id === null || !isLeft(row, containers.get(id) ?? null);
  });
}

function rejectedObject(row: RejectedRow): RejectedObject {
  const { bucket, key, member, versionId, changedAt, code, message } = row;
  return { bucket, key, member, versionId, changedAt, code, message };
}
