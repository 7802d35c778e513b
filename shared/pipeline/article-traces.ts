/** Where an article has left traces. In: its id. Out: objects, texts and stories, by their names. Promise: also of what it was before. */

import { objectName } from '../core/container-keys.ts';
import { Head } from '../core/head.ts';
import { ownHistory } from '../core/history.ts';
import type { Item } from '../core/item.ts';
import { headKey, nodeKey, objectKey } from '../core/keys.ts';
import { ObjectRow } from '../core/object-row.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { textNode } from '../core/text-node.ts';
import type { Table } from './ports.ts';
import { feeding } from './take-down.ts';

export interface Traces {
  readonly objectIds: readonly string[];
  /** Keys in the bucket. */
  readonly keys: readonly string[];
  readonly textIds: readonly string[];
  readonly storyIds: readonly string[];
}

type Reads = Pick<Table, 'get' | 'query'>;

export async function articleTraces(articleId: string, table: Reads): Promise<Traces> {
  const objectIds = await feeding(articleId, table);
  const rows = (await Promise.all(objectIds.map((id) => table.get(objectKey(id))))).filter((row) => row !== null);
  const item = await table.get(headKey(articleId));
  const head = item === null ? null : Head.parse(item);
  const texts = [...rows.flatMap((row) => textsIn(row, articleId)), ...(head?.texts ?? [])];
  const textIds = [...new Set(texts)];
  if (textIds.length > STORE_LIMITS.takenTexts)
    throw new Error(
      `${articleId} has had more than ${STORE_LIMITS.takenTexts} texts: remove its files from the bucket first`,
    );
  const nodes = await Promise.all(textIds.map(async (id) => textNode(await table.get(nodeKey(id)))));
  const storyIds = nodes.flatMap((node) => (node === null ? [] : [node.storyId, ...node.stories]));
  return {
    objectIds,
    keys: rows.map((row) => objectName(ObjectRow.parse(row))),
    textIds,
    storyIds: [...new Set(storyIds.filter((id) => id !== null))],
  };
}

function textsIn(row: Item, articleId: string): readonly string[] {
  return ownHistory(row).flatMap((entry) => (entry.articleId === articleId ? (entry.text ?? []) : []));
}
