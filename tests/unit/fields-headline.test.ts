/** One headline among many. */
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../shared/core/block.ts';
import { chooseHeadline } from '../../shared/core/fields/headline.ts';
import { siteNames } from '../../shared/core/fields/site-names.ts';
import { bareTitle } from '../../shared/core/fields/titles.ts';
import { offer } from './fields-builders.ts';

const site = offer('site', 'The Harbour News', 'meta[property="og:site_name"]');
const og = (value: string) => offer('headline', value, 'meta[property="og:title"]');
const h1 = (value: string) => offer('headline', value, 'h1', 'html');
const h2 = (value: string) => offer('headline', value, 'h2.headline', 'html');
const ld = (value: string) => offer('headline', value, 'json-ld NewsArticle.headline', 'json-ld');
const title = (value: string) => offer('headline', value, 'title', 'title');

const chosen = (...candidates: readonly Candidate[]) => chooseHeadline(candidates, null, siteNames(candidates))?.text;

describe('the headline', () => {
  it('is what the reader sees, where metadata has another for search engines', () => {
    expect(
      chosen(
        h1('Ferry stays in harbour'),
        og('Ferry cancelled: all you need to know'),
        title('Ferry cancelled: all you need to know'),
      ),
    ).toBe('Ferry stays in harbour');
  });

  it('is the stated one that the page shows as a heading, where the h1 is made for search engines', () => {
    expect(
      chosen(
        h1('Ferry cancelled: all about Tuesday'),
        h2('Ferry stays in harbour'),
        ld('Ferry stays in harbour'),
        og('Ferry cancelled: all about Tuesday'),
      ),
    ).toBe('Ferry stays in harbour');
  });

  it('never is the site’s name', () => {
    expect(chosen(site, h1('The Harbour News'), og('Ferry stays in harbour'))).toBe('Ferry stays in harbour');
    expect(
      chosen(
        h1('Notes from a boat'),
        h2('Ferry stays in harbour'),
        title('Ferry stays in harbour | Notes from a boat'),
      ),
    ).toBe('Ferry stays in harbour');
  });

  it('is a later h1, where the page states that one and the first is a section’s', () => {
    expect(
      chosen(
        h1('All maps of the harbour'),
        h1('All piers of the harbour'),
        og('All piers of the harbour - The harbour guide'),
      ),
    ).toBe('All piers of the harbour');
  });

  it('is not the one that broke off at its colon', () => {
    expect(
      chosen(
        h1('Harnessing wind for ferries: a harbour tries it'),
        og('Harnessing winds for ferries:'),
        title('Harnessing winds for ferries:'),
      ),
    ).toBe('Harnessing wind for ferries: a harbour tries it');
  });

  it('is not cut off by a quotation mark that nobody escaped in an attribute', () => {
    const whole = 'Harbour master calls the ferry "a miracle"';
    const cut = 'Harbour master calls the ferry';
    expect(chosen(og(cut), title(`${whole} - The Harbour News`), h1(whole))).toBe(whole);
    expect(chosen(og(cut), offer('headline', cut, 'meta[name="twitter:title"]'), title(whole))).toBe(whole);
  });

  it('is no h1 of a menu or a box, which shares no word with anything that the page states', () => {
    expect(chosen(h1('Latest comments'), title('Ferry stays in harbour'))).toBe('Ferry stays in harbour');
  });

  it('loses the ending of a title when the page shows it without', () => {
    const candidates = [title('The last ferry to the island leaves - Wessel Evening Echo')];
    const shown = 'The last ferry to the island leaves';
    expect(chooseHeadline(candidates, null, siteNames(candidates, shown))?.text).toBe(shown);
  });

  it('loses a section that stands before it', () => {
    expect(chosen(h1('Opinion | The ferry is not the problem'), ld('The ferry is not the problem'))).toBe(
      'The ferry is not the problem',
    );
  });

  it('keeps a kicker that the page’s two main statements give', () => {
    expect(
      chosen(h1('Ferry stays in harbour'), ld('Strike: Ferry stays in harbour'), og('Strike: Ferry stays in harbour')),
    ).toBe('Strike: Ferry stays in harbour');
  });

  it('is missing when nothing offers one', () => {
    expect(chosen(site)).toBeUndefined();
  });

  it('says how many agree and what lost', () => {
    const choice = chooseHeadline([h1('One'), og('One'), ld('Another one')], null, siteNames([]));
    expect(choice).toMatchObject({ text: 'One', agreeing: 2 });
    expect(choice?.lost.map(({ text }) => text)).toEqual(['Another one']);
  });
});

describe('a title', () => {
  const abroad = offer('site', '港湾新闻', 'meta[name="author"]');
  const names = siteNames([site, abroad, offer('url', 'https://www.harbournews.example/a', 'meta[property="og:url"]')]);

  it.each([
    ['Ferry stays in harbour | The Harbour News', 'Ferry stays in harbour'],
    ['Ferry stays in harbour - The Harbour News', 'Ferry stays in harbour'],
    ['Ferry stays in harbour | City | The Harbour News', 'Ferry stays in harbour'],
    ['The Harbour News: Ferry stays in harbour', 'The Harbour News: Ferry stays in harbour'],
    ['The Harbour News - Ferry stays in harbour', 'Ferry stays in harbour'],
    ['Ferry stays in harbour - for now', 'Ferry stays in harbour - for now'],
    ['Strike: ferry stays', 'Strike: ferry stays'],
    ['渡し船は港に残る-みなと新聞', '渡し船は港に残る-みなと新聞'],
    ['渡船停留在港口-港湾新闻', '渡船停留在港口'],
    ['渡船停留在港口--时事--港湾新闻', '渡船停留在港口--时事'],
  ])('%s', (whole, bare) => {
    expect(bareTitle(whole, names).text).toBe(bare);
  });
});
