/**
 * A feed in RSS, RDF or Atom in, its entries out. Promise: an entry that carries its text is an article; one that only says where the
 * text is, is named as such and no article.
 */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { isUnique } from '../formats/guid.ts';
import { all, first, markupTree, type Node, textOf } from '../formats/markup-tree.ts';
import { atomEntry, namesOf } from './atom-entry.ts';
import { type Entry, webAddress } from './entry.ts';
import type { About } from './feed-about.ts';
import { baseOf, homeLink, linksOf, selfLink } from './feed-address.ts';
import { plainLine } from './feed-line.ts';
import { inModule, own } from './feed-names.ts';
import { lineIn } from './feed-text.ts';
import { rssEntry } from './rss-entry.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  rss: 'application/rss+xml',
  rdf: 'application/rss+xml',
  feed: 'application/atom+xml',
};

/** Root elements of feeds. */
export const FEED_ROOTS: ReadonlySet<string> = new Set(Object.keys(MEDIA_TYPES));

export function feedEntries(text: string): readonly Entry[] {
  if (text.length > LIMITS.feedChars) throw tooLong();
  const tree = markupTree(text, 'xml');
  const root = tree.children.find((child) => typeof child !== 'string' && FEED_ROOTS.has(child.name));
  if (root === undefined || typeof root === 'string') return [];
  const isAtom = root.name === 'feed';
  const channel = isAtom ? root : first(root, 'channel');
  const titleOf = isAtom ? lineIn : (title: Node | undefined) => plainLine(textOf(title));
  const about = aboutOf(root, channel, titleOf);
  const whose = sendersOf(channel, titleOf);
  const mediaType = MEDIA_TYPES[root.name] ?? 'application/rss+xml';
  const entries = all(root, isAtom ? 'entry' : 'item').map((item) => {
    const { url, guid, read } = isAtom ? atomEntry(item, about) : rssEntry(item, about);
    return { url, guid, whose: [...origin(item, titleOf), ...whose], read: () => ({ ...read(), mediaType }) };
  });
  if (!isClosed(text, root.name)) return cutOff(entries, text, isAtom ? 'entry' : 'item');
  if (entries.length === 0 && !isFeed(root, channel)) throw noFeed(root.name);
  return entries;
}

/** One without entries is a feed by what it says of itself: other documents have a root of the same name. */
function isFeed({ name, attributes }: Node, channel: Node | undefined): boolean {
  return name === 'feed' ? Object.values(attributes).some((value) => /\batom\b/i.test(value)) : channel !== undefined;
}

function noFeed(name: string): Rejection {
  return new Rejection(
    'document.unsupported-format',
    `This is a document with the root <${name}> and no entry of RSS or Atom in it: save its text as HTML or plain text.`,
  );
}

function tooLong(): Rejection {
  const most = LIMITS.feedChars / 1024 / 1024;
  return new Rejection(
    'document.too-large',
    `The feed has more than ${most} million characters unpacked: upload it in parts.`,
  );
}

/** More than this does not stand behind the end of a feed. */
const TAIL_CHARS = 65_536;

function isClosed(text: string, name: string): boolean {
  const tail = text.slice(-TAIL_CHARS).toLowerCase();
  return tail.includes(`</${name}`) || tail.includes(`:${name}>`);
}

/** The entry in which the text ends is named, and not read: nobody knows what is missing of it. */
function cutOff(entries: readonly Entry[], text: string, name: string): readonly Entry[] {
  const isInside = text.lastIndexOf(`<${name}`) > text.lastIndexOf(`</${name}`);
  const { url = '', guid = '', whose = [] } = (isInside ? entries.at(-1) : undefined) ?? {};
  const read = () => {
    throw new Rejection('document.truncated', 'The feed ends in the middle of this entry: upload the whole file.');
  };
  return [...(isInside ? entries.slice(0, -1) : entries), { url, guid, whose, read }];
}

type TitleOf = (title: Node | undefined) => string;

function aboutOf(root: Node, channel: Node | undefined, titleOf: TitleOf): About {
  return {
    title: titleOf(own(channel, 'title')[0]),
    language: languageOf(root, channel),
    authors: namesOf(own(channel, 'author')),
    base: baseOf(root, channel),
  };
}

function languageOf(root: Node, channel: Node | undefined): string {
  const [stated] = [...own(channel, 'language'), ...inModule(channel, 'dc', 'language')];
  return textOf(stated) || (root.attributes['lang'] ?? '');
}

/** By what a feed is told from others: its permanent name (Atom), its address, that of its site, its title. */
function sendersOf(channel: Node | undefined, titleOf: TitleOf): readonly string[] {
  const id = textOf(own(channel, 'id')[0]);
  const links = linksOf(channel);
  const addresses = [selfLink(links), homeLink(links)].map(webAddress);
  return [isUnique(id) ? id : '', ...addresses, titleOf(own(channel, 'title')[0])];
}

/** An entry that was taken over from another feed keeps the name that it has there. */
function origin(item: Node, titleOf: TitleOf): readonly string[] {
  const [source] = own(item, 'source');
  return source === undefined ? [] : [webAddress(source.attributes['url'] ?? ''), ...sendersOf(source, titleOf)];
}
