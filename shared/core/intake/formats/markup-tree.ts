/**
 * Mark-up in, a small tree out. Promise: entities of a document type and external parts are never resolved, nothing is fetched,
 * and a tree that is deeper or larger than any news item ends as a `Rejection`.
 */
import { Parser } from 'htmlparser2';
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';

export interface Node {
  /** Lower case, without prefix. */
  readonly name: string;
  /** As written, in lower case; empty where there is none. */
  readonly prefix: string;
  /** The namespace that its prefix, or none, stands for; empty where that is not declared, and in HTML. */
  readonly space: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Node | string)[];
  /** In XML: the text ended before it did. */
  readonly isOpen?: boolean;
}

interface Open extends Node {
  readonly children: (Node | string)[];
  isOpen?: boolean;
  /** By prefix; none stands for the empty one. */
  readonly declared: ReadonlyMap<string, string>;
}

const NONE: ReadonlyMap<string, string> = new Map();

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function prefixOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf(':'))).toLowerCase();
}

/** `xmlns="…"`, `xmlns:media="…"`. */
function declaredBy(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const names = Object.entries(attributes).slice(0, LIMITS.htmlAttributes);
  const own = names.filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  if (own.length === 0) return NONE;
  return new Map(own.map(([key, value]) => [key.slice('xmlns:'.length).toLowerCase(), value.trim()]));
}

function opened(name: string, attributes: Readonly<Record<string, string>>): Open {
  const few = Object.entries(attributes).slice(0, LIMITS.htmlAttributes);
  const kept = few.map(([key, value]) => [localName(key), value.slice(0, LIMITS.htmlAttributeChars)] as const);
  const bare = { name: localName(name), prefix: prefixOf(name), attributes: Object.fromEntries(kept) };
  return { ...bare, space: '', declared: NONE, children: [] };
}

/** `around`: elements that stand open, the nearest last. */
function inSpace(node: Open, attributes: Readonly<Record<string, string>>, around: readonly Open[]): Open {
  const declared = declaredBy(attributes);
  const { prefix } = node;
  const outer = around.findLast((open) => open.declared.has(prefix))?.declared.get(prefix);
  return { ...node, declared, space: declared.get(prefix) ?? outer ?? '' };
}

export function markupTree(text: string, language: 'xml' | 'html'): Node {
  const root: Open = { name: '', prefix: '', space: '', declared: NONE, attributes: {}, children: [] };
  const stack: Open[] = [root];
  let [elements, attributesOfTag] = [0, 0];
  const top = (): Open => stack.at(-1) ?? root;
  const parser = new Parser(
    {
      onattribute() {
        attributesOfTag += 1;
        if (attributesOfTag > LIMITS.treeAttributes) throw tooManyAttributes();
      },
      onopentag(name, attributes) {
        [elements, attributesOfTag] = [elements + 1, 0];
        if (elements > LIMITS.htmlElements) throw tooMany();
        if (stack.length > LIMITS.htmlDepth) throw tooDeep();
        const bare = opened(name, attributes);
        const node = language === 'xml' ? inSpace(bare, attributes, stack) : bare;
        top().children.push(node);
        stack.push(node);
      },
      ontext(data) {
        top().children.push(data);
      },
      onclosetag() {
        if (stack.length > 1) stack.pop();
      },
    },
    { xmlMode: language === 'xml', decodeEntities: true },
  );
  // What is there of a tag that is cut off is no text.
  parser.write(language === 'xml' ? text.replace(/<\/?$/, '') : text);
  // What is never closed is closed by the end: in HTML that is how it is written, in XML it was cut off.
  if (language === 'xml') for (const node of stack.slice(1)) node.isOpen = true;
  parser.end();
  return root;
}

function tooMany(): Rejection {
  return new Rejection(
    'page.too-many-elements',
    `The document has more than ${LIMITS.htmlElements} elements; no article has.`,
  );
}

function tooManyAttributes(): Rejection {
  return new Rejection(
    'page.too-many-elements',
    `A tag of the document has more than ${LIMITS.treeAttributes} attributes; no article has such a tag.`,
  );
}

function tooDeep(): Rejection {
  return new Rejection('page.too-deep', `The document is nested deeper than ${LIMITS.htmlDepth} elements.`);
}

function isNode(child: Node | string): child is Node {
  return typeof child !== 'string';
}

/** All elements of one of these names, in order; those inside another that fits are not looked for. */
export function all(node: Node, ...names: readonly string[]): readonly Node[] {
  return node.children.filter(isNode).flatMap((child) => (names.includes(child.name) ? [child] : all(child, ...names)));
}

export function children(node: Node | undefined, name: string): readonly Node[] {
  return (node?.children ?? []).filter(isNode).filter((child) => child.name === name);
}

export function first(node: Node | undefined, ...names: readonly string[]): Node | undefined {
  return node === undefined ? undefined : all(node, ...names)[0];
}

/** All text inside, white space collapsed. */
export function textOf(node: Node | undefined): string {
  return node === undefined ? '' : collapsed(rawText(node));
}

function rawText(node: Node): string {
  return node.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('');
}

export function collapsed(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
