/** What came in, and what became of it. In: the store. Out: lists, totals, one file's state. Promise: the lists of `wirefold list`; totals add up. */
import { objectName } from '../../shared/core/container-keys.ts';
import {
  findObject,
  listArticles,
  listContainers,
  listRejected,
  listRemoved,
  listSidecars,
  type QueryPorts,
} from '../../shared/pipeline/query.ts';
import { changesSince, cursorNow } from '../../shared/pipeline/query-changes.ts';
import type { ContainerObject } from '../../shared/pipeline/query-container.ts';
import type { SidecarObject } from '../../shared/pipeline/query-sidecar.ts';
import { listTakeDowns } from '../../shared/pipeline/query-take-downs.ts';
import type { Ledger } from './ledger.ts';
import { otherRow, storedRow } from './rows.ts';
import type { FileState, Listed, Totals } from './shapes.ts';
import type { StateCounts } from './state-counts.ts';

export const PAGE = 50;
/** Changes read in one look; the page only wants to know whether there are any. */
const CHANGES = 100;

/** `at`: now. */
export async function listFiles(state: string, cursor: string | null, query: QueryPorts, at: string): Promise<Listed> {
  const request = { limit: PAGE, cursor };
  if (state === 'rejected') {
    const page = await listRejected(request, query);
    const items = page.items.map(({ key, member, changedAt, code, message }) =>
      otherRow(objectName({ key, member }), changedAt, code, message),
    );
    return { ...page, items };
  }
  if (state === 'removed') {
    const page = await listRemoved(request, query);
    return { ...page, items: page.items.map((one) => otherRow(one.key, one.at, null, null)) };
  }
  if (state === 'container') {
    const page = await listContainers(request, query);
    return { ...page, items: page.items.map((one) => otherRow(one.key, one.at, null, membersInWords(one))) };
  }
  if (state === 'sidecar') {
    const page = await listSidecars(request, query);
    return { ...page, items: page.items.map((one) => otherRow(one.key, one.at, null, metadataInWords(one))) };
  }
  if (state === 'taken-down') {
    const page = await listTakeDowns(request, query);
    return { ...page, items: page.items.map((one) => otherRow(one.articleId, one.at, null, one.reason)) };
  }
  const page = await listArticles(request, query);
  return { ...page, items: page.items.map((record) => storedRow(record, at)) };
}

export async function totals(ledger: Ledger, counts: StateCounts): Promise<Totals> {
  const { heads, complete, cut } = await ledger.look();
  const stored = heads.reduce((sum, { objects }) => sum + objects, 0);
  const rejected = await counts.of('rejected');
  // What was taken down is so in a state of its own until it is purged, a member of a container for good.
  const removed = await counts.of('removed');
  const takenDown = await counts.of('taken-down');
  const containers = await counts.of('container');
  const sidecars = await counts.of('sidecar');
  return {
    ...{ stored, articles: heads.length, rejected: rejected.count },
    removed: removed.count + takenDown.count,
    ...{ containers: containers.count, sidecars: sidecars.count, complete },
    cut: cut || rejected.cut || removed.cut || takenDown.cut || containers.cut || sidecars.cut,
  };
}

export async function changes(cursor: string | null, query: QueryPorts) {
  if (cursor === null) return { cursor: await cursorNow(query), changed: false };
  const page = await changesSince(cursor, CHANGES, query);
  return { cursor: page.cursor, changed: page.changes.length > 0 };
}

export async function stateOf(key: string, query: QueryPorts): Promise<FileState> {
  const found = await findObject(key, query);
  if (found === null) return { state: 'waiting', id: null, code: null, message: null };
  if (found.state === 'stored') return { state: found.state, id: found.record.id, code: null, message: null };
  if (found.state === 'container') {
    const state = found.pending > 0 || found.uncounted > 0 ? 'unpacking' : 'container';
    return { state, id: null, code: null, message: membersInWords(found) };
  }
  if (found.state === 'sidecar') return { state: found.state, id: null, code: null, message: metadataInWords(found) };
  const { code = null, message = null } = found.state === 'rejected' ? found.rejection : {};
  return { state: found.state, id: null, code, message };
}

/** `metadata of incoming/a.html, which is stored with it` */
function metadataInWords({ file, fileState, gives }: SidecarObject): string {
  const use =
    fileState === 'stored' ? 'stored with it' : fileState === 'missing' ? 'not here yet' : `${fileState}: not used`;
  return `metadata (${gives.join(', ')}) of ${file}, which is ${use}`;
}

/** `a zip archive of 3: 2 stored, 1 refused` */
function membersInWords({ format, found, uncounted, stored, rejected, takenDown, pending }: ContainerObject): string {
  const parts = [
    `${stored} stored`,
    ...(rejected > 0 ? [`${rejected} refused`] : []),
    ...(takenDown > 0 ? [`${takenDown} taken down`] : []),
    ...(pending > 0 ? [`${pending} still to be read`] : []),
  ];
  return `${format} of ${found}${uncounted > 0 ? ' or more' : ''}: ${parts.join(', ')}`;
}
