/** Texts of Atom and HTML of feeds in, paragraphs out. Promise: mark-up is read as such only where the format, or the text itself, says that it is mark-up. */
import { markupTree, type Node, textOf } from '../formats/markup-tree.ts';
import { paragraphsOf, paragraphsOfText } from '../formats/paragraphs.ts';
import type { Paragraph } from '../formats/stated.ts';
import { withoutReferences } from './feed-line.ts';

export function inHtml(text: string): readonly Paragraph[] {
  return text.trim() === '' ? [] : paragraphsOf(markupTree(text, 'html'));
}

/** With its line breaks. */
function rawText(node: Node): string {
  return node.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('');
}

type Written = 'text' | 'html' | 'markup' | 'bytes';

/**
 * What stands in an element of Atom (RFC 4287 3.1.1, 4.1.3): by its type, and without one plain text. Elements in it are mark-up whatever it says.
 * Atom 0.3 has media types in titles too, and `mode`.
 */
function written(node: Node): Written | null {
  const type = (node.attributes['type'] ?? '').trim().toLowerCase();
  if (type === 'xhtml' || node.children.some((child) => typeof child !== 'string')) return 'markup';
  if (type === 'html' || type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (type === 'text' || type.startsWith('text/')) return 'text';
  if (node.attributes['mode'] === 'base64') return 'bytes';
  return /^(?:image|audio|video|font|application)\/(?!(?:[\w.-]{1,60}\+)?xml$)/.test(type) ? 'bytes' : null;
}

/** The text or the summary of an entry. Without a type it may be HTML: site generators write so, though it is plain text by the standard. */
export function paragraphsIn(node: Node | undefined): readonly Paragraph[] {
  if (node === undefined) return [];
  const how = written(node);
  if (how === 'markup') return paragraphsOf(node);
  if (how === 'bytes') return [];
  const text = rawText(node);
  return how === 'html' || (how === null && isHtml(text)) ? inHtml(text) : paragraphsOfText(text);
}

/** A title or the like. Without a type it is plain text: `<LQT.L>` stays; references of HTML are undone, which some escape twice. */
export function lineIn(node: Node | undefined): string {
  if (node === undefined) return '';
  const how = written(node);
  if (how === 'bytes') return '';
  if (how === 'html') return joined(inHtml(rawText(node)));
  if (how === 'markup') return joined(paragraphsOf(node));
  return how === null ? withoutReferences(textOf(node)) : textOf(node);
}

export function joined(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => text).join(' ');
}

const BLOCK = /<(\/?)(p|div|ul|ol|li|h[1-6]|blockquote|table|figure|section|article|pre)(?=[\s/>])[^<>]{0,300}>/gi;
const BREAK = /<br\s{0,5}\/?>/i;
const LINK = /<a\s{1,5}href=["'][^<>]{1,2000}>[^<>]{1,500}<\/a>/i;

/** A line break or a link of HTML, or blocks of one name that are closed as often as they are opened: nobody writes these by the way. `<LQT.L>` is neither. */
function isHtml(text: string): boolean {
  if (BREAK.test(text) || LINK.test(text)) return true;
  const [opened, closed] = [new Map<string, number>(), new Map<string, number>()];
  for (const [, slash, name = ''] of text.matchAll(BLOCK)) {
    const counted = slash === '' ? opened : closed;
    counted.set(name.toLowerCase(), (counted.get(name.toLowerCase()) ?? 0) + 1);
  }
  return [...opened].some(([name, count]) => closed.get(name) === count);
}
