/**
 * Tags and text come in from the parser, in order; the lean tree goes out. Forgotten end tags are put right here, because the
 * parser alone only sees the innermost open tag.
 */
import { leanAttributes } from './attributes.ts';
import { type Finds, finds } from './finds.ts';
import { type Guard, pageGuard } from './guard.ts';
import { DROPPED, FORMATTING, IMPLIED_END } from './tags.ts';
import type { Tree, TreeElement, TreeNode } from './tree.ts';

export interface Builder {
  readonly open: (tag: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (tag: string) => void;
  readonly text: (text: string) => void;
  readonly tree: () => Tree;
}

interface Growing extends TreeElement {
  readonly parent: Growing | null;
  readonly children: TreeNode[];
  open: boolean;
}

interface State {
  readonly root: Growing;
  readonly guard: Guard;
  readonly finds: Finds;
  /** One entry per tag the parser holds open: our element, or null where we kept none. */
  readonly mirror: (Growing | null)[];
  current: Growing;
  /** Tags open inside a dropped subtree, that subtree's own included; 0 outside. */
  skipping: number;
  /** The text of a dropped tag or a title is wanted. */
  capturing: boolean;
  breaks: number;
  tables: number;
  elements: number;
}

/** Real nesting of one formatting tag inside itself ends here; a page that goes on forgot to close it. */
const SAME_FORMATTING = 3;
/** A third line break in a row says nothing that two did not. */
const BREAKS_IN_A_ROW = 2;

export function treeBuilder(): Builder {
  const root: Growing = { tag: '#root', attributes: {}, parent: null, depth: 0, children: [], open: true };
  const state: State = {
    root,
    guard: pageGuard(),
    finds: finds(),
    mirror: [],
    current: root,
    skipping: 0,
    capturing: false,
    breaks: 0,
    tables: 0,
    elements: 0,
  };
  return {
    open: (tag, attributes) => openTag(state, tag, attributes),
    close: () => closeTag(state),
    text: (text) => addText(state, text),
    tree: () => ({ root, elements: state.elements, ...state.finds.result() }),
  };
}

function openTag(state: State, tag: string, attributes: Readonly<Record<string, string>>): void {
  const repeatedBreak = tag === 'br' && state.skipping === 0 && state.breaks >= BREAKS_IN_A_ROW;
  if (!repeatedBreak) state.guard.element(state.mirror.length + 1);
  if (state.skipping > 0 || repeatedBreak) {
    if (state.skipping > 0) state.skipping += 1;
    state.mirror.push(null);
    return;
  }
  if (tag === 'br') state.breaks += 1;
  else if (tag !== 'wbr' && !FORMATTING.has(tag)) state.breaks = 0;
  if (startsDropping(state, tag, attributes)) {
    state.skipping = 1;
    state.mirror.push(null);
    return;
  }
  endImplied(state, tag);
  state.mirror.push(isForgotten(state, tag) ? null : append(state, tag, attributes));
}

function startsDropping(state: State, tag: string, attributes: Readonly<Record<string, string>>): boolean {
  state.capturing = state.finds.wantsText(tag, attributes);
  return state.capturing || DROPPED.has(tag);
}

/** `<li>` ends an open `li` even when a forgotten `<b>` stands between them. */
function endImplied(state: State, tag: string): void {
  const rule = IMPLIED_END.get(tag);
  if (rule === undefined) return;
  for (let at: Growing | null = state.current; at !== null && !rule.stops.has(at.tag); at = at.parent) {
    if (rule.ends.has(at.tag)) {
      closeThrough(state, at);
      return;
    }
  }
}

function isForgotten(state: State, tag: string): boolean {
  if (!FORMATTING.has(tag)) return false;
  let same = 0;
  for (let at: Growing | null = state.current; at !== null && FORMATTING.has(at.tag); at = at.parent) {
    if (at.tag === tag) same += 1;
  }
  return same >= SAME_FORMATTING * (tag === 'span' ? 8 : 1);
}

function append(state: State, tag: string, attributes: Readonly<Record<string, string>>): Growing {
  const parent = state.current;
  const element: Growing = {
    tag,
    attributes: leanAttributes(attributes),
    parent,
    depth: parent.depth + 1,
    children: [],
    open: true,
  };
  state.guard.depth(element.depth);
  if (tag === 'table') {
    state.tables += 1;
    state.guard.tables(state.tables);
  }
  parent.children.push(element);
  state.current = element;
  state.elements += 1;
  state.finds.element(element);
  return element;
}

function closeTag(state: State): void {
  const element = state.mirror.pop();
  if (state.skipping > 0) {
    state.skipping -= 1;
    if (state.skipping === 0 && state.capturing) state.finds.endText();
    return;
  }
  if (element?.open) closeThrough(state, element);
}

function closeThrough(state: State, element: Growing): void {
  for (let at: Growing | null = state.current; at?.open; at = at.parent) {
    at.open = false;
    if (at.tag === 'table') state.tables -= 1;
    if (at === element) break;
  }
  state.current = element.parent ?? state.root;
}

function addText(state: State, text: string): void {
  if (state.skipping > 0) {
    if (state.capturing) state.finds.text(text);
    return;
  }
  const children = state.current.children;
  const last = children.length - 1;
  const before = children[last];
  if (typeof before === 'string') children[last] = before + text;
  else children.push(text);
  if (state.breaks > 0 && text.trim() !== '') state.breaks = 0;
}
