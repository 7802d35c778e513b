/**
 * What has changed since a cursor, or since a moment. In: where to begin, how many. Out: changes in the order in which they were
 * logged, and the cursor for the next call. Promise: whoever goes on from the cursor gets each change once, and misses none,
 * whatever is written meanwhile.
 */
import { cursorOf, FROM_THE_START, LoggedChange, type Positions, positionsOf } from '../core/change-log.ts';
import { CHANGE_SHARDS, changeSk, changesPk } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { compareText } from '../core/url.ts';
import type { Table } from './ports.ts';

export interface Change {
  readonly articleId: string;
  /** `gone`: none of its objects is there any more. */
  readonly kind: 'changed' | 'gone';
  /** When it was logged, ISO 8601 instant; of different clocks, so two changes may be told the other way round. */
  readonly at: string;
  /** Others have seen nothing of the article up to here; not there when they may have. */
  readonly unseen?: true;
}

export interface ChangesPage {
  readonly changes: readonly Change[];
  /** Always there: also after the last change there is a next one. */
  readonly cursor: string;
  /** False when nothing was left to read. */
  readonly more: boolean;
}

interface ChangePorts {
  readonly table: Pick<Table, 'get' | 'query'>;
}

const SHARDS = Array.from({ length: CHANGE_SHARDS }, (_, shard) => shard);

/** `cursor` null: from the first change on. Throws `CursorError` for a cursor that is none. One query for each of the shards. */
export async function changesSince(cursor: string | null, limit: number, ports: ChangePorts): Promise<ChangesPage> {
  const positions = cursor === null ? FROM_THE_START : positionsOf(cursor);
  const wanted = Math.min(Math.max(1, limit), STORE_LIMITS.listItems);
  const found = await Promise.all(SHARDS.map((shard) => after(shard, positions[shard] ?? 0, wanted, ports)));
  const merged = inTimeOrder(found).slice(0, wanted);
  const read = SHARDS.map((shard) => (positions[shard] ?? 0) + merged.filter((one) => one.shard === shard).length);
  return {
    changes: merged.map(({ change: { articleId, kind, at, unseen } }) => ({
      ...{ articleId, kind, at },
      ...(unseen === true ? { unseen } : {}),
    })),
    cursor: cursorOf(read),
    more: found.flat().length > merged.length || merged.length === wanted,
  };
}

interface Place {
  readonly shard: number;
  readonly change: LoggedChange;
}

async function after(shard: number, seq: number, limit: number, { table }: ChangePorts): Promise<readonly Place[]> {
  const query = { pk: changesPk(shard), prefix: '', after: changeSk(seq), newestFirst: false, limit };
  return (await table.query(query)).map((item) => ({ shard, change: LoggedChange.parse(item) }));
}

/** The next of each shard in turn, by time; a shard's own order is kept whatever its clocks say. */
function inTimeOrder(shards: readonly (readonly Place[])[]): readonly Place[] {
  const timed = shards.flatMap((places) => {
    let latest = '';
    return places.map((place) => {
      latest = compareText(place.change.at, latest) > 0 ? place.change.at : latest;
      return { place, latest };
    });
  });
  return timed
    .sort((a, b) => compareText(a.latest, b.latest) || a.place.shard - b.place.shard)
    .map(({ place }) => place);
}

/** Clocks of functions agree within this. */
const CLOCKS_MS = 60_000;

/** The cursor before all changes that were logged at this moment or later: some may be from a minute before. Some 30 reads a shard at most. */
export async function cursorAt(instant: string, ports: ChangePorts): Promise<string> {
  const from = new Date(Date.parse(instant) - CLOCKS_MS).toISOString();
  return cursorOf(await Promise.all(SHARDS.map((shard) => countBefore(shard, from, ports))));
}

/** The cursor behind all that has been logged so far. */
export async function cursorNow(ports: ChangePorts): Promise<string> {
  const lasts: Positions = await Promise.all(SHARDS.map((shard) => lastOf(shard, ports)));
  return cursorOf(lasts);
}

async function lastOf(shard: number, { table }: ChangePorts): Promise<number> {
  const [last] = await table.query({ pk: changesPk(shard), prefix: '', after: null, newestFirst: true, limit: 1 });
  return last === undefined ? 0 : Number(last.sk);
}

async function countBefore(shard: number, from: string, ports: ChangePorts): Promise<number> {
  let [before, notBefore] = [0, (await lastOf(shard, ports)) + 1];
  while (notBefore - before > 1) {
    const middle = Math.floor((before + notBefore) / 2);
    const item = await ports.table.get({ pk: changesPk(shard), sk: changeSk(middle) });
    if (item !== null && LoggedChange.parse(item).at < from) before = middle;
    else notBefore = middle;
  }
  return before;
}
