/** Who wrote it, when several parts of a page disagree. */
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../shared/core/block.ts';
import { articleOf, BODY, type Line, offer } from './fields-builders.ts';

const ld = (value: string) => offer('author', value, 'json-ld NewsArticle.author Person', 'json-ld');
const creator = (value: string) => offer('author', value, 'json-ld NewsArticle.creator', 'json-ld');
const shown = (value: string) => offer('author', value, 'div.byline', 'html');
const site = offer('site', 'Harbour News', 'meta[property="og:site_name"]');

const namesOf = (lines: readonly Line[], ...candidates: readonly Candidate[]): readonly string[] =>
  articleOf({ lines, candidates, format: 'html' }).authors.map(({ name }) => name);

describe('the authors of a page', () => {
  it('are those whom the byline names, where metadata adds the people behind it', () => {
    const byline: Line = ['meta.byline', 'By Anna Lee'];
    const candidates = [ld('Anna Lee'), ld('Bo Novak'), creator('Anna Lee'), shown('By Anna Lee')];
    expect(namesOf([byline, BODY], ...candidates)).toEqual(['Anna Lee']);
  });

  it('may be named behind a date in the same line', () => {
    expect(namesOf([['meta.byline', 'March 3, 2024 · by Anna Lee'], BODY])).toEqual(['Anna Lee']);
  });

  it('are whom metadata names, where the byline ran into a title', () => {
    const byline: Line = ['meta.byline', 'By Anna LeeCity Columnist'];
    expect(namesOf([byline, BODY], offer('author', 'Anna Lee', 'meta[name="author"]'))).toEqual(['Anna Lee']);
  });

  it('are not the writers of a teaser that is one link', () => {
    const teaser = 'By Carl Elsewhere Dec 13, 2023';
    const element = { tag: 'a', attributes: {}, parent: null, depth: 3 };
    const lines: readonly Line[] = [
      ['meta.byline', teaser, { tag: 'a', element, linkChars: teaser.length }],
      ['meta.byline', 'By Anna Lee', { tag: 'div', element: { ...element, tag: 'div' } }],
      BODY,
    ];
    expect(namesOf(lines)).toEqual(['Anna Lee']);
  });

  it('sign in the text, where metadata names the site alone', () => {
    const lines: readonly Line[] = [['meta.headline', 'Ferry stays in harbour'], ['body', 'ANNA LEE'], BODY];
    expect(namesOf(lines, site, ld('Harbour News'))).toEqual(['ANNA LEE']);
    expect(namesOf(lines, site, ld('Bo Novak'))).toEqual(['Bo Novak']);
    expect(namesOf([['meta.byline', 'Anna Lee', { tag: 'p' }], BODY], site, ld('Harbour News'))).toEqual(['Anna Lee']);
  });

  it('are no teasers, counters, menus or rights behind a link to an author', () => {
    const link = (value: string) => offer('author', value, 'a[href*="/author/"]', 'html');
    expect(namesOf([BODY], link('Anna Lee'), link('2 Stories'), link('Storm: Anna Lee stays ashore'))).toEqual([
      'Anna Lee',
    ]);
    for (const words of ['Skip Navigation', 'Some Rights Reserved', '3 Posts', 'Ferry: All Stay Ashore'])
      expect(namesOf([BODY], link(words))).toEqual([]);
    expect(namesOf([BODY], link('En Lee'))).toEqual(['En Lee']);
  });

  it('are named behind what a link says to those who cannot see it', () => {
    const link = (value: string) => offer('author', value, 'a[rel="author"]', 'html');
    expect(namesOf([BODY], link('View all posts by Anna Lee'))).toEqual(['Anna Lee']);
    expect(namesOf([BODY], link('Alle Beiträge von Anna Lee'))).toEqual(['Anna Lee']);
    const heading = offer('author', 'Published by', 'h2.author-heading', 'html');
    expect(namesOf([BODY], heading, link('View all posts by Anna Lee'))).toEqual(['Anna Lee']);
  });

  it('are the newsroom, where the byline in print says so too', () => {
    const byline: Line = ['meta.byline', 'By Harbour News'];
    const candidates = [site, ld('Harbour News'), offer('author', 'Carl Sidebar', 'span.author', 'html')];
    expect(namesOf([byline, BODY], ...candidates)).toEqual(['Harbour News']);
  });

  it('are whom the line below the headline names, where metadata names the account that posted', () => {
    const lines: readonly Line[] = [['meta.headline', 'Ferry stays in harbour'], ['meta.byline', 'By Anna Lee'], BODY];
    const account = [ld('Carl Weber'), offer('author', 'Carl Weber', 'meta[name="author"]')];
    expect(namesOf(lines, ...account)).toEqual(['Anna Lee']);
    expect(namesOf([['meta.headline', 'Ferry stays'], ['meta.byline', 'Bo Topic'], BODY], ...account)).toEqual([
      'Carl Weber',
    ]);
  });

  it('are whom a line with "by" names rather than a bare name or a line above the headline', () => {
    const lines: readonly Line[] = [
      ['meta.byline', 'By Carl Elsewhere'],
      ['meta.headline', 'Ferry stays in harbour'],
      ['meta.byline', 'Harbour Lights'],
      ['meta.byline', 'By Anna Lee'],
      BODY,
    ];
    expect(namesOf(lines)).toEqual(['Anna Lee']);
  });

  it('are the agency, where the byline names no person and metadata nobody', () => {
    const headline: Line = ['meta.headline', 'Ferry stays in harbour'];
    const byline = articleOf({ lines: [headline, ['meta.byline', 'By Associated Press'], BODY] });
    expect(byline.authors).toEqual([{ name: 'Associated Press', kind: 'org' }]);
    expect(byline.provider?.code).toBe('AP');
    expect(articleOf({ lines: [headline, ['meta.credit', 'AFP'], BODY] }).authors).toEqual([
      { name: 'AFP', kind: 'org' },
    ]);
  });

  it('are not whom the page calls its editor, though metadata does, where another name is printed', () => {
    const lines: readonly Line[] = [['meta.byline', 'Anna Lee'], BODY, ['other', 'Editor : Bramono']];
    expect(namesOf(lines, ld('Bramono'), offer('author', 'Bramono', 'meta[name="author"]'))).toEqual(['Anna Lee']);
    expect(namesOf([BODY, ['other', 'Editor : Bramono']], ld('Bramono'))).toEqual(['Bramono']);
  });

  it('sign right below the text', () => {
    const lines: readonly Line[] = [['meta.headline', 'Ferry stays in harbour'], BODY, ['other', 'Anna Lee']];
    expect(namesOf(lines)).toEqual(['Anna Lee']);
  });

  it('are neither editors nor links to more', () => {
    expect(namesOf([['meta.byline', 'Anna Lee'], ['meta.byline', 'Editor : Carl Passed'], BODY])).toEqual(['Anna Lee']);
    expect(namesOf([BODY], shown('Editor: Carl Passed'), shown('By Anna Lee'))).toEqual(['Anna Lee']);
    expect(namesOf([BODY], offer('author', 'View all posts', 'a[rel="author"]', 'html'))).toEqual([]);
  });
});
