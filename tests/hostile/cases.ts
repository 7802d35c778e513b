/** Data: what a newsroom's inbox may hold at its worst, and what must become of it. */
import zlib from 'node:zlib';
import { attributes, latin, noise, page, SENTENCE, STORY, utf8 } from './bytes.ts';
import { MAILS, PDFS } from './cases-letters.ts';
import { ATTACKS, CHARSETS, LINES, MARKS } from './cases-text.ts';
import { HEAVY_MS, type HostileCase } from './hostile-case.ts';

const FILES: readonly HostileCase[] = [
  { name: 'nothing', bytes: () => utf8(''), outcome: 'document.empty' },
  { name: 'blanks', bytes: () => utf8(' \n'.repeat(100_000)), outcome: 'document.empty' },
  { name: 'noise', bytes: () => noise(100_000), outcome: 'document.binary' },
  { name: 'zeros', bytes: () => new Uint8Array(100_000), outcome: 'document.binary' },
  {
    name: 'a PNG called a page',
    bytes: () => latin(`\x89PNG\r\n\x1a\n${'\0'.repeat(99)}`),
    outcome: 'document.unsupported-format',
    contentType: 'text/html',
  },
  { name: 'a JPEG', bytes: () => latin('\xff\xd8\xff\xe1\0\x18Exif'), outcome: 'document.unsupported-format' },
  { name: 'a PDF', bytes: () => latin('%PDF-1.4\n1 0 obj'), outcome: 'document.damaged' },
  { name: 'a locked zip', bytes: () => latin('PK\x03\x04\x14\0\x01\0\x08\0news.txt'), outcome: 'document.encrypted' },
  { name: 'a cut gzip', bytes: () => zlib.gzipSync(noise(50_000)).subarray(0, 20_000), outcome: 'document.truncated' },
  { name: 'a gzip bomb', bytes: () => zlib.gzipSync(Buffer.alloc(64 << 20)), outcome: 'document.inflates-too-large' },
  {
    name: 'a brotli bomb',
    withinMs: HEAVY_MS,
    bytes: () => zlib.brotliCompressSync(Buffer.alloc(64 << 20)),
    outcome: 'document.inflates-too-large',
    contentEncoding: 'br',
  },
  {
    name: 'gzip in gzip in gzip',
    bytes: () => zlib.gzipSync(zlib.gzipSync(zlib.gzipSync(page(STORY)))),
    outcome: 'document.nested-too-deep',
  },
  {
    name: 'JSON of depth 100,000',
    bytes: () => utf8('['.repeat(100_000) + ']'.repeat(100_000)),
    outcome: 'document.unsupported-format',
  },
  {
    name: 'JSON that nobody knows',
    bytes: () => utf8('{"headline": "Pier opens"}'),
    outcome: 'document.unsupported-format',
  },
  {
    name: 'a zip of zips',
    bytes: () => latin(`PK\x03\x04\x14\0\0\0\x08\0inner.zip${'PK\x03\x04\x14\0\0\0\x08\0a.zip'.repeat(9_000)}`),
    outcome: 'document.unsupported-format',
  },
  {
    name: 'a billion laughs',
    bytes: () => utf8('<?xml version="1.0"?><!DOCTYPE lol [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><lol>&b;</lol>'),
    outcome: 'document.unsupported-format',
  },
];

const SHAPES: readonly HostileCase[] = [
  {
    name: '8 KB of nested tables',
    bytes: () => page('<table><tr><td>'.repeat(550) + STORY),
    outcome: 'page.tables-too-deep',
  },
  {
    name: '30 KB of nested tables',
    bytes: () => page('<table><tr><td>'.repeat(2_000) + STORY),
    outcome: 'page.tables-too-deep',
  },
  {
    name: 'tables as deep as allowed, many times',
    withinMs: HEAVY_MS,
    bytes: () => page(('<table><tr><td>'.repeat(11) + STORY + '</td></tr></table>'.repeat(11)).repeat(20)),
    outcome: 'read',
  },
  { name: '600 KB of line breaks', bytes: () => page('<br>'.repeat(150_000) + STORY), outcome: 'read' },
  {
    name: '40,000 attributes on a tag',
    bytes: () => page(`<div ${attributes(40_000)}>${STORY}</div>`),
    outcome: 'read',
  },
  {
    name: '82 KB of srcset',
    bytes: () => page(`<img src="a" srcset="${'a.jpg 1x, '.repeat(8_200)}">${STORY}`),
    outcome: 'read',
  },
  {
    name: 'an attribute of 4 MB',
    bytes: () => page(`<div class="${'x '.repeat(2_000_000)}">${STORY}</div>`),
    outcome: 'read',
  },
  { name: '5,000 nested divisions', bytes: () => page('<div>'.repeat(5_000) + STORY), outcome: 'page.too-deep' },
  { name: '240 nested divisions', bytes: () => page('<div>'.repeat(240) + STORY), outcome: 'read' },
  {
    name: '10,000 divisions in deep piles',
    bytes: () => page(('<div>'.repeat(200) + SENTENCE + '</div>'.repeat(200)).repeat(50)),
    outcome: 'read',
  },
  { name: '100,000 elements', bytes: () => page('<i>a</i>'.repeat(100_000)), outcome: 'page.too-many-elements' },
  {
    name: '49,000 paragraphs',
    withinMs: HEAVY_MS,
    bytes: () => page(`<p>${SENTENCE}</p>`.repeat(49_000)),
    outcome: 'page.too-many-elements',
  },
  {
    name: '11,000 top headings',
    withinMs: HEAVY_MS,
    bytes: () => page('<h1>Pier opens</h1>'.repeat(11_000) + STORY),
    outcome: 'read',
  },
  {
    name: '11,000 bylines under 200 more',
    bytes: () => page('<div class="byline">'.repeat(200) + '<b class="author">Ida Holm</b>'.repeat(11_000) + STORY),
    outcome: 'read',
  },
  {
    name: 'tags that nobody closes',
    bytes: () => page('<p><b><a href="x"><font>text '.repeat(3_000)),
    outcome: 'page.too-deep',
  },
  { name: '500,000 angle brackets', bytes: () => page(`${STORY}<p>${'<'.repeat(500_000)}`), outcome: 'read' },
  {
    name: 'a title that never ends',
    bytes: () => utf8(`<html><title>${'x'.repeat(3_000_000)}`),
    outcome: 'article.no-text',
  },
  {
    name: 'metadata without end',
    withinMs: HEAVY_MS,
    bytes: () => page(STORY, '<meta name="author" content="Ida Holm">'.repeat(40_000)),
    outcome: 'read',
  },
  {
    name: 'JSON-LD of depth 100,000',
    bytes: () => page(STORY, `<script type="application/ld+json">${'['.repeat(200_000)}</script>`),
    outcome: 'read',
  },
  {
    name: 'JSON-LD of backslashes',
    bytes: () =>
      page(STORY, `<script type="application/ld+json">{"@type":"Article","headline":"${'\\'.repeat(240_000)}</script>`),
    outcome: 'read',
  },
];

export const HOSTILE_CASES: readonly HostileCase[] = [
  ...FILES,
  ...PDFS,
  ...MAILS,
  ...SHAPES,
  ...LINES,
  ...ATTACKS,
  ...MARKS,
  ...CHARSETS,
];
