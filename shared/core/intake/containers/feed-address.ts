/** Where an entry of a feed is. In: elements. Out: addresses, resolved where the feed says against what; as they stand where it does not. */

import { parseWebUrl, sameSite } from '../../url.ts';
import type { Node } from '../formats/markup-tree.ts';
import { textOf } from '../formats/markup-tree.ts';
import { webAddress } from './entry.ts';
import { inModule, own } from './feed-names.ts';

/** Links of the feed's format and, in RSS, those of Atom. */
export function linksOf(node: Node | undefined): readonly Node[] {
  return [...own(node, 'link'), ...inModule(node, 'atom', 'link')];
}

/** Empty where there is none. One without `rel` leads to the page itself (RFC 4287 4.2.7.2). */
export function pageLink(links: readonly Node[]): string {
  const page = links.find(({ attributes }) => isPage(attributes['rel']) && attributes['href'] !== undefined);
  return page?.attributes['href'] ?? '';
}

export function selfLink(links: readonly Node[]): string {
  return links.find(({ attributes }) => attributes['rel'] === 'self')?.attributes['href'] ?? '';
}

/** Of the site that a feed belongs to: a link of RSS stands in the text, one of Atom in `href`. */
export function homeLink(links: readonly Node[]): string {
  const site = links.find(({ attributes }) => isPage(attributes['rel']));
  return site === undefined ? '' : textOf(site) || (site.attributes['href'] ?? '');
}

function isPage(rel: string | undefined): boolean {
  return rel === undefined || rel === 'alternate';
}

/** Against what relative addresses in a feed are meant: `xml:base`, else its own address, or its site's where a service hands it out. Or empty. */
export function baseOf(root: Node, channel: Node | undefined): string {
  const links = linksOf(channel);
  const [self, home] = [parseWebUrl(selfLink(links)), parseWebUrl(homeLink(links))];
  const isElsewhere = self !== null && home !== null && !sameSite(self.hostname, home.hostname);
  const address = (isElsewhere ? home : (self ?? home))?.href ?? '';
  const nodes = channel === undefined || channel === root ? [root] : [root, channel];
  return nodes.reduce((base, node) => baseIn(node, base), address);
}

/** `xml:base` of an element, which may be relative itself. */
export function baseIn(node: Node, base: string): string {
  const stated = node.attributes['base'];
  return stated === undefined ? base : webAddress(resolved(stated, base)) || base;
}

/** `/1`, `https://a.example/feed` //=> `https://a.example/1`. What cannot be resolved stays as it stands. */
export function resolved(address: string, base: string): string {
  const written = address.trim();
  if (written === '' || base === '' || URL.canParse(written) || !URL.canParse(written, base)) return written;
  return new URL(written, base).href;
}
