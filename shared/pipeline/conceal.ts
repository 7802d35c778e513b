/** Records on their way to others. In: records that may be shown. Out: the same, silent about those that may not. Promise: a read for each article that they name, and none for the rest. */
import { concealed, namedIn } from '../core/concealed.ts';
import { Head } from '../core/head.ts';
import { headKey } from '../core/keys.ts';
import type { ArticleRecord } from '../core/record.ts';
import { isReleased } from '../core/released.ts';
import type { QueryPorts } from './query.ts';

type Reads = Pick<QueryPorts, 'feeds'>;

/** `now`: decides which embargoes are over. One that is gone by now is hidden too. */
export async function conceal(
  records: readonly ArticleRecord[],
  now: string,
  { feeds }: Reads,
): Promise<readonly ArticleRecord[]> {
  const named = [...new Set(records.flatMap(namedIn))];
  if (named.length === 0) return records;
  const heads = (await feeds.getMany(named.map(headKey))).map((item) => Head.parse(item));
  const shown = new Set(heads.flatMap((head) => (head.live && isReleased(head, now) ? [head.articleId] : [])));
  const hidden = new Set(named.filter((id) => !shown.has(id)));
  return records.map((record) => concealed(record, hidden));
}

/** Records in memory at a time: one read for all that they name. */
const AT_A_TIME = 20;

export async function* concealing(
  records: AsyncIterable<ArticleRecord>,
  now: string,
  reads: Reads,
): AsyncGenerator<ArticleRecord> {
  let some: ArticleRecord[] = [];
  for await (const record of records) {
    some.push(record);
    if (some.length < AT_A_TIME) continue;
    yield* await conceal(some, now, reads);
    some = [];
  }
  yield* await conceal(some, now, reads);
}
