/**
 * One article in one distinct text, and that text in its story. Promise: the member follows the article's head, the counts follow
 * the members, the text's place follows the set of all texts, the story's summary follows its texts.
 */
import { factsOf } from '../core/contribution.ts';
import { Head } from '../core/head.ts';
import type { Item } from '../core/item.ts';
import { headKey, MEMBER_PREFIX, memberKey, nodeKey, objectKey, partOf, textPk } from '../core/keys.ts';
import { Member, memberOf } from '../core/member.ts';
import type { PlainFacts } from '../core/plain-facts.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { type Carrier, Tally, tallyOf, tallySum } from '../core/tally.ts';
import { textOfFacts } from '../core/text-id.ts';
import { nodeOf, type TextNode, textNode } from '../core/text-node.ts';
import { counter } from './count-items.ts';
import { derive } from './derive.ts';
import { dropPrint } from './drop-print.ts';
import type { Table } from './ports.ts';
import { type StoryPorts, settlePlace } from './settle-place.ts';

/** Out: how many articles the text's story has now. */
export async function settleText(textId: string, articleId: string, ports: StoryPorts): Promise<number> {
  await deriveMember(textId, articleId, ports);
  const node = await deriveNode(textId, articleId, ports);
  const together = await settlePlace(textId, ports, node);
  if (node?.present !== true) await dropPrint(textId, ports);
  return together;
}

async function deriveMember(textId: string, articleId: string, ports: StoryPorts): Promise<void> {
  const rule = async () => {
    const item = await ports.table.get(headKey(articleId));
    return memberOf(item === null ? null : Head.parse(item), articleId, textId);
  };
  await derive(memberKey(textId, articleId), rule, ports);
}

/** Out: the node as written. */
async function deriveNode(textId: string, articleId: string, ports: StoryPorts): Promise<TextNode | null> {
  const ofItems = (items: readonly Item[]) => ({
    ...tallySum(membersIn(items).map(({ carrier }) => tallyOf(carrier))),
  });
  const ofParts = (parts: readonly Item[]) => tallySum(parts.map((item) => Tally.parse(item)));
  const where = { pk: textPk(textId), kind: 'member', part: partOf(articleId) } as const;
  const countMembers = counter<Tally>({ ...where, ofItems, ofParts }, ports);
  const rule = async (previous: Item | null) => {
    const { count: tally, parted, first } = await countMembers(previous);
    const likeness = tally.copies === 0 ? null : await likenessOf(textId, first, ports);
    const said = { tally, print: likeness?.print ?? null, about: likeness?.about ?? null };
    return { ...nodeOf(textId, said, textNode(previous)), ...(parted ? { parted } : {}) };
  };
  return textNode(await derive(nodeKey(textId), rule, ports));
}

function membersIn(items: readonly Item[]) {
  return items.map((item) => Member.parse(item)).filter(hasCarrier);
}

function hasCarrier(member: Member): member is Member & { readonly carrier: Carrier } {
  return member.carrier !== null;
}

/** By which copies and coverage of the text are found. */
type Likeness = Pick<PlainFacts, 'print' | 'about'>;

/**
 * Prints are functions of the text, headlines differ from copy to copy: the smallest article speaks for all, whoever came first.
 * `first`: the first members.
 */
async function likenessOf(textId: string, first: readonly Item[], { table }: StoryPorts): Promise<Likeness | null> {
  for (let items = first; items.length > 0; ) {
    const [smallest] = membersIn(items);
    if (smallest !== undefined) return rowLikeness(textId, smallest, table);
    const after = items.at(-1)?.sk ?? null;
    const limit = STORE_LIMITS.pageItems;
    items = await table.query({ pk: textPk(textId), prefix: MEMBER_PREFIX, after, newestFirst: false, limit });
  }
  return null;
}

/** Null when the row says otherwise by now: whoever wrote it settles the text once more. */
async function rowLikeness(textId: string, { articleId, objectId }: Member, table: Table): Promise<Likeness | null> {
  const known = objectId ?? (await objectOf(articleId, table));
  const facts = known === null ? null : factsOf(await table.get(objectKey(known)), articleId);
  return facts !== null && textOfFacts(facts) === textId ? facts : null;
}

/** For members of before they named it. */
async function objectOf(articleId: string, table: Table): Promise<string | null> {
  const item = await table.get(headKey(articleId));
  const head = item === null ? null : Head.parse(item);
  return head?.live === true ? head.objectId : null;
}
