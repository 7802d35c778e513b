/**
 * One article in one distinct text, and that text in its story. Promise: the member follows the article's head, the counts follow
 * the members, the text's place follows the set of all texts, the story's summary follows its texts.
 */
import { Head } from '../core/head.ts';
import type { Item } from '../core/item.ts';
import { headKey, memberKey, nodeKey, PART_PREFIX, partKey, partOf, partPrefix, textPk } from '../core/keys.ts';
import { Member, memberOf } from '../core/member.ts';
import { Tally, tallyOf, tallySum } from '../core/tally.ts';
import { nodeOf, textNode } from '../core/text-node.ts';
import { derive } from './derive.ts';
import { readPartition } from './read-partition.ts';
import { type StoryPorts, settlePlace } from './settle-place.ts';

export async function settleText(textId: string, articleId: string, ports: StoryPorts): Promise<void> {
  const print = await deriveMember(textId, articleId, ports);
  await derivePart(textId, partOf(articleId), ports);
  await deriveNode(textId, print, ports);
  await settlePlace(textId, ports);
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

async function deriveNode(textId: string, print: Uint8Array | null, ports: StoryPorts): Promise<void> {
  const rule = async (previous: Item | null) => {
    const parts = await readPartition(ports.table, textPk(textId), PART_PREFIX);
    const tally = tallySum(parts.map((item) => Tally.parse(item)));
    return nodeOf(textId, tally, print, textNode(previous));
  };
  await derive(nodeKey(textId), rule, ports);
}
