import { describe, expect, it } from 'vitest';
import type { CandidateField } from '../../shared/core/block.ts';
import { dayInAddress } from '../../shared/core/html/addresses.ts';
import { readMetadata } from '../../shared/core/html/metadata.ts';
import { parseTree } from '../../shared/core/html/tree.ts';

const read = (html: string) => readMetadata(parseTree(html));
const values = (html: string, field: CandidateField) =>
  read(html)
    .filter((candidate) => candidate.field === field)
    .map(({ value }) => value);
const ld = (json: unknown) =>
  `<script type="application/ld+json">${typeof json === 'string' ? json : JSON.stringify(json)}</script>`;

const ARTICLE = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Pier opens in spring',
  datePublished: '2031-03-04T08:00:00+01:00',
  dateModified: '2031-03-04T09:30:00+01:00',
  author: { '@type': 'Person', name: 'Ida Holm' },
  publisher: { '@type': 'Organization', name: 'The Harbour Post' },
  articleSection: 'Town',
  keywords: ['pier', 'ferry'],
  inLanguage: 'en-GB',
  isAccessibleForFree: 'False',
};

describe('JSON-LD', () => {
  it('offers every fact of an article, and says where it stood', () => {
    expect(read(ld(ARTICLE))).toEqual(
      expect.arrayContaining([
        { field: 'headline', value: 'Pier opens in spring', source: 'json-ld', where: 'json-ld NewsArticle.headline' },
        { field: 'author', value: 'Ida Holm', source: 'json-ld', where: 'json-ld NewsArticle.author Person' },
        {
          field: 'published',
          value: '2031-03-04T08:00:00+01:00',
          source: 'json-ld',
          where: 'json-ld NewsArticle.datePublished',
        },
        {
          field: 'modified',
          value: '2031-03-04T09:30:00+01:00',
          source: 'json-ld',
          where: 'json-ld NewsArticle.dateModified',
        },
        {
          field: 'publisher',
          value: 'The Harbour Post',
          source: 'json-ld',
          where: 'json-ld NewsArticle.publisher Organization',
        },
        { field: 'section', value: 'Town', source: 'json-ld', where: 'json-ld NewsArticle.articleSection' },
        { field: 'language', value: 'en-GB', source: 'json-ld', where: 'json-ld NewsArticle.inLanguage' },
        { field: 'type', value: 'NewsArticle', source: 'json-ld', where: 'json-ld NewsArticle.@type' },
        { field: 'paywalled', value: 'true', source: 'json-ld', where: 'json-ld NewsArticle.isAccessibleForFree' },
      ]),
    );
    expect(values(ld(ARTICLE), 'keywords')).toEqual(['pier', 'ferry']);
  });

  it.each([
    ['in a graph', { '@graph': [{ '@type': 'WebSite', name: 'The Harbour Post' }, ARTICLE] }],
    ['in a list', [{ '@type': 'BreadcrumbList' }, ARTICLE]],
    ['inside a page', { '@type': 'WebPage', mainEntity: ARTICLE }],
    ['of two types', { ...ARTICLE, '@type': ['Thing', 'ReportageNewsArticle'] }],
    ['with its vocabulary written out', { ...ARTICLE, '@type': 'https://schema.org/NewsArticle' }],
  ])('finds the article %s', (_, json) => {
    expect(values(ld(json), 'headline')).toContain('Pier opens in spring');
    expect(values(ld(json), 'author')).toEqual(['Ida Holm']);
  });

  it.each([
    ['a name', 'Ida Holm', ['Ida Holm']],
    ['a list of names', ['Ida Holm', 'Jon Berg'], ['Ida Holm', 'Jon Berg']],
    ['people', [{ name: 'Ida Holm' }, { name: 'Jon Berg' }], ['Ida Holm', 'Jon Berg']],
    ['one object with two names', { name: ['Ida Holm', 'Jon Berg'] }, ['Ida Holm', 'Jon Berg']],
    ['a name in two parts', { givenName: 'Ida', familyName: 'Holm' }, ['Ida Holm']],
    ['a reference into the graph', { '@id': '#ida' }, ['Ida Holm']],
    ['nothing', null, []],
  ])('reads authors given as %s', (_, author, expected) => {
    const people = {
      '@graph': [
        { '@type': 'Person', '@id': '#ida', name: 'Ida Holm' },
        { ...ARTICLE, author },
      ],
    };
    expect(values(ld(people), 'author')).toEqual(expected);
  });

  it.each([
    ['line breaks inside strings', `{"@type":"NewsArticle","headline":"Pier opens\nin spring"}`],
    ['trailing commas', `{"@type":"NewsArticle","headline":"Pier opens in spring",}`],
    ['a comment around it', `<!-- {"@type":"NewsArticle","headline":"Pier opens in spring"} -->`],
    ['CDATA and a semicolon', `//<![CDATA[\n{"@type":"NewsArticle","headline":"Pier opens in spring"};\n//]]>`],
    ['two objects without a comma', `{"@type":"WebSite"}{"@type":"NewsArticle","headline":"Pier opens in spring"}`],
    [
      'a quote that nobody escaped',
      `{"@type":"NewsArticle","description":"The "old" pier","headline":"Pier opens in spring"}`,
    ],
    ['a missing last brace', `{"@type":"NewsArticle","headline":"Pier opens in spring"`],
    ['entities in values', `{"@type":"NewsArticle","headline":"Pier &amp;#111;pens in&nbsp;spring"}`],
  ])('is mended: %s', (_, json) => {
    expect(values(ld(json), 'headline')).toContain('Pier opens in spring');
  });

  it('leaves lists of other articles alone, and numbers further articles of the page', () => {
    const other = { ...ARTICLE, headline: 'Other story' };
    expect(values(ld({ '@type': 'ItemList', itemListElement: [other] }), 'headline')).toEqual([]);
    const second = read(ld([ARTICLE, other])).find(({ value }) => value === 'Other story');
    expect(second?.where).toBe('json-ld 2 NewsArticle.headline');
  });

  it('survives what is no JSON at all', () => {
    for (const text of ['', 'undefined', '['.repeat(50_000), '{"@type":'.repeat(5_000), 'null', '"x"', '{}']) {
      expect(values(ld(text), 'headline')).toEqual([]);
    }
  });
});

describe('meta, link, title and html', () => {
  it.each([
    ['<meta property="og:title" content="Pier opens">', 'headline', 'Pier opens', 'meta[property="og:title"]'],
    ['<meta name="DC.date.issued" content="2031-03-04">', 'published', '2031-03-04', 'meta[name="DC.date.issued"]'],
    ['<meta name="parsely-author" content="Ida Holm">', 'author', 'Ida Holm', 'meta[name="parsely-author"]'],
    ['<meta itemprop="dateModified" content="2031-03-05">', 'modified', '2031-03-05', 'meta[itemprop="dateModified"]'],
    [
      '<meta property="schema:datePublished" content="2031-03-04">',
      'published',
      '2031-03-04',
      'meta[property="schema:datePublished"]',
    ],
    ['<meta property="og:locale" content="en_GB">', 'language', 'en_GB', 'meta[property="og:locale"]'],
    ['<meta name="article:content_tier" content="locked">', 'paywalled', 'true', 'meta[name="article:content_tier"]'],
    [
      '<link rel="canonical" href="https://post.example/pier">',
      'canonicalUrl',
      'https://post.example/pier',
      'link[rel="canonical"]',
    ],
    ['<title>Pier opens | Post</title>', 'headline', 'Pier opens | Post', 'title'],
    ['<html lang="de-AT"><p>a', 'language', 'de-AT', 'html[lang]'],
  ])('%s', (html, field, value, where) => {
    expect(read(html)).toContainEqual(expect.objectContaining({ field, value, where }));
  });

  it('reads a labelled pair as an author', () => {
    const html = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ida Holm">';
    expect(values(html, 'author')).toEqual(['Ida Holm']);
  });

  it('says nothing of what is free, empty or unknown', () => {
    const html =
      '<meta name="article:content_tier" content="free"><meta name="author" content=" "><meta name="viewport" content="x">';
    expect(read(html)).toEqual([]);
  });
});

describe('marks in the body', () => {
  it('reads microdata of the article, not of comments', () => {
    const html = `<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Pier opens</h1>
      <span itemprop="author" itemscope itemtype="https://schema.org/Person">By <b itemprop="name">Ida Holm</b></span>
      <time itemprop="datePublished" datetime="2031-03-04">4 March</time>
      <div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">a reader</b></div></article>`;
    const marked = read(html).filter(({ source }) => source === 'microdata');
    expect(marked.map(({ field, value }) => [field, value])).toEqual([
      ['headline', 'Pier opens'],
      ['author', 'Ida Holm'],
      ['published', '2031-03-04'],
    ]);
  });

  it('reads headings, bylines and dates by class, tag and address', () => {
    const html = `<h1>Pier opens</h1><a href="/authors/ida-holm">Ida Holm</a><p class="post-date">4 March 2031</p>
      <time datetime="2031-03-05T10:00Z" class="updated">yesterday</time>`;
    expect(values(html, 'headline')).toEqual(['Pier opens']);
    expect(values(html, 'author')).toEqual(['Ida Holm']);
    expect(values(html, 'published')).toEqual(['4 March 2031']);
    expect(values(html, 'modified')).toEqual(['2031-03-05T10:00Z']);
  });

  it('passes over what stands in lists of other articles, unless it is all there is', () => {
    const aside = '<div class="related-stories"><time datetime="2030-01-01">1 January</time></div>';
    const beside = '<div class="sidebar"><time datetime="2031-03-04">4 March</time></div>';
    expect(values(`<h1>a</h1><time datetime="2031-03-04"></time>${aside}`, 'published')).toEqual(['2031-03-04']);
    expect(values(`<h1>a</h1>${aside}${beside}`, 'published')).toEqual(['2031-03-04', '4 March']);
  });
});

describe('days in addresses', () => {
  it.each([
    ['https://post.example/2031/03/04/pier', '2031-03-04'],
    ['https://post.example/2031/mar/4/pier', '2031-03-04'],
    ['https://post.example/pier-20310304.html', '2031-03-04'],
    ['https://post.example/2031-03-04-pier', '2031-03-04'],
    ['https://post.example/2031/13/04/pier', null],
    ['https://post.example/2031/pier-1234', null],
  ])('%s', (address, day) => {
    expect(dayInAddress(address)).toBe(day);
  });
});
