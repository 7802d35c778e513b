/**
 * Where a page ended, as text that only its own list can read. In: a place and the name of the list. Out: a cursor, and back.
 * Promise: what no page of that list gave is refused by name, never taken for another place.
 */
import { z } from 'zod';
import { CursorError } from '../core/change-log.ts';
import { shortHash } from '../core/short-hash.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';

const Cursor = z.tuple([z.string(), z.string()]);
/** Enough of a hash to tell two lists of one user apart. */
const LIST_CHARS = 8;

const listName = (list: string) => shortHash(list).slice(0, LIST_CHARS);

export function cursorOf(list: string, place: string): string {
  return Buffer.from(JSON.stringify([listName(list), place]), 'utf8').toString('base64url');
}

export function placeOf(list: string, cursor: string): string {
  const [of, place] = read(cursor);
  if (of !== listName(list)) throw new CursorError('The cursor belongs to another list.');
  return place;
}

function read(cursor: string): z.infer<typeof Cursor> {
  if (cursor.length > STORE_LIMITS.cursorChars) throw new CursorError('The cursor is not one that this list gave.');
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new CursorError('The cursor is not one that this list gave.', { cause });
  }
}
