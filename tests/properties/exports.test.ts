/** Hostile text in every format: it parses again, holds the same words, and nothing of it became markup, a formula or a command. */
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { Marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../shared/core/exports/csv-cell.ts';
import { EXPORT_FORMATS, isExportFormat } from '../../shared/core/exports/formats.ts';
import { escapeMarkdown } from '../../shared/core/exports/markdown-escape.ts';
import { oneLine, safeText } from '../../shared/core/exports/safe-text.ts';
import { linkOf, urnOf, webUri } from '../../shared/core/exports/uris.ts';
import { textElement } from '../../shared/core/exports/xml.ts';
import type { ArticleRecord } from '../../shared/core/record.ts';
import { aRecord } from '../../shared/testing/a-record.ts';
import { exported } from '../unit/exports/exported.ts';
import { NinjsShape } from '../unit/exports/ninjs-shape.ts';

const { window } = new JSDOM('');
const xmlParser = new window.DOMParser();

/** Pieces that mean something to some reader of some format. */
const PIECES: readonly string[] = [
  ...['<script>', '</script>', '<!--', '-->', ']]>', '<![CDATA[', '&lt;', '&#x1b;', '&', '"', "'", '<b onclick=x>'],
  ...['=', '+', '-', '@', '\uff1d', ';', '|', ',', '"', '\t', '\r', '\n', '\r\n', ' ', '\u00a0'],
  ...[
    '\u0000',
    '\u0008',
    '\u000c',
    '\u001b[2J',
    '\u007f',
    '\u009b',
    '\u202e',
    '\u2066',
    '\u2028',
    '\u0085',
    '\ufffe',
    '\uffff',
  ],
  ...['\ud800', '\udc00', '\u{1f600}', '\u200f', 'ab', 'é', '漢', '7'],
  ...[
    '# ',
    '* ',
    '_',
    '__',
    '`',
    '```',
    '1. ',
    '2) ',
    '> ',
    '[x](javascript:y)',
    '![i](j)',
    '~~',
    '|a|',
    '---',
    '===',
    '\\',
    '$',
    ':',
  ],
  ...[
    'https://evil.example/a_b_c',
    'www.evil.example',
    'a@evil.example',
    '<https://evil.example>',
    '%',
    '%2',
    '%zz',
    '\\<',
    '^',
  ],
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''));

const hostileRecord: fc.Arbitrary<ArticleRecord> = fc
  .record({
    a: hostile,
    b: hostile,
    c: hostile,
    role: fc.constantFrom('p' as const, 'h2' as const, 'quote' as const, 'list' as const),
  })
  .map(({ a, b, c, role }) =>
    aRecord({
      headline: a,
      deck: b,
      byline: c,
      authors: [{ name: b, kind: 'person' }],
      publisher: { name: c, domain: b },
      section: a,
      keywords: [b, c],
      url: `https://news.example/${a}`,
      media: [{ kind: 'image', caption: a, alt: b, credit: c, href: `https://news.example/?${c}` }],
      rights: { holder: a, notice: b, terms: c, tdm: a },
      body: [
        { text: a, role },
        { text: b, role: 'p' },
        { text: c, role },
      ],
    }),
  );

function parsedXml(text: string): Document {
  const document = xmlParser.parseFromString(text, 'text/xml');
  const [error] = document.getElementsByTagName('parsererror');
  if (error !== undefined) throw new Error(`${error.textContent} in ${JSON.stringify(text)}`);
  return document;
}

const textsOf = (document: Document, name: string) =>
  [...document.getElementsByTagName(name)].map((one) => one.textContent);

describe('pieces', () => {
  it('XML gives back the safe text, well-formed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const document = parsedXml(`<r>${textElement('a', text, { b: text })}</r>`);
        const element = document.querySelector('a');
        expect(element?.textContent).toBe(safeText(text));
        // A parser makes blanks of the line ends and tabs in an attribute.
        expect(element?.getAttribute('b')).toBe(safeText(text).replaceAll(/[\t\n]/g, ' '));
      }),
      { numRuns: 3_000 },
    );
  });

  it('a cell of CSV holds the text, and no spreadsheet sees a formula in it, wherever it cuts', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const line = `${csvCell(one)},${csvCell(other)}\r\n`;
        const rows: readonly (readonly string[])[] = parseCsv(line);
        expect(rows).toHaveLength(1);
        const plain = (text: string) => safeText(text).replaceAll('\t', ' ').replaceAll("'", '');
        expect(rows[0]?.map((cell) => cell.replaceAll("'", ''))).toEqual([plain(one), plain(other)]);
        for (const cell of line.split(/[\n;|\t]/)) expect(cell).not.toMatch(/^["\s]*[=+\-@＝＋－＠]/);
        for (const cell of rows[0] ?? []) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/);
      }),
      { numRuns: 3_000 },
    );
  });

  it('Markdown is the words alone: no tag, no link, no block but the paragraph', () => {
    const marked = new Marked();
    fc.assert(
      fc.property(hostile, (text) => {
        const line = oneLine(text);
        fc.pre(line !== '');
        const html = String(marked.parse(escapeMarkdown(line)));
        const { body } = new window.DOMParser().parseFromString(html, 'text/html');
        expect([...body.querySelectorAll('*')].map((element) => element.localName)).toEqual(['p']);
        expect(body.textContent?.trim()).toBe(line.trim());
      }),
      { numRuns: 2_000 },
    );
  });

  it('an address is web only, without a login, and a URI as schemas want it', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom('https://news.example/', 'http://u:p@news.example/?', 'javascript:', '', '//'),
        (text, start) => {
          const uri = webUri(`${start}${text}`);
          if (uri === null) return;
          expect(uri).toMatch(/^https?:\/\/[^/@]*\/(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('a hostile record', () => {
  it('is safe and whole in every format', () => {
    fc.assert(
      fc.property(hostileRecord, (record) => {
        for (const name of Object.keys(EXPORT_FORMATS).filter(isExportFormat)) {
          const text = exported(name, [record, record]);
          expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
          expect(text.isWellFormed()).toBe(true);
        }
        const rss = parsedXml(exported('rss', [record]));
        expect(textsOf(rss, 'title')[1] ?? '').toBe(oneLine(record.headline ?? ''));
        expect(textsOf(rss, 'link')[1]).toBe(linkOf(record));
        const atom = parsedXml(exported('atom', [record]));
        expect(textsOf(atom, 'name')).toEqual(record.authors.map((author) => oneLine(author.name)));
        expect(textsOf(atom, 'id')[1]).toBe(urnOf('article', record.id));
        const content = new window.DOMParser().parseFromString(textsOf(atom, 'content')[0] ?? '', 'text/html').body;
        const names = new Set([...content.querySelectorAll('*')].map((element) => element.localName));
        expect(['p', 'h2', 'blockquote', 'ul', 'li']).toEqual(expect.arrayContaining([...names]));
        expect(NinjsShape.safeParse(JSON.parse(exported('ninjs', [record]))).error).toBeUndefined();
        const jsonld = exported('jsonld', [record]);
        expect(jsonld).not.toContain('<');
        expect(JSON.parse(jsonld)['@graph'][0].headline).toBe(record.headline);
        expect(parseCsv(exported('csv', [record, record]))).toHaveLength(3);
      }),
      { numRuns: 300 },
    );
  });
});
