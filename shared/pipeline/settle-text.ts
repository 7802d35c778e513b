/**
 * One article in one distinct text, and that text in its story. Promise: the member follows the article's head, the counts follow
 * the members, the text's place follows the set of all texts, the story's summary follows its texts.
 */
import { Head } from '../core/head.ts';
import type { Item } from '../core/item.ts';
import { headKey, MEMBER_PREFIX, memberKey, nodeKey, partOf, textPk } from '../core/keys.ts';
import { Member, memberOf } from '../core/member.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { type Carrier, Tally, tallyOf, tallySum } from '../core/tally.ts';
import { nodeOf, textNode } from '../core/text-node.ts';
import { counter } from './count-items.ts';
import { derive } from './derive.ts';
import { dropPrint } from './drop-print.ts';
import type { Table } from './ports.ts';
import { type StoryPorts, settlePlace } from './settle-place.ts';

export async function settleText(textId: string, articleId: string, ports: StoryPorts): Promise<void> {
  const print = await deriveMember(textId, articleId, ports);
  const isCarried = await deriveNode(textId, articleId, print, ports);
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

/** True when somebody carries the text. */
async function deriveNode(
  textId: string,
  articleId: string,
  print: Uint8Array | null,
  ports: StoryPorts,
): Promise<boolean> {
  const ofItems = (items: readonly Item[]) => ({ ...tallySum(carriersIn(items).map(tallyOf)) });
  const ofParts = (parts: readonly Item[]) => tallySum(parts.map((item) => Tally.parse(item)));
  const where = { pk: textPk(textId), kind: 'member', part: partOf(articleId) } as const;
  const countMembers = counter<Tally>({ ...where, ofItems, ofParts }, ports);
  const rule = async (previous: Item | null) => {
    const { count: tally, parted, first } = await countMembers(previous);
    const about = tally.copies === 0 ? null : await aboutOf(textId, first, ports);
    return { ...nodeOf(textId, { tally, print, about }, textNode(previous)), ...(parted ? { parted } : {}) };
  };
  return textNode(await derive(nodeKey(textId), rule, ports))?.present === true;
}

function carriersIn(items: readonly Item[]): readonly Carrier[] {
  return items.flatMap((item) => Member.parse(item).carrier ?? []);
}

/** Headlines differ from copy to copy: the smallest article speaks for all, whoever came first. `first`: the first members. */
async function aboutOf(textId: string, first: readonly Item[], { table }: StoryPorts): Promise<Uint8Array | null> {
  for (let items = first; items.length > 0; ) {
    const [smallest] = carriersIn(items);
    if (smallest !== undefined) return aboutOfArticle(smallest.articleId, textId, table);
    const after = items.at(-1)?.sk ?? null;
    const limit = STORE_LIMITS.pageItems;
    items = await table.query({ pk: textPk(textId), prefix: MEMBER_PREFIX, after, newestFirst: false, limit });
  }
  return null;
}

async function aboutOfArticle(articleId: string, textId: string, table: Table): Promise<Uint8Array | null> {
  const item = await table.get(headKey(articleId));
  const head = item === null ? null : Head.parse(item);
  return head?.live === true && head.text === textId ? head.about : null;
}
