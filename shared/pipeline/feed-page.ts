/**
 * Newest first, across days. In: which part of the directory, a limit, a cursor. Out: one page of keys and where the next begins.
 * Promise: no scan and no offset; what arrives between two pages neither repeats nor hides what was there.
 */
import { z } from 'zod';
import { DAY_PREFIX, DIRECTORY_PK, dayFeeds } from '../core/keys.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { compareText } from '../core/url.ts';
import type { FeedEntry, Feeds, Table } from './ports.ts';

export interface PageRequest {
  readonly limit: number;
  /** As a page before gave it; null: from the newest. */
  readonly cursor: string | null;
}

export interface FeedPage {
  readonly entries: readonly FeedEntry[];
  /** Null: nothing older. */
  readonly cursor: string | null;
}

export interface FeedPorts {
  readonly table: Pick<Table, 'query'>;
  readonly feeds: Feeds;
}

/** Where a page ended: in which directory entry, and below which sort key it goes on there. */
const Place = z.object({ entry: z.string(), before: z.string().nullable() });
type Place = z.infer<typeof Place>;

export async function feedPage(prefix: string, request: PageRequest, ports: FeedPorts): Promise<FeedPage> {
  const limit = Math.min(Math.max(1, request.limit), STORE_LIMITS.listItems);
  const start = request.cursor === null ? null : readCursor(request.cursor, prefix);
  const directory = await directoryFrom(prefix, start, ports.table);
  const entries: FeedEntry[] = [];
  for (const entry of directory) {
    const before = entry === start?.entry ? start.before : null;
    entries.push(...(await newestOf(entry, before, limit - entries.length, ports.feeds)));
    const last = entries.at(-1);
    if (last !== undefined && entries.length >= limit)
      return { entries, cursor: cursorOf({ entry, before: last.feedSk }) };
  }
  const oldest = directory.at(-1);
  const more = oldest !== undefined && directory.length === STORE_LIMITS.listDays;
  // Below the empty text there is nothing: the next page begins with the next entry.
  return { entries, cursor: more ? cursorOf({ entry: oldest, before: '' }) : null };
}

/** The cursor's own entry comes first again: it may not be finished. `~` sorts after every sort key's continuation. */
async function directoryFrom(
  prefix: string,
  start: Place | null,
  table: FeedPorts['table'],
): Promise<readonly string[]> {
  const after = start === null ? null : `${start.entry}~`;
  const query = { pk: DIRECTORY_PK, prefix, after, newestFirst: true, limit: STORE_LIMITS.listDays };
  return (await table.query(query)).map((item) => item.sk);
}

async function newestOf(
  entry: string,
  before: string | null,
  limit: number,
  feeds: Feeds,
): Promise<readonly FeedEntry[]> {
  if (before === '') return [];
  const partitions = entry.startsWith(DAY_PREFIX) ? dayFeeds(entry) : [entry];
  const pages = await Promise.all(partitions.map((feedPk) => feeds.feed({ feedPk, before, limit })));
  return pages
    .flat()
    .sort((a, b) => compareText(b.feedSk, a.feedSk))
    .slice(0, limit);
}

function cursorOf(place: Place): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

/** Throws for anything that no page gave. */
function readCursor(cursor: string, prefix: string): Place {
  try {
    const place = Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (place.entry.startsWith(prefix)) return place;
  } catch (cause) {
    throw new Error('The cursor is not one that this list gave.', { cause });
  }
  throw new Error('The cursor belongs to another list.');
}
