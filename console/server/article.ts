/** One article. In: its id. Out: its record, why others may not see it, and whose copy it is by name. Promise: one small read more than the record takes, and only for a copy. */
import { Head } from '../../shared/core/head.ts';
import { headKey } from '../../shared/core/keys.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { heldBack } from '../../shared/core/released.ts';
import { findArticle, type QueryPorts } from '../../shared/pipeline/query.ts';
import { type Answer, json, nothing } from './answer.ts';
import type { ArticleShown } from './shapes.ts';

/** `at`: now. */
export async function article(id: string, query: QueryPorts, at: string): Promise<Answer> {
  const record = await findArticle(id, query);
  if (record === null) return nothing('There is no article of this id here; perhaps its file was removed.');
  const original = await originalOf(record, query);
  return json({ ...record, held: heldBack(record, at), original } satisfies ArticleShown);
}

async function originalOf({ copyOf }: ArticleRecord, { feeds }: QueryPorts): Promise<ArticleShown['original']> {
  if (copyOf === null || copyOf.id === null) return null;
  const [item] = await feeds.getMany([headKey(copyOf.id)]);
  const head = item === undefined ? null : Head.parse(item);
  return head?.live === true
    ? { id: head.articleId, headline: head.headline, publisher: head.publisher ?? head.domain ?? null }
    : null;
}
