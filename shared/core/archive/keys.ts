/** Where the archive keeps in the table what it must remember. Promise: nothing of an article but its id and days. */
import type { Key } from '../item.ts';

const STATE_PK = 'archive#state';

/** The partitions in which an article has, or may have, a row. */
export function archivedKey(articleId: string): Key {
  return { pk: `archive#${articleId}`, sk: 'days' };
}

/** How far the change log is archived. */
export const CURSOR_KEY: Key = { pk: STATE_PK, sk: 'cursor' };

/** How far today's pass over small files is. */
export const COMPACTION_KEY: Key = { pk: STATE_PK, sk: 'compaction' };

/** Take-downs, by the instant at which they were asked for. */
export const PURGES_PK = 'archive#purges';

export function purgeKey(at: string, articleId: string): Key {
  return { pk: PURGES_PK, sk: `${at}#${articleId}` };
}
