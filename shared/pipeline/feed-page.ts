/**
 * Newest first, across days. In: which part of the directory, a limit, a cursor. Out: one page of keys and where the next begins.
 * Promise: no scan and no offset; a cursor is good for its own list only.
 */
import { CursorError } from '../core/change-log.ts';
import { type DayRange, EVER, isWithin } from '../core/day-range.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { dayWalk, type FeedPorts } from './day-walk.ts';
import type { FeedEntry } from './ports.ts';

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

export async function feedPage(
  prefix: string,
  request: PageRequest,
  ports: FeedPorts,
  range: DayRange = EVER,
): Promise<FeedPage> {
  const list = `${prefix} ${range.from} ${range.to}`;
  const start = startOf(request, list, range);
  const { entries, below } = await dayWalk(prefix, range, { below: start, fewest: 1 }, ports).next(limitOf(request));
  return { entries, cursor: below === null ? null : cursorOf(list, below) };
}

export function limitOf({ limit }: Pick<PageRequest, 'limit'>): number {
  return Math.min(Math.max(1, limit), STORE_LIMITS.listItems);
}

/** Throws for a place that no page of the list can have ended in. */
export function startOf({ cursor }: Pick<PageRequest, 'cursor'>, list: string, range: DayRange): string | null {
  const place = cursor === null ? null : placeOf(list, cursor);
  const isPlace = place === null || (/^\d{4}-\d{2}-\d{2}/.test(place) && isWithin(place, range));
  if (!isPlace) throw new CursorError('The cursor is not one that this list gave.');
  return place;
}
