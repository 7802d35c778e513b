/**
 * Who carries a story, page by page. In: the id of a story or of an article in it, a page request. Out: some of its members, and where the
 * next page begins. Promise: the reads of a page are bounded; others are told of nobody who may not be shown, not by a gap either. In time
 * order, as long as a story is read in one go; a larger one comes in the order of the table.
 */
import { Head, type LiveHead } from '../core/head.ts';
import { headKey, nodeKey, summaryKey } from '../core/keys.ts';
import { isReleased } from '../core/released.ts';
import { STORE_LIMITS } from '../core/store-limits.ts';
import { Story } from '../core/story.ts';
import { type TextNode, textNode } from '../core/text-node.ts';
import { compareText } from '../core/url.ts';
import { cursorOf, placeOf } from './cursor.ts';
import type { PageRequest } from './feed-page.ts';
import type { Feeds, Table } from './ports.ts';
import { currentName, membersInTime, type StoryMember, storyOfArticle, withDoubt } from './query-story.ts';
import { isWalked, type Walked, walkStory } from './story-walk.ts';

export interface StoryPage {
  readonly story: Story;
  readonly items: readonly StoryMember[];
  /** Their texts, and the one that was first, by their ids. */
  readonly nodes: ReadonlyMap<string, TextNode>;
  /** Null: there is no more. */
  readonly cursor: string | null;
  /** False for a large story: its pages come in the order of the table. */
  readonly inTime: boolean;
}

export interface StoryPageReads {
  readonly table: Pick<Table, 'get' | 'query'>;
  readonly feeds: Pick<Feeds, 'getMany'>;
  /** ISO 8601 instant: tells others, who see only what may be shown then; not given: its owner, who sees all. */
  readonly shownAt?: string;
  /** An article that is left out. */
  readonly except?: string;
}

/** Null when nothing is known of it, or nobody carries it any more. */
export async function storyPage(id: string, request: PageRequest, reads: StoryPageReads): Promise<StoryPage | null> {
  const { table, feeds } = reads;
  const storyId = id.startsWith('art_') ? await storyOfArticle(id, table) : await currentName(id, table);
  const item = storyId === null ? null : await table.get(summaryKey(storyId));
  const story = item === null ? null : Story.parse(item);
  if (story === null || !story.present) return null;
  const list = `story ${story.storyId} ${reads.except ?? ''}`;
  const from = request.cursor === null ? null : placeOf(list, request.cursor);
  const inTime = from === null ? story.copies <= STORE_LIMITS.storyInTime : !isWalked(from);
  const walk = inTime ? timeWalk(story.storyId, from, reads) : walkStory(story.storyId, from, table);
  const limit = Math.min(Math.max(1, request.limit), STORE_LIMITS.storyInTime);
  const { items, place } = await taken(walk, limit, reads);
  const texts = new Set([...items.map(({ text }) => text), ...(story.first === null ? [] : [story.first.text])]);
  const nodes = (await feeds.getMany([...texts].map(nodeKey))).flatMap((one) => textNode(one) ?? []);
  const byId = new Map(nodes.map((node) => [node.textId, node]));
  const judged = items.map((member) => withDoubt(member, story, byId));
  return {
    ...{ story, items: judged.sort(byTime), inTime, cursor: place === null ? null : cursorOf(list, place) },
    nodes: byId,
  };
}

async function* timeWalk(
  storyId: string,
  from: string | null,
  { table, feeds }: StoryPageReads,
): AsyncGenerator<Walked> {
  for (const member of await membersInTime(storyId, table, feeds)) {
    const place = `${member.sortUtc}#${member.articleId}`;
    if (from === null || compareText(place, from) > 0) yield { member, place };
  }
}

/** One more than fit is looked for, so that no page promises another that turns out to be empty. */
async function taken(walk: AsyncGenerator<Walked>, limit: number, reads: StoryPageReads) {
  const most = limit + STORE_LIMITS.pageExamined;
  const found: { readonly member: StoryMember; readonly place: string }[] = [];
  let waiting: { readonly member: StoryMember; readonly place: string }[] = [];
  let [looked, last] = [0, ''];
  for await (const { member, place } of walk) {
    looked += 1;
    last = place;
    if (member !== null && member.articleId !== reads.except) waiting.push({ member, place });
    if (found.length + waiting.length <= limit && looked < most) continue;
    found.push(...(await shown(waiting, reads)));
    waiting = [];
    if (found.length > limit) return { items: found.slice(0, limit).map(of), place: found[limit - 1]?.place ?? last };
    if (looked >= most) return { items: found.map(of), place: last };
  }
  found.push(...(await shown(waiting, reads)));
  const isFull = found.length > limit;
  return { items: found.slice(0, limit).map(of), place: isFull ? (found[limit - 1]?.place ?? last) : null };
}

const of = ({ member }: { readonly member: StoryMember }): StoryMember => member;

async function shown<T extends { readonly member: StoryMember }>(
  some: readonly T[],
  { feeds, shownAt }: StoryPageReads,
): Promise<readonly T[]> {
  if (shownAt === undefined || some.length === 0) return some;
  const items = await feeds.getMany(some.map(({ member }) => headKey(member.articleId)));
  const heads = items.map((item) => Head.parse(item)).filter((head): head is LiveHead => head.live);
  const free = new Set(heads.filter((head) => isReleased(head, shownAt)).map(({ articleId }) => articleId));
  return some.filter(({ member }) => free.has(member.articleId));
}

function byTime(a: StoryMember, b: StoryMember): number {
  return compareText(a.sortUtc, b.sortUtc) || compareText(a.articleId, b.articleId);
}
