/**
 * The log of changes as others may see it. In: changes. Out: those of articles that may be shown, now. Promise: what was shown once and
 * may be shown no more is told as gone; what was never shown is not told of.
 */
import { Head } from '../core/head.ts';
import { headKey } from '../core/keys.ts';
import { heldBack } from '../core/released.ts';
import type { Change } from '../pipeline/query-changes.ts';
import type { ApiPorts } from './exchange.ts';

export async function shownChanges(changes: readonly Change[], ports: ApiPorts): Promise<readonly Change[]> {
  const items = await ports.feeds.getMany([...new Set(changes.map(({ articleId }) => articleId))].map(headKey));
  const heads = new Map(items.map((item) => Head.parse(item)).map((head) => [head.articleId, head]));
  const now = ports.now();
  return changes.flatMap((change) => shown(change, heads.get(change.articleId) ?? null, now));
}

function shown({ unseen, ...change }: Change, head: Head | null, now: string): readonly Change[] {
  // Nobody may learn that it ever was there. What can be seen of it by now has an entry of its own, or will have.
  if (unseen === true) return [];
  const held = head?.live === true && change.kind === 'changed' ? heldBack(head, now) : null;
  if (held === null) return [change];
  // The end of an embargo is a change of its own. Who withdraws what others may have must reach them.
  return held === 'embargoed' || head?.turn === 1 ? [] : [{ ...change, kind: 'gone' }];
}
