/** One article in one story. Promise: the member follows the article's head, the summary follows all members. */
import { Head } from '../core/head.ts';
import { headKey, MEMBER_PREFIX, memberKey, storyIdOf, storyPk, summaryKey } from '../core/keys.ts';
import { Member, memberOf, storyOf } from '../core/story.ts';
import { type DerivePorts, derive } from './derive.ts';
import { readPartition } from './read-partition.ts';

export async function settleStory(text: string, articleId: string, ports: DerivePorts): Promise<void> {
  const storyId = storyIdOf(text);
  const memberRule = async () => {
    const head = await ports.table.get(headKey(articleId));
    return memberOf(head === null ? null : Head.parse(head), articleId, text);
  };
  await derive(memberKey(storyId, articleId), memberRule, ports);
  const summaryRule = async () => {
    const members = await readPartition(ports.table, storyPk(storyId), MEMBER_PREFIX);
    return storyOf(
      storyId,
      text,
      members.map((item) => Member.parse(item)),
    );
  };
  await derive(summaryKey(storyId), summaryRule, ports);
}
