/** The article's other fields, from labelled blocks and metadata; every choice leaves its evidence. */
import { describe, expect, it } from 'vitest';
import { Article } from '../../shared/core/record.ts';
import { articleOf, BODY, type Line, offer } from './fields-builders.ts';

const HEADLINE: Line = ['meta.headline', 'Ferry stays in harbour as crews meet the council'];

describe('an article', () => {
  const article = articleOf({
    lines: [
      ['ui.notification', 'Get notifications from The Harbour News'],
      HEADLINE,
      ['meta.deck', 'The crews want longer breaks, and the council wants a timetable'],
      ['meta.byline', 'byAnna Lee and Bo Novak'],
      ['meta.published', '4 May 2021 - 17:15'],
      ['media.caption', 'The ferry on May 3 2021. Picture: CITY/HANDOUT/AFP'],
      ['body', `Oslo/Bergen — ${BODY[1]}`],
      ['body.heading', 'A long night'],
      ['promo.donation', 'The Harbour News is trusted by sailors.'],
      ['meta.credit', 'Reuters'],
    ],
  });

  it('is accepted by the schema', () => {
    expect(Article.parse(article)).toEqual(article);
  });

  it('has headline, deck and byline', () => {
    expect(article).toMatchObject({
      headline: HEADLINE[1],
      byline: 'Anna Lee and Bo Novak',
      bylineRaw: 'byAnna Lee and Bo Novak',
    });
    expect(article.deck).toContain('longer breaks');
    expect(article.authors).toEqual([
      { name: 'Anna Lee', kind: 'person' },
      { name: 'Bo Novak', kind: 'person' },
    ]);
  });

  it('cuts the dateline from the text, and can put it back', () => {
    expect(article.dateline).toEqual({ raw: 'Oslo/Bergen —', places: ['Oslo', 'Bergen'], agency: null, date: null });
    expect(article.body).toEqual([
      { text: BODY[1], role: 'p' },
      { text: 'A long night', role: 'h2' },
    ]);
    expect(article.paragraphCount).toBe(2);
    expect(article.wordCount).toBe(25);
  });

  it('is the agency’s whose credit stands below the text, not the one of the picture', () => {
    expect(article).toMatchObject({ provider: { name: 'Reuters', code: 'REUTERS' }, creditLine: 'Reuters' });
  });

  it('is published by whom the furniture names', () => {
    expect(article.publisher).toEqual({ name: 'The Harbour News', domain: null });
    expect(article.quality).not.toContain('publisher-inferred');
  });

  it('has the picture with caption and credit apart', () => {
    expect(article.media).toEqual([
      { kind: 'image', caption: 'The ferry on May 3 2021.', alt: null, credit: 'CITY/HANDOUT/AFP', href: null },
    ]);
  });

  it('says for every field where it came from', () => {
    expect(article.evidence['headline']).toMatchObject({ where: 'line 2' });
    expect(article.evidence['dateline']).toMatchObject({ where: 'line 7', raw: 'Oslo/Bergen —' });
    expect(article.evidence['provider']).toMatchObject({ where: 'line 10', rule: 'provider.credit-line' });
  });
});

describe('a deck', () => {
  it('is not the first paragraph again', () => {
    expect(articleOf({ lines: [HEADLINE, ['meta.deck', BODY[1]], BODY] }).deck).toBeNull();
  });

  it('is not a line of facts', () => {
    expect(articleOf({ lines: [HEADLINE, ['meta.deck', 'World May 4, 2021 10:59 AM EST'], BODY] }).deck).toBeNull();
  });

  it('is not a description that only search engines see', () => {
    const candidates = [
      offer('deck', 'Everything about the ferry and its crews in one place', 'meta[name="description"]'),
    ];
    expect(articleOf({ candidates })).toMatchObject({
      deck: null,
      summary: 'Everything about the ferry and its crews in one place',
    });
  });
});

describe('the agency', () => {
  it('may stand in the dateline alone', () => {
    expect(articleOf({ lines: [['body', `OSLO (AFP) — ${BODY[1]}`]] })).toMatchObject({
      provider: { code: 'AFP' },
      creditLine: null,
    });
  });

  it('may be written in shorthand where the profile of the outlet knows it', () => {
    const lines: readonly Line[] = [BODY, ['meta.credit', 'mit Material von ap']];
    expect(articleOf({ lines, profile: { agencies: ['AP'] } }).provider?.code).toBe('AP');
    expect(articleOf({ lines }).provider).toBeNull();
  });

  it('may be the author that metadata names', () => {
    const candidates = [offer('author', 'dpa', 'json-ld NewsArticle.author Organization', 'json-ld')];
    expect(articleOf({ candidates, format: 'html' })).toMatchObject({
      provider: { code: 'DPA' },
      authors: [{ name: 'dpa', kind: 'org' }],
    });
  });
});

describe('authors', () => {
  it('come by agreement, so a name from elsewhere on the page loses', () => {
    const candidates = [
      offer('author', 'Anna Lee', 'json-ld NewsArticle.author Person', 'json-ld'),
      offer('author', 'https://www.social.example/anna', 'meta[property="article:author"]'),
      offer('author', 'Carl Sidebar', 'div.author', 'html'),
    ];
    const article = articleOf({ candidates, format: 'html' });
    expect(article.authors).toEqual([{ name: 'Anna Lee', kind: 'person' }]);
    expect(article.evidence['authors.lost.1']?.raw).toBe('Carl Sidebar');
  });

  it.each([
    ['Müller, Anna', 'Anna Müller'],
    ['Anna Lee, MD, PhD', 'Anna Lee'],
    ['Anna Lee, The Associated Press', 'Anna Lee'],
    ['By Anna Lee', 'Anna Lee'],
  ])('are read from %s', (value, name) => {
    const candidates = [offer('author', value, 'meta[name="author"]')];
    expect(articleOf({ candidates, format: 'html' }).authors).toEqual([{ name, kind: 'person' }]);
  });

  it('are nobody when there is no evidence', () => {
    expect(articleOf({}).authors).toEqual([]);
  });
});
