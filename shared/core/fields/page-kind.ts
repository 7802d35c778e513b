/**
 * What kind of page it is when it is no plain article. In: the page's offers, its labelled blocks and the article's text. Out: codes
 * with the place that shows them. Promise: a page with a text of its own is never called no article.
 */

import { consentWords } from '../label/consent.ts';
import { saysArticle } from '../label/listing.ts';
import type { QualityCode } from '../record.ts';
import { ERROR_TITLES, LOGIN_TITLES, SEARCH_TITLES } from '../tables/page-words.ts';
import { isGallery, isLiveBlog } from './page-forms.ts';
import { isListing } from './page-listing.ts';
import { titlesLike } from './page-titles.ts';
import type { Sources } from './sources.ts';

export interface KindFound {
  readonly code: QualityCode;
  readonly where: string;
  readonly rule: string;
  readonly raw: string | null;
}

export interface TextFacts {
  readonly words: number;
  /** Pictures that have a caption. */
  readonly captions: number;
  readonly captionWords: number;
}

/** Shorter texts are a caption, a notice or what a wall left over. */
export const SHORT_WORDS = 50;
/** An error page may explain itself and offer help, but not for longer. */
const NOTICE_WORDS = 200;
/** Distinct phrases; one paragraph about cookies has fewer. */
const CONSENT_PHRASES_LEAST = 3;
const VIDEO_WORDS = 100;

/** Kinds that are no article, most telling first; one page is of one such kind. */
const NO_ARTICLE = [errorPage, consentWall, loginWall, searchResults, videoPage, sectionFront] as const;

export function pageKinds(sources: Sources, text: TextFacts): readonly KindFound[] {
  const forms = [isLiveBlog(sources), isGallery(sources, text)].filter((one) => one !== null);
  for (const kind of NO_ARTICLE) {
    const one = kind(sources, text);
    if (one !== null) return [one, notAnArticle(one), ...forms];
  }
  // A live blog or gallery without a word of text is no article either.
  const [form] = forms;
  return form !== undefined && text.words === 0 ? [...forms, notAnArticle(form)] : forms;
}

function notAnArticle({ where, raw, rule }: KindFound): KindFound {
  return { code: 'not-an-article', where, rule, raw };
}

function errorPage(sources: Sources, { words }: TextFacts): KindFound | null {
  if (words >= NOTICE_WORDS || (words >= SHORT_WORDS && saysArticle(sources.page.candidates))) return null;
  return titled(sources, ERROR_TITLES, 'error-page', 'kind.error-title');
}

function consentWall(sources: Sources, { words }: TextFacts): KindFound | null {
  if (words >= SHORT_WORDS) return null;
  const { distinct, share, first } = consentWords(sources.page.blocks.map(({ text }) => text));
  if (distinct < CONSENT_PHRASES_LEAST || share < 0.5 || first === null) return null;
  return { code: 'consent-wall', where: 'page', rule: 'kind.consent-words', raw: first };
}

function loginWall(sources: Sources, { words }: TextFacts): KindFound | null {
  return words >= SHORT_WORDS ? null : titled(sources, LOGIN_TITLES, 'login-wall', 'kind.login-title');
}

function searchResults(sources: Sources, { words }: TextFacts): KindFound | null {
  const stated = stating(sources, /^SearchResultsPage$/i, 'search-results');
  if (saysArticle(sources.page.candidates)) return null;
  if (stated !== null) return stated;
  return words >= NOTICE_WORDS ? null : titled(sources, SEARCH_TITLES, 'search-results', 'kind.search-title');
}

function videoPage(sources: Sources, { words }: TextFacts): KindFound | null {
  if (words >= VIDEO_WORDS || saysArticle(sources.page.candidates)) return null;
  return stating(sources, /^VideoObject$|^video(?:\.|$)/i, 'video-page');
}

function sectionFront(sources: Sources, { words }: TextFacts): KindFound | null {
  if (saysArticle(sources.page.candidates)) return null;
  const listing = isListing(sources, words);
  if (listing === null) return null;
  return { code: 'section-front', where: listing.where, rule: listing.rule, raw: listing.raw };
}

function stating({ of }: Sources, type: RegExp, code: QualityCode): KindFound | null {
  const found = of('type').find(({ value }) => type.test(value));
  return found === undefined ? null : { code, where: found.where, rule: 'kind.stated', raw: found.value };
}

function titled(sources: Sources, words: typeof ERROR_TITLES, code: QualityCode, rule: string): KindFound | null {
  const title = titlesLike(sources, words);
  return title === null ? null : { code, where: title.where, rule, raw: title.text };
}
