/** Data: what a newsroom's inbox may hold at its worst, and what must become of it. `read` means that an article comes out. */
import zlib from 'node:zlib';
import { aPdf } from '../unit/intake-formats/a-pdf.ts';
import { attributes, latin, noise, page, SENTENCE, STORY, utf8 } from './bytes.ts';

export interface HostileCase {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly outcome: string;
  readonly contentType?: string;
  readonly contentEncoding?: string;
  /** Where a careful reader could be made to work: it may take longer than the rest, and is ended after this time. */
  readonly withinMs?: number;
}

/** The bound of whatever says nothing else: some hundred times what it takes on a quiet machine, so that a busy one does not matter. */
export const WITHIN_MS = 30_000;
const HEAVY_MS = 60_000;

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

const fields = (type: string): string =>
  `Received: x\r\nFrom: ida@mail.example\r\nSubject: Pier opens\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n`;

/** A PDF whose page is what is given, packed as it says. */
const packedPdf = (content: Uint8Array, filter: string): Buffer => {
  const stream = `<< /Filter ${filter} /Length ${content.length} >>\nstream\n${latinText(content)}\nendstream`;
  const empty = aPdf([[]]).toString('latin1');
  return latin(
    empty.replace(/<< \/Length \d+ >>\nstream\n\nendstream/, () => stream).replace(/startxref\n\d+/, 'startxref\n7'),
  );
};
const latinText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const PDFS: readonly HostileCase[] = [
  {
    name: 'a PDF whose page unpacks to 200 MB',
    bytes: () => packedPdf(zlib.deflateSync(Buffer.alloc(200 << 20)), '/FlateDecode'),
    outcome: 'document.inflates-too-large',
  },
  {
    name: 'a PDF whose page is packed twice, to 200 MB',
    bytes: () => packedPdf(zlib.deflateSync(zlib.deflateSync(Buffer.alloc(200 << 20))), '[/FlateDecode /Fl]'),
    outcome: 'document.inflates-too-large',
  },
  {
    name: 'a PDF whose pages are each other’s',
    bytes: () => latin(aPdf([[]]).toString('latin1').replace('/Kids [4 0 R]', '/Kids [2 0 R]')),
    outcome: 'document.damaged',
  },
  {
    name: 'a PDF of 10,000 pages',
    bytes: () => aPdf(Array.from({ length: 10_000 }, () => [{ text: 'Page' }])),
    outcome: 'page.too-many-elements',
  },
];

const MAILS: readonly HostileCase[] = [
  {
    name: 'a mail of 400,000 fields',
    bytes: () => utf8(`${fields('text/plain')}${'X-A: b\r\n'.repeat(400_000)}\r\n${SENTENCE}`),
    outcome: 'document.too-large',
  },
  {
    name: 'a mail whose parts hold parts, 100,000 deep',
    bytes: () =>
      utf8(
        fields('multipart/mixed; boundary=b') +
          '\r\n--b\r\nContent-Type: multipart/mixed; boundary=b\r\n'.repeat(100_000),
      ),
    outcome: 'page.too-many-elements',
  },
  {
    name: 'a mail of 2 million boundaries',
    bytes: () => utf8(`${fields('multipart/mixed; boundary=b')}\r\n${'--b\r\n'.repeat(2_000_000)}`),
    outcome: 'page.too-many-elements',
  },
  {
    name: 'a mail of 14 MB of equals signs',
    bytes: () =>
      utf8(
        `${fields('text/plain')}Content-Transfer-Encoding: quoted-printable\r\n\r\n${'=\r\n'.repeat(4_500_000)}${SENTENCE}`,
      ),
    outcome: 'read',
  },
  {
    name: 'a mail with a field of 200 KB of semicolons',
    bytes: () => utf8(`${fields(`text/html; ${';="'.repeat(65_000)}`)}\r\n${STORY}`),
    outcome: 'read',
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

const LINES: readonly HostileCase[] = [
  {
    name: 'a page of one 5 MB paragraph',
    bytes: () => page(`<p>${`${SENTENCE} `.repeat(35_000)}</p>`),
    outcome: 'read',
  },
  { name: 'a page of 3 MB of blanks', bytes: () => page(`<p>${' '.repeat(3_000_000)}x</p>${STORY}`), outcome: 'read' },
  {
    name: 'a text of one 1 MB line',
    withinMs: HEAVY_MS,
    bytes: () => utf8(`${SENTENCE} `.repeat(7_000)),
    outcome: 'read',
  },
  {
    name: 'a text of one 5 MB line',
    withinMs: HEAVY_MS,
    bytes: () => utf8(`${SENTENCE} `.repeat(35_000)),
    outcome: 'page.too-many-elements',
  },
  {
    name: 'a text of 1 MB of blanks between two words',
    bytes: () => utf8(`By${' '.repeat(1_000_000)}Ida\n${SENTENCE}\n${SENTENCE}`),
    outcome: 'read',
  },
];

/** One line of a megabyte that nearly says something, again and again. */
const ATTACKS: readonly HostileCase[] = [
  ['names without end', 'By Ida Holm, '],
  ['dates without end', '12 May 2031, '],
  ['credits without end', 'Photo: Ida Holm/'],
  ['quotes that nobody closes', '"(['],
  ['dashes and blanks', '-  \t'],
  ['one letter', 'a'],
].map(([name = '', piece = '']) => ({
  name: `a line of ${name}`,
  bytes: () =>
    utf8(`Pier opens in spring\n${piece.repeat(Math.ceil(1_000_000 / piece.length))}\n${SENTENCE}\n${SENTENCE}`),
  outcome: 'read',
}));

const MARKS: readonly HostileCase[] = [
  {
    name: 'formulas, and marks that turn text around or speak to a terminal',
    bytes: () =>
      page(
        `<p>=cmd()|calc \u202e\u2066 \u001b[2J\u0007 ${SENTENCE}</p>${STORY}`,
        '<meta name="author" content="=HYPERLINK(1)">',
      ),
    outcome: 'read',
  },
];

const CHARSETS: readonly HostileCase[] = [
  {
    name: 'a charset that is declared behind 5 KB',
    bytes: () =>
      latin(`<html><head>${' '.repeat(5_000)}<meta charset="iso-8859-1"></head><h1>Caf\xe9 \xf6ffnet</h1>${STORY}`),
    outcome: 'read',
  },
  { name: 'no charset', bytes: () => latin(`<html><body><h1>Caf\xe9 \xf6ffnet</h1>${STORY}`), outcome: 'read' },
  {
    name: 'a lying charset',
    bytes: () => utf8(`<html><meta charset="shift_jis"><h1>Café öffnet</h1>${STORY}`),
    outcome: 'read',
    contentType: 'text/html; charset=big5',
  },
  {
    name: 'UTF-16',
    bytes: () => Buffer.from(`\ufeff<html><body><h1>Café öffnet</h1>${STORY}`, 'utf16le'),
    outcome: 'read',
  },
  {
    name: 'lone surrogates and NUL',
    bytes: () => Buffer.concat([page(STORY), latin('<p>a\xed\xa0\xbdb\0c</p>')]),
    outcome: 'read',
  },
  {
    name: 'XML entities in XHTML',
    bytes: () =>
      utf8(
        `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><h1>Pier opens</h1><p>&x;</p>${STORY}</body></html>`,
      ),
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
