/**
 * What was taken down, out of stories, events and all other places at once. In: the plan and what was emptied. Out: how much was
 * written anew elsewhere. Promise: the same functions as after any change of a row, which the stream calls too; other places are
 * asked last, when the article's head says that it is gone.
 */
import { group } from './group.ts';
import type { Plan } from './plan-take-down.ts';
import type { ArticlePorts } from './settle-article.ts';
import { type EventPorts, settleEvent } from './settle-event.ts';
import type { Taken } from './take-down.ts';

/** A place outside the table and the bucket that holds articles, such as an archive of files. */
export interface Elsewhere {
  /** In words, for the receipt. */
  readonly name: string;
  /** Removes all that it holds of the article; may be asked again. Gives the number of files that it wrote anew for it. */
  purge(articleId: string): Promise<number>;
}

export type SettlePorts = ArticlePorts &
  EventPorts & {
    /** Every one is asked for every article. */
    readonly elsewhere: readonly Elsewhere[];
  };

/** By the names of the places. */
export type Rewritten = Readonly<Record<string, number>>;

export async function settleTaken(
  { decisions, storyIds }: Plan,
  taken: Taken,
  { elsewhere, ...ports }: SettlePorts,
): Promise<Rewritten> {
  const articleIds = decisions.map(({ articleId }) => articleId);
  for (const { objectId } of taken.objects) await group({ objectId, articleIds }, ports);
  for (const storyId of storyIds) await settleEvent(storyId, ports);
  const counts = new Map(elsewhere.map(({ name }) => [name, 0]));
  for (const place of elsewhere)
    for (const articleId of articleIds)
      counts.set(place.name, (counts.get(place.name) ?? 0) + (await place.purge(articleId)));
  return Object.fromEntries(counts);
}
