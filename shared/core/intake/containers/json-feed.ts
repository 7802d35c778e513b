/** A JSON Feed in, its entries out, by the same rules as those of other feeds. Null for other JSON. */
import { isObject, type Json, type JsonObject, listOf, parsedJson } from '../../html/json.ts';
import { LIMITS } from '../../limits.ts';
import type { Rejection } from '../../rejection.ts';
import { longText, word, words } from '../formats/json-value.ts';
import { markupTree } from '../formats/markup-tree.ts';
import { paragraphsOf, paragraphsOfText } from '../formats/paragraphs.ts';
import type { Paragraph } from '../formats/stated.ts';
import { HEAD_CHARS } from '../markup.ts';
import { brokenJson } from '../unsupported.ts';
import { type Carried, type Entry, webAddress } from './entry.ts';
import { stated } from './feed-about.ts';
import { feedParts } from './json-feed-parts.ts';

/** As the value of a name: an article may well speak of the format. */
const VERSION = /"version"\s{0,20}:\s{0,20}"https?:(?:\\?\/){2}jsonfeed\.org\\?\/version\\?\/\d/;
const ADDRESS = /^https?:\/\/jsonfeed\.org\/version\/\d/;
export function saysJsonFeed(text: string): boolean {
  return VERSION.test(text.slice(0, HEAD_CHARS));
}

/** Throws `Rejection` for one that has no items that could be read. */
export function jsonFeedEntries(text: string): readonly Entry[] | null {
  if (!saysJsonFeed(text)) return null;
  const whole = parsedJson(text);
  if (whole === undefined) return entriesLeft(text);
  if (!isObject(whole) || !ADDRESS.test(word(whole['version']))) return null;
  return listOf(whole['items'])
    .filter(isObject)
    .slice(0, LIMITS.containerMembers + 1)
    .map((item) => entryOf(item, whole));
}

function entriesLeft(text: string): readonly Entry[] {
  const { feed, parts } = feedParts(text);
  if (!isObject(feed)) throw brokenJson();
  return parts.map(({ item, flaw }) => (flaw === null ? entryOf(item, feed) : lost(entryOf(item, feed), flaw)));
}

function lost(entry: Entry, flaw: Rejection): Entry {
  const read = () => {
    throw flaw;
  };
  return { ...entry, read };
}

function entryOf(item: JsonObject, feed: JsonObject): Entry {
  const url = word(item['url']) || word(item['external_url']);
  return { url, guid: idOf(item['id']) || url, whose: whoseNames(feed), read: () => carriedBy(item, feed) };
}

function whoseNames(feed: JsonObject): readonly string[] {
  return [webAddress(word(feed['feed_url'])), webAddress(word(feed['home_page_url'])), word(feed['title'])];
}

function carriedBy(item: JsonObject, feed: JsonObject): Carried {
  const content = contentOf(item);
  const summary = word(item['summary']);
  const authors = listOf(item['authors'] ?? item['author'] ?? feed['authors'] ?? feed['author']);
  return {
    ...{ name: 'an entry of a JSON Feed', mediaType: 'application/feed+json', headline: word(item['title']) },
    ...{ deck: content.length === 0 ? '' : summary, content },
    teaser: paragraphsOfText(longText(item['summary'])),
    changed: word(item['date_modified']),
    fields: [
      ...stated('JSON Feed', 'published', word(item['date_published'])),
      ...stated('JSON Feed', 'modified', word(item['date_modified'])),
      ...authors.flatMap((author) => stated('JSON Feed', 'author', word(author))),
      ...words(item['tags']).flatMap((tag) => stated('JSON Feed', 'keywords', tag)),
      ...stated('JSON Feed', 'image', word(item['image'])),
      ...stated('JSON Feed', 'publisher', word(feed['title'])),
      ...stated('JSON Feed', 'language', word(item['language']) || word(feed['language'])),
    ],
  };
}

function contentOf(item: JsonObject): readonly Paragraph[] {
  const html = longText(item['content_html']);
  return html.trim() === '' ? paragraphsOfText(longText(item['content_text'])) : paragraphsOf(markupTree(html, 'html'));
}

/** Old feeds write numbers. */
function idOf(id: Json | undefined): string {
  return typeof id === 'number' ? String(id) : word(id);
}
