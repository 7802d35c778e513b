/**
 * One article in one distinct text, and that text in its story. Promise: the member follows the article's head, the counts follow
 * the members, the text's place follows the set of all texts, the story's summary follows its texts.
 */
import { Head } from '../core/head.ts';
import type { Item } from '../core/item.ts';
import {
  headKey,
  MEMBER_PREFIX,
  memberKey,
  nodeKey,
  PART_PREFIX,
  partKey,
  partOf,
  partPrefix,
  textPk,
} from '../core/keys.ts';
import { Member, memberOf } from '../core/member.ts';
import { Tally, tallyOf, tallySum } from '../core/tally.ts';
import { nodeOf, textNode } from '../core/text-node.ts';
import { derive } from './derive.ts';
import { dropPrint } from './drop-print.ts';
import type { Table } from './ports.ts';
import { readPartition } from './read-partition.ts';
import { type StoryPorts, settlePlace } from './settle-place.ts';

export async function settleText(textId: string, articleId: string, ports: StoryPorts): Promise<void> {
  const print = await deriveMember(textId, articleId, ports);
  await derivePart(textId, partOf(articleId), ports);
  const isCarried = await deriveNode(textId, print, ports);
  await settlePlace(textId, ports);
  if (!isCarried) await dropPrint(textId, ports);
}

/** Gives back the text's print when the article carries it. */
async function deriveMember(textId: string, articleId: string, ports: StoryPorts): Promise<Uint8Array | null> {
  let print: Uint8Array | null = null;
  await derive(
    memberKey(textId, articleId),
    async () => {
      const item = await ports.table.get(headKey(articleId));
      const head = item === null ? null : Head.parse(item);
      if (head?.live === true && head.text === textId) print = head.print;
      return memberOf(head, articleId, textId);
    },
    ports,
  );
  return print;
}

async function derivePart(textId: string, part: string, ports: StoryPorts): Promise<void> {
  const rule = async () => {
    const items = await readPartition(ports.table, textPk(textId), partPrefix('member', part));
    const carriers = items.flatMap((item) => Member.parse(item).carrier ?? []);
    return { ...tallySum(carriers.map(tallyOf)) };
  };
  await derive(partKey(textPk(textId), part), rule, ports);
}

/** True when somebody carries the text. */
async function deriveNode(textId: string, print: Uint8Array | null, ports: StoryPorts): Promise<boolean> {
  const rule = async (previous: Item | null) => {
    const parts = await readPartition(ports.table, textPk(textId), PART_PREFIX);
    const tally = tallySum(parts.map((item) => Tally.parse(item)));
    const about = tally.copies === 0 ? null : await aboutOf(textId, ports);
    return nodeOf(textId, { tally, print, about }, textNode(previous));
  };
  return textNode(await derive(nodeKey(textId), rule, ports))?.present === true;
}

/** Headlines differ from copy to copy: the smallest article speaks for all, whoever came first. */
async function aboutOf(textId: string, { table }: StoryPorts): Promise<Uint8Array | null> {
  let after: string | null = null;
  for (;;) {
    const page = { pk: textPk(textId), prefix: MEMBER_PREFIX, after, newestFirst: false, limit: MEMBERS_AT_ONCE };
    const items: readonly Item[] = await table.query(page);
    const articleId = items.map((item) => Member.parse(item)).find(({ carrier }) => carrier !== null)?.articleId;
    if (articleId !== undefined) return aboutOfArticle(articleId, textId, table);
    if (items.length < MEMBERS_AT_ONCE) return null;
    after = items.at(-1)?.sk ?? null;
  }
}

/** Nearly always the first one is there. */
const MEMBERS_AT_ONCE = 4;

async function aboutOfArticle(articleId: string, textId: string, table: Table): Promise<Uint8Array | null> {
  const item = await table.get(headKey(articleId));
  const head = item === null ? null : Head.parse(item);
  return head?.live === true && head.text === textId ? head.about : null;
}
