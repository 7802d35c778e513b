/** Ways to look through the lean tree, all without recursion. Elements come in; elements and text go out. */
import { BLOCK } from './tags.ts';
import type { TreeElement } from './tree.ts';

/** Every element below `root` and `root` itself, in document order; `visit` may return `skip` to leave out what is inside. */
export function forEachElement(root: TreeElement, visit: (element: TreeElement) => 'skip' | undefined): void {
  const pending: TreeElement[] = [root];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    if (visit(element) === 'skip') continue;
    for (let at = element.children.length - 1; at >= 0; at -= 1) {
      const child = element.children[at];
      if (child !== undefined && typeof child !== 'string') pending.push(child);
    }
  }
}

/** All text inside, white space collapsed, tags that break a line counted as white space. At most `maxChars` of it. */
export function textOf(element: TreeElement, maxChars = 100_000): string {
  const parts: string[] = [];
  const pending: (TreeElement | string)[] = [element];
  let chars = 0;
  for (let node = pending.pop(); node !== undefined && chars < maxChars; node = pending.pop()) {
    if (typeof node === 'string') {
      parts.push(node);
      chars += node.length;
      continue;
    }
    const breaks = BLOCK.has(node.tag) || node.tag === 'br';
    if (breaks) parts.push(' ');
    // What is pushed first comes out last: the break after the element.
    if (breaks) pending.push(' ');
    for (let at = node.children.length - 1; at >= 0; at -= 1) pending.push(node.children[at] ?? '');
  }
  return parts.join('').slice(0, maxChars).replace(/\s+/g, ' ').trim();
}

/** The nearest of `element` and its ancestors that passes `test`; null when none does. */
export function closest(element: TreeElement | null, test: (element: TreeElement) => boolean): TreeElement | null {
  for (let at = element; at !== null; at = at.parent) if (test(at)) return at;
  return null;
}
