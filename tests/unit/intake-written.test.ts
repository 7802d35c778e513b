/** How a text is written, sign by sign: pages, data, tables, front matter, and records that stand one after the other. */
import { describe, expect, it } from 'vitest';
import { frontMatter } from '../../shared/core/intake/front-matter.ts';
import { isRunOfRecords } from '../../shared/core/intake/json-run.ts';
import { howWritten, isJson, isTable, rootName } from '../../shared/core/intake/markup.ts';
import { unsupported } from '../../shared/core/intake/unsupported.ts';

const NO_HINTS = { contentType: null, name: '' };
const kindOf = (text: string, hints: Partial<{ contentType: string | null; name: string }> = {}) => {
  const written = howWritten(text, { ...NO_HINTS, ...hints });
  return 'name' in written ? written.name : 'mediaType' in written ? written.mediaType : written.kind;
};
const PROSE = 'The ferry came in at noon.\n';

describe('the first element of a text', () => {
  it.each([
    ['<p>a', { name: 'p', doctype: '', xml: false }],
    ['  <!-- a > b --><Html lang=x>', { name: 'html', doctype: '', xml: false }],
    ['<!DOCTYPE html PUBLIC "x"><html>', { name: 'html', doctype: 'html public "x"', xml: false }],
    ['<!doctype x [ <!ENTITY a "b"> ]><x:rss >', { name: 'rss', doctype: 'x [ <!entity a "b">', xml: false }],
    ['<?xml version="1.0"?><?pi?><nitf/>', { name: 'nitf', doctype: '', xml: true }],
    ['<!-- never closed <p>', { name: null, doctype: '', xml: false }],
    ['<1>', { name: null, doctype: '', xml: false }],
    ['text <p>', { name: null, doctype: '', xml: false }],
    ['<p', { name: null, doctype: '', xml: false }],
    [`${'<!---->'.repeat(50)}<p>`, { name: 'p', doctype: '', xml: false }],
    [`${'<!---->'.repeat(51)}<p>`, { name: null, doctype: '', xml: false }],
  ])('of %j', (text, root) => {
    expect(rootName(text)).toEqual(root);
  });
});

describe('what a text is written in', () => {
  it.each([
    ['a page by its doctype alone', '<!doctype html><x>', 'text/html'],
    ['a page by its root', '<html>', 'text/html'],
    ['XHTML', '<?xml version="1.0"?><html>', 'application/xhtml+xml'],
    ['a block at the beginning', '<section>a', 'text/html'],
    ['an inline element at the beginning of blocks', '<b>a</b><p>x</p>', 'text/html'],
    ['an inline element at the beginning of text', '<b>a</b> x', 'text'],
    ['an unknown element at the beginning', '<nobody>a</p>', 'text'],
    ['five tags of blocks in a text', `a${'<p class="x">'.repeat(5)}`, 'text/html'],
    ['four of them', `a${'<p>'.repeat(4)}`, 'text'],
    ['five lines that break', `a${'<br/>'.repeat(5)}`, 'text/html'],
    ['data', '{"a": 1}', 'JSON'],
    ['an empty object', '{}', 'JSON'],
    ['a sitemap', '<urlset >', 'a sitemap'],
    ['XML that nobody knows', '<?xml version="1.0"?><x/>', 'an XML document of unknown kind'],
    ['XML without an element', '<?xml version="1.0"?> text', 'text'],
  ])('%s', (_, text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it('is what name or type say where the text leaves it open', () => {
    expect(kindOf('a <i>b</i>', { contentType: 'text/HTML' })).toBe('text/html');
    expect(kindOf('a <i>b</i>', { name: 'x.html' })).toBe('text/html');
    expect(kindOf('a 3 < 4', { name: 'x.html' })).toBe('text');
    expect(kindOf(`a${'<p>'.repeat(5)}`, { name: 'x.md' })).toBe('text');
    expect(kindOf(`a${'<p>'.repeat(5)}`, { contentType: 'text/markdown' })).toBe('text');
    expect(kindOf('a,b\nc,d', { name: 'x.csv' })).toBe('a table (CSV)');
    expect(kindOf('a\tb', { contentType: 'text/tab-separated-values' })).toBe('a table (CSV)');
    expect(kindOf('a,b\nc,d')).toBe('text');
  });

  it.each([
    ['{"a":', true],
    ['{ \n "a" : 1', true],
    ['{}', true],
    ['{a: 1}', false],
    ['{{template}}', false],
    ['[1, 2]', true],
    ['["a"]', true],
    ['[{"a": 1}] ', true],
    ['[[1]]', true],
    ['[-1]', true],
    ['["a"', false],
    ['[Updated]', false],
    [`${' '.repeat(200)}{"a":1}`, false],
  ])('%j is data: %s', (text, is) => {
    expect(isJson(text)).toBe(is);
  });

  it.each([
    ['a,b\nc,d', true],
    ['a;b\nc;d', true],
    ['a\tb\n', true],
    ['a,b\nc;d', false],
    ['a\nb', false],
    ['a,b\nc', false],
    ['Export of Monday\n\na,b\nc,d\ne,f\n', true],
    ['Export of Monday\na,b\nc,d\n', false],
    ['Export of Monday\na,b\n"c, d",e\n', true],
    ['Export of Monday\na,b\nc,d\ne,f,g\n', false],
    ['A story\n\nOne, two, three.\n\nFour, five, six.\n\nSeven, eight, nine.\n', false],
    ['', false],
  ])('%j is a table where somebody says so: %s', (text, is) => {
    expect([isTable(text, true), isTable(text, false)]).toEqual([is, false]);
  });

  it.each([
    ['{"a":\n1}\n{"a":\n2}', true],
    [' {"a":1}{', true],
    ['{"a":1}', false],
    ['{"a":{"b":1}} {', true],
    ['{"a":{"b":1} {', false],
    ['{"a":"}{"} x', false],
    ['{"a":"\\"}{"} {', true],
    ['[{}]{', false],
    ['{"a":"', false],
    ['', false],
  ])('%j is a run of records: %s', (text, is) => {
    expect(isRunOfRecords(text)).toBe(is);
  });

  it('is told with what to do when it cannot be read', () => {
    expect(unsupported('JSON').message).toBe(
      'This is JSON whose names no known tool uses: say which of them are headline and text by a mapping (--mapping FILE, or x-amz-meta-mapping).',
    );
    for (const name of ['a zip archive', 'a tar archive', 'a WARC crawl'])
      expect(unsupported(name).message).toBe(
        `This is ${name}, which holds many documents: add it to a store, which reads each of them, or give each as a file of its own.`,
      );
    expect(unsupported('a font').message).toMatch(
      /^This is a font: it cannot be read yet\. HTML, plain text, .* can\.$/,
    );
    expect(unsupported('a font').code).toBe('document.unsupported-format');
  });
});

describe('what stands between dashes', () => {
  const besideOf = (...lines: readonly string[]) => frontMatter(`---\n${lines.join('\n')}\n---\n${PROSE}`)?.beside;
  const fieldsOf = (...lines: readonly string[]) =>
    besideOf(...lines)?.fields.map(({ field, value, where }) => `${field} = ${value} (${where})`);

  it('gives each field under whatever name it is known by, with its place', () => {
    const lines = [
      ...['Title: One', 'authors: [Ada Quill, "Ben, Reed"]', 'pub_date: 2026-01-02', 'last-mod: 2026-01-03'],
      ...['subtitle: Two', "site_name: 'The Post'", 'lang: en', 'category: World', 'tags:', '  - ships', '- ports'],
      ...['summary: |', '  a text over lines', 'draft: true', '', '# a remark'],
    ];
    expect(fieldsOf(...lines)).toEqual([
      ...['headline = One (front matter title)', 'author = Ada Quill (front matter authors)'],
      ...['author = "Ben (front matter authors)', 'author = Reed" (front matter authors)'],
      ...['published = 2026-01-02 (front matter pubdate)', 'modified = 2026-01-03 (front matter lastmod)'],
      ...['deck = Two (front matter subtitle)', 'publisher = The Post (front matter sitename)'],
      ...['language = en (front matter lang)', 'section = World (front matter category)'],
      ...['keywords = ships (front matter tags)', 'keywords = ports (front matter tags)'],
    ]);
  });

  it('gives the first address that is one, and the first moment of a capture', () => {
    expect(
      besideOf('source: the paper', 'url: https://a.example/1', 'link: https://a.example/2', 'fetched: someday')?.hints,
    ).toEqual({
      url: 'https://a.example/1',
    });
    expect(besideOf('title: x', 'retrieved: 2026-01-02T03:04:05Z')?.hints).toEqual({
      capturedAt: '2026-01-02T03:04:05.000Z',
    });
    expect(besideOf('title: x')).toMatchObject({ hints: {}, attachments: [] });
  });

  it('takes names of people out of lists of maps, and quotes off values', () => {
    expect(fieldsOf('author:', '  - name:  Ada Quill', '  - " Ben Reed "', "  - 'C'", '  url: x')).toEqual([
      ...['author = Ada Quill (front matter author)', 'author = Ben Reed (front matter author)'],
      'author = C (front matter author)',
    ]);
    expect(fieldsOf('title: "one\' two"', 'deck: >-', 'byline:')).toEqual(["headline = one' two (front matter title)"]);
  });

  it('ends at dashes or dots, and leaves the lines behind it where they were', () => {
    expect(frontMatter(`---  \r\ntitle: x\r\n...\r\n${PROSE}`)?.text).toBe(`\n\n\r\n${PROSE}`.replace('\r', ''));
    expect(frontMatter(`---\ntitle: x\n---\n${PROSE}`)?.text).toBe(`\n\n\n${PROSE}`);
  });

  it.each([
    ['a line that is no entry', ['title: x', 'and so on']],
    ['an item before any name', ['  - x', 'title: x']],
    ['a name without a blank behind it', ['title:x', 'url:y']],
    ['no name that is known', ['draft: true']],
  ])('is a text like any other: %s', (_, lines) => {
    expect(besideOf(...lines)).toBeUndefined();
  });

  it('is bounded: fifty values, two hundred lines', () => {
    const many = Array.from({ length: 60 }, (_, at) => `- k${at}`);
    expect(fieldsOf('tags:', ...many)).toHaveLength(50);
    expect(fieldsOf(`tags: [${many.join(',')}]`)).toHaveLength(50);
    const lines = (count: number) => ['title: x', ...Array.from({ length: count }, () => '')];
    expect([besideOf(...lines(198)) === undefined, besideOf(...lines(199)) === undefined]).toEqual([false, true]);
  });
});
