/**
 * What is wrong with the page as a whole. In: repairs, labels and the text. Out: quality codes.
 * Promise: a code says something about this page that a reader of the record should know before trusting it.
 */
import { type BodyPart, QUALITY_CODES, type QualityCode } from '../record.ts';
import type { Sources } from './sources.ts';

/** Shorter bodies are briefs, captions or what a wall left over. */
const SHORT_WORDS = 50;
/** Behind a wall a page shows less than this. */
const STUB_WORDS = 200;

const KNOWN: ReadonlySet<string> = new Set(QUALITY_CODES);

export function pageQuality(sources: Sources, parts: readonly BodyPart[], wordCount: number): readonly QualityCode[] {
  const { page, blocks } = sources;
  const codes: QualityCode[] = page.repairs.filter(isCode);
  if (blocks('dup.body').length > 0) codes.push('body-repeated');
  if (page.blocks.some(({ fused }) => fused)) codes.push('fused-text');
  if (wordCount < SHORT_WORDS) codes.push('body-short');
  if (wordCount < STUB_WORDS && isWalled(sources)) codes.push('paywall-stub');
  if (isNoArticle(sources, wordCount)) codes.push('not-an-article');
  if (parts.some(({ text }) => closesUnopened(text))) codes.push('unbalanced-quotes');
  return codes;
}

function isCode(code: string): code is QualityCode {
  return KNOWN.has(code);
}

function isWalled({ of, blocks }: Sources): boolean {
  return of('paywalled').length > 0 || blocks('promo.paywall').length > 0;
}

const ARTICLE_TYPE = /article|posting|report|review|recipe/i;
const ERROR_PAGE =
  /^(?:error\s?)?(?:404|403|410|500)\b|page (?:not found|unavailable)|access denied|seite nicht gefunden|page introuvable|página no encontrada|pagina non trovata|página não encontrada|pagina niet gevonden|strony nie znaleziono|страница не найдена|just a moment|attention required|are you a robot|enable javascript/i;
/** A front page is mostly links; an article is not. */
const LINK_SHARE = 0.8;

function isNoArticle({ of, blocks, page }: Sources, wordCount: number): boolean {
  const titles = [
    ...of('headline').map(({ value }) => value),
    ...blocks('meta.headline').map(({ block }) => block.text),
  ];
  if (wordCount < STUB_WORDS && titles.some((title) => ERROR_PAGE.test(title.slice(0, 200)))) return true;
  if (wordCount >= SHORT_WORDS || page.format === 'text') return false;
  if (of('type').some(({ value }) => ARTICLE_TYPE.test(value))) return false;
  const chars = page.blocks.reduce((sum, { text }) => sum + text.length, 0);
  const links = page.blocks.reduce((sum, { linkChars }) => sum + linkChars, 0);
  return links > chars * LINK_SHARE;
}

/** A closing quotation mark that nothing opened: a quote over several paragraphs opens each and closes the last. */
function closesUnopened(text: string): boolean {
  if (!text.includes('”') || text.includes('„')) return false; // German closes with “
  let open = 0;
  for (const sign of text) {
    if (sign === '“') open += 1;
    else if (sign === '”') {
      if (open === 0) return true;
      open -= 1;
    }
  }
  return false;
}
