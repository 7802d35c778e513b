/**
 * Files of articles that others never saw. In: rows of objects. Out: those of which others may know. Promise: one read for each article that a
 * row remembers; what never held an article may be known.
 */
import { LogNote } from '../core/change-log.ts';
import { articlesOf } from '../core/contribution.ts';
import { isHiddenAt } from '../core/hidden.ts';
import type { Item } from '../core/item.ts';
import { logNoteKey } from '../core/keys.ts';
import type { Feeds } from './ports.ts';

/** `shownAt`: ISO 8601 instant; not given: its owner asks, who may know all. */
export async function withoutUnseen(
  rows: readonly Item[],
  { feeds, shownAt }: { readonly feeds: Pick<Feeds, 'getMany'>; readonly shownAt?: string },
): Promise<readonly Item[]> {
  const ids = new Set(shownAt === undefined ? [] : rows.flatMap(articlesOf));
  if (shownAt === undefined || ids.size === 0) return rows;
  const notes = (await feeds.getMany([...ids].map(logNoteKey))).map((item) => LogNote.parse(item));
  const seen = new Set(
    notes.flatMap(({ articleId, unseenUntil = null }) => (isHiddenAt(unseenUntil, shownAt) ? [] : [articleId])),
  );
  return rows.filter((row) => {
    const own = articlesOf(row);
    return own.length === 0 || own.some((id) => seen.has(id));
  });
}
