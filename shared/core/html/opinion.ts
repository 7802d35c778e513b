/**
 * A page's lean tree in; Readability's idea of the article out: a second opinion, never the answer. One jsdom window serves
 * all pages of a thread and only ever sees what is built here, node by node, from the lean tree: no script, style or address
 * that could run or be fetched. Loads jsdom with the first page that asks, four of a hundred: worker threads and tools only.
 */
import { createRequire } from 'node:module';
import { Readability } from '@mozilla/readability';
import type { JSDOM } from 'jsdom';
import type { Element, Opinion } from '../block.ts';
import { LIMITS } from '../limits.ts';
import { plain } from './plain.ts';
import { BLOCK } from './tags.ts';
import type { Tree, TreeElement } from './tree.ts';
import { forEachElement } from './walk.ts';

/** What Readability looks at; the rest only costs memory. */
const ATTRIBUTES: readonly string[] =
  'id class href src alt title rel role itemprop property name content datetime dir lang summary border aria-hidden aria-modal'.split(
    ' ',
  );

/** A tag that no DOM accepts is taken for a plain container. */
const TAG = /^[a-z][a-z0-9-]{0,40}$/;

/** By its name at the moment that it is wanted, so that no bundle holds it: most pages never need it, and it takes longer to load than they to be read. */
const load = createRequire(import.meta.url);
let home: JSDOM | null = null;

/** A new document in the one window, which costs a fortieth of a new window. */
function newDocument(): Document {
  home ??= newHome();
  return home.window.document.implementation.createHTMLDocument('');
}

function newHome(): JSDOM {
  const engine: typeof import('jsdom') = load('jsdom');
  return new engine.JSDOM('');
}

function copyOf(document: Document, element: TreeElement): HTMLElement {
  const copy = document.createElement(TAG.test(element.tag) ? element.tag : 'div');
  for (const name of ATTRIBUTES) {
    const value = element.attributes[name];
    if (value !== undefined) copy.setAttribute(name, value);
  }
  return copy;
}

/** `html` and `body` are entered but not copied: Readability throws away a whole page whose body has an unlucky class. */
const SEEN_THROUGH: ReadonlySet<string> = new Set(['#root', 'html', 'head', 'body']);
const LEFT_OUT: ReadonlySet<string> = new Set(['meta', 'link', 'base']);

function fillBody(document: Document, root: TreeElement, leaveOut: ReadonlySet<Element>): void {
  const pending: { readonly from: TreeElement; readonly to: HTMLElement }[] = [{ from: root, to: document.body }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const child of next.from.children) {
      if (typeof child === 'string') next.to.append(document.createTextNode(child));
      else if (leaveOut.has(child)) continue;
      else if (SEEN_THROUGH.has(child.tag)) pending.push({ from: child, to: next.to });
      else if (!LEFT_OUT.has(child.tag)) {
        const copy = copyOf(document, child);
        next.to.append(copy);
        pending.push({ from: child, to: copy });
      }
    }
  }
}

function documentOf(tree: Tree, leaveOut: ReadonlySet<Element>): Document {
  const document = newDocument();
  document.title = tree.title ?? '';
  for (const meta of tree.metas) document.head.append(copyOf(document, meta));
  fillBody(document, tree.root, leaveOut);
  return document;
}

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** Texts between the edges of blocks and line breaks, in order. */
function paragraphsOf(content: Node): readonly string[] {
  const paragraphs: string[] = [];
  let run = '';
  const flush = () => {
    const text = run.replace(/\s+/g, ' ').trim();
    if (text !== '') paragraphs.push(text);
    run = '';
  };
  const pending: (Node | 'edge')[] = [content];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === 'edge') flush();
    else if (node.nodeType === TEXT_NODE) run += node.nodeValue ?? '';
    else if (node.nodeType === ELEMENT_NODE) {
      const tag = node.nodeName.toLowerCase();
      if (BLOCK.has(tag) || tag === 'br') {
        flush();
        pending.push('edge');
      }
      for (let child = node.lastChild; child !== null; child = child.previousSibling) pending.push(child);
    }
  }
  flush();
  return paragraphs;
}

/** Readability looks at every element and, for many, at all that is around and inside it. */
function workOf(tree: Tree, leaveOut: ReadonlySet<Element>): number {
  let elements = 0;
  let depths = 0;
  forEachElement(tree.root, (element) => {
    if (leaveOut.has(element)) return 'skip';
    elements += 1;
    depths += element.depth;
    return undefined;
  });
  return elements * depths;
}

/** `null` when Readability finds no article, or when the page is so large that asking would cost more than it tells. */
export function secondOpinion(tree: Tree, leaveOut: ReadonlySet<Element> = new Set()): Opinion | null {
  if (workOf(tree, leaveOut) > LIMITS.opinionWork) return null;
  const result = new Readability<Node>(documentOf(tree, leaveOut), {
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse();
  if (result?.content == null) return null;
  return {
    paragraphs: paragraphsOf(result.content),
    headline: plain(result.title ?? '') || null,
    byline: plain(result.byline ?? '') || null,
  };
}
