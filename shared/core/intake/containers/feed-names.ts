/**
 * Elements of a feed by what they are called and whose name that is. Promise: `<media:title>` is never taken for the feed's own `<title>`,
 * whatever prefixes its writer chose; a prefix that nobody declared counts by what everybody means by it.
 */
import { children, type Node } from '../formats/markup-tree.ts';

/** Modules of feeds of which names are read. */
export type Vocabulary = 'atom' | 'content' | 'dc' | 'dcterms' | 'itunes';

/** Without scheme and closing slash, in lower case: feeds are not exact about these. */
const SPACES: ReadonlyMap<string, Vocabulary> = new Map([
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns#', 'atom'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
]);

/** Children of the same format as the element itself. One without any namespace is, too: templates lose it. */
export function own(node: Node | undefined, name: string): readonly Node[] {
  return node === undefined ? [] : children(node, name).filter((child) => isOwn(child, node));
}

/** Children out of a module. */
export function inModule(node: Node | undefined, vocabulary: Vocabulary, name: string): readonly Node[] {
  if (node === undefined) return [];
  return children(node, name).filter((child) => !isOwn(child, node) && vocabularyOf(child) === vocabulary);
}

function isOwn(child: Node, node: Node): boolean {
  if (child.space === '') return child.prefix === '' || (node.space === '' && child.prefix === node.prefix);
  return child.space === node.space;
}

function vocabularyOf({ space, prefix }: Node): string {
  const bare = space
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
  return SPACES.get(bare) ?? prefix;
}
