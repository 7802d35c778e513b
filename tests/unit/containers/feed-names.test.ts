/** Names in feeds count together with whose they are: a picture has a title, a podcast a summary, and neither is the article's. */
import { describe, expect, it } from 'vitest';
import { feedEntries } from '../../../shared/core/intake/containers/feed.ts';

const MODULES = `xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:atom="http://www.w3.org/2005/Atom"`;
const BESIDE = `<media:title>Picture</media:title><media:description>In the picture</media:description><media:content url="https://a.example/p.jpg">
  <media:title>Inner</media:title></media:content><itunes:title>Episode</itunes:title><itunes:summary>Of the episode</itunes:summary>
  <excerpt:encoded>Excerpt</excerpt:encoded><media:category>pictures</media:category><media:link>https://a.example/p</media:link>`;
const OWN = `<title>Tide is early</title><link>https://a.example/1</link><guid>g1</guid><description>In short</description>
  <content:encoded>The text</content:encoded><category>tides</category><dc:creator>Ada Quill</dc:creator><dc:date>2026</dc:date>`;
const rss = (item: string, modules = MODULES, channel = '<title>The Post</title>') =>
  `<rss ${modules}><channel>${channel}<item>${item}</item></channel></rss>`;

const said = (feed: string) =>
  feedEntries(feed).map(({ url, guid, read }) => {
    const { headline, deck, content, teaser, fields } = read();
    const texts = [content, teaser].map((paragraphs) => paragraphs.map(({ text }) => text).join('|'));
    return [url, guid, headline, deck, ...texts, fields.map(({ field, value }) => `${field}=${value}`).join(' ')];
  });
const fields = (feed: string) => said(feed).map((entry) => entry[6]);
const EXPECTED = [
  ...['https://a.example/1', 'g1', 'Tide is early', 'In short', 'The text', 'In short'],
  'published=2026 author=Ada Quill keywords=tides publisher=The Post',
];

describe('what a module says of pictures and episodes', () => {
  it.each([
    ['before the article says it', rss(BESIDE + OWN)],
    ['behind it', rss(OWN + BESIDE)],
    ['where nobody declared the modules', rss(BESIDE + OWN, '')],
    [
      'with prefixes of the writer',
      rss(BESIDE + OWN)
        .replaceAll('media:', 'm:')
        .replaceAll(':media=', ':m='),
    ],
    ['with their namespace on the element', rss(`<title xmlns="http://search.yahoo.com/mrss/">P</title>${OWN}`)],
    ['in a feed whose own names have a namespace', rss(BESIDE + OWN, `${MODULES} xmlns="http://backend.example/rss2"`)],
    [
      'of the feed',
      rss(OWN, MODULES, '<itunes:title>Show</itunes:title><media:title>P</media:title><title>The Post</title>'),
    ],
  ])('is never headline, deck, text or keyword of the article: %s', (_, feed) => {
    expect(said(feed)).toEqual([EXPECTED]);
  });

  it('stands alone: then the article has no headline, and no text', () => {
    expect(said(rss(BESIDE, MODULES, ''))).toEqual([['', '', '', '', '', '', '']]);
  });

  it('is none of Atom either', () => {
    const entry = `<id>urn:1</id><title>Tide is early</title><content>The text</content><summary>In short</summary>`;
    const atom = (inner: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" ${MODULES}><media:title>P</media:title><title>The Post</title><entry>${inner}</entry></feed>`;
    const expected = [['', 'urn:1', 'Tide is early', 'In short', 'The text', 'In short', 'publisher=The Post']];
    expect(said(atom(BESIDE + entry))).toEqual(expected);
    const prefixed = atom(BESIDE + entry).replaceAll(/<(\/?)(feed|title|entry|id|content|summary)\b/g, '<$1atom:$2');
    expect(said(prefixed)).toEqual(expected);
  });
});

describe('what a module says of the article', () => {
  it.each([
    ['the usual prefix', rss(OWN)],
    [
      'another prefix',
      rss(OWN)
        .replaceAll('content:', 'c:')
        .replaceAll(':content=', ':c=')
        .replaceAll('dc:', 'd:')
        .replaceAll(':dc=', ':d='),
    ],
    [
      'https in the namespace, and no slash',
      rss(OWN)
        .replaceAll(/(xmlns:)?(dc|content):(?=encoded|creator|date)/g, '$2x:')
        .replaceAll(/xmlns:(dc|content)="http:(.{1,60}?)\/"/g, 'xmlns:$1x="https:$2"'),
    ],
    ['a prefix that was never declared', rss(OWN, '')],
    ['a namespace that nobody knows', rss(OWN, 'xmlns:dc="urn:dc" xmlns:content="urn:content"')],
    [
      'names that lost the namespace of the feed',
      rss(OWN, `${MODULES} xmlns="http://backend.example/rss2"`).replace('<title>T', '<title xmlns="">T'),
    ],
  ])('counts with %s', (_, feed) => {
    expect(said(feed)).toEqual([EXPECTED]);
  });

  it('stands for what the feed itself does not say', () => {
    const dublin = '<dc:title>Tide</dc:title><dcterms:date>2027</dcterms:date><dc:description>Short</dc:description>';
    const feed = rss(dublin, MODULES, '<dc:language>de</dc:language>');
    expect(said(feed)).toEqual([['', '', 'Tide', '', '', 'Short', 'published=2027 language=de']]);
  });

  it('counts once where the feed itself is written in its namespace', () => {
    const feed = rss('<creator>Ada Quill</creator>', 'xmlns="http://purl.org/dc/elements/1.1/"', '');
    expect(fields(feed)).toEqual(['author=Ada Quill']);
  });

  it('names authors: persons of Atom too, the maker of a series only where nobody else is named', () => {
    const person = '<atom:author><atom:name>Ben Reed</atom:name></atom:author>';
    const series = '<itunes:author>Quay Radio</itunes:author>';
    const creators = '<dcterms:creator>Cy Dock</dcterms:creator><creator>Di Ott</creator>';
    expect(fields(rss(series + creators + person, MODULES, ''))).toEqual([
      'author=Cy Dock author=Di Ott author=Ben Reed',
    ]);
    expect(fields(rss(series, MODULES, ''))).toEqual(['author=Quay Radio']);
  });
});
