/** When an article was published: stated, assumed, disputed, estimated or missing, and never made up. */
import { describe, expect, it } from 'vitest';
import { articleOf, BODY, type Given, type Line, offer } from './fields-builders.ts';

const publishedOn = (line: string, more: Given = {}) =>
  articleOf({ lines: [['meta.published', line], BODY], ...more }).published;

describe('a zone that is an abbreviation', () => {
  it('is British in summer on an English page', () => {
    expect(publishedOn('Tuesday 4 May 2021 07:15 BST')).toMatchObject({
      utc: '2021-05-04T06:15:00Z',
      local: '2021-05-04T07:15:00+01:00',
      zone: 'Europe/London',
      zoneBasis: 'stated',
      status: 'stated',
      precision: 'minute',
      raw: 'Tuesday 4 May 2021 07:15 BST',
    });
  });

  it('has no instant in winter, when there is no British Summer Time', () => {
    expect(publishedOn('4 January 2021 07:15 BST')).toMatchObject({
      utc: null,
      status: 'stated-zone-assumed',
      zoneBasis: 'assumed',
    });
  });

  it('follows the country of the address', () => {
    const hints = { url: 'https://news.example.in/a' };
    expect(publishedOn('4 May 2021 07:15 IST', { hints })).toMatchObject({
      utc: '2021-05-04T01:45:00Z',
      zone: 'Asia/Kolkata',
    });
    expect(publishedOn('4 May 2021 07:15 IST', { hints: { url: 'https://news.example.ie/a' } }).zone).toBe(
      'Europe/Dublin',
    );
  });

  it('gives no instant while two places may be meant', () => {
    expect(publishedOn('4 May 2021 07:15 IST')).toMatchObject({
      utc: null,
      zoneBasis: 'assumed',
      status: 'stated-zone-assumed',
    });
  });

  it('follows the language', () => {
    const lines = [
      ['meta.published', '2021-05-04 07:15 CST'],
      ['body', '市议会在与船员举行长时间会议后表示，两个港口之间的渡轮周二将停运。渡轮将于下周恢复。'],
    ] as const;
    expect(articleOf({ lines }).published.zone).toBe('Asia/Shanghai');
  });

  it('follows the profile of the outlet before all else', () => {
    expect(publishedOn('4 May 2021 07:15 IST', { profile: { zone: 'Europe/Dublin' } }).utc).toBe(
      '2021-05-04T06:15:00Z',
    );
  });
});

describe('a time without a zone', () => {
  it('stays local, and says that its zone is unknown', () => {
    expect(publishedOn('Date:2021-05-04 07:15:32')).toMatchObject({
      utc: null,
      local: '2021-05-04T07:15:32',
      raw: '2021-05-04 07:15:32',
      zone: null,
      zoneBasis: 'unknown',
      precision: 'second',
      status: 'stated-zone-assumed',
    });
  });

  it('gets its instant from the profile, and says so', () => {
    expect(publishedOn('4 May 2021 - 17:15', { profile: { zone: 'Africa/Johannesburg' } })).toMatchObject({
      utc: '2021-05-04T15:15:00Z',
      local: '2021-05-04T17:15:00+02:00',
      zoneBasis: 'publisher',
      status: 'stated-zone-assumed',
    });
  });

  it('beside an instant in UTC tells the outlet’s offset', () => {
    const candidates = [
      offer('published', '2021-05-04T22:03:00.000Z', 'json-ld NewsArticle.datePublished', 'json-ld'),
      offer('published', 'May 5, 2021 - 9:03AM', 'div.date', 'html'),
    ];
    expect(articleOf({ candidates, format: 'html' }).published).toMatchObject({
      utc: '2021-05-04T22:03:00Z',
      local: '2021-05-05T09:03:00+11:00',
    });
  });

  it('and without a clock beside an instant in UTC is the day on which the outlet saw it', () => {
    const candidates = [offer('published', '2021-05-05T00:46:23Z', 'json-ld NewsArticle.datePublished', 'json-ld')];
    const lines: readonly Line[] = [['meta.published', 'May 4, 2021'], BODY];
    expect(articleOf({ lines, candidates, format: 'html' }).published).toMatchObject({
      utc: '2021-05-05T00:46:23Z',
      local: '2021-05-04',
    });
  });

  it('is read from the way in which programs print it', () => {
    const candidates = [
      offer('published', 'Tue May 04 19:20:36 CEST 2021', 'json-ld NewsArticle.datePublished', 'json-ld'),
    ];
    expect(articleOf({ candidates, format: 'html' }).published.utc).toBe('2021-05-04T17:20:36Z');
  });
});

describe('a date that contradicts itself', () => {
  it('names a weekday that is not its own', () => {
    const published = publishedOn('Sunday 4 May 2021 07:15 BST');
    expect(published.status).toBe('disputed');
    expect(published.contradicts).toHaveLength(1);
  });

  it('lies more than a day after the capture', () => {
    const hints = { capturedAt: '2021-05-01T00:00:00Z' };
    expect(publishedOn('4 May 2021 07:15 UTC', { hints }).status).toBe('disputed');
    expect(publishedOn('2 May 2021', { hints }).status).toBe('stated');
  });
});

describe('a date that is not there', () => {
  it('is missing, with what is left of it', () => {
    const article = articleOf({ lines: [['ui.label', 'Published'], BODY] });
    expect(article.published).toMatchObject({
      utc: null,
      local: null,
      raw: 'Published',
      status: 'missing',
      estimate: null,
    });
    expect(article.quality).toContain('published-missing');
  });

  it('is the one that says so below the headline, beside those of other articles above it', () => {
    const lines: readonly Line[] = [
      ['meta.published', 'Dec 14, 2023'],
      ['meta.headline', 'Ferry stays in harbour'],
      ['meta.published', 'Published Dec 21, 2023'],
      BODY,
    ];
    expect(articleOf({ lines }).published.local).toBe('2023-12-21');
  });

  it('stands in a short line that passed for a caption, where nothing else says when', () => {
    const headline: Line = ['meta.headline', 'Ferry stays in harbour'];
    const publishedIn = (text: string): string | null =>
      articleOf({ lines: [headline, ['media.caption', text], BODY] }).published.local;
    expect(publishedIn('01. November 2021 | Nature, Harbour Trust')).toBe('2021-11-01');
    expect(publishedIn('The pier, 1 November 2021')).toBeNull();
  });

  it('is not the date of the last change', () => {
    const article = articleOf({ lines: [['meta.modified', 'Updated 4 May 2021'], BODY] });
    expect(article.published.status).toBe('missing');
    expect(article.modified).toMatchObject({ local: '2021-05-04', status: 'stated' });
  });

  it('is not the date of the last change in an element whose class speaks of publication', () => {
    const candidates = [offer('published', 'Updated on May 4, 2021', 'div.published-date', 'html')];
    expect(articleOf({ candidates, format: 'html' }).published.status).toBe('missing');
  });

  it('is not made of hours before the reader’s now', () => {
    expect(publishedOn('2 hours ago')).toMatchObject({ status: 'missing', raw: '2 hours ago', local: null });
  });

  it('is estimated from a caption whose weekday the text names', () => {
    const article = articleOf({ lines: [['media.caption', 'Crews in the harbour, May 4, 2021'], BODY] });
    expect(article.published).toMatchObject({
      status: 'missing',
      estimate: { earliest: '2021-05-04', latest: '2021-05-05' },
    });
  });

  it('is not estimated from an archive picture', () => {
    const article = articleOf({ lines: [['media.caption', 'The harbour on May 1, 2015'], BODY] });
    expect(article.published.estimate).toBeNull();
  });
});

it('in digits without a country is one of two days', () => {
  const published = publishedOn('03/04/2021');
  expect(published).toMatchObject({
    status: 'estimated',
    local: null,
    estimate: { earliest: '2021-03-04', latest: '2021-04-03' },
  });
});

it('is what most evidence names; what lost is kept as evidence', () => {
  const candidates = [
    offer('published', '2021-05-04T07:15:00+02:00', 'json-ld NewsArticle.datePublished', 'json-ld'),
    offer('published', '2021-05-04', 'meta[property="article:published_time"]'),
    offer('published', '2020-01-01', 'div.date', 'html'),
  ];
  const article = articleOf({ candidates, format: 'html' });
  expect(article.published).toMatchObject({ utc: '2021-05-04T05:15:00Z', zone: '+02:00', zoneBasis: 'stated' });
  expect(article.evidence['published.lost.1']).toMatchObject({ where: 'div.date', raw: '2020-01-01' });
});
