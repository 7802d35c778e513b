/**
 * The log of changes of content. In: heads. Out: entries in the order in which they were logged, cursors into them. Promise: a
 * cursor says exactly which entries were read, whatever is logged while it is held.
 */
import { Buffer } from 'node:buffer';
import { z } from 'zod';
import type { Head } from './head.ts';
import { ALWAYS, hiddenUntil, isHiddenAt } from './hidden.ts';
import { CHANGE_SHARDS } from './keys.ts';

/** What is to be said of an article: `gone` when none of its objects is there any more. */
export const ChangeKind = z.enum(['changed', 'gone']);

/** One entry. `gen` is the turn of the article's own note that it belongs to: together they are an entry's name. */
export const LoggedChange = z.object({
  articleId: z.string(),
  kind: ChangeKind,
  /** When it was logged, ISO 8601 instant by the clock of whoever did; for people, no order rests on it. */
  at: z.string(),
  gen: z.number(),
  /** Others have seen nothing of the article up to here; not there when they may have. */
  unseen: z.literal(true).exactOptional(),
});
export type LoggedChange = z.infer<typeof LoggedChange>;

/** What was last logged of an article, and where: written before the entry, so that a crash between the two is seen. */
export const LogNote = LoggedChange.extend({
  /** The turn of the article's head that is told of. */
  turn: z.number(),
  /** Place of the entry in its shard, from 1. */
  seq: z.number(),
  /** Until when others see nothing of the article, or `always`; not there once they may have. */
  unseenUntil: z.string().exactOptional(),
});
export type LogNote = z.infer<typeof LogNote>;

/** Null: others may have seen it by now. `note`: what was told before; null: nothing. */
export function unseenUntil(head: Head, note: Pick<LogNote, 'unseenUntil'> | null, now: string): string | null {
  const before = note === null ? ALWAYS : (note.unseenUntil ?? null);
  if (!isHiddenAt(before, now)) return null;
  const until = head.live ? hiddenUntil(head) : ALWAYS;
  return isHiddenAt(until, now) ? until : null;
}

/** How many entries of each shard have been read. */
export type Positions = readonly number[];

export const FROM_THE_START: Positions = Array.from({ length: CHANGE_SHARDS }, () => 0);

const Cursor = z.object({ changes: z.array(z.int().min(0)).length(CHANGE_SHARDS) });

export function cursorOf(positions: Positions): string {
  return Buffer.from(JSON.stringify({ changes: positions }), 'utf8').toString('base64url');
}

/** Throws `CursorError` for anything that `cursorOf` did not give. */
export function positionsOf(cursor: string): Positions {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))).changes;
  } catch (cause) {
    throw new CursorError('The cursor is not one that the change log gave.', { cause });
  }
}

export class CursorError extends Error {
  override readonly name = 'CursorError';
}
