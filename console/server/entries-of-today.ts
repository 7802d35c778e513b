/**
 * Refused and removed files that still count. In: entries of a list of states. Out: how many of them are files of today. Promise: members of
 * earlier contents of a container are left out, as in the list; each row is read once, and from then on only the rows of containers.
 */
import { containerOf, isLeft } from '../../shared/core/container-members.ts';
import { inChunks } from '../../shared/core/in-chunks.ts';
import type { Item } from '../../shared/core/item.ts';
import { objectKey } from '../../shared/core/keys.ts';
import type { FeedEntry } from '../../shared/pipeline/ports.ts';
import type { QueryPorts } from '../../shared/pipeline/query.ts';

/** Rows asked for at a time: one request for DynamoDB. */
const ROWS_AT_ONCE = 100;
/** Entries remembered, some 300 bytes each; beyond them rows are read again. */
const MOST_KEPT = 100_000;

/** What says whether a member counts: an entry's place names the very change that its row is of. */
interface Member {
  readonly containerId: string;
  readonly revision: string;
}

/** Null: a file of its own, or a row that has gone on to another state. */
type Known = Map<string, Member | null>;

export interface EntriesOfToday {
  among(entries: readonly FeedEntry[]): Promise<number>;
}

export function openEntriesOfToday({ feeds }: Pick<QueryPorts, 'feeds'>): EntriesOfToday {
  const known: Known = new Map();
  return {
    async among(entries) {
      if (known.size > MOST_KEPT) known.clear();
      const fresh = entries.filter(({ feedSk }) => !known.has(feedSk));
      const rows = new Map((await rowsOf(fresh, feeds)).map((row) => [row.pk, row]));
      for (const { key, feedSk } of fresh) known.set(feedSk, memberOf(rows.get(key.pk) ?? null));
      const members = entries.flatMap(({ feedSk }) => known.get(feedSk) ?? []);
      const keys = [...new Set(members.map(({ containerId }) => containerId))].map((id) => ({ key: objectKey(id) }));
      const containers = new Map((await rowsOf(keys, feeds)).map((row) => [row['objectId'], row]));
      return entries.length - members.filter((member) => isOfEarlier(member, containers)).length;
    },
  };
}

function memberOf(row: Item | null): Member | null {
  const containerId = row === null ? null : containerOf(row);
  const revision = row?.['revision'];
  return containerId === null || typeof revision !== 'string' ? null : { containerId, revision };
}

function isOfEarlier({ containerId, revision }: Member, containers: ReadonlyMap<unknown, Item>): boolean {
  return isLeft({ pk: '', sk: '', revision }, containers.get(containerId) ?? null);
}

async function rowsOf(
  entries: readonly Pick<FeedEntry, 'key'>[],
  feeds: QueryPorts['feeds'],
): Promise<readonly Item[]> {
  const pages = inChunks(entries, ROWS_AT_ONCE).map((some) => feeds.getMany(some.map(({ key }) => key)));
  return (await Promise.all(pages)).flat();
}
