/**
 * Boxes that open over a linked name: an element and the one before it come in. Promise: only what begins with the name once more, linked
 * once more, is such a box; nobody writes a name twice with nothing between.
 */
import { BLOCK } from './tags.ts';
import type { TreeElement, TreeNode } from './tree.ts';
import { forEachElement, textOf } from './walk.ts';

const NAME_CHARS = { fewest: 4, most: 120 } as const;

/** `<a>Ann Reed</a><span><a>Ann Reed</a><a>Her latest story</a></span>`: the second is hidden until somebody points at the first. */
export function isPopup(node: TreeNode | undefined, before: TreeNode | undefined): node is TreeElement {
  if (!isElement(node) || !isElement(before) || before.tag !== 'a' || node.tag === 'a' || BLOCK.has(node.tag))
    return false;
  const name = textOf(before, NAME_CHARS.most + 1);
  if (name.length < NAME_CHARS.fewest || name.length > NAME_CHARS.most) return false;
  const text = textOf(node, name.length + 1);
  return text.length > name.length && text.startsWith(name) && firstLink(node) === name;
}

function isElement(node: TreeNode | undefined): node is TreeElement {
  return node !== undefined && typeof node !== 'string';
}

/** Its text, or null. */
function firstLink(element: TreeElement): string | null {
  let found: string | null = null;
  forEachElement(element, (one) => {
    if (found !== null) return 'skip';
    if (one.tag === 'a') found = textOf(one, NAME_CHARS.most + 1);
    return undefined;
  });
  return found;
}
