/** What surrounds an article: its publisher, pictures, language, and the codes of its quality. */
import { describe, expect, it } from 'vitest';
import { Rejection } from '../../shared/core/rejection.ts';
import { articleOf, BODY, type Line, offer } from './fields-builders.ts';

describe('the publisher', () => {
  it('is marked as inferred when one line alone names it', () => {
    const article = articleOf({
      lines: [BODY, ['footer.imprint', 'Published by Harbour Press and printed in Oslo every Thursday.']],
    });
    expect(article.publisher?.name).toBe('Harbour Press');
    expect(article.quality).toContain('publisher-inferred');
  });

  it('is named without an article in small letters', () => {
    const named = (text: string) => articleOf({ lines: [BODY, ['ui.notification', text]] }).publisher?.name;
    expect(named('Turn on alerts from the Harbour Courier')).toBe('Harbour Courier');
    expect(named('Turn on alerts from The Harbour Courier')).toBe('The Harbour Courier');
  });

  it('is not somebody whom the text quotes', () => {
    expect(
      articleOf({
        lines: [
          ['body', 'A sailor told the Harbour Tribune that the ferry would not run, and nobody has seen it since.'],
        ],
      }).publisher,
    ).toBeNull();
  });

  it('has the domain of the address', () => {
    const article = articleOf({ hints: { url: 'https://www.harbour.example/ferry', publisher: 'The Harbour News' } });
    expect(article.publisher).toEqual({ name: 'The Harbour News', domain: 'harbour.example' });
  });

  it('may be glued to the headline, with the section before it', () => {
    const lines: readonly Line[] = [
      ['nav.breadcrumb', 'Home > City'],
      ['dup.headline', 'Ferry stays in harbour', { line: 1, fused: true }],
      ['nav.site', '-The Harbour News', { line: 1, fused: true }],
      BODY,
    ];
    expect(articleOf({ lines })).toMatchObject({ publisher: { name: 'The Harbour News' }, section: 'City' });
  });
});

describe('pictures', () => {
  it('join alternative text, credit and caption that stand together', () => {
    const lines: readonly Line[] = [
      ['media.alt', 'Crews leave the ferry, May 4, 2021'],
      ['media.credit', 'Image credit, AFP'],
      ['ui.label', 'Image caption,'],
      ['media.caption', 'Crews left the ferry on Tuesday'],
      BODY,
    ];
    expect(articleOf({ lines }).media).toEqual([
      {
        kind: 'image',
        caption: 'Crews left the ferry on Tuesday',
        alt: 'Crews leave the ferry, May 4, 2021',
        credit: 'AFP',
        href: null,
      },
    ]);
  });

  it('are counted once when the caption is there twice', () => {
    const lines: readonly Line[] = [
      ['media.caption', 'Harbour Square'],
      ['media.caption', 'Harbour Square (City Press Service)'],
      BODY,
    ];
    expect(articleOf({ lines }).media).toMatchObject([{ caption: 'Harbour Square', credit: 'City Press Service' }]);
  });
});

describe('the language', () => {
  it('is what the text is written in, whatever the template declares', () => {
    const candidates = [offer('language', 'en-US', 'html[lang]', 'html')];
    const lines: readonly Line[] = [
      [
        'body',
        'Die Fähre zwischen den beiden Häfen fährt am Dienstag nicht, teilte der Stadtrat nach einer langen Sitzung mit.',
      ],
    ];
    expect(articleOf({ lines, candidates }).language).toBe('de');
  });

  it('has the region that the page declares for itself, but not the one of a template', () => {
    const german: Line = [
      'body',
      'Die Fähre zwischen den beiden Häfen fährt am Dienstag nicht, teilte der Stadtrat mit.',
    ];
    const html = offer('language', 'de', 'html[lang]', 'html');
    const ofArticle = offer('language', 'de-AT', 'json-ld NewsArticle.inLanguage', 'json-ld');
    const ofTemplate = offer('language', 'de_CH', 'meta[property="og:locale"]');
    expect(articleOf({ lines: [german], candidates: [html, ofArticle] }).language).toBe('de-AT');
    expect(articleOf({ lines: [german], candidates: [html, ofTemplate] }).language).toBe('de');
  });

  it('is uncertain when there is hardly a text', () => {
    const article = articleOf({ lines: [['body', 'OK go']] });
    expect(article.languageConfidence).toBeLessThan(0.5);
    expect(article.quality).toContain('language-uncertain');
  });
});

describe('the quality', () => {
  it('names what was repaired, repeated and fused', () => {
    const article = articleOf({
      lines: [BODY, ['dup.body', BODY[1], { fused: true }]],
      repairs: ['mojibake-repaired', 'unknown-code'],
    });
    expect(article.quality).toEqual(
      expect.arrayContaining(['mojibake-repaired', 'body-repeated', 'fused-text', 'body-short', 'headline-missing']),
    );
    expect(article.quality).not.toContain('unknown-code');
  });

  it('ends a notice of rights where the links of the footer begin', () => {
    const notice = 'Copyright © 2024 Harbour News Ltd. All rights reserved. Privacy Policy | Sitemap';
    expect(articleOf({ lines: [BODY, ['footer.legal', notice]] }).rights).toMatchObject({
      holder: 'Harbour News Ltd',
      notice: 'Copyright © 2024 Harbour News Ltd. All rights reserved.',
    });
  });

  it('notices a quotation that is closed and never opened', () => {
    expect(articleOf({ lines: [['body', 'It will not run,” she said. “Not today.”']] }).quality).toContain(
      'unbalanced-quotes',
    );
    expect(articleOf({ lines: [['body', '“It will not run today. And there is more.']] }).quality).not.toContain(
      'unbalanced-quotes',
    );
  });

  it('knows a page that was not found', () => {
    expect(
      articleOf({
        lines: [
          ['meta.headline', '404 – page not found'],
          ['body', 'Sorry.'],
        ],
      }).quality,
    ).toContain('not-an-article');
  });
});

it('a page without a single block is rejected', () => {
  expect(() => articleOf({ lines: [] })).toThrow(Rejection);
});
