/**
 * What is known of the dates of many articles. In: their heads. Out: by article, its status. Promise: what the joined record says, for
 * two reads of a text and its story; the text that was first in a story is read only where it may contradict a date.
 */
import { dateStatusOf } from '../core/date-doubt.ts';
import type { LiveHead } from '../core/head.ts';
import { nodeKey, summaryKey } from '../core/keys.ts';
import { trustedMoment } from '../core/moment.ts';
import type { Published } from '../core/record.ts';
import { isDisputed, Story } from '../core/story.ts';
import { type TextNode, textNode } from '../core/text-node.ts';
import type { Feeds } from './ports.ts';

type Statuses = ReadonlyMap<string, Published['status']>;

export async function dateStatuses(heads: readonly LiveHead[], feeds: Pick<Feeds, 'getMany'>): Promise<Statuses> {
  const nodes = new Map(
    (
      await nodesOf(
        heads.map(({ text }) => text),
        feeds,
      )
    ).map((node) => [node.textId, node]),
  );
  const storyIds = new Set([...nodes.values()].flatMap(({ storyId }) => storyId ?? []));
  const items = await feeds.getMany([...storyIds].map(summaryKey));
  const stories = new Map(items.map((item) => Story.parse(item)).map((story) => [story.storyId, story]));
  const storyOf = ({ text }: LiveHead) => stories.get(nodes.get(text)?.storyId ?? '') ?? null;
  const late = heads.filter((head) => isDisputed(trustedMoment(head.published), storyOf(head)?.first ?? null));
  const firsts = late.flatMap((head) => storyOf(head)?.first?.text ?? []).filter((text) => !nodes.has(text));
  for (const node of await nodesOf(firsts, feeds)) nodes.set(node.textId, node);
  const statusOf = (head: LiveHead) => {
    const story = storyOf(head);
    const firstNode = nodes.get(story?.first?.text ?? '') ?? null;
    return dateStatusOf(head, { node: nodes.get(head.text) ?? null, story, firstNode });
  };
  return new Map(heads.map((head) => [head.articleId, statusOf(head)]));
}

async function nodesOf(textIds: readonly string[], feeds: Pick<Feeds, 'getMany'>): Promise<readonly TextNode[]> {
  if (textIds.length === 0) return [];
  return (await feeds.getMany([...new Set(textIds)].map(nodeKey))).flatMap((item) => textNode(item) ?? []);
}
