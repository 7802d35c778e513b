/** An item of RSS or RDF in; where it is, its name and, when its turn comes, what it says out. */

import { parseWebUrl } from '../../url.ts';
import { type Node, textOf } from '../formats/markup-tree.ts';
import { type About, type Found, stated } from './feed-about.ts';
import { baseIn, linksOf, pageLink, resolved } from './feed-address.ts';
import { plainLine } from './feed-line.ts';
import { inModule, own } from './feed-names.ts';
import { inHtml, joined } from './feed-text.ts';

export function rssEntry(item: Node, about: About): Found {
  const url = addressOf(item, baseIn(item, about.base));
  const guid = textOf(own(item, 'guid')[0]) || url;
  return { url, guid, read: () => rssText(item, about) };
}

/** The link; else, in RDF, what the item is about; else a link of Atom; else a guid that is not said to be none. */
function addressOf(item: Node, base: string): string {
  const links = own(item, 'link').map(textOf);
  const link = links.find((text) => text !== '') || item.attributes['about'] || '';
  // Nothing else is an address for sure: some write words there.
  if (link !== '') return link.startsWith('/') ? resolved(link, base) : link;
  const beside = pageLink(linksOf(item));
  return beside === '' ? permalinkOf(item) : resolved(beside, base);
}

/** By the standard a guid is the item's address unless it says `isPermaLink="false"`. Places in one page, as live blogs number them, are names of entries. */
function permalinkOf(item: Node): string {
  const [guid] = own(item, 'guid');
  const isNone = guid?.attributes['ispermalink']?.trim().toLowerCase() === 'false';
  const text = textOf(guid);
  return isNone || text.includes('#') || parseWebUrl(text) === null ? '' : text;
}

function rssText(item: Node, about: About): ReturnType<Found['read']> {
  const text = (name: string) => textOf(own(item, name)[0]);
  const module = (name: string) => textOf([...inModule(item, 'dc', name), ...inModule(item, 'dcterms', name)][0]);
  const encoded = textOf([...inModule(item, 'content', 'encoded'), ...own(item, 'encoded')][0]);
  const content = inHtml(encoded);
  const description = text('description') || module('description');
  return {
    ...{ name: 'an entry of an RSS feed', headline: plainLine(text('title') || module('title')) },
    ...{ deck: content.length === 0 ? '' : joined(inHtml(description)), content, teaser: inHtml(description) },
    fields: [
      ...stated('RSS', 'published', text('pubdate') || module('date') || text('date')),
      ...authorsOf(item).flatMap((author) => stated('RSS', 'author', author)),
      ...own(item, 'category').flatMap((category) => stated('RSS', 'keywords', plainLine(textOf(category)))),
      ...stated('RSS', 'publisher', about.title),
      ...stated('RSS', 'language', about.language),
    ],
  };
}

/** Podcasts name the house that made the series there: who else is named, is the author. */
function authorsOf(item: Node): readonly string[] {
  const creators = [
    ...inModule(item, 'dc', 'creator'),
    ...inModule(item, 'dcterms', 'creator'),
    ...own(item, 'creator'),
  ];
  const people = inModule(item, 'atom', 'author').flatMap((author) => own(author, 'name'));
  const named = [...creators.map(lineOf), ...own(item, 'author').map(lineOf).map(nameOnly), ...people.map(lineOf)];
  const authors = named.filter((name) => name !== '');
  return authors.length > 0 ? authors : inModule(item, 'itunes', 'author').map(lineOf);
}

function lineOf(node: Node): string {
  return plainLine(textOf(node));
}

/** The standard wants an address of mail there, with the name behind it: `desk@news.example (Ada Quill)`. */
function nameOnly(author: string): string {
  const name = /\(([^()]{1,120})\)\s{0,5}$/.exec(author)?.[1];
  return name?.trim() ?? (author.includes('@') ? '' : author);
}
