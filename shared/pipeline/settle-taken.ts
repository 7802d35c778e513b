/**
 * What was taken down, out of stories and events at once. In: the plan and what was emptied. Promise: the same functions as after any
 * change of a row; the stream calls them too, so a crash here loses nothing.
 */

import { group } from './group.ts';
import type { Plan } from './plan-take-down.ts';
import type { ArticlePorts } from './settle-article.ts';
import { type EventPorts, settleEvent } from './settle-event.ts';
import type { Taken } from './take-down.ts';

export type SettlePorts = ArticlePorts & EventPorts;

export async function settleTaken({ decisions, storyIds }: Plan, taken: Taken, ports: SettlePorts): Promise<void> {
  const articleIds = decisions.map(({ articleId }) => articleId);
  for (const { objectId } of taken.objects) await group({ objectId, articleIds }, ports);
  for (const storyId of storyIds) await settleEvent(storyId, ports);
}
