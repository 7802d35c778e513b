/**
 * A feed in RSS, RDF or Atom in, its entries out. Promise: an entry that carries its text is an article; one that only says where the
 * text is, is named as such and no article.
 */
import { LIMITS } from '../../limits.ts';
import { Rejection } from '../../rejection.ts';
import { isUnique } from '../formats/guid.ts';
import { all, children, first, markupTree, type Node, textOf } from '../formats/markup-tree.ts';
import { paragraphsOf } from '../formats/paragraphs.ts';
import type { Paragraph, StatedField } from '../formats/stated.ts';
import { type Carried, type Entry, webAddress } from './entry.ts';

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
  const about = { title: textOf(children(channel, 'title')[0]), language: languageOf(root, channel) };
  const whose = namesOf(channel);
  const mediaType = MEDIA_TYPES[root.name] ?? 'application/rss+xml';
  const entries = all(root, isAtom ? 'entry' : 'item').map((item) => {
    const { url, guid, read } = isAtom ? atomEntry(item, about) : rssEntry(item, about);
    return { url, guid, whose: [...origin(item), ...whose], read: () => ({ ...read(), mediaType }) };
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

interface About {
  readonly title: string;
  readonly language: string;
}

function languageOf(root: Node, channel: Node | undefined): string {
  return textOf(children(channel, 'language')[0]) || (root.attributes['lang'] ?? '');
}

/** By what a feed is told from others: its permanent name (Atom), its address, that of its site, its title. */
function namesOf(channel: Node | undefined): readonly string[] {
  const id = textOf(children(channel, 'id')[0]);
  const links = children(channel, 'link');
  const self = links.find(({ attributes }) => attributes['rel'] === 'self')?.attributes['href'] ?? '';
  const site = links.find(({ attributes }) => attributes['rel'] === undefined || attributes['rel'] === 'alternate');
  const home = site === undefined ? '' : textOf(site) || (site.attributes['href'] ?? '');
  return [isUnique(id) ? id : '', webAddress(self), webAddress(home), textOf(children(channel, 'title')[0])];
}

/** An entry that was taken over from another feed keeps the name that it has there. */
function origin(item: Node): readonly string[] {
  const source = children(item, 'source')[0];
  return source === undefined ? [] : [webAddress(source.attributes['url'] ?? ''), ...namesOf(source)];
}

type Found = Omit<Entry, 'read' | 'whose'> & { readonly read: () => Omit<Carried, 'mediaType'> };

function rssEntry(item: Node, about: About): Found {
  const text = (name: string) => textOf(children(item, name).find(({ attributes }) => attributes['url'] === undefined));
  const link = text('link') || (item.attributes['about'] ?? '');
  const guid = text('guid') || link;
  return { url: link, guid, read: () => rssText(item, text, about) };
}

function rssText(item: Node, text: (name: string) => string, about: About): ReturnType<Found['read']> {
  const encoded = text('encoded');
  const description = text('description');
  return {
    ...{
      name: 'an entry of an RSS feed',
      headline: text('title'),
      deck: encoded === '' ? '' : plain(description),
    },
    ...{ content: inHtml(encoded), teaser: inHtml(description) },
    fields: [
      ...stated('RSS', 'published', text('pubdate') || text('date')),
      ...children(item, 'creator').flatMap((creator) => stated('RSS', 'author', textOf(creator))),
      ...stated('RSS', 'author', nameOnly(text('author'))),
      ...children(item, 'category').flatMap((category) => stated('RSS', 'keywords', textOf(category))),
      ...stated('RSS', 'publisher', about.title),
      ...stated('RSS', 'language', about.language),
    ],
  };
}

/** The standard wants an address of mail there, with the name behind it: `desk@news.example (Ada Quill)`. */
function nameOnly(author: string): string {
  const name = /\(([^()]{1,120})\)\s{0,5}$/.exec(author)?.[1];
  return name ?? (author.includes('@') ? '' : author);
}

function atomEntry(entry: Node, about: About): Found {
  const child = (name: string) => children(entry, name).find(({ attributes }) => attributes['url'] === undefined);
  const links = children(entry, 'link').map(({ attributes }) => attributes);
  const link = links.find(({ rel }) => rel === undefined || rel === 'alternate')?.['href'] ?? '';
  return { url: link, guid: textOf(child('id')) || link, read: () => atomText(entry, child, about) };
}

function atomText(entry: Node, child: (name: string) => Node | undefined, about: About): ReturnType<Found['read']> {
  const authors = [...children(entry, 'author'), ...children(entry, 'contributor')];
  const published = textOf(child('published'));
  const updated = textOf(child('updated'));
  const content = construct(child('content'));
  return {
    ...{
      name: 'an entry of an Atom feed',
      headline: plain(textOf(child('title'))),
      deck: content.length === 0 ? '' : plain(textOf(child('summary'))),
      content,
      teaser: construct(child('summary')),
    },
    fields: [
      ...stated('Atom', 'published', published || updated),
      ...(published === '' ? [] : stated('Atom', 'modified', updated)),
      ...authors.flatMap((author) => stated('Atom', 'author', textOf(children(author, 'name')[0]))),
      ...children(entry, 'category').flatMap(({ attributes }) =>
        stated('Atom', 'keywords', attributes['label'] ?? attributes['term'] ?? ''),
      ),
      ...stated('Atom', 'rights', textOf(child('rights'))),
      ...stated('Atom', 'publisher', about.title),
      ...stated('Atom', 'language', entry.attributes['lang'] ?? about.language),
    ],
  };
}

/** Atom's text is mark-up itself, or mark-up in text, or text. */
function construct(node: Node | undefined): readonly Paragraph[] {
  if (node === undefined) return [];
  return node.attributes['type'] === 'xhtml' ? paragraphsOf(node) : inHtml(rawText(node));
}

/** With its line breaks, which part paragraphs where there is no mark-up. */
function rawText(node: Node): string {
  return node.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('');
}

function inHtml(text: string): readonly Paragraph[] {
  return text.trim() === '' ? [] : paragraphsOf(markupTree(text, 'html'));
}

function plain(text: string): string {
  return inHtml(text)
    .map((paragraph) => paragraph.text)
    .join(' ');
}

function stated(format: string, field: StatedField['field'], value: string): readonly StatedField[] {
  return value === '' ? [] : [{ field, value, where: `${format} ${field}` }];
}
