/** One article in every kind of container, with another one beside it. In: its parts. Out: bytes. Our own words. */
import zlib from 'node:zlib';
import { aPackedWarc, aTar, aWarc, aZip, warcRecords } from '../../../shared/testing/archives.ts';
import { PACKED_PAGE, PACKED_TAR } from '../intake-formats/bzip2-vectors.ts';
import { FORMATS, HEADLINE, PAGE, PARAGRAPHS } from '../intake-formats/one-article.ts';
import { inLargeForm } from './in-large-form.ts';

export const OTHER_HEADLINE = 'Lantern keepers count their boats again';
export const OTHER = [
  'The lantern keepers of Low Quay counted forty boats on Tuesday, two more than they had counted the evening before.',
  'Nobody could say where the two had come from, and the harbour office promised to look for them in the morning.',
  'The boats were still there at dawn, moored side by side under the wall of the old rope works.',
];
const URL = 'https://halden-courier.example/news/ferry-returns';
const OTHER_URL = 'https://halden-courier.example/news/lanterns';
const DATE = '2025-03-03T12:00:00Z';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const markup = (paragraphs: readonly string[]) => paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n');
const otherPage = `<!doctype html><html><head><title>${OTHER_HEADLINE}</title></head><body><article><h1>${OTHER_HEADLINE}</h1>${markup(OTHER)}</article></body></html>`;
const zyte = FORMATS.find(([name]) => name === 'Zyte')?.[1] ?? '';
const otherZyte = JSON.stringify({
  url: OTHER_URL,
  headline: OTHER_HEADLINE,
  articleBody: OTHER.join('\n\n'),
  datePublished: DATE,
});
const manyLines = (json: string) => JSON.stringify(JSON.parse(json), null, 2);
const linked = (json: string) => JSON.stringify({ '@type': 'NewsArticle', ...JSON.parse(json) });
const oneLine = (json: string) => JSON.stringify(JSON.parse(json));

const files = [
  { name: 'a/ferry.html', content: PAGE },
  { name: 'b/lanterns.html', content: otherPage },
];
const crawled = [
  { url: URL, date: '2025-03-04T08:00:00Z', html: PAGE },
  { url: OTHER_URL, date: '2025-03-04T08:00:01Z', html: otherPage },
];
const item = (
  headline: string,
  url: string,
  text: readonly string[],
) => `<item><title>${escaped(headline)}</title><link>${url}</link>
<guid>${url}</guid><pubDate>Mon, 03 Mar 2025 12:00:00 GMT</pubDate><dc:creator>Anna Lee</dc:creator>
<content:encoded><![CDATA[${markup(text)}]]></content:encoded></item>`;
const rss = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Halden Courier</title><language>en</language>${item(HEADLINE, URL, PARAGRAPHS)}${item(OTHER_HEADLINE, OTHER_URL, OTHER)}</channel></rss>`;
const entry = (
  headline: string,
  url: string,
  content: string,
) => `<entry><title>${escaped(headline)}</title><link href="${url}"/><id>${url}</id>
<published>${DATE}</published><updated>${DATE}</updated><author><name>Anna Lee</name></author>${content}</entry>`;
const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Halden Courier</title><id>urn:x</id>
${entry(HEADLINE, URL, `<content type="html">${escaped(markup(PARAGRAPHS))}</content>`)}
${entry(OTHER_HEADLINE, OTHER_URL, `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${markup(OTHER)}</div></content>`)}</feed>`;
const jsonFeed = JSON.stringify({
  ...{ version: 'https://jsonfeed.org/version/1.1', title: 'Halden Courier', language: 'en' },
  items: [
    {
      id: URL,
      url: URL,
      title: HEADLINE,
      content_html: markup(PARAGRAPHS),
      date_published: DATE,
      authors: [{ name: 'Anna Lee' }],
    },
    { id: OTHER_URL, url: OTHER_URL, title: OTHER_HEADLINE, content_text: OTHER.join('\n\n'), date_published: DATE },
  ],
});
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = (mark: string) =>
  [
    ['Title', 'Text', 'URL', 'Published', 'Author'].join(mark),
    [HEADLINE, PARAGRAPHS.join('\n\n'), URL, DATE, 'Anna Lee'].map(cell).join(mark),
    [OTHER_HEADLINE, OTHER.join('\n\n'), OTHER_URL, DATE, ''].map(cell).join(mark),
  ].join('\r\n');
const lines = `${oneLine(zyte)}\n\n${otherZyte}\n`;

/** Each holds the two articles, the ferry first. */
export const CONTAINERS: readonly (readonly [string, Uint8Array])[] = (
  [
    ['zip', aZip(files)],
    ['zip, not packed', aZip(files, { method: 0 })],
    ['zip from a pipe', aZip(files, { streamed: 'marked' })],
    ['zip in the form for large files', inLargeForm(Buffer.from(aZip(files)))],
    ['tar', aTar(files)],
    ['tar.gz', zlib.gzipSync(aTar(files))],
    ['tar.zst', zlib.zstdCompressSync(aTar(files))],
    ['tar.bz2', PACKED_TAR],
    ['WARC', aWarc(crawled)],
    ['WARC, packed by record', aPackedWarc(crawled)],
    ['WARC, packed at once', zlib.gzipSync(aWarc(crawled))],
    ['WARC, in zstd by record', Buffer.concat(warcRecords(crawled).map((one) => zlib.zstdCompressSync(one)))],
    ['RSS', rss],
    ['RSS, packed', zlib.gzipSync(rss)],
    ['Atom', atom],
    ['JSON Feed', jsonFeed],
    ['a JSON list', `[${zyte},${otherZyte}]`],
    ['an answer in JSON', `{"status":"ok","sources":[{"id":1}],"totalResults":2,"articles":[${zyte},${otherZyte}]}`],
    ['an answer in JSON with two lists', `{"news":[${zyte}],"articles":[${otherZyte}]}`],
    ['an answer in JSON by clusters', `{"clusters":[{"articles":[${zyte}]},{"articles":[${otherZyte}]}]}`],
    ['two answers in a list', `[{"page":1,"articles":[${zyte}]},{"page":2,"articles":[${otherZyte}]}]`],
    ['two answers in JSON Lines', `{"articles":[${oneLine(zyte)}]}\n{"articles":[${otherZyte}]}\n`],
    ['a graph in JSON-LD', `{"@context":"https://schema.org","@graph":[${linked(zyte)},${linked(otherZyte)}]}`],
    ['a sequence of JSON texts', `\u001e${oneLine(zyte)}\n\u001e${otherZyte}\n`],
    ['a sequence over several lines', `\u001e${manyLines(zyte)}\n\u001e${manyLines(otherZyte)}\n`],
    ['JSON Lines', lines],
    ['JSON Lines, packed', zlib.gzipSync(lines)],
    ['CSV', csv(',')],
    ['CSV with semicolons', csv(';')],
    ['CSV with tabs', csv('\t')],
    ['CSV below a comment, in German', `# Monday\n\n${csv(';').replace('Title;Text', 'Überschrift;Inhalt')}`],
  ] satisfies readonly (readonly [string, string | Uint8Array])[]
).map(([name, content]) => [name, Buffer.from(content)]);

/** A single document in a wrapper is a single document. */
export const WRAPPED: readonly (readonly [string, Uint8Array])[] = [
  ['gzip', zlib.gzipSync(PAGE)],
  ['zstd', zlib.zstdCompressSync(PAGE)],
  ['bzip2', PACKED_PAGE],
];
