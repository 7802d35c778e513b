/**
 * What became of a container. In: its row. Out: how many members it holds, and how many of them are in which state. Promise: each figure
 * is a function of the members' rows, and together they are what was found.
 */

import { ENTRY_PREFIX, FOUND_PREFIX, INSIDE_PREFIX, membersPk, TALLY_PREFIX } from '../core/container-keys.ts';
import { MemberEntry, MemberTally } from '../core/container-members.ts';
import { sequencerOf } from '../core/history.ts';
import { inChunks } from '../core/in-chunks.ts';
import type { Item } from '../core/item.ts';
import { headKey, nodeKey, objectKey } from '../core/keys.ts';
import type { ContainerRow } from '../core/object-row.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { textNode } from '../core/text-node.ts';
import type { Feeds, Table } from './ports.ts';
import { readPartition } from './read-partition.ts';

export interface ContainerObject {
  readonly state: 'container';
  readonly key: string;
  /** When S3 recorded the change that it is of, ISO 8601 instant. */
  readonly at: string;
  /** As a person calls it. */
  readonly format: string;
  readonly bytes: number;
  /** Members, as far as they are counted: `uncounted` windows of its bytes were not read yet. */
  readonly found: number;
  readonly uncounted: number;
  readonly stored: number;
  /** Of those stored: how many say what another article said before; null for a container of more members than are compared. */
  readonly copies: number | null;
  readonly rejected: number;
  readonly takenDown: number;
  /** Not worked off yet, or given up. */
  readonly pending: number;
}

export interface ContainerPorts {
  readonly table: Pick<Table, 'get' | 'query'>;
  readonly feeds: Pick<Feeds, 'getMany'>;
}

/** `copies`: whether they are asked for. */
export async function containerObject(
  row: ContainerRow,
  ports: ContainerPorts,
  asksCopies = true,
): Promise<ContainerObject> {
  const { key, changedAt, format, bytes, objectId, revision, windows } = row;
  const sequencer = sequencerOf(revision);
  const tallies = await readPartition(ports.table, membersPk(objectId), TALLY_PREFIX);
  const counts = tallies.map((item) => MemberTally.parse(item).counts[sequencer] ?? {});
  const of = (state: string) => counts.reduce((sum, count) => sum + (count[state] ?? 0), 0);
  const counted = row.found === null ? await countsUnder(FOUND_PREFIX, objectId, sequencer, ports.table) : [];
  const inside = await countsUnder(INSIDE_PREFIX, objectId, sequencer, ports.table);
  const found = (row.found ?? sumOf(counted)) + sumOf(inside);
  const [stored, rejected, takenDown] = [of('stored'), of('rejected'), of('taken-down')];
  const isFew = asksCopies && stored <= STORE_LIMITS.comparedMembers;
  const copies = isFew ? await copiesIn(objectId, sequencer, ports) : null;
  return {
    ...{ state: 'container' as const, key, at: changedAt, format, bytes, found, uncounted: windows - counted.length },
    ...{ stored, copies, rejected, takenDown, pending: Math.max(0, found - stored - rejected - takenDown) },
  };
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** Of windows, or of files in an archive. */
async function countsUnder(
  prefix: string,
  containerId: string,
  sequencer: string,
  table: Pick<Table, 'query'>,
): Promise<readonly number[]> {
  const items = await readPartition(table, objectKey(containerId).pk, `${prefix}${sequencer}#`);
  return items.map(({ found }) => (typeof found === 'number' ? found : 0));
}

/** Members, in the order of their places in the list; those of earlier contents are left out. Page by page: there may be any number. */
export async function* membersOf(
  containerId: string,
  sequencer: string,
  table: Pick<Table, 'query'>,
): AsyncGenerator<MemberEntry> {
  const limit = STORE_LIMITS.pageItems;
  for (let after: string | null = null; ; ) {
    const list = { pk: membersPk(containerId), prefix: ENTRY_PREFIX, after, newestFirst: false, limit };
    const page: readonly Item[] = await table.query(list);
    for (const entry of page.map((item) => MemberEntry.parse(item))) if (entry.sequencer === sequencer) yield entry;
    if (page.length < limit) return;
    after = page.at(-1)?.sk ?? after;
  }
}

/** Whether an article is a copy depends on all others, so it is asked when it is shown, as for a single record. */
async function copiesIn(containerId: string, sequencer: string, { table, feeds }: ContainerPorts): Promise<number> {
  const ids: string[] = [];
  for await (const { state, articleId } of membersOf(containerId, sequencer, table))
    if (state === 'stored' && articleId !== null) ids.push(articleId);
  const heads = await getAll([...new Set(ids)].map(headKey), feeds);
  const texts = new Map(heads.map(({ articleId, text }) => [String(articleId), String(text)]));
  const nodes = await getAll([...new Set(texts.values())].map(nodeKey), feeds);
  const firsts = new Map(nodes.map((item) => firstOf(item)));
  const repeated = ids.length - new Set(ids).size;
  const isCopy = (id: string) => {
    const first = firsts.get(texts.get(id) ?? '') ?? null;
    return first !== null && first !== id;
  };
  return repeated + [...new Set(ids)].filter(isCopy).length;
}

function firstOf(item: Parameters<typeof textNode>[0]): readonly [string, string | null] {
  const node = textNode(item);
  if (node === null) return ['', null];
  return [node.textId, node.tally.first?.id ?? node.tally.shown[0]?.articleId ?? null];
}

async function getAll(keys: Parameters<Feeds['getMany']>[0], feeds: ContainerPorts['feeds']) {
  const pages = inChunks(keys, STORE_LIMITS.listItems).map((some) => feeds.getMany(some));
  return (await Promise.all(pages)).flat();
}
