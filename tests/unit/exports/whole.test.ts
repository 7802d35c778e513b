/** Whole documents, letter by letter: of an article of which all is known and of one of which hardly anything is. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportOne } from '../../../shared/core/exports/chunks.ts';
import { EXPORT_FORMATS, ExportFormatError, isExportFormat } from '../../../shared/core/exports/formats.ts';
import { given } from '../../../shared/core/exports/given.ts';
import { htmlBody } from '../../../shared/core/exports/html-body.ts';
import { ninjsItem } from '../../../shared/core/exports/ninjs.ts';
import { line } from '../../../shared/core/exports/reading.ts';
import { oneLine, safeText } from '../../../shared/core/exports/safe-text.ts';
import { linkOf, urnOf, webUri } from '../../../shared/core/exports/uris.ts';
import type { ArticleRecord } from '../../../shared/core/record.ts';
import { UNDATED } from '../../../shared/testing/builders.ts';
import { ABOUT, exported } from './exported.ts';
import { BARE, FULL } from './whole-records.ts';

const NAMES = ['ninjs', 'jsonld', 'jsonfeed', 'rss', 'atom', 'csv', 'text', 'markdown'] as const;
const wholeOf = (name: string) => readFileSync(path.join(import.meta.dirname, 'whole', `${name}.txt`), 'utf8');
const jsonldOf = (record: ArticleRecord) => JSON.parse(exported('jsonld', [record]))['@graph'][0];
const bareWith = (fields: Partial<ArticleRecord>) => ({ ...BARE, ...fields });
const PARTY = { name: 'The Herald', domain: null };
/** Of a text that an agency has, and no article here. */
const NO_COPY: ArticleRecord['copyOf'] = {
  ...{ id: null, provider: 'Reuters', relation: 'abridged', coverage: 1, coverageOfOther: 0.5, direction: 'stated' },
};

describe('an export', () => {
  it.each(NAMES)('as %s is this very document', (name) => {
    expect(exported(name, [FULL, BARE])).toBe(wholeOf(name));
  });

  it.each(NAMES)('of one article as %s is a list of one, but for JSON-LD', (name) => {
    const alone = `${JSON.stringify({ '@context': 'https://schema.org', ...jsonldOf(BARE) })}\n`;
    expect(exportOne(BARE, EXPORT_FORMATS[name], ABOUT)).toBe(name === 'jsonld' ? alone : exported(name, [BARE]));
  });

  it('has a media type and an extension for each format', () => {
    const told = Object.entries(EXPORT_FORMATS).map(([name, format]) => [name, format.mediaType, format.extension]);
    expect(told).toEqual([
      ['ninjs', 'application/ninjs+json', 'ninjs.json'],
      ['jsonld', 'application/ld+json', 'jsonld'],
      ['jsonfeed', 'application/feed+json', 'feed.json'],
      ['rss', 'application/rss+xml', 'rss'],
      ['atom', 'application/atom+xml', 'atom'],
      ['csv', 'text/csv', 'csv'],
      ['text', 'text/plain', 'txt'],
      ['markdown', 'text/markdown', 'md'],
      ['jsonl', 'application/jsonl', 'jsonl'],
    ]);
  });

  it('in a format that there is not says which there are, and quotes no more than forty letters', () => {
    const error = new ExportFormatError('x'.repeat(41));
    expect(error).toMatchObject({ name: 'ExportFormatError', code: 'export.unknown-format' });
    expect(error.message).toBe(
      `There is no format "${'x'.repeat(40)}". There are: ninjs, jsonld, jsonfeed, rss, atom, csv, text, markdown, jsonl`,
    );
    expect([isExportFormat('rss'), isExportFormat('toString'), isExportFormat('RSS')]).toEqual([true, false, false]);
  });
});

describe('a feed', () => {
  it('gives as author of an entry who wrote it, else whose copy it is, else who published it, else nobody', () => {
    const authorsOf = (fields: Partial<ArticleRecord>) =>
      [...exported('atom', [bareWith(fields)]).matchAll(/<author><name>(.*?)<\/name><\/author>/g)].map(
        ([, name]) => name,
      );
    const provider = { name: 'Reuters', code: 'Reuters' };
    expect(authorsOf({ publisher: PARTY, provider, authors: [{ name: 'Ada', kind: 'person' }] })).toEqual(['Ada']);
    expect(authorsOf({ publisher: PARTY, provider })).toEqual(['Reuters']);
    expect(authorsOf({ publisher: PARTY })).toEqual(['The Herald']);
    expect(authorsOf({})).toEqual(['not stated']);
  });

  it('describes an article by its summary, else by its first paragraph, with markup of strangers as text', () => {
    const describedAs = (fields: Partial<ArticleRecord>) =>
      /<description>(.*?)<\/description>\n<content/.exec(exported('rss', [bareWith(fields)]))?.[1] ?? null;
    const body = [{ text: 'One <b>', role: 'p' as const }];
    expect(describedAs({ summary: 'In short', body })).toBe('In short');
    expect(describedAs({ body })).toBe('One &amp;lt;b&amp;gt;');
    expect(describedAs({})).toBeNull();
  });

  it('takes for its picture the first image that has an address of the web', () => {
    const image = (href: string | null, kind: 'image' | 'video' = 'image') => {
      return { kind, href, caption: null, alt: null, credit: null };
    };
    const pictureOf = (media: ArticleRecord['media']) =>
      JSON.parse(exported('jsonfeed', [bareWith({ media })])).items[0].image;
    const [film, none, script] = [image('https://a.example/f', 'video'), image(null), image('javascript:x')];
    expect(pictureOf([film, none, script, image('https://a.example/1'), image('https://a.example/2')])).toBe(
      'https://a.example/1',
    );
    expect(pictureOf([film, none, script])).toBeUndefined();
  });
});

describe('an article of schema.org', () => {
  it.each([
    [[], 'NewsArticle'],
    [['live-blog'], 'LiveBlogPosting'],
    [['not-an-article', 'live-blog'], 'WebPage'],
  ] as const)('that is %j is a %s', (quality, type) => {
    expect(jsonldOf(bareWith({ quality: [...quality] }))['@type']).toBe(type);
  });

  it('was changed when its page says so, also by a bare day', () => {
    const day = { ...UNDATED, status: 'stated', local: '2024-03-12', precision: 'day' } as const;
    const changed = (modified: ArticleRecord['modified']) => jsonldOf(bareWith({ modified }))['dateModified'];
    expect([changed({ ...day, contradicts: [] }), changed(FULL.modified), changed(null)]).toEqual([
      ...['2024-03-12', '2024-03-13T09:10:00Z', undefined],
    ]);
  });

  it('has an address of its publisher where there is one, terms as they are where they are no address, and names no copy without an id', () => {
    const rights = { holder: null, notice: null, terms: 'Ask first', tdm: null };
    expect(jsonldOf(bareWith({ publisher: PARTY, rights, copyOf: NO_COPY }))).toEqual({
      ...jsonldOf(BARE),
      publisher: { '@type': 'NewsMediaOrganization', name: 'The Herald' },
      usageInfo: 'Ask first',
    });
  });
});

describe('a ninjs item', () => {
  it.each([
    [[], 'full'],
    [['body-short'], 'full'],
    [['paywall-stub'], 'partial'],
    [['body-short', 'body-truncated'], 'partial'],
  ] as const)('of a record that is %j represents it in %s', (quality, type) => {
    expect(ninjsItem(bareWith({ quality: [...quality] }))['representationType']).toBe(type);
  });

  it('has terms of use from the rights, or from what is said of mining, and no note where there is nothing to say', () => {
    const rights = { holder: null, notice: null, terms: null, tdm: 'reserved' };
    const item = ninjsItem(bareWith({ rights, publisher: PARTY, copyOf: NO_COPY }));
    expect(item).toEqual({
      ...ninjsItem(BARE),
      usageTerms: 'Text and data mining: reserved',
      infoSources: [{ name: 'The Herald', role: 'publisher' }],
    });
  });
});

describe('what an export is made of', () => {
  it('leaves out what is not there, and keeps what is empty, false or naught', () => {
    expect(given({ a: null, b: undefined, c: [], d: '', e: 0, f: false, g: [null] })).toEqual({
      d: '',
      e: 0,
      f: false,
      g: [null],
    });
  });

  it('makes one list of items that follow one another', () => {
    const roles = ['list', 'p', 'list', 'list', 'list', 'h2'] as const;
    expect(htmlBody(roles.map((role, at) => ({ role, text: String(at) })))).toBe(
      '<ul><li>0</li></ul>\n<p>1</p>\n<ul><li>2</li>\n<li>3</li>\n<li>4</li></ul>\n<h2>5</h2>',
    );
    expect(htmlBody([])).toBe('');
  });

  it('makes every line end a line feed, and every control a mark, and drops what reorders', () => {
    expect(safeText('a\rb\r\nc\u0085d\u2028e\u2029f')).toBe('a\nb\nc\nd\ne\nf');
    expect(safeText('\u0000\u0008\u000b\u000c\u000e\u001f\u007f\u009f\ufff9\ufffb\ufffe\uffff')).toBe(
      '\ufffd'.repeat(12),
    );
    expect(safeText('\t \u00a0\u202a\u202e\u2066\u2069\u200f\u{1f600}')).toBe('\t \u00a0\u200f\u{1f600}');
    expect(oneLine(' a \t\n b\u00a0 ')).toBe('a b\u00a0');
    expect([line(null), line(' \n '), line(' a ')]).toEqual([null, null, 'a']);
  });

  it('spells addresses as the standard wants them, without a login, and names as URNs', () => {
    expect(urnOf('event', 'a/b c')).toBe('urn:wirefold:event:a%2Fb%20c');
    expect(webUri('http://u:p@a.example:8080/x^y%zz%20?q=`#[1]')).toBe(
      'http://a.example:8080/x%5Ey%25zz%20?q=%60#%5B1%5D',
    );
    const [url, canonicalUrl] = ['https://a.example/', 'https://b.example/'];
    expect(linkOf({ url, canonicalUrl })).toBe(url);
    expect(linkOf({ url: 'ftp://a.example/', canonicalUrl })).toBe(canonicalUrl);
    expect(linkOf({ url: null, canonicalUrl: null })).toBeNull();
  });
});
