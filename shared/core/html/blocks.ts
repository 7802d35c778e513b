/**
 * The lean tree comes in; its blocks of text go out, in order: split at block tags and `<br>`, white space collapsed.
 * Every visible character of the tree is in exactly one block; what only shows when somebody points at a name is in the block's `raw`.
 */
import type { Block, Element } from '../block.ts';
import { LIMITS } from '../limits.ts';
import { Rejection } from '../rejection.ts';
import { repairedText, SPACES } from './block-text.ts';
import { isPopup } from './popup.ts';
import { BLOCK } from './tags.ts';
import type { Tree, TreeElement, TreeNode } from './tree.ts';
import { textOf } from './walk.ts';

interface Run {
  element: TreeElement;
  parts: string[];
  /** With what opens over a name; null as long as there is none. */
  whole: string[] | null;
  linkChars: number;
}

type Step =
  | { readonly node: TreeNode; readonly links: number }
  | { readonly end: TreeElement }
  | { readonly popup: TreeElement };

export function treeBlocks(tree: Tree): readonly Block[] {
  const blocks: Block[] = [];
  const run: Run = { element: tree.root, parts: [], whole: null, linkChars: 0 };
  const pending: Step[] = [{ node: tree.root, links: 0 }];
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    if ('end' in step) flush(blocks, run, step.end.parent ?? step.end);
    else if ('popup' in step) addPopup(run, step.popup);
    else if (typeof step.node === 'string') addText(blocks, run, step.node, step.links > 0);
    else enter(blocks, run, pending, step.node, step.links);
  }
  flush(blocks, run, tree.root);
  return blocks;
}

function enter(blocks: Block[], run: Run, pending: Step[], element: TreeElement, links: number): void {
  if (element.tag === 'br') {
    flush(blocks, run, run.element);
    return;
  }
  if (element.tag === 'hr') flush(blocks, run, run.element);
  if (BLOCK.has(element.tag)) {
    flush(blocks, run, element);
    pending.push({ end: element });
  }
  const inside = links + (element.tag === 'a' ? 1 : 0);
  for (let at = element.children.length - 1; at >= 0; at -= 1) {
    const child = element.children[at];
    if (isPopup(child, element.children[at - 1])) pending.push({ popup: child });
    else if (child !== undefined) pending.push({ node: child, links: inside });
  }
}

function addText(blocks: Block[], run: Run, text: string, linked: boolean): void {
  const paragraphs = isPreformatted(run.element) ? text.split(/\n[ \t]*\n/) : [text];
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at > 0) flush(blocks, run, run.element);
    run.parts.push(paragraph);
    run.whole?.push(paragraph);
    if (linked) run.linkChars += paragraph.trim().length;
  }
}

function addPopup(run: Run, popup: TreeElement): void {
  run.whole ??= [...run.parts];
  run.whole.push(textOf(popup, LIMITS.blockChars));
}

function isPreformatted(element: Element): boolean {
  return element.tag === 'pre';
}

/** Ends the run and starts the next in `next`; white space alone is no block. */
function flush(blocks: Block[], run: Run, next: TreeElement): void {
  const joined = run.parts.length === 1 ? (run.parts[0] ?? '') : run.parts.join('');
  if (run.parts.length > 0 && joined.trim() !== '') addBlocks(blocks, run, joined);
  run.parts = [];
  run.whole = null;
  run.linkChars = 0;
  run.element = next;
}

function addBlocks(blocks: Block[], run: Run, joined: string): void {
  const whole = run.whole?.join('').slice(0, LIMITS.blockChars).replace(SPACES, ' ').trim() ?? null;
  for (let from = 0; from < joined.length; from += LIMITS.blockChars) {
    const { text, raw } = repairedText(
      joined.length > LIMITS.blockChars ? joined.slice(from, from + LIMITS.blockChars) : joined,
    );
    if (text === '') continue;
    if (blocks.length >= LIMITS.blocks) {
      throw new Rejection('page.too-many-elements', `The page has more than ${LIMITS.blocks} blocks of text.`);
    }
    const index = blocks.length;
    blocks.push({
      index,
      line: index + 1,
      text,
      raw: whole ?? raw,
      tag: run.element.tag,
      element: run.element,
      linkChars: Math.min(run.linkChars, text.length),
      gapBefore: false,
      fused: false,
    });
  }
}
