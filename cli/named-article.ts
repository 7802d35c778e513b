/** What the user calls an article. In: an id, a URL or a key in the bucket. Out: the article's id; null when nothing is known by that name. */

import { refsNamed } from '../shared/core/container-keys.ts';
import { Head } from '../shared/core/head.ts';
import { historyOf } from '../shared/core/history.ts';
import { articleIdOf } from '../shared/core/identity.ts';
import type { Item } from '../shared/core/item.ts';
import { headKey, objectIdOf, objectKey } from '../shared/core/keys.ts';
import { canonicalUrl } from '../shared/core/url.ts';
import type { Table } from '../shared/pipeline/ports.ts';

const INCOMING = 'incoming/';

export async function namedArticle(name: string, table: Pick<Table, 'get'>): Promise<string | null> {
  if (/^art_[0-9a-z]{26}$/.test(name)) return leading(name, table);
  const url = canonicalUrl(name);
  if (url !== null) return leading(articleIdOf({ kind: 'url', value: url }), table);
  return (await articleOf(name, table)) ?? (name.startsWith(INCOMING) ? null : articleOf(`${INCOMING}${name}`, table));
}

/** An id by which it went before something beside its file said who it is means the article that it is now. */
async function leading(articleId: string, table: Pick<Table, 'get'>): Promise<string> {
  const item = await table.get(headKey(articleId));
  const head = item === null ? null : Head.parse(item);
  return head?.live === false ? (head.leadsTo ?? articleId) : articleId;
}

/** The article that the file is now or, when it is none any more, that it was last. */
async function articleOf(key: string, table: Pick<Table, 'get'>): Promise<string | null> {
  for (const ref of refsNamed(key)) {
    const row = await table.get(objectKey(objectIdOf(ref)));
    if (row !== null) return shownOrLast(row);
  }
  return null;
}

function shownOrLast(row: Item): string | null {
  const { articleId } = row;
  if (typeof articleId === 'string') return articleId;
  return historyOf(row).findLast((entry) => entry.articleId !== null)?.articleId ?? null;
}
