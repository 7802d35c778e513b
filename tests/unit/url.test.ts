/** One page, one spelling of its address. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, sameSite } from '../../shared/core/url.ts';

describe('a canonical URL', () => {
  it.each([
    ['http://News.Example:80/a', 'https://news.example/a'],
    ['https://news.example:443/a', 'https://news.example/a'],
    ['https://news.example:8443/a', 'https://news.example:8443/a'],
    ['https://user:secret@news.example/a', 'https://news.example/a'],
    ['https://news.example/a#comments', 'https://news.example/a'],
    ['https://news.example/a?b=2&a=1', 'https://news.example/a?a=1&b=2'],
    ['https://news.example/a?utm_source=x&id=7&fbclid=y', 'https://news.example/a?id=7'],
    ['https://news.example/a?UTM_Campaign=x', 'https://news.example/a'],
    ['https://news.example', 'https://news.example/'],
    ['https://news.example/a/../b', 'https://news.example/b'],
    [' https://bücher.example/ä ', 'https://xn--bcher-kva.example/%C3%A4'],
  ])('of %s is %s', (input, canonical) => {
    expect(canonicalUrl(input)).toBe(canonical);
  });

  it.each([
    '',
    'news',
    'ftp://news.example/a',
    'javascript:alert(1)',
    'mailto:a@b.example',
    '//news.example/a',
    `https://a.example/${'x'.repeat(3000)}`,
  ])('does not exist for %s', (input) => {
    expect(canonicalUrl(input)).toBeNull();
  });

  it('is its own canonical URL', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalUrl(url);
        return once === null || canonicalUrl(once) === once;
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('two hosts', () => {
  it.each([
    ['www.news.example', 'news.example', true],
    ['amp.news.example', 'm.news.example', true],
    ['sport.news.example', 'www.news.example', true],
    ['news.example', 'bignews.example', false],
    ['a.example', 'b.example', false],
  ])('%s and %s: one site %s', (a, b, same) => {
    expect([sameSite(a, b), sameSite(b, a)]).toEqual([same, same]);
  });
});
