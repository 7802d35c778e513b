/** What was decided about an article, as its tombstones tell it. In: its id. Out: the decision; null when none stands. Promise: nothing is written. */
import { tombstoneKey } from '../core/operating-keys.ts';
import { tombstone } from '../core/tombstone.ts';
import type { Table } from './ports.ts';
import type { DecidedText, Decision } from './take-down.ts';

export async function standingDecision(articleId: string, table: Pick<Table, 'get'>): Promise<Decision | null> {
  const own = tombstone(await table.get(tombstoneKey(articleId)));
  if (own === null || own.lifted !== null) return null;
  const texts: DecidedText[] = [];
  for (const textId of own.texts) {
    const stone = tombstone(await table.get(tombstoneKey(textId)));
    // One that was never written holds nothing; nor does one that was taken back for the sake of another article.
    if (stone?.lifted === null) texts.push({ textId, articles: stone.articles, spares: stone.spares });
  }
  return { articleId, at: own.at, reason: own.reason, texts };
}
