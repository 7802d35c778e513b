/**
 * Which earlier publication contradicts an article's date. In: when it says it was published, its text, its story. Out: the article
 * that was earlier; null when nothing contradicts it. Promise: a function of the set: an equal text speaks, and the first of the story
 * where its text is the same but for a slip; another filling of a template, or an abridged copy, does not.
 */
import { relationTo } from './copy-relation.ts';
import type { Moment } from './moment.ts';
import { isDisputed, type Story } from './story.ts';
import type { First } from './tally.ts';
import type { TextNode } from './text-node.ts';

export interface CopiesOf {
  readonly node: TextNode | null;
  readonly story: Pick<Story, 'first'> | null;
  /** The text that was published first in the story. */
  readonly firstNode: TextNode | null;
}

export function olderCopy(own: Moment | null, { node, story, firstNode }: CopiesOf): First | null {
  if (node === null) return null;
  const first = story?.first ?? null;
  if (isDisputed(own, first) && firstNode !== null && relationTo(node, firstNode).verbatim) return first;
  const same = node.tally.first;
  return isDisputed(own, same) ? same : null;
}
