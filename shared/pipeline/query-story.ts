/**
 * What people ask of stories. In: the id of a story, or of an article in it. Out: the story with its members in time order.
 * Promise: no scan; an old name of a story leads to what it became.
 */
import { Head } from '../core/head.ts';
import { headKey, MEMBER_PREFIX, namesakeOf, nodeKey, storyPk, summaryKey, TEXT_PREFIX, textPk } from '../core/keys.ts';
import { Member } from '../core/member.ts';
import { olderCopy } from '../core/older-copy.ts';
import { Entry, isDisputed, Story } from '../core/story.ts';
import type { Carrier } from '../core/tally.ts';
import { type TextNode, textNode } from '../core/text-node.ts';
import { compareText } from '../core/url.ts';
import type { Feeds, Table } from './ports.ts';
import { readPartition } from './read-partition.ts';

export interface StoryMember extends Carrier {
  /** An identical copy, more than thirty days older, contradicts its date. */
  readonly disputed: boolean;
}

export interface StoryView {
  readonly story: Story;
  /** By sort date, all of them. */
  readonly members: readonly StoryMember[];
  /** By their ids. */
  readonly nodes: ReadonlyMap<string, TextNode>;
}

type Reads = Pick<Table, 'get' | 'query'>;
type Lists = Pick<Feeds, 'getMany'>;

/**
 * `sty_…` or `art_…`. Null when nothing is known of it, or nobody carries it any more. With `feeds`, texts are read a hundred at a time
 * and may lag behind; without, everything is read as it is at that moment, one text after the other.
 */
export async function findStory(id: string, table: Reads, feeds: Lists | null = null): Promise<StoryView | null> {
  const storyId = id.startsWith('art_') ? await storyOfArticle(id, table) : await currentName(id, table);
  const item = storyId === null ? null : await table.get(summaryKey(storyId));
  const story = item === null ? null : Story.parse(item);
  if (story === null || !story.present) return null;
  const texts = await textsOf(story.storyId, table, feeds);
  const nodes = new Map(texts.flatMap(({ node }) => (node === null ? [] : [[node.textId, node]])));
  const members = texts.flatMap((text) => text.members.map((member) => withDoubt(member, story, nodes)));
  return { story, members: members.sort(inTime), nodes };
}

/** A member's date as its record says it, where the texts of the member and of the first are known. */
export function withDoubt(member: StoryMember, story: Story, nodes: ReadonlyMap<string, TextNode>): StoryMember {
  const [node, firstNode] = [nodes.get(member.text) ?? null, nodes.get(story.first?.text ?? '') ?? null];
  return node === null
    ? member
    : { ...member, disputed: olderCopy(member.moment, { node, story, firstNode }) !== null };
}

async function textsOf(storyId: string, table: Reads, feeds: Lists | null) {
  const entries = (await readPartition(table, storyPk(storyId), TEXT_PREFIX)).map((one) => Entry.parse(one));
  const textIds = entries.filter((entry) => entry.present).map(({ textId }) => textId);
  return feeds === null ? eachText(textIds, table) : manyTexts(textIds, table, feeds);
}

/** All of its members, in time order, by its present name. */
export async function membersInTime(storyId: string, table: Reads, feeds: Lists): Promise<readonly StoryMember[]> {
  return (await textsOf(storyId, table, feeds)).flatMap((text) => text.members).sort(inTime);
}

/** Null when the article is gone, or its text has no story yet. */
export async function storyOfArticle(articleId: string, table: Reads): Promise<string | null> {
  return (await textOfArticle(articleId, table))?.storyId ?? null;
}

/** The text that an article carries now; null when it is gone. */
export async function textOfArticle(articleId: string, table: Reads): Promise<TextNode | null> {
  const item = await table.get(headKey(articleId));
  const head = item === null ? null : Head.parse(item);
  if (head?.live === false && head.leadsTo !== undefined) return textOfLive(head.leadsTo, table);
  return textOfHead(head, table);
}

async function textOfLive(articleId: string, table: Reads): Promise<TextNode | null> {
  const item = await table.get(headKey(articleId));
  return textOfHead(item === null ? null : Head.parse(item), table);
}

async function textOfHead(head: Head | null, table: Reads): Promise<TextNode | null> {
  return head?.live === true ? textNode(await table.get(nodeKey(head.text))) : null;
}

/**
 * A story is named by its smallest text, so its name changes when a smaller one joins. The text that gave the old name knows
 * where it is now; if it is gone, the others that were listed do.
 */
export async function currentName(storyId: string, table: Reads): Promise<string | null> {
  const item = await table.get(summaryKey(storyId));
  if (item !== null && Story.parse(item).present) return storyId;
  const namesake = namesakeOf(storyId);
  const own = textNode(await table.get(nodeKey(namesake)))?.storyId ?? null;
  if (own !== null) return own;
  for (const entry of await readPartition(table, storyPk(storyId), TEXT_PREFIX)) {
    const other = textNode(await table.get(nodeKey(Entry.parse(entry).textId)))?.storyId ?? null;
    if (other !== null) return other;
  }
  return null;
}

async function eachText(textIds: readonly string[], table: Reads) {
  return Promise.all(
    textIds.map(async (textId) => {
      const node = textNode(await table.get(nodeKey(textId)));
      return textOf(node, await carriersOf(textId, table));
    }),
  );
}

/** The few carriers of most texts stand in the text's own item. */
async function manyTexts(textIds: readonly string[], table: Reads, feeds: Lists) {
  const nodes = (await feeds.getMany(textIds.map(nodeKey))).flatMap((item) => textNode(item) ?? []);
  return Promise.all(
    nodes.map(async (node) => {
      const { copies, shown } = node.tally;
      return textOf(node, copies === shown.length ? shown : await carriersOf(node.textId, table));
    }),
  );
}

async function carriersOf(textId: string, table: Reads): Promise<readonly Carrier[]> {
  const items = await readPartition(table, textPk(textId), MEMBER_PREFIX);
  return items.flatMap((item) => Member.parse(item).carrier ?? []);
}

function textOf(node: TextNode | null, carriers: readonly Carrier[]) {
  const first = node?.tally.first ?? null;
  return { node, members: carriers.map((carrier) => ({ ...carrier, disputed: isDisputed(carrier.moment, first) })) };
}

function inTime(a: StoryMember, b: StoryMember): number {
  return compareText(a.sortUtc, b.sortUtc) || compareText(a.articleId, b.articleId);
}
