/**
 * Who carries the same text as an article. In: the article, and its tombstone when it is down. Out: the others. Promise: those with the
 * same text to the letter, and those whose print says that it is the same.
 */
import { relationTo } from '../core/copy-relation.ts';
import { Head, type LiveHead } from '../core/head.ts';
import { headKey, nodeKey } from '../core/keys.ts';
import { tombstoneKey } from '../core/operating-keys.ts';
import { textNode } from '../core/text-node.ts';
import { type Tombstone, tombstone } from '../core/tombstone.ts';
import type { Table } from './ports.ts';
import { findStory, type StoryMember } from './query-story.ts';

export interface PlannedCopy {
  readonly articleId: string;
  readonly publisher: string | null;
}

type Reads = Pick<Table, 'get' | 'query'>;

export async function identicalCopies(
  articleId: string,
  standing: Tombstone | null,
  table: Reads,
): Promise<readonly PlannedCopy[]> {
  const head = await liveHead(articleId, table);
  if (head !== null) return copiesOf(head, table);
  return standing === null ? [] : sparedBy(standing, table);
}

async function copiesOf({ articleId, text: ownText }: LiveHead, table: Reads): Promise<readonly PlannedCopy[]> {
  const own = textNode(await table.get(nodeKey(ownText)));
  const story = await findStory(articleId, table);
  const isSame = ({ text }: StoryMember) => {
    const other = story?.nodes.get(text) ?? null;
    return own !== null && other !== null && relationTo(other, own).relation === 'identical';
  };
  const others = (story?.members ?? []).filter((member) => member.articleId !== articleId && isSame(member));
  return others.map(({ articleId: id, publisher }) => ({ articleId: id, publisher }));
}

/** Of an article that is gone nobody knows the text any more, but whom its take-down left alone. */
async function sparedBy({ texts }: Tombstone, table: Reads): Promise<readonly PlannedCopy[]> {
  const stones = await Promise.all(texts.map(async (text) => tombstone(await table.get(tombstoneKey(text)))));
  const spared = new Set(stones.flatMap((stone) => stone?.spares ?? []));
  const heads = await Promise.all([...spared].map((id) => liveHead(id, table)));
  return heads.flatMap((head) => (head === null ? [] : [{ articleId: head.articleId, publisher: head.publisher }]));
}

async function liveHead(articleId: string, table: Reads): Promise<LiveHead | null> {
  const item = await table.get(headKey(articleId));
  const head = item === null ? null : Head.parse(item);
  return head?.live ? head : null;
}
